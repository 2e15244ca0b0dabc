/** Files of a directory that are read again: the same bytes, opened once, until they are given up. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostDirectory } from '../archive/host-directory.ts';
import type { ByteSource } from './byte-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cr-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (source: ByteSource | undefined): number[] => [...source!.view(0, source!.size)];

test('small files are kept as they were read first, and larger ones are read again', () => {
  writeFileSync(join(folder, 'small'), 'abcd');
  writeFileSync(join(folder, 'large'), 'efghijkl');
  const directory = hostDirectory(folder);
  directory.keepSmallFiles?.(4);
  const first = directory.open('small')!;
  first.isSound = true;
  expect(bytesOf(directory.open('large'))).toEqual([...Buffer.from('efghijkl')]);
  writeFileSync(join(folder, 'small'), 'wxyz');
  writeFileSync(join(folder, 'large'), 'mnopqrst');
  const again = directory.open('small')!;
  expect([bytesOf(again), again.isSound]).toEqual([[...Buffer.from('abcd')], true]);
  expect(bytesOf(directory.open('large'))).toEqual([...Buffer.from('mnopqrst')]);
  // Whoever comes second may ask for more, and takes nothing away.
  directory.keepSmallFiles?.(100);
  directory.keepSmallFiles?.(2);
  directory.open('large');
  writeFileSync(join(folder, 'large'), 'efghijkl');
  expect(bytesOf(directory.open('large'))).toEqual([...Buffer.from('mnopqrst')]);
  expect(bytesOf(directory.open('small'))).toEqual([...Buffer.from('abcd')]);
  directory.keepSmallFiles?.(0);
  expect(bytesOf(directory.open('small'))).toEqual([...Buffer.from('wxyz')]);
  directory.keepSmallFiles?.(4);
  expect(directory.open('small')!.isSound).toBe(false);
});

test('bytes of files are no Buffers', () => {
  writeFileSync(join(folder, 'file'), 'abcd');
  const directory = hostDirectory(folder);
  for (const max of [0, 4]) {
    directory.keepSmallFiles?.(max);
    const source = directory.open('file')!;
    expect([source.whole, source.view(1, 2)].map(Buffer.isBuffer)).toEqual([false, false]);
  }
});
