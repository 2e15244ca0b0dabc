/** What Podman 5.8.6 did with the same files: `rootfs-diff.tar` unpacked over the image, then `deleted.files` removed. */
import { expect, test } from 'vitest';
import type { TarHeaderFacts } from '../../parse/archive/tar-headers.ts';
import { listedRoot } from '../host/testing/listed-root.ts';
import { LayeredRoot } from './layered-root.ts';

const image = () =>
  listedRoot(
    new Map([
      ['/etc/target-file', { exists: true, type: 'file', size: 10 }],
      ['/etc/link-file', { exists: true, type: 'symlink', target: '/etc/target-file' }],
      ['/data/target-dir', { exists: true, type: 'dir' }],
      ['/data/target-dir/a', { exists: true, type: 'file', size: 2 }],
      ['/data/link-dir', { exists: true, type: 'symlink', target: '/data/target-dir' }],
      ['/data/plain-dir', { exists: true, type: 'dir' }],
      ['/data/plain-dir/x', { exists: true, type: 'file', size: 2 }],
    ]),
  );

const member = (name: string, more: Partial<TarHeaderFacts> = {}): TarHeaderFacts => ({
  ...{ name, type: '0', mode: 0o644, uid: 0, gid: 0, size: 2, target: '', major: 0, minor: 0 },
  ...{ attributes: new Map(), offset: 0, dataOffset: 512 },
  ...more,
});
const unread = () => undefined;

test('of a deleted link its target is removed, and it stays', () => {
  const root = new LayeredRoot(image());
  root.removeTarget('/etc/link-file');
  expect(root.isLink('/etc/link-file')).toBe(true);
  expect(root.stat('/etc/target-file')).toBeUndefined();
  expect(root.stat('/etc/link-file')?.type).toBe('dangling');
  root.removeTarget('/data/link-dir');
  expect(root.stat('/data/target-dir/a')).toBeUndefined();
});

test('elsewhere the link is removed itself', () => {
  const root = new LayeredRoot(image());
  root.remove('/etc/link-file');
  expect([root.stat('/etc/link-file'), root.stat('/etc/target-file')?.size]).toEqual([undefined, 10]);
});

// The link of the image was replaced by a directory, of which the archive has only what is in it.
test('a member goes where links of the image lead', () => {
  const root = new LayeredRoot(image());
  root.unpack('/', member('data/link-dir/one'), unread);
  expect(root.stat('/data/target-dir/one')?.size).toBe(2);
  expect(root.stat('/data/link-dir/one')?.path).toBe('/data/target-dir/one');
});

test('a directory that takes the place of a file has nothing of the image, and one of a directory keeps it', () => {
  const root = new LayeredRoot(image());
  root.unpack('/', member('data/plain-dir', { type: '5', mode: 0o700 }), unread);
  expect([root.stat('/data/plain-dir')?.mode, root.stat('/data/plain-dir/x')?.size]).toEqual([0o700, 2]);
  root.remove('/data/plain-dir');
  root.unpack('/', member('data/plain-dir/y'), unread);
  expect([root.stat('/data/plain-dir/x'), root.stat('/data/plain-dir/y')?.size]).toEqual([undefined, 2]);
});

test('a layer of a container image removes by names', () => {
  const root = new LayeredRoot(image());
  root.unpackLayer('/', member('etc/.wh.link-file'), unread);
  root.unpackLayer('/', member('data/plain-dir/y'), unread);
  root.unpackLayer('/', member('data/plain-dir/.wh..wh..opq'), unread);
  expect([root.stat('/etc/link-file'), root.stat('/etc/target-file')?.size]).toEqual([undefined, 10]);
  expect([root.stat('/data/plain-dir/x'), root.stat('/data/plain-dir/y')?.size]).toEqual([undefined, 2]);
  expect(root.list('/data/plain-dir')).toEqual(['y']);
});

test('links of layers lead on, hard links to the same bytes, and names do not leave it', () => {
  const root = new LayeredRoot(image());
  const bytes = new Uint8Array(600).map((_, index) => index % 256);
  root.unpack('/', member('data/new'), (offset, length) => bytes.subarray(offset, offset + length));
  root.unpack('/', member('data/hard', { type: '1', target: 'data/new' }), unread);
  root.unpack('/', member('srv/to', { type: '2', target: '../data/hard' }), unread);
  expect([...(root.read('/srv/to', 0, 100) ?? [])]).toEqual([0, 1]);
  root.unpack('/', member('../outside'), unread);
  expect(root.stat('/outside')).toBeUndefined();
  root.unpack('/', member('loop', { type: '2', target: 'loop' }), unread);
  expect(root.stat('/loop/x')?.type).toBe('dangling');
});

test('paths of very many parts, and more paths than there is room for, are left out', () => {
  const root = new LayeredRoot(image());
  const deep = (parts: number) => 'd/'.repeat(parts);
  root.unpack('/', member(`${deep(100)}f`), unread);
  root.unpack('/', member(`${deep(200)}f`), unread);
  expect(root.stat(`/${deep(100)}f`)?.type).toBe('file');
  expect(root.stat(`/${deep(200)}f`)).toBeUndefined();
  // Each makes a hundred directories with paths of up to 4 KB: without a bound they would take gigabytes.
  for (let index = 0; index < 1000; index++)
    root.unpack('/', member(`${index}/${`${'n'.repeat(40)}/`.repeat(100)}f`), unread);
  expect(root.stat('/0')?.type).toBe('directory');
  expect(root.stat('/999')).toBeUndefined();
});
