/** What is said to be resident, and what masters of terminals are said to be. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AreaKind, MemoryArea } from '../../model/checkpoint.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { inspectedImage } from '../cpt/image.ts';
import { noFilter } from '../filter.ts';
import { tableLines } from '../lay-out-table.ts';
import { fdsView } from './fds.ts';
import { psView } from './ps.ts';

const image = inspectedImage(memorySource(readFileSync('samples/cpt/2.6.18-pty.cpt'), 'pty.cpt'));

/** The image with all areas of one kind. */
function residentOf(kind: AreaKind | undefined): readonly (bigint | undefined)[] {
  const memories = [...image.checkpoint.memories.values()].map((one) => ({
    ...one,
    areas: Array.from(one.areas, (area: MemoryArea) => (kind === undefined ? area : { ...area, kind })),
  }));
  const checkpoint = { ...image.checkpoint, memories: new Map(memories.map((one) => [one.id, one])) };
  const { processes } = psView.rows({ ...image, checkpoint }, noFilter);
  return Array.from(processes, ({ residentBytes }) => residentBytes);
}

// smaps of a process with a new ring (io_setup(2), Linux 6.18): 260 kB of "/[aio] (deleted)", Rss 0 kB.
test('rings of asynchronous I/O are not resident', () => {
  expect(residentOf(undefined).every((bytes) => bytes !== undefined && bytes > 0n)).toBe(true);
  expect(residentOf('aio').every((bytes) => bytes === 0n)).toBe(true);
});

test('a master says which terminal it is of', () => {
  const lines = Array.from(
    tableLines(fdsView.tables(fdsView.rows(image, noFilter)), 120),
    ({ text }) => text,
  );
  expect(lines.filter((text) => text.includes('/dev/ptmx'))).toEqual([
    expect.stringMatching(/ \/dev\/ptmx +master of \/dev\/pts\/0$/),
  ]);
});
