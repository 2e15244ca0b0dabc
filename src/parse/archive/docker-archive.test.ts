/** Saved images whose layers cannot be unpacked leave nothing open. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dockerArchive, tarOf } from '../../test-support/containers.ts';
import { dockerBundles } from './docker-archive.ts';
import { type ImageDirectory, memoryDirectory } from './image-directory.ts';

/** Counts what is opened and not closed. */
function counted(directory: ImageDirectory): {
  readonly directory: ImageDirectory;
  readonly open: () => number;
} {
  let open = 0;
  const opened = (name: string) => {
    const source = directory.open(name);
    if (source === undefined) return undefined;
    open += 1;
    return Object.assign(Object.create(source), {
      close: () => {
        open -= 1;
        source.close();
      },
    });
  };
  return { directory: { ...directory, open: opened }, open: () => open };
}

const layer = tarOf({ 'spec.dump': '{}' });
const files = (content: Uint8Array) => {
  const made = dockerArchive(content, 'localhost/a:1');
  return memoryDirectory(
    Object.fromEntries(
      Object.entries(made).map(([name, data]) => [name, typeof data === 'string' ? Buffer.from(data) : data]),
    ),
  );
};

test('a layer that is whole stays open until its tree is closed', async () => {
  const { directory, open } = counted(files(layer));
  const [bundle] = await dockerBundles(directory, { report: () => {}, spools: new Map() });
  expect([bundle?.name, bundle?.tree.open('spec.dump')?.size, open()]).toEqual(['localhost/a:1', 2, 1]);
  bundle?.tree.close();
  expect(open()).toBe(0);
});

test('one that is refused, and one that is no tar, is closed', async () => {
  const report = () => {};
  // zstd's magic number with nothing behind it; noise that is nothing at all.
  for (const content of [
    Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd),
    new Uint8Array(2048).fill(7),
    gzipSync('x'),
  ]) {
    const { directory, open } = counted(files(content));
    await dockerBundles(directory, { report, spools: new Map() }).catch(() => []);
    expect(open()).toBe(0);
  }
});
