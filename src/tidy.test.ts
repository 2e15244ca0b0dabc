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
  [
    'validate/criu/trust/',
    /^(validate\/trust\/(read|rights)\/|parse\/archive\/(?!image-directory))/,
    'images know no archives around them',
  ],
  ['convert/cpt/', /^convert\/(criu|linux-cr|core|bridges)\//, 'a family knows no other'],
  ['convert/criu/', /^convert\/(cpt|linux-cr|core|bridges)\//, 'a family knows no other'],
  ['convert/linux-cr/', /^convert\/(cpt|criu|core|bridges)\//, 'a family knows no other'],
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

/** Of Node.js: bytes, archives on the host, paths, threads, streams and processes of commands. */
const ofNode =
  /^(cli|open|inspect-tui|conversion|convert|parse\/bytes|parse\/archive|browser)\/|^(byte-text|thread|node-module)\.ts$|^memory\/expression-pattern\.ts$/;

test('the core is not of Node.js: a page in a browser has it, too', () => {
  const code = (name: string) => textOf(name).replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');
  const wrong = sources.filter(
    (name) =>
      !ofNode.test(name) &&
      /(from|import\()\s*'node:|\bBuffer\.(from|alloc|concat|byteLength|compare)/.test(code(name)),
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

/** Folders of one family, and the two places that join families. */
const ownPlaces =
  /(^|\/)(from-)?(cpt|criu|linux-cr|openvz)\/|^(families|convert\/bridges|conversion)\/|^family-id\.ts$/;

/** Others that name one, and why: the shorter, the better. A folder stands for all in it. */
const namesFamilies: Readonly<Record<string, string>> = {
  'cli/crit/': "crit is CRIU's own tool, and its images are all that it knows",
  'index.ts':
    'the parts that the library shows besides its four verbs: whoever asks for them asks for one family',
  'restore-sim/conditions.ts': 'a kind of condition, as documents have it: which CRIU restores',
  'restore-sim/kernel/profiles.ts': 'a kernel, as --kernel has it: the one with the patches of that name',
};

/** What is between quotes, and what is imported; comments and sentences may name what they like. */
function namesFamily(name: string): boolean {
  const code = textOf(name).replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');
  const imported = importsOf(name).some(
    (target) =>
      ownPlaces.test(target) &&
      !/^(families|conversion|family-id|convert\/bridges\/(index|bridge))/.test(target),
  );
  return imported || /'(cpt|criu|linux-cr)'/.test(code);
}

test('no file but its own folders and the table names a family', () => {
  const named = sources.filter((name) => !ownPlaces.test(name) && namesFamily(name));
  const listed = Object.keys(namesFamilies);
  const isListed = (name: string) =>
    listed.some((place) => name === place || (place.endsWith('/') && name.startsWith(place)));
  expect(named.filter((name) => !isListed(name))).toEqual([]);
  // What is clean by now is no longer excused.
  expect(listed.filter((place) => !named.some((name) => name.startsWith(place)))).toEqual([]);
});

/** Rooms whose files know each other; nothing from outside is in their circles. */
const circleRooms: readonly string[] = [
  'convert/bridges/cpt-to-criu/',
  'convert/cpt/',
  'convert/criu/',
  'restore-sim/kernel/',
  'restore-sim/restorers/criu/',
  'restore-sim/restorers/openvz/',
  'validate/trust/',
];

/** Groups of files that lead to each other by imports, type-only ones included (Tarjan's algorithm). */
function circles(): string[][] {
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (name: string): void => {
    const own = numbers.size;
    numbers.set(name, own);
    lowest.set(name, own);
    open.push(name);
    for (const target of importsOf(name).filter((each) => sources.includes(each))) {
      if (!numbers.has(target)) visit(target);
      if (open.includes(target)) lowest.set(name, Math.min(lowest.get(name) ?? 0, lowest.get(target) ?? 0));
    }
    if (lowest.get(name) !== own) return;
    const group = open.splice(open.indexOf(name));
    if (group.length > 1) found.push(group.sort());
  };
  for (const name of sources) if (!numbers.has(name)) visit(name);
  return found;
}

test('imports go in no circle, but inside of a room', () => {
  const wide = circles().filter(
    (group) => !circleRooms.some((room) => group.every((name) => name.startsWith(room))),
  );
  expect(wide).toEqual([]);
});

test('whoever imports the library loads no terminal', () => {
  const loaded = new Set(['index.ts']);
  // A set grows while it is walked.
  for (const name of loaded)
    for (const [, target] of textOf(name).matchAll(
      /^(?:import|export)\b(?! type\b)[^;]*?from '(\.[^']+)'/gms,
    )) {
      const path = relative(src, join(src, dirname(name), target ?? ''));
      if (sources.includes(path)) loaded.add(path);
    }
  const heavy = [...loaded].filter(
    (name) => /from '(ink|react)'/.test(textOf(name)) || name.startsWith('inspect-tui'),
  );
  expect(heavy).toEqual([]);
});
