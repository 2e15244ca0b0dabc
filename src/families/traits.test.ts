/** What a family does not tell is not shown as if it told zero: found by views of one process in the form of each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crInspect } from '../cli/inspect/command.ts';
import { inspectSpec } from '../cli/inspect/spec.ts';
import { convertImage } from '../index.ts';
import { sample } from '../test-support/images.ts';
import { runHere } from '../test-support/run-here.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-traits-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const images = {
  cpt: sample('2.6.32-counter'),
  criu: join(directory, 'criu'),
  'linux-cr': join(directory, 'stream.ckpt'),
} as const;
beforeAll(async () => {
  for (const to of ['criu', 'linux-cr'] as const) await convertImage(images.cpt, images[to], { to });
});

async function view(image: string, name: string) {
  const { status, out, err } = await runHere(inspectSpec, crInspect, [image, name, '--json']);
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out);
}

test.each([
  ['cpt', { counters: true, cpu: true, personality: true, networks: 1 }],
  ['criu', { counters: false, cpu: false, personality: true, networks: 1 }],
  ['linux-cr', { counters: false, cpu: false, personality: false, networks: 0 }],
] as const)('%s', async (family, told) => {
  const image = images[family];
  const [stats, times, ps, namespaces] = [
    await view(image, 'stats'),
    await view(image, 'times'),
    await view(image, 'ps'),
    await view(image, 'namespaces'),
  ];
  expect({
    counters: stats.tasks.length > 0,
    cpu: times.tasks.some(({ userNs }: { userNs: string | null }) => userNs !== null),
    personality: 'personality' in ps.processes[0],
    networks: namespaces.networks.length,
  }).toEqual(told);
});
