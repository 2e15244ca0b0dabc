/** Every example of `--help`, and every line after `$` in the documents, is run: none may be a wrong usage. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../scripts/build/bundle.ts';
import { findImageDirectories, openTree } from '../parse/criu/index.ts';
import { projectRoot } from '../test-support/images.ts';
import { isThorough } from '../test-support/thorough.ts';
import { commandSpecs } from './specs.ts';

const start = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'cr-examples-'));
const samples = join(projectRoot, 'samples');

/** Not run, and why. */
const left: readonly (readonly [RegExp, string])[] = [
  [/^cr-inspect \S+( new\.img)?$/, 'opens the inspector'],
  [/this-host|capture-host/, 'depends on this machine'],
  [/https?:|oci:|docker:/, 'asks a server'],
];

interface Example {
  readonly line: string;
  /** Exit codes that are right. */
  readonly codes: readonly number[];
}

/** Lines after `$` with the exit code that follows in brackets; 0 without one. */
function examplesOf(text: string): readonly Example[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const command = /^\$ (.*?)(?:\s{2,}#.*)?$/.exec(line)?.[1];
    if (command === undefined) return [];
    return { line: command, codes: [Number(/^\(exit (\d+)\)$/.exec(lines[at + 1] ?? '')?.[1] ?? 0)] };
  });
}

/** Bytes of images are on hand under the names that the examples use. */
async function fill(directory: string): Promise<void> {
  const at = (...names: string[]) => join(directory, ...names);
  const cpt = (name: string) => join(samples, 'cpt', `${name}.cpt`);
  mkdirSync(at('dumps'), { recursive: true });
  mkdirSync(at('archives'));
  mkdirSync(at('image'));
  copyFileSync(cpt('2.6.18-sysv-ipc'), at('old.img'));
  writeFileSync(at('old.img.gz'), gzipSync(readFileSync(cpt('2.6.18-sysv-ipc'))));
  copyFileSync(cpt('2.6.32-counter'), at('dumps', 'good.img'));
  copyFileSync(join(samples, 'broken', 'own-parent.cpt'), at('dumps', 'bad.img'));
  for (const name of ['checkpoint.tar.zst', 'checkpoint.tar', 'archives/one.tar.zst'])
    copyFileSync(join(samples, 'criu', 'podman-tree.tar.zst'), at(name));
  const root = await openTree(join(samples, 'criu', 'sysvipc.tar.gz'), () => {});
  const [images] = findImageDirectories(root, () => {});
  for (const { name, kind } of images?.list() ?? []) {
    const source = kind === 'file' ? images?.open(name) : undefined;
    if (source) writeFileSync(at('image', name), source.view(0, source.size));
  }
  root.close();
  copyFileSync(at('image', 'core-1.img'), at('core-1.img'));
  for (const name of ['images', 'dump']) cpSync(at('image'), at(name), { recursive: true });
  cpSync(join(samples, 'traces'), at('traces'), { recursive: true });
  writeFileSync(
    at('restore.log'),
    '(00.04) Error (criu/files-reg.c:1824): File /bin/wl has bad size 12 (expect 13)\n',
  );
  writeFileSync(
    at('pod.yaml'),
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: tree\n      image: tree\n',
  );
}

beforeAll(async () => {
  const names = commandSpecs.map(({ name }) => name);
  await bundle(projectRoot, { version: '0.0.0', commit: 'test' }, join(folder, 'dist'), [
    ...names,
    'checkpointctl-cr',
  ]);
  mkdirSync(join(folder, 'path'));
  for (const name of [...names, 'checkpointctl-cr']) {
    const program = join(folder, 'dist', 'bin', `${name}.js`);
    spawnSync('chmod', ['755', program]);
    symlinkSync(program, join(folder, 'path', name));
  }
});
afterAll(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true, force: true });
});

function run(line: string, cwd: string) {
  const PATH = `${join(folder, 'path')}:${process.env['PATH']}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, env: { ...process.env, PATH } });
  return { status, err: stderr.toString(), out: stdout.toString() };
}

const isLeft = (line: string) => left.some(([pattern]) => pattern.test(line));

const documentNames = [
  'README.md',
  ...readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('rules'))
    .map((name) => join('docs', name))
    .sort(),
];
const documents = documentNames.filter((name) =>
  examplesOf(readFileSync(join(projectRoot, name), 'utf8')).some(({ line }) => !isLeft(line)),
);

/** Lines of blocks without a language that begin with a command of ours; scripts say which shell they are for. */
const unmarked = (text: string) =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, language = '', block = '']) =>
    ['', 'console'].includes(language)
      ? block.split('\n').filter((line) => /^(cr-|checkpointctl-cr)/.test(line))
      : [],
  );

test('what documents tell to run stands after $', () => {
  const lines = documentNames.flatMap((name) =>
    unmarked(readFileSync(join(projectRoot, name), 'utf8')).map((line) => `${name}: ${line}`),
  );
  expect(lines).toEqual([]);
});

// An ordinary run takes the first page; CI takes them all.
describe.each(isThorough ? documents : documents.slice(0, 1))('%s', (name) => {
  const directory = join(folder, name.replaceAll('/', '-'));
  beforeAll(() => fill(directory));
  const examples = examplesOf(readFileSync(join(projectRoot, name), 'utf8')).filter(
    ({ line }) => !isLeft(line),
  );
  test.each(examples.map(({ line, codes }) => [line, codes] as const))('%s', (line, codes) => {
    const { status, err, out } = run(line, directory);
    expect([status, codes.includes(status ?? -1) ? '' : err || out.slice(-400)]).toEqual([codes[0], '']);
  });
});

describe.each(commandSpecs.map((spec) => [spec.name, spec] as const))('%s --help', (name, { examples }) => {
  const directory = join(folder, name);
  beforeAll(async () => {
    await fill(directory);
    copyFileSync(join(samples, 'cpt', '2.6.32-counter.cpt'), join(directory, 'new.img'));
    writeFileSync(join(directory, 'known.json'), '{"schemaVersion":1,"findings":[]}');
    if (name === 'cr-convert') rmSync(join(directory, 'new.img'));
  });
  const lines = examples.map(([line]) =>
    line.replace('/var/lib/checkpoints', 'archives').replace('/ctr', '.'),
  );
  test.each(lines.filter((line) => !isLeft(line)))('%s', (line) => {
    const { status, err } = run(line, directory);
    expect([0, 1].includes(status ?? -1) ? '' : err).toBe('');
  });
});
