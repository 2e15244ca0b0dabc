import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findImages } from './search.ts';

const root = mkdtempSync(join(tmpdir(), 'cr-search-'));
afterAll(() => rmSync(root, { recursive: true }));

for (const name of ['it/pstree.img', 'it/pre/pstree.img', 'it/a/b/c/d/e/pstree.img', 'other/core-1.img']) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), '');
}
// Any file that is taken for an image by its first bytes: a tar header.
writeFileSync(join(root, 'it', 'pre', 'more.tar'), tarHeader());

test('a directory below one of images is opened with that, and not found once more', async () => {
  const found = (await findImages(root)).map((path) => relative(root, path));
  expect(found.sort()).toEqual(['it', 'it/a/b/c/d/e', 'it/pre/more.tar', 'other']);
});

function tarHeader(): Uint8Array {
  const block = Buffer.alloc(512);
  block.write('x');
  block.write('ustar\0', 257, 'latin1');
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

test('what an archive of an engine was unpacked into is one thing, with all that is in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cr-search-'));
  try {
    for (const name of ['spec.dump', 'checkpoint/pstree.img', 'checkpoint/core-1.img', 'artifacts/x']) {
      mkdirSync(dirname(join(folder, 'web', name)), { recursive: true });
      writeFileSync(join(folder, 'web', name), '');
    }
    writeFileSync(join(folder, 'web', 'rootfs-diff.tar'), tarHeader());
    expect(await findImages(folder)).toEqual([join(folder, 'web')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is named an archive is found whatever is in it: opening it says what', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cr-search-'));
  try {
    const names = ['a.tar', 'b.tar.gz', 'c.tar.zst', 'd.tgz', 'e.tzst'];
    for (const [index, name] of names.entries()) writeFileSync(join(folder, name), 'damaged'.repeat(index));
    writeFileSync(join(folder, 'notes.txt'), 'damaged');
    expect(await findImages(folder)).toEqual(names.map((name) => join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
