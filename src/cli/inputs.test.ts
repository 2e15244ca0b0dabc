/**
 * Whatever a command reads it does not replace, named or not: payloads of documents, older images of a chain, hosts and
 * settings. Each row is a command whose output was once an input with `--force`, or one that must be let.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { convertImage } from '../index.ts';
import { projectRoot, sample } from '../test-support/images.ts';
import { runHere } from '../test-support/run-here.ts';
import { crConvert } from './convert/command.ts';
import { convertSpec } from './convert/spec.ts';
import { crCrit } from './crit/command.ts';
import { critSpec } from './crit/spec.ts';
import { crInspect } from './inspect/command.ts';
import { inspectSpec } from './inspect/spec.ts';
import { crValidate } from './validate/command.ts';
import { validateSpec } from './validate/spec.ts';

const commands = {
  'cr-convert': [convertSpec, crConvert],
  'cr-inspect': [inspectSpec, crInspect],
  'cr-validate': [validateSpec, crValidate],
  'cr-crit': [critSpec, crCrit],
} as const;

const base = mkdtempSync(join(tmpdir(), 'cr-inputs-test-'));
const [template, place, home] = [join(base, 'template'), join(base, 'place'), process.cwd()];

async function run(line: string): Promise<{ readonly status: number; readonly err: string }> {
  const [name, ...words] = line.split(' ');
  const [spec, main] = commands[name as keyof typeof commands];
  return runHere(spec, main, words);
}

/** Paths below with what they hold. */
function contents(directory: string): readonly string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    const stat = lstatSync(path);
    if (stat.isDirectory()) return [path, ...contents(path)];
    const what = stat.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'latin1');
    return `${path} ${what}`;
  });
}

beforeAll(async () => {
  mkdirSync(template);
  process.chdir(template);
  copyFileSync(sample('2.6.18-counter'), 'a.cpt');
  copyFileSync('a.cpt', 'b.cpt');
  mkdirSync('criu');
  const archive = join(projectRoot, 'samples/criu/counter.tar.gz');
  execFileSync('tar', ['xzf', archive, '-C', 'criu']);
  // One image of ours, and one that builds on it.
  for (const line of [
    'cr-convert -q --to json a.cpt a.json',
    'cr-convert -q criu own',
    'cr-convert -q --to json own own.json',
    'cr-convert -q criu newer --delta own',
    'cr-validate -q --no-config --write-baseline known.json a.cpt',
    'cr-crit decode -i own/inventory.img -o own-inventory.json',
  ])
    expect(await run(line), line).toMatchObject({ status: 0 });
  writeFileSync('settings.json', '{"schemaVersion":1,"baseline":"known.json"}');
  copyFileSync(join(projectRoot, 'samples/hosts/README.md'), 'notes.md');
  linkSync('a.cpt', 'hard.cpt');
  symlinkSync('a.cpt', 'soft.cpt');
  symlinkSync('own', 'other');
  mkdirSync('many');
  for (let index = 0; index < 20; index++) copyFileSync('a.cpt', `many/${index}.cpt`);
  copyFileSync('a.json', 'many/a.json');
  copyFileSync('a.cpt', 'many/a.cpt');
});
beforeEach(() => {
  process.chdir(home);
  rmSync(place, { recursive: true, force: true });
  cpSync(template, place, { recursive: true, verbatimSymlinks: true });
  process.chdir(place);
  rmSync('hard.cpt');
  linkSync('a.cpt', 'hard.cpt');
});
afterAll(() => {
  process.chdir(home);
  rmSync(base, { recursive: true, force: true });
});

/** So many that threads read them. */
const named = (count: number) => Array.from({ length: count }, (_, index) => `many/${index}.cpt`).join(' ');

describe('refused, and nothing is lost or left', () => {
  test.each([
    // The payloads of a document.
    'cr-convert -f a.json a.cpt',
    'cr-convert -f a.json hard.cpt',
    'cr-convert -f a.json soft.cpt',
    'cr-convert -f a.json /proc/self/cwd/a.cpt',
    'cr-convert -f --to json a.json a.json',
    'cr-inspect a.json report -f -o many/../a.cpt',
    'cr-inspect own.json report -f -o own/pages-1.img',
    'cr-convert -f own.json own',
    // The older image of a chain.
    'cr-convert -f newer own',
    'cr-convert -f newer other --flatten',
    'cr-convert -f newer/inventory.img own --flatten',
    'cr-inspect newer report -f -o own/pages-1.img',
    'cr-convert -f criu own --delta other',
    // Other files of an image of which one is named.
    'cr-inspect own/inventory.img report -f -o own/pages-1.img',
    'cr-crit decode -i own/inventory.img -o own/pages-1.img',
    'cr-crit set own inventory.img img_version=1 -o own/pstree.img',
    'cr-crit encode -i own-inventory.json --name inventory.img -o own-inventory.json',
    'cr-crit decode own -o own -f',
    // Documents that are named or found.
    'cr-validate a.cpt --no-config --on HOST --write-baseline HOST -f',
    'cr-validate a.cpt --config settings.json --write-baseline settings.json -f',
    'cr-validate a.cpt --config settings.json --write-manifest settings.json -f',
    'cr-validate a.cpt --no-config --write-baseline soft.cpt -f',
    // What a search finds, and what threads read.
    'cr-validate many --no-config --write-baseline many/7.cpt -f',
    'cr-inspect list many -f --format csv -o many/7.cpt',
    `cr-inspect list many/a.json ${named(20)} --jobs 2 -f --format csv -o many/a.cpt`,
    'cr-validate many/a.json many/1.cpt --no-config --jobs 2 --write-baseline many/a.cpt -f',
    'cr-validate own newer --no-config --write-manifest own/pages-1.img -f',
  ])('%s', async (line) => {
    // A host is described by somebody else: its document is made here.
    if (line.includes('HOST')) writeFileSync('HOST', hostDocument());
    const before = contents(place);
    const { status, err } = await run(line);
    expect(err).toContain('cannot be written: it is, or holds, the input ');
    expect(status).toBe(3);
    expect(contents(place)).toEqual(before);
  });
});

describe('let', () => {
  test.each([
    'cr-convert -f a.cpt b.cpt',
    'cr-convert -f a.json b.cpt',
    'cr-convert -f criu own',
    'cr-convert -f criu newer --delta own',
    'cr-inspect own report -f -o notes.md',
    // A document that is updated, and its image as it was before.
    'cr-validate a.cpt --no-config --baseline known.json --write-baseline known.json -f',
    'cr-validate a.cpt --config settings.json --write-baseline known.json -f',
    'cr-crit set own/inventory.img img_version=2',
    'cr-crit set own/inventory.img img_version=2 -o own/inventory.img',
    'cr-crit encode -i own-inventory.json -o own/inventory.img',
    'cr-inspect list many -f --format csv -o notes.md',
    'cr-validate many --no-config --write-baseline many/notes.md -f',
  ])('%s', async (line) => {
    writeFileSync('many/notes.md', '');
    expect(await run(line)).toMatchObject({
      status: 0,
      err: expect.not.stringContaining('cannot be written'),
    });
  });

  test('the same decoded again, beside it', async () => {
    for (let time = 0; time < 2; time++)
      expect(await run('cr-crit decode -i own/inventory.img -o own/inventory.json')).toMatchObject({
        status: 0,
      });
  });
});

test('an option that would not be read is none of a manifest', async () => {
  const before = contents(place);
  expect(await run('cr-validate a.cpt --spec notes.md --write-manifest notes.md -f')).toMatchObject({
    status: 2,
    err: expect.stringContaining('--spec does not apply to --write-manifest'),
  });
  expect(contents(place)).toEqual(before);
});

test('a program of the library makes one of the other, and then the other of the one', async () => {
  await convertImage('a.json', 'b.cpt', { force: true });
  await expect(convertImage('a.json', 'a.cpt', { force: true })).rejects.toThrow(
    'it is, or holds, the input',
  );
  await convertImage('b.cpt', 'a.cpt', { force: true });
});

const hostDocument = (): string => readFileSync(join(projectRoot, 'samples/hosts', hostName()), 'utf8');

function hostName(): string {
  const name = readdirSync(join(projectRoot, 'samples/hosts')).find((each) => each.endsWith('.json'));
  if (name === undefined) throw new Error('no host is described');
  return name;
}
