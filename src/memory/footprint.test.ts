/** What a restore takes of a tree that shares pages, against its own counts. */
import { expect, test } from 'vitest';
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
