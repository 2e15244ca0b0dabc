/** Ten times as much of one thing costs about ten times the processor time, in everything that commands do. */

import { afterAll, expect, test } from 'vitest';
import { convertCriu } from '../src/convert/criu/convert.ts';
import { inspectedCriu } from '../src/inspect/criu/image.ts';
import { noFilter } from '../src/inspect/filter.ts';
import { loadViews } from '../src/inspect/views/index.ts';
import { NullSink } from '../src/parse/bytes/byte-sink.ts';
import { type ImageDirectory, memoryDirectory } from '../src/parse/criu/index.ts';
import { rehearse } from '../src/restore-sim/plan/index.ts';
import { criuRestoreImage } from '../src/restore-sim/testing/restore-images.ts';
import { some } from '../src/test-support/thorough.ts';
import { judgeCriuImage } from '../src/validate/criu/judge.ts';
import { cptBomb, cptKindsRepeated, criuBombs, everyBomb, manyMembers, unknownObjects } from './bombs.ts';
import { corpus } from './corpus.ts';
import type { Files } from './seed.ts';
import { fuzzArchive, fuzzCpt, fuzzJson, isExpected } from './targets.ts';

// The commands of the fuzz have a place of their own for what they unpack; other tests of this process have not.
const { TMPDIR } = process.env;
afterAll(() => {
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
});

/** Of processor time, in milliseconds; what a bomb ends in does not matter here. */
async function cost(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  try {
    await run();
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What is there besides the bomb, and what a machine does besides: below it a ratio says nothing. */
const leastMs = 60;
/** Ten times as much may take 25 times as long; what is quadratic takes a hundred times. */
const mostTimes = 25;

async function expectLinear(run: (n: number) => unknown, n: number): Promise<void> {
  await cost(() => run(n));
  const few = await cost(() => run(n));
  const many = await cost(() => run(10 * n));
  expect(many / Math.max(few, leastMs)).toBeLessThan(mostTimes);
}

const views = await loadViews();

interface CriuSeed {
  readonly name: string;
  readonly files: Files;
}

function everything(directory: ImageDirectory): void {
  judgeCriuImage(directory);
  rehearse(criuRestoreImage(directory), {});
  const image = inspectedCriu(directory);
  for (const view of views.values()) view.tables(view.rows(image, noFilter));
  image.source.close();
  for (const to of ['1.5', '4.2']) {
    const converted = convertCriu(directory, { to });
    for (const file of converted.files) file.write(new NullSink());
    converted.close();
  }
}

test.each(some(Object.keys(criuBombs), 3))('CRIU: %s', async (name) => {
  const seeds = (await corpus.criu()) as readonly CriuSeed[];
  const tree = seeds.find((seed) => seed.name.includes('podman-counter'))?.files as Files;
  await expectLinear((n) => {
    const make = criuBombs[name] as (files: Files, n: number) => CriuSeed;
    const { files } = make(tree, n);
    everything(memoryDirectory(Object.fromEntries(files)));
  }, 150);
});

const container = ((await corpus.criu()) as readonly CriuSeed[]).find(({ name }) =>
  name.includes('container'),
) as CriuSeed;
const ofEveryFile = [...everyBomb(container.files)].map(({ name, make }) => [name, make] as const);

test.each(some(ofEveryFile, 30))('CRIU, any file: %s', async (_, make) => {
  await expectLinear((n) => {
    const { files } = make(n);
    everything(memoryDirectory(Object.fromEntries(files)));
  }, 100);
});

const cptSample = async (): Promise<Uint8Array> => {
  const seed = (await corpus.cpt()).find(({ name }) => name.includes('2.6.32-counter.cpt'));
  return (seed as { readonly bytes: Uint8Array }).bytes;
};

/** One seed for each of the things that the target does. */
const turns = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test.each(some(cptKindsRepeated, 5))('CPT: %s', async (kind) => {
  const image = await cptSample();
  await expectLinear((n) => {
    const seed = cptBomb(image, kind, n);
    for (const turn of turns) fuzzCpt(seed, turn);
  }, 100);
});

test('CPT: objects that nobody knows', async () => {
  const image = await cptSample();
  await expectLinear((n) => {
    const seed = unknownObjects(image, n);
    for (const turn of turns) fuzzCpt(seed, turn);
  }, 2_000);
});

test.each(['files', 'images', 'links'] as const)('an archive of many %s', async (kind) => {
  await expectLinear((n) => fuzzArchive({ bytes: manyMembers(n, kind) }, 0), 1_500);
});

test('JSON: deep, long, and wide', async () => {
  const head = '{"schemaVersion":1,"family":"cpt","variant":"cpt-2.6.18.2","image":null,"records":[';
  const forms = [
    (n: number) => `${head}${'{"a":'.repeat(n)}`,
    (n: number) => `${head}{"kind":"${'k'.repeat(n)}"}]}`,
    (n: number) => `${head}{${Array.from({ length: n }, (_, index) => `"a${index}":0`).join()}}]}`,
    (n: number) => `${head}${'{},'.repeat(n)}{}]}`,
  ];
  for (const form of forms) {
    const bytes = (n: number) => new TextEncoder().encode(form(n));
    await expectLinear((n) => fuzzJson({ bytes: bytes(n) }), 20_000);
  }
});
