/** The library as another program uses it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { convertImage, makeValidator, openImage, psJson, simulateRestore, UsageError } from './index.ts';
import { projectRoot, sample } from './test-support/images.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-tools-library-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const truthPids = (name: string): number[] =>
  JSON.parse(readFileSync(sample(name).replace('.cpt', '.truth.json'), 'utf8'))
    .processes.map(({ pid }: { pid: number }) => pid)
    .sort((a: number, b: number) => a - b);

test('open, convert, simulate and validate', async () => {
  const output = join(directory, 'new.img');
  const { written, diagnostics } = await convertImage(sample('2.6.18-tree'), output);
  expect([written, diagnostics]).toEqual([true, []]);
  const image = await openImage(output);
  expect(simulateRestore(image).verdict).toBe('restores');
  const pids = psJson(image.checkpoint(() => {})).processes.map(({ pid }) => pid);
  expect(pids).toEqual(truthPids('2.6.18-tree'));
  const { findings } = makeValidator()(image.source);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  image.close();
});

test('an archive of CRIU images opens as well', async () => {
  const samples = join(projectRoot, 'samples', 'criu');
  const archive = readdirSync(samples).find((name) => name.endsWith('.tar.gz')) ?? '';
  const image = await openImage(join(samples, archive));
  expect(image.family).toBe('criu');
  expect(psJson(image.checkpoint(() => {})).processes.length).toBeGreaterThan(0);
  image.close();
});

test('anything else is refused with a diagnostic', async () => {
  await expect(openImage(join(projectRoot, 'package.json'))).rejects.toMatchObject({ name: 'ImageError' });
  await expect(convertImage(sample('2.6.18-counter'), undefined, { to: 'cru' })).rejects.toBeInstanceOf(
    UsageError,
  );
});
