/** The small parts that the restore is built on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import { restoreCodes } from '../../codes.ts';
import { AreaTable } from './area-table.ts';
import { BlockCache } from './block-cache.ts';
import { fieldOffsets } from './field-offsets.ts';

test('areas of several spaces in one table', () => {
  const table = new AreaTable();
  const one = table.begin();
  for (let start = 0; start < 5000; start += 10) table.add(start, start + 5);
  const two = table.begin();
  table.add(100, 200);
  expect([table.count(one), table.count(two), table.lastEnd]).toEqual([500, 1, 200]);
  expect([0, 4, 5, 4990, 4995].map((address) => table.covers(one, address))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
  expect([99, 100, 199, 200].map((address) => table.covers(two, address))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('blocks give what the source holds, within and across them', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at * 7);
  const cache = new BlockCache(memorySource(bytes));
  for (const [offset, length] of [
    [0, 16],
    [16_380, 8],
    [99_990, 10],
    [40_000, 30_000],
    [16_380, 4],
  ] as const) {
    expect(cache.view(offset, length)).toEqual(bytes.subarray(offset, offset + length));
  }
});

test('fields of structs and arrays have places; names that do not exist are a mistake', () => {
  const { offset, bytes } = fieldOffsets('task', ['pid', 'restart.arg3', 'comm']);
  expect([offset.pid, bytes >= offset.comm + 16]).toEqual([176, true]);
  expect(() => fieldOffsets('task', ['nonsense'])).toThrow('nonsense');
});

test('every code of the restores is raised by some restorer', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  expect(Object.keys(restoreCodes).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
