/** The rules of the house that a machine can check. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './test-support/images.ts';

const src = join(projectRoot, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated'))
  .sort();
const isTest = (name: string) =>
  name.includes('/testing/') ||
  /\.test\.tsx?$/.test(name) ||
  name.startsWith('test-support') ||
  name.endsWith('test-driver.ts');
const sources = files.filter((name) => !isTest(name));
const textOf = (name: string) => readFileSync(join(src, name), 'utf8');

/** Relative imports of a file, as paths below src. */
const importsOf = (name: string): string[] =>
  [...textOf(name).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target]) =>
    relative(src, join(src, dirname(name), target ?? '')),
  );

/** Folder → what its files may not import. Absence is what a reader cannot find by reading code. */
const forbidden: readonly (readonly [folder: string, never: RegExp, why: string])[] = [
  ['parse/', /^(model|convert|restore-sim|validate|inspect|inspect-tui|cli)\//, 'reading knows no meaning'],
  ['parse/bytes/', /^parse\/(archive|cpt|criu|linux-cr|generated)\//, 'bytes know no format'],
  ['parse/cpt/', /^parse\/(criu|linux-cr)\//, 'families never import each other'],
  ['parse/criu/', /^parse\/(cpt|linux-cr)\//, 'families never import each other'],
  ['model/', /^(convert|restore-sim|validate|inspect|inspect-tui|cli)\//, 'the checkpoint knows no tools'],
  ['convert/', /^(validate|inspect|inspect-tui|cli)\//, 'converting knows no screens'],
  ['convert/cpt/steps/', /^convert\/cpt\/steps\//, 'steps never import steps'],
  [
    'restore-sim/kernel/',
    /^(?!restore-sim\/kernel\/|diagnostic)/,
    'the simulated kernel knows no bytes and no variants',
  ],
  ['restore-sim/', /^(convert|validate|inspect|inspect-tui|cli)\//, 'rehearsing knows no screens'],
  ['validate/', /^(inspect|inspect-tui|cli)\//, 'judging knows no screens'],
  ['inspect/', /^(inspect-tui|cli)\//, 'views know no terminal'],
  ['inspect-tui/', /^cli\//, 'the inspector is a program, not a command'],
];

describe('who may import whom', () => {
  test.each(forbidden)('%s: not %s (%s)', (folder, never) => {
    const wrong = sources
      .filter((name) => name.startsWith(folder) && name !== 'convert/cpt/steps/index.ts')
      .flatMap((name) =>
        importsOf(name)
          .filter((target) => never.test(target))
          .map((target) => `${name} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

test('files, terminals and clocks are touched at the edges only', () => {
  const edge = /^(cli|open|parse\/bytes|parse\/archive)\/|^inspect-tui\/cli/;
  const wrong = sources.filter(
    (name) =>
      !edge.test(name) &&
      /from 'node:fs'|process\.(stdout|stderr|exit|argv)|Date\.now|Math\.random/.test(textOf(name)),
  );
  expect(wrong).toEqual([]);
});

test('every source file says what it is', () => {
  expect(sources.filter((name) => !/^(#!.*\n)?\/\*\*/.test(textOf(name)))).toEqual([]);
});

test('no file holds two ideas: 400 lines at most', () => {
  const long = sources.filter((name) => textOf(name).split('\n').length > 400);
  expect(long).toEqual([]);
});

test('nothing is left for later, and no default exports', () => {
  const wrong = sources.filter((name) => /\b(TODO|FIXME|XXX)\b|^export default/m.test(textOf(name)));
  expect(wrong).toEqual([]);
});

test('the list of steps has every step, and nothing else', () => {
  const steps = readdirSync(join(src, 'convert', 'cpt', 'steps'))
    .filter((name) => name.startsWith('cpt-'))
    .sort();
  const listed = importsOf('convert/cpt/steps/index.ts')
    .map((target) => target.replace('convert/cpt/steps/', ''))
    .filter((name) => name.startsWith('cpt-'))
    .sort();
  expect(listed).toEqual(steps);
});
