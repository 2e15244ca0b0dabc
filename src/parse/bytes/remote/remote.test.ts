/** Words and redirects: what is understood, and what is not followed. */
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { control, waitForAnswer } from './exchange.ts';
import { redirected } from './fetch.ts';
import { proxyFor } from './proxy.ts';
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

describe('proxies', () => {
  const proxied = (address: string, environment: Readonly<Record<string, string>>) =>
    proxyFor(new URL(address), environment)?.href;

  test.each([
    ['http://h/', { HTTP_PROXY: 'p:3128' }, 'http://p:3128/'],
    ['http://h/', { HTTP_PROXY: 'http://p', http_proxy: 'http://q' }, 'http://q/'],
    ['https://h/', { HTTP_PROXY: 'http://p' }, undefined],
    ['https://h/', { ALL_PROXY: 'https://p:1' }, 'https://p:1/'],
    ['https://h/', { ALL_PROXY: 'http://p', HTTPS_PROXY: 'http://q' }, 'http://q/'],
    ['http://127.0.0.1/', { HTTP_PROXY: 'http://p' }, undefined],
  ])('%s with %j', (address, environment, wanted) => {
    expect(proxied(address, environment as Record<string, string>)).toBe(wanted);
  });

  test.each([
    ['https://a.example.org/', 'example.org', true],
    ['https://a.example.org/', '.example.org,other', true],
    ['https://a.example.org/', 'other *.example.org', true],
    ['https://an-example.org/', 'example.org', false],
    ['https://example.org/', 'example.org:443', true],
    ['https://example.org:8443/', 'example.org:443', false],
    ['http://10.1.2.3/', '10.0.0.0/8', true],
    ['http://11.1.2.3/', '10.0.0.0/8', false],
    ['http://[fd00::1]/', 'fd00::/8', true],
    ['http://[fd00::1]:80/', '[fd00::1]:80', true],
    ['http://h/', '10.0.0.0/99,/', false],
    ['http://h/', '*', true],
  ])('%s is left out by %s: %s', (address, NO_PROXY, isLeftOut) => {
    expect(proxied(address, { ALL_PROXY: 'http://p', NO_PROXY }) === undefined).toBe(isLeftOut);
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

test('being woken is no answer', () => {
  const words = new Int32Array(new SharedArrayBuffer(4 * control.words));
  // As the notification does that belongs to an answer seen without sleeping; then the answer.
  const code = `
    const { workerData: words } = require('node:worker_threads');
    for (let woken = 0; woken < 3; ) woken += Atomics.notify(words, ${control.isAnswered});
    words[${control.length}] = 7;
    Atomics.store(words, ${control.isAnswered}, 1);
    Atomics.notify(words, ${control.isAnswered});`;
  const worker = new Worker(code, { eval: true, workerData: words });
  expect([waitForAnswer(words, 60_000), words[control.length]]).toEqual([true, 7]);
  return worker.terminate();
});
