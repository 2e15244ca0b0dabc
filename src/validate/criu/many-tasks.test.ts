/** What each task of a dump costs, counted in files that are opened: time on a busy machine says nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateCriuImage } from '../../../bench/generate/criu-tasks.ts';
import { checkpointFromCriu } from '../../model/from-criu/checkpoint-from-criu.ts';
import { hostDirectory, type ImageDirectory } from '../../parse/criu/index.ts';
import { simulateCriuRestore } from '../../restore-sim/restorers/criu/index.ts';
import { judgeCriuImage } from './judge.ts';

const sample = 'samples/criu/podman-tree.tar.zst';
const sizes = [20, 40] as const;
const folder = mkdtempSync(join(tmpdir(), 'cr-many-'));

beforeAll(async () => {
  for (const count of sizes) await generateCriuImage(sample, join(folder, String(count)), count);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Files opened for each task that the larger dump has more. */
function opensPerTask(use: (directory: ImageDirectory) => unknown): number {
  const [small, large] = sizes.map((count) => {
    const directory = hostDirectory(join(folder, String(count)));
    let opens = 0;
    const open = (name: string) => {
      opens += 1;
      return directory.open(name);
    };
    use({ ...directory, open });
    return opens;
  }) as [number, number];
  return (large - small) / (sizes[1] - sizes[0]);
}

// core, ids, mm, pagemap (once more for the kind of the dump), fs, fdinfo.
test('a checkpoint opens each file of a task once', () => {
  expect(opensPerTask((directory) => checkpointFromCriu(directory, () => {}))).toBeLessThanOrEqual(7);
});

// Areas are looked at before the forks, at them and in the restorer, each time for all tasks: more than one reading.
test('a rehearsal', () => {
  const opens = opensPerTask((directory) => {
    expect(simulateCriuRestore(directory).verdict).toBe('restores');
  });
  expect(opens).toBeLessThanOrEqual(17);
});

test('a rehearsal reads a descriptor table that tasks share once', () => {
  const opens = sizes.map((count) => {
    const directory = hostDirectory(join(folder, String(count)));
    const ids = directory.list().filter(({ name }) => /^ids-/.test(name));
    let tables = 0;
    const open = (name: string) => {
      if (name.startsWith('fdinfo-')) tables += 1;
      // The ids of one task for all.
      return directory.open(name.startsWith('ids-') ? (ids[0]?.name ?? name) : name);
    };
    simulateCriuRestore({ ...directory, open });
    return tables;
  });
  expect(opens[0]).toBeGreaterThan(0);
  expect(opens[1]).toBe(opens[0]);
});

test('a judgement', () => {
  expect(opensPerTask((directory) => judgeCriuImage(directory))).toBeLessThanOrEqual(35);
});
