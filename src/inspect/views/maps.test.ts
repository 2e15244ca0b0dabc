/** maps of many and of large address spaces: what is made, and when. Memory on a machine says less. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { MemoryArea, MemoryMap } from '../../model/checkpoint.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { inspectedImage } from '../cpt/image.ts';
import { noFilter } from '../filter.ts';
import { tableLines } from '../lay-out-table.ts';
import { mapsView } from './maps.ts';

const image = inspectedImage(memorySource(readFileSync('samples/cpt/2.6.18-tree.cpt'), 'tree.cpt'));
const [memory] = image.checkpoint.memories.values() as Iterable<MemoryMap> as [MemoryMap];
const [area] = memory.areas as Iterable<MemoryArea> as [MemoryArea];

/** The image with other memories. */
const withMemories = (memories: readonly MemoryMap[]) => ({
  ...image,
  checkpoint: { ...image.checkpoint, memories: new Map(memories.map((one) => [one.id, one])) },
});

test('the areas of a process are looked at when its table is asked for', () => {
  const looked: number[] = [];
  const memories = [...image.checkpoint.memories.values()].map((one) => ({
    ...one,
    get areas() {
      looked.push(one.id);
      return one.areas;
    },
  }));
  expect(memories.length).toBeGreaterThan(2);
  for (const _ of mapsView.tables(mapsView.rows(withMemories(memories), noFilter))) {
    expect(new Set(looked).size).toBe(1);
    return;
  }
  expect.unreachable();
});

test('an address space that is too large to be kept is shown like any other', () => {
  const count = 12_000;
  let made = 0;
  const at = (index: number): MemoryArea | undefined => {
    if (index < 0 || index >= count) return undefined;
    made += 1;
    const start = 0x10_0000n + BigInt(index) * 0x2000n;
    return { ...area, kind: 'anon', mapped: undefined, start, end: start + 0x1000n };
  };
  const areas = {
    length: count,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) yield at(index) as MemoryArea;
    },
  };
  const rows = mapsView.rows(withMemories([{ ...memory, areas }]), noFilter);
  const lines = Array.from(tableLines(mapsView.tables(rows), Number.POSITIVE_INFINITY), ({ text }) => text);
  // Title, heads, and the sum below.
  expect(lines.length).toBe(count + 3);
  expect(lines[2]).toMatch(/^00100000-00101000 /);
  expect(lines.at(-2)).toMatch(/^05ebe000-05ebf000 /);
  expect(lines.at(-1)).toMatch(/^total .* 12,?000 areas$/);
  // To add up, to find the widths of columns, and to write: never a list of all.
  expect(made).toBeLessThan(4 * count);
  const [json] = [...rows.memories].map((one) => [...one.areas].length);
  expect(json).toBe(count);
});
