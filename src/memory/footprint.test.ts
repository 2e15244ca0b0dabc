/** What a restore takes of a tree that shares pages, against its own counts. */
import { expect, test } from 'vitest';
import type { PageBlock } from '../model/checkpoint.ts';
import { checkpointFromCpt } from '../model/from-cpt/checkpoint-from-cpt.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { sample } from '../test-support/images.ts';
import { footprintOf } from './footprint.ts';
import { extentOf, planMemory } from './plan.ts';
import { spacesOf } from './spaces.ts';

test.each(['2.6.18-tree', '2.6.18-sysv-ipc', '2.6.32-threads'])('%s', (name) => {
  const source = fileSource(sample(name));
  const checkpoint = checkpointFromCpt(source, () => {});
  const found = footprintOf(checkpoint);
  // What is stored is a position of the image, however many processes see it.
  const positions = new Map<number, bigint>();
  for (const { memory } of spacesOf(checkpoint)) {
    for (const piece of planMemory(checkpoint, memory.id, extentOf(memory)))
      if (piece.kind === 'stored' && piece.inode === undefined)
        positions.set(piece.offset, piece.end - piece.start);
  }
  expect(found.privateBytes).toBeLessThanOrEqual(found.mostBytes);
  expect(found.leastBytes).toBeLessThanOrEqual(found.mostBytes);
  expect(found.mostBytes - found.copyBytes - found.sharedBytes).toBe(found.privateBytes);
  const once = [...positions.values()].reduce((sum, bytes) => sum + bytes, 0n);
  expect(once).toBeGreaterThanOrEqual(found.privateBytes);
  source.close();
});

test('pages that are not in the image are taken from elsewhere: those of a page server perhaps never', () => {
  const source = fileSource(sample('2.6.32-threads'));
  const checkpoint = checkpointFromCpt(source, () => {});
  source.close();
  const before = footprintOf(checkpoint);
  const [{ memory } = { memory: undefined }] = spacesOf(checkpoint);
  const [area] = memory?.areas ?? [];
  if (memory === undefined || area === undefined) throw new Error('the sample has no memory');
  const pageAt = (page: number) => ({
    at: area.at,
    start: BigInt(page) << 12n,
    end: BigInt(page + 1) << 12n,
  });
  const blocks: PageBlock[] = [
    { ...pageAt(0), kind: 'lazy' },
    { ...pageAt(1), kind: 'external' },
    { ...pageAt(2), kind: 'unknown' },
    { ...pageAt(3), kind: 'guard' },
  ];
  const areas = [...memory.areas, { ...area, start: 0n, end: 4n << 12n, blocks: blocks }];
  const memories = new Map(checkpoint.memories).set(memory.id, { ...memory, areas: areas });
  const found = footprintOf({ ...checkpoint, memories });
  expect(found.elsewhereBytes).toBe(3n << 12n);
  expect(found.leastBytes - before.leastBytes).toBe(2n << 12n);
  expect(found.mostBytes - before.mostBytes).toBe(3n << 12n);
});
