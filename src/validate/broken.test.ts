/** Every rule is raised by its broken sample; what each sample raises is written down beside the samples. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../test-support/images.ts';
import { catalogue } from './catalogue.ts';
import { makeBroken, recipes } from './cpt/broken/index.ts';
import { bases } from './cpt/broken/recipe.ts';
import { criuOnlyCodes } from './criu/pages.ts';
import { linuxCrOnlyCodes } from './linux-cr/pages.ts';
import { codesOf, judge, readBytes, readSample } from './testing/engine.ts';

const folder = join(projectRoot, 'samples', 'broken');

/**
 * Codes of the rehearsal are raised by the tests of the simulator, those of CRIU files and linux-cr streams by the tests
 * of their decoders, those of archives by trust.test.ts; those of policies need a configuration.
 */
const elsewhere: ReadonlySet<string> = new Set(['restore', 'policy', 'trust']);
const withRecipe = [...catalogue].filter(
  ([code, { layer }]) => !elsewhere.has(layer) && !criuOnlyCodes.has(code) && !linuxCrOnlyCodes.has(code),
);

test('every rule has a recipe, and every recipe a rule', () => {
  expect(Object.keys(recipes).sort()).toEqual(withRecipe.map(([code]) => code).sort());
});

test.each(Object.keys(recipes))('%s is raised by its sample', (code) => {
  const { findings } = judge(makeBroken(code, readSample));
  expect(findings.map((finding) => finding.code)).toContain(code);
  expect(findings.filter(({ at }) => at.offset === undefined || at.path === undefined)).toEqual([]);
});

test('the findings of every sample are those that are written down', async () => {
  const samples = Object.entries(recipes).map(([code, { base, what }]) => {
    const image = makeBroken(code, readSample);
    return [
      code,
      { from: `cpt/${bases[base]}.cpt`, change: what, bytes: image.length, findings: codesOf(judge(image)) },
    ];
  });
  const text = `${JSON.stringify(Object.fromEntries(samples), undefined, 1)}\n`;
  await expect(text).toMatchFileSnapshot(join(folder, 'expected.json'));
});

test('the samples that are kept as files are what their recipes make', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpt'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const made = makeBroken(file.replace(/\.cpt$/, ''), readSample);
    expect(
      Buffer.compare(readBytes(join(folder, file)), made),
      `${file}; npx tsx samples/broken/make.ts`,
    ).toBe(0);
  }
});
