/** Pages from one image to the next: each once, and the sums come out even. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { footprintOf } from '../../memory/footprint.ts';
import { openInput } from '../../open/open.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { type Image, ProblemList } from '../image.ts';
import { pageChanges, storedPages } from './stored-pages.ts';

const all = { pids: [], types: [], withEnvironment: false };

async function open(path: string): Promise<Image> {
  const [image] = (await openInput(path)).images;
  return (await image.family.inspect()).image(image, new ProblemList());
}

const cpt = ['2.6.18-sysv-ipc', '2.6.32-files-sockets', '2.6.18-counter', '2.6.32-threads'].map(sample);
const criu = ['counter', 'sysvipc', 'pipes'].map((name) =>
  join(projectRoot, 'samples', 'criu', `${name}.tar.gz`),
);

test.each([
  [cpt[0]!, cpt[1]!],
  [cpt[2]!, cpt[3]!],
  [criu[0]!, criu[1]!],
  [criu[2]!, criu[1]!],
])('%s and %s', async (pathA, pathB) => {
  const [a, b] = [await open(pathA), await open(pathB)];
  const { privateBytes, sharedBytes } = footprintOf(a.checkpoint);
  const stored = storedPages(a, all);
  expect(stored).toBe((privateBytes + sharedBytes) / 4096n);
  const { rewritten, added, gone } = pageChanges(a, b, all);
  expect(stored - gone + added).toBe(storedPages(b, all));
  expect(rewritten + gone).toBeLessThanOrEqual(stored);
  expect(pageChanges(a, a, all)).toEqual({ rewritten: 0n, added: 0n, gone: 0n, notHere: 0n });
});
