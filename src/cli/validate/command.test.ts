/** cr-validate as a user runs it: real files, exit codes and what is printed; the built program where a process matters. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { codeTables } from '../../codes.ts';
import { buildCommand } from '../../test-support/built.ts';
import { tarOf } from '../../test-support/containers.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { runHere } from '../../test-support/run-here.ts';
import { crValidate } from './command.ts';
import { validateSpec } from './spec.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-validate-test-'));
const start = process.cwd();
let program = '';
const broken = (code: string) => join(projectRoot, 'samples', 'broken', `${code}.cpt`);

beforeAll(async () => {
  program = await buildCommand('cr-validate', directory);
  mkdirSync(join(directory, 'dumps', 'old'), { recursive: true });
  copyFileSync(sample('2.6.18-counter'), join(directory, 'dumps', 'good.img'));
  copyFileSync(broken('own-parent'), join(directory, 'dumps', 'old', 'bad.img'));
  writeFileSync(join(directory, 'dumps', 'notes.txt'), 'no image');
  process.chdir(directory);
});
afterAll(() => {
  process.chdir(start);
  rmSync(directory, { recursive: true, force: true });
});

const run = (args: readonly string[]) => runHere(validateSpec, crValidate, args);

/** As it is installed, with pipes and threads. */
function runProgram(args: readonly string[], input?: Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: directory,
    input,
  });
  return { status, out: stdout.toString('utf8'), err: stderr.toString('utf8') };
}

test('a good image', async () => {
  const { status, out, err } = await run([sample('2.6.32-counter')]);
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain('cpt-2.6.32.3/042stab108.1: nothing found');
  expect(out).toContain('1 image: 1 good, 0 bad; 0 errors, 0 warnings, 0 notes');
});

test('a bad one, with place and bytes', async () => {
  const { status, out } = await run([broken('own-parent')]);
  expect(status).toBe(1);
  expect(out).toContain('error own-parent (references)');
  expect(out).toContain('at 0xc8, UBC/ubc.parent');
});

test.each([
  [['nowhere.img'], 3, 'nowhere.img: does not exist (ENOENT)'],
  [[], 2, 'an image is missing'],
  [['--ignore', 'nothing', 'dumps'], 2, 'there is no code "nothing"'],
  [['--kernel', 'openvz-9', 'dumps'], 2, 'there is no kernel "openvz-9"'],
  [['--layer', 'depth', 'dumps'], 2, '--layer takes framing'],
  [['--jobs', 'many', 'dumps'], 2, '--jobs takes 1 to 99'],
  [['--format', 'xml', 'dumps'], 2, '--format takes text, json, sarif, junit, github'],
  [['--explain', 'nothing'], 2, 'there is no code "nothing"'],
])('%j ends with %i', async (args, status, message) => {
  const result = await run(args);
  expect([result.status, result.out]).toEqual([status, '']);
  expect(result.err).toContain(message);
  expect(result.err).not.toContain('    at ');
});

test('one unreadable image does not hide the others', async () => {
  const { status, out, err } = await run(['nowhere.img', 'dumps/old/bad.img']);
  expect(status).toBe(3);
  expect(err).toContain('nowhere.img');
  expect(out).toContain('error own-parent');
});

test('directories are walked; files that are no images are passed over', async () => {
  const { status, out } = await run(['--json', 'dumps']);
  const report = JSON.parse(out);
  expect(status).toBe(1);
  expect(report.images.map(({ path }: { path: string }) => path)).toEqual([
    'dumps/good.img',
    'dumps/old/bad.img',
  ]);
  const schema = JSON.parse(
    readFileSync(join(projectRoot, 'formats', 'validate-report.schema.json'), 'utf8'),
  );
  expect(new Ajv({ strict: false }).validate(schema, report)).toBe(true);
});

test('a directory without images is a finding, alone and beside good ones, whatever else lies in it', async () => {
  mkdirSync('bare');
  mkdirSync('others');
  writeFileSync('others/notes.tar', tarOf({ 'notes.txt': 'x' }));
  const good = sample('2.6.32-counter');
  for (const [names, said] of [
    [['bare'], 'bare holds no CRIU images: it is empty'],
    [['others'], 'others holds no CRIU images: it has archives (notes.tar)'],
    [[good, 'bare'], 'bare holds no CRIU images: it is empty'],
    [['others', good], 'others holds no CRIU images: it has archives (notes.tar)'],
  ] as const) {
    const { status, out, err } = await run(['--json', ...names]);
    const found = JSON.parse(out).images.flatMap(({ diagnostics }: { diagnostics: object[] }) => diagnostics);
    expect([status, err, found]).toEqual([1, '', [expect.objectContaining({ severity: 'error' })]]);
    expect(found[0].message).toContain(said);
  }
  const { status, err } = await run(['--write-manifest', 'bare.json', 'bare']);
  expect([status, err, existsSync('bare.json')]).toEqual([1, expect.stringContaining('it is empty'), false]);
});

test('in threads the report is the same', async () => {
  const args = ['--json', 'dumps', broken('zero-next'), sample('2.6.18-tree'), 'dumps/good.img'];
  expect(runProgram(['--jobs', '3', ...args])).toEqual(runProgram(['--jobs', '1', ...args]));
});

test('standard input', async () => {
  const { status, out } = runProgram(['-'], readFileSync(broken('page-size')));
  expect(status).toBe(0);
  expect(out).toContain('warning page-size');
  expect(runProgram(['--strict', '-'], readFileSync(broken('page-size'))).status).toBe(1);
});

test('a rehearsal on another kernel, and none', async () => {
  const hz = await run(['--kernel', 'openvz-2.6.18/hz250', 'dumps/good.img']);
  expect(hz.status).toBe(1);
  expect(hz.out).toContain('restore-hz-mismatch');
  expect((await run(['--no-sim', '--kernel', 'openvz-2.6.18/hz250', 'dumps/good.img'])).status).toBe(0);
});

test('a rehearsal on a host where a pid is taken', async () => {
  const host = { schemaVersion: 1, processes: [{ pid: 1204, comm: 'cron' }] };
  writeFileSync(join(directory, 'host.json'), JSON.stringify(host));
  const { status, out } = await run(['--kernel', 'linux-6.18', '--on', 'host.json', 'dumps/good.img']);
  expect([status, out.includes('restore-')]).toEqual([status, true]);
  writeFileSync(join(directory, 'host.json'), '{"schemaVersion":2}');
  expect(await run(['--on', 'host.json', 'dumps/good.img'])).toMatchObject({ status: 2, out: '' });
});

test('--rules and --explain', async () => {
  expect((await run(['--rules'])).out).toContain('unopened-file');
  expect((await run(['--explain', 'unopened-file'])).out).toContain('How to mend it:');
  // As cr-restore-sim calls them.
  expect((await run(['--explain', 'criu-file-missing'])).out).toMatch(/^restore-criu-file-missing \(error/);
  expect((await run(['--explain', 'tcp-established'])).out).toMatch(
    /a condition of a restore: option[\s\S]*fails/,
  );
  // Every code that docs/codes.md has, whoever says it.
  for (const code of Object.values(codeTables).flatMap((table) => Object.keys(table)))
    expect(await run(['--explain', code])).toMatchObject({ status: 0, out: expect.stringContaining(code) });
  expect((await run(['--explain', 'json-payload'])).out).toMatch(/lies outside the image/);
  const { rules: others } = JSON.parse((await run(['--explain', 'json-payload', '--json'])).out);
  // No layer raises it.
  expect(others[0]).not.toHaveProperty('layer');
  const { rules: pages } = JSON.parse((await run(['--explain', 'tcp-established', '--json'])).out);
  expect(pages).toEqual([expect.objectContaining({ code: 'tcp-established', layer: 'restore' })]);
  const schema = readFileSync(join(projectRoot, 'formats', 'validate-rules.schema.json'), 'utf8');
  const ajv = new Ajv({ strict: false });
  expect([
    ajv.validate(JSON.parse(schema), { schemaVersion: 1, rules: [...pages, ...others] }),
    ajv.errors,
  ]).toEqual([true, null]);
});

describe('configuration', () => {
  test('severities by path, policies, and what is wrong in the file', async () => {
    const config = join(directory, 'cr-validate.config.json');
    const write = (json: object) => writeFileSync(config, JSON.stringify(json));
    write({
      schemaVersion: 1,
      overrides: [
        { paths: ['dumps/old/**'], rules: { 'own-parent': 'off', 'restore-beancounter-parent': 'off' } },
      ],
    });
    expect((await run(['dumps'])).status).toBe(0);
    expect((await run(['--no-config', 'dumps'])).status).toBe(1);
    write({ schemaVersion: 1, policies: [{ name: 'no roots', deny: { uids: [0] } }] });
    const denied = runProgram(['dumps/good.img', 'dumps/good.img', '--jobs', '2']);
    expect([denied.status, denied.out.includes('policy "no roots"')]).toEqual([1, true]);
    write({ schemaVersion: 1, polices: [] });
    expect(await run(['dumps'])).toMatchObject({ status: 2, err: expect.stringContaining('polices') });
    rmSync(config);
  });

  test('a baseline silences what is known', async () => {
    const written = await run(['--write-baseline', 'known.json', 'dumps']);
    expect(written.status).toBe(0);
    const { findings } = JSON.parse(readFileSync(join(directory, 'known.json'), 'utf8'));
    const count = findings.reduce((sum: number, entry: { count: number }) => sum + entry.count, 0);
    expect(written.err).toBe(`written to known.json: ${count} findings, not reported with --baseline\n`);
    expect((await run(['--write-baseline', 'known.json', 'dumps'])).status).toBe(3);
    const known = await run(['--baseline', 'known.json', 'dumps']);
    expect(known.status).toBe(0);
    expect(known.out).toContain('known from the baseline');
    copyFileSync(broken('zero-next'), join(directory, 'dumps', 'new.img'));
    expect((await run(['--baseline', 'known.json', 'dumps'])).status).toBe(1);
    rmSync(join(directory, 'dumps', 'new.img'));
  });
});

test('a configuration to start from changes nothing, and is found from below', async () => {
  const start = join(directory, 'start', 'deep', 'er');
  mkdirSync(start, { recursive: true });
  const at = (cwd: string, ...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd });
  const before = at(start, '--no-config', broken('own-parent')).stdout.toString();
  expect(at(join(directory, 'start'), '--init').status).toBe(0);
  expect(at(join(directory, 'start'), '--init').status).toBe(3);
  const after = at(start, broken('own-parent'));
  expect([after.status, after.stdout.toString()]).toEqual([1, before]);
  expect(after.stderr.toString()).toContain('start/cr-validate.config.json');
  mkdirSync(join(start, '.git'));
  expect(at(start, broken('own-parent')).stderr.toString()).toBe('');
});

test('files of one image directory are that directory, once', async () => {
  const image = join(directory, 'one-image');
  mkdirSync(image);
  spawnSync('tar', ['xzf', join(projectRoot, 'samples', 'criu', 'sysvipc.tar.gz'), '-C', image]);
  const files = readdirSync(join(image, 'img')).map((name) => join(image, 'img', name));
  expect((await run(files)).out).toContain('1 image: 1 good');
  expect((await run([...files, sample('2.6.32-counter')])).out).toContain('2 images: 2 good');
});

test('all rules as JSON fit their schema', async () => {
  const { status, out } = await run(['--rules', '--json']);
  const schema = JSON.parse(readFileSync(join(projectRoot, 'formats/validate-rules.schema.json'), 'utf8'));
  expect([status, new Ajv({ strict: false }).validate(schema, JSON.parse(out))]).toEqual([0, true]);
  expect((await run(['--explain', 'unopend-file'])).err).toContain('did you mean "unopened-file"?');
});

describe('the action', () => {
  const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8'));
  const step = action.runs.steps.at(-1);

  function act(repository: string, base: string, inputs: Readonly<Record<string, string>> = {}) {
    const values = Object.fromEntries(
      Object.entries(action.inputs as Record<string, { default: string }>).map(([name, input]) => [
        `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
        inputs[name] ?? input.default,
      ]),
    );
    const { status, stdout, stderr } = spawnSync('bash', ['-c', step.run], {
      cwd: repository,
      env: { ...process.env, ...values, BASE_SHA: base, PROGRAM: program },
    });
    return { status, out: stdout.toString('utf8'), err: stderr.toString('utf8') };
  }

  const gitIn =
    (cwd: string) =>
    (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd })
        .stdout.toString()
        .trim();

  test('judges the images that a change touches, whatever they are called', async () => {
    const repository = join(directory, 'repository');
    mkdirSync(repository);
    const git = gitIn(repository);
    git('init', '-q');
    copyFileSync(broken('zero-next'), join(repository, 'old.img'));
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    const base = git('rev-parse', 'HEAD');
    copyFileSync(sample('2.6.18-counter'), join(repository, '-a $(touch x).img'));
    git('add', '.');
    git('commit', '-q', '-m', 'two');
    const good = act(repository, base);
    expect([good.status, good.err]).toEqual([0, '']);
    expect(good.out).toContain('1 image: 1 good');
    expect(existsSync(join(repository, 'x'))).toBe(false);
    copyFileSync(broken('own-parent'), join(repository, 'bad.cpt'));
    git('add', '.');
    git('commit', '-q', '-m', 'three');
    const bad = act(repository, base, { output: 'report.sarif', format: 'sarif' });
    expect(bad.status).toBe(1);
    expect(JSON.parse(readFileSync(join(repository, 'report.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(act(repository, base, { paths: 'old.img' }).status).toBe(1);
  });

  test('a file of a CRIU directory means the directory, once; archives are images; what is gone or moved is neither', () => {
    const repository = join(directory, 'forms');
    mkdirSync(join(repository, 'dump'), { recursive: true });
    const archive = (name: string) => join(projectRoot, 'samples', 'criu', name);
    const git = gitIn(repository);
    const commit = () => {
      git('add', '.');
      git('commit', '-q', '-m', 'all');
    };
    git('init', '-q');
    copyFileSync(broken('zero-next'), join(repository, 'gone.cpt'));
    copyFileSync(broken('own-parent'), join(repository, 'untouched.cpt'));
    commit();
    const base = git('rev-parse', 'HEAD');
    spawnSync('tar', ['xzf', archive('counter.tar.gz'), '-C', join(repository, 'dump')]);
    copyFileSync(archive('podman-counter.tar.gz'), join(repository, 'checkpoint.tar.gz'));
    copyFileSync(archive('podman-tree.tar.zst'), join(repository, 'tree.tar.zst'));
    copyFileSync(sample('2.6.32-counter'), join(repository, 'new name.cpt'));
    writeFileSync(join(repository, 'notes.txt'), 'no image');
    git('rm', '-q', 'gone.cpt');
    commit();
    const { status, out, err } = act(repository, base, { format: 'text' });
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('4 images: 4 good');
  });

  test('passes every input through the environment only', () => {
    expect(step.run).not.toContain('${{');
    const used = Object.values(step.env as Record<string, string>).join(' ');
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name} `);
  });
});

test('the pre-commit hook runs the program on images', async () => {
  const [hook] = parse(readFileSync(join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8'));
  expect(hook).toMatchObject({ id: 'cr-validate', entry: 'cr-validate', language: 'node' });
  expect(new RegExp(hook.files).test('dumps/a.cpt')).toBe(true);
});
