/** Words and redirects: what is understood, and what is not followed. */
import { describe, expect, test } from 'vitest';
import { redirected } from './fetch.ts';
import { isRemote, parseRemote, shownWord } from './word.ts';

describe('words', () => {
  test.each([
    ['oci://registry.example/team/app:1', 'https://registry.example', 'team/app', '1'],
    ['docker://docker.io/alpine', 'https://registry-1.docker.io', 'library/alpine', 'latest'],
    ['docker://docker.io/a/b:x', 'https://registry-1.docker.io', 'a/b', 'x'],
    ['oci://localhost:5000/app', 'http://localhost:5000', 'app', 'latest'],
    ['oci+https://localhost:5000/app', 'https://localhost:5000', 'app', 'latest'],
    ['oci+http://10.0.0.1/app', 'http://10.0.0.1', 'app', 'latest'],
    ['oci://[::1]:5000/app', 'http://[::1]:5000', 'app', 'latest'],
    [
      `oci://r.example/app:1@sha256:${'0'.repeat(64)}`,
      'https://r.example',
      'app',
      `sha256:${'0'.repeat(64)}`,
    ],
  ])('%s', (word, origin, repository, reference) => {
    expect(parseRemote(word)).toMatchObject({ kind: 'registry', origin, repository, reference });
  });

  test.each([
    'oci://r.example/../app',
    'oci://r.example/app:1/../..',
    'oci://user@r.example/app',
    'oci://r.example/app@sha256:12',
    'oci://r.example/app?x',
  ])('%s is none', (word) => {
    expect(() => parseRemote(word)).toThrow(/names no image/);
  });

  test('paths are none, and an address is shown without its query', () => {
    expect(['-', 'a/b.tar', './http:', 'c:/x', 'image.cpt'].filter(isRemote)).toEqual([]);
    expect(shownWord('https://h/a.tar?key=1#x')).toBe('https://h/a.tar');
    expect(shownWord('what?.tar')).toBe('what?.tar');
  });
});

describe('redirects', () => {
  const from = (address: string, to: string) => () => redirected(new URL(address), to, address).href;

  test('are followed to another path, and to another host', () => {
    expect(from('https://a/x', '/y')()).toBe('https://a/y');
    expect(from('http://a/x', 'https://b/y#z')()).toBe('https://b/y');
    // Credentials of whoever sends us on are not ours.
    expect(from('https://a/x', 'https://me:secret@b/y')()).toBe('https://b/y');
  });

  test.each([
    ['https://a/x', 'http://a/y', /from https to/],
    ['https://a/x', 'file:///etc/passwd', /not followed/],
    ['https://a/x', 'ftp://a/x', /not followed/],
    ['https://a/x', 'http://', /without an address/],
  ])('%s → %s', (address, to, said) => {
    expect(from(address, to)).toThrow(said);
  });
});
