/** Every JSON document that a command prints or writes has a published schema, and keeps to it. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewNames, viewRow } from '../inspect/views/index.ts';
import { projectRoot, sample } from '../test-support/images.ts';
import { runHere } from '../test-support/run-here.ts';
import { readSchema, schemaErrors, schemaId, schemaPaths } from '../test-support/schemas.ts';
import { crConvert } from './convert/command.ts';
import { convertSpec } from './convert/spec.ts';
import { crCrit } from './crit/command.ts';
import { explorerNames } from './crit/explore.ts';
import { critSpec } from './crit/spec.ts';
import { crInspect } from './inspect/command.ts';
import { inspectSpec } from './inspect/spec.ts';
import { otherWords } from './inspect/words.ts';
import { crRestoreSim } from './restore-sim/command.ts';
import { restoreSimSpec } from './restore-sim/spec.ts';
import { crValidate } from './validate/command.ts';
import { validateSpec } from './validate/spec.ts';

const commands = {
  'cr-convert': [convertSpec, crConvert],
  'cr-crit': [critSpec, crCrit],
  'cr-inspect': [inspectSpec, crInspect],
  'cr-restore-sim': [restoreSimSpec, crRestoreSim],
  'cr-validate': [validateSpec, crValidate],
} as const;

const start = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'cr-json-'));
const samples = join(projectRoot, 'samples');

beforeAll(async () => {
  process.chdir(folder);
  copyFileSync(sample('2.6.18-sysv-ipc'), 'old.img');
  copyFileSync(sample('2.6.32-files-sockets'), 'new.img');
  copyFileSync(join(samples, 'criu', 'podman-tree.tar.zst'), 'criu.tar.zst');
  copyFileSync(join(samples, 'linux-cr', 'tree-000.ckpt'), 'linux-cr.ckpt');
  copyFileSync(join(samples, 'broken', 'own-parent.cpt'), 'bad.img');
  mkdirSync('many');
  copyFileSync('old.img', join('many', 'old.img'));
  writeFileSync(
    'restore.log',
    '(00.04) Error (criu/files-reg.c:1824): File /bin/wl has bad size 12 (expect 13)\n',
  );
  await runHere(crit[0], crit[1], ['decode', '-i', 'criu.tar.zst', '-o', 'images', '-q']);
});
afterAll(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true, force: true });
});

const crit = commands['cr-crit'];
const images = ['old.img', 'new.img', 'criu.tar.zst', 'linux-cr.ckpt'];

/** A command line, the schema of what it prints or writes to the file that is named, and the exit code. */
type Line = readonly [line: string, schema: string, status?: number, file?: string];

/** The samples of linux-cr lack the states of their tasks, which is a finding. */
const ofEach = (line: (image: string) => string, schema: string): readonly Line[] =>
  images.map((image) => [line(image), schema, image === 'linux-cr.ckpt' ? 1 : 0]);

const views = viewNames.flatMap((name) =>
  ofEach((image) => `cr-inspect ${image} ${name} --json`, viewRow(name).schema),
);

const words: Readonly<Record<string, readonly Line[]>> = {
  rights: [['cr-inspect criu.tar.zst rights --json', 'inspect-rights']],
  records: [
    ['cr-inspect old.img records --json', 'inspect-records'],
    ['cr-inspect linux-cr.ckpt records --json', 'inspect-records'],
    ['cr-inspect criu.tar.zst records --json', 'inspect-criu-records'],
  ],
  record: [
    ['cr-inspect old.img record task:1 --json', 'inspect-record'],
    ['cr-inspect linux-cr.ckpt record 0 --json', 'inspect-record'],
    ['cr-inspect criu.tar.zst record task:1 --json', 'criu/criu-file'],
  ],
  bytes: [
    ['cr-inspect old.img bytes 0 16 --json', 'inspect-bytes'],
    ['cr-inspect criu.tar.zst bytes core-1.img 0 16 --json', 'inspect-bytes'],
  ],
  memory: [
    ['cr-inspect old.img memory --pid 1 [stack] 16 --json', 'inspect-memory'],
    ['cr-inspect criu.tar.zst memory --pid 1 [stack] --json', 'inspect-memory'],
  ],
  search: ofEach((image) => `cr-inspect ${image} search bin --json`, 'inspect-search'),
  strings: ofEach((image) => `cr-inspect ${image} strings --min 12 --json`, 'inspect-strings'),
  extract: ofEach((image) => `cr-inspect ${image} extract --list --json`, 'inspect-extract'),
  // A page of HTML.
  report: [],
};

const others: readonly Line[] = [
  ['cr-inspect old.img new.img diff --json', 'inspect-diff', 1],
  ['cr-inspect criu.tar.zst criu.tar.zst diff --bytes --json', 'inspect-diff'],
  ['cr-inspect criu.tar.zst criu.tar.zst --stat --json', 'inspect-stat'],
  ...explorerNames.map((what): Line => [`cr-crit x criu.tar.zst ${what} --json`, 'criu-explore']),
  ['cr-crit info criu.tar.zst pstree.img --json', 'criu-info'],
  ['cr-crit decode --lossless criu.tar.zst core-1.img -o core.json', 'criu/criu-file', 0, 'core.json'],
  ['cr-convert --list --json', 'convert-list'],
  ['cr-convert --plan --json old.img', 'convert-report'],
  ['cr-convert --plan --json --to criu old.img', 'convert-report'],
  ['cr-convert --plan --json --to criu-3.12 criu.tar.zst', 'convert-report'],
  ['cr-convert --plan --json linux-cr.ckpt', 'convert-report'],
  ['cr-convert --json --to criu old.img criu-dir', 'convert-report'],
  ['cr-convert --json --to criu --check-root . old.img', 'root-check', 1],
  ['cr-convert --json --to core old.img cores', 'convert-report'],
  ['cr-convert --json old.img old.json', 'cpt/cpt-json', 0, 'old.json'],
  ['cr-convert --json --inline-payload new.img new.json', 'cpt/cpt-json', 0, 'new.json'],
  ['cr-convert --json linux-cr.ckpt linux-cr.json', 'linux-cr/linux-cr-json', 0, 'linux-cr.json'],
  ['cr-convert --json criu.tar.zst criu.json', 'criu/criu-json', 0, 'criu.json'],
  ['cr-validate --rules --json', 'validate-rules'],
  ['cr-validate --explain own-parent --json', 'validate-rules'],
  ['cr-validate --no-config --json old.img criu.tar.zst linux-cr.ckpt', 'validate-report', 1],
  ['cr-validate --no-config --json bad.img', 'validate-report', 1],
  ['cr-validate --init', 'validate-config', 0, 'cr-validate.config.json'],
  ['cr-validate --no-config --write-baseline known.json bad.img', 'validate-baseline', 0, 'known.json'],
  [
    'cr-validate --no-config --write-manifest digests.json criu.tar.zst',
    'validate-manifest',
    0,
    'digests.json',
  ],
  ...ofEach((image) => `cr-restore-sim --json ${image}`, 'restore-report'),
  ['cr-restore-sim --json --engine podman criu.tar.zst', 'restore-report', 1],
  ...images.map(
    (image): Line => [`cr-restore-sim --json --plan --kernel linux-6.18 ${image}`, 'restore-plan', 1],
  ),
  ['cr-restore-sim --list --json', 'restore-list'],
  [`cr-restore-sim replay --json ${join(samples, 'traces')}`, 'restore-replay'],
  ['cr-restore-sim explain --json restore.log criu.tar.zst', 'restore-explain', 1],
  ['cr-restore-sim --capture-host', 'host'],
];

/** Schemas of no document of these, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'checkpoint.schema.json': 'what the library gives: src/model/json.test.ts',
  'cpt/cpt-record.schema.json': 'fields of records: src/validate/cpt/rules/schema.test.ts',
  'linux-cr/linux-cr-record.schema.json': 'fields of records',
  'inspect-list.schema.json': 'of lines: below',
  'preparation.schema.json': 'src/convert/bridges/cpt-to-criu/preparation/preparation.test.ts',
  'restore-real.schema.json': 'needs root: for-real.test.ts',
  'validate-sarif-2.1.0.schema.json': 'of others: src/validate/format/formats.test.ts',
};

async function run(line: string) {
  const [name = '', ...args] = line.split(' ');
  const [spec, main] = commands[name as keyof typeof commands];
  return runHere(spec, main, args);
}

describe('keeps to its schema', () => {
  const lines = [...views, ...Object.values(words).flat(), ...others];
  test.each(lines.map(([line, schema, status = 0, file = '']) => [line, schema, status, file] as const))(
    '%s',
    async (line, schema, status, file) => {
      const ran = await run(line);
      if (status === 0) expect([ran.status, ran.err]).toEqual([0, expect.anything()]);
      else expect([0, status]).toContain(ran.status);
      const document = JSON.parse(file === '' ? ran.out : readFileSync(file, 'utf8'));
      expect(schemaErrors(`${schema}.schema.json`, document)).toBeNull();
      if (schema !== 'validate-config') expect(document.schemaVersion).toBe(1);
    },
  );

  test.each(['checkpoints', 'processes', 'files', 'sockets', 'areas', 'findings'])(
    'rows of cr-inspect list --table %s',
    async (table) => {
      const file = `${table}.ndjson`;
      await run(`cr-inspect list --table ${table} many criu.tar.zst new.img bad.img -o ${file}`);
      const rows = readFileSync(file, 'utf8').trimEnd().split('\n');
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(schemaErrors('inspect-list.schema.json', JSON.parse(row))).toBeNull();
    },
  );

  test('all words, and all schemas', () => {
    expect(Object.keys(words)).toEqual(Object.keys(otherWords));
    const used = lines.map(([, schema]) => `${schema}.schema.json`);
    expect(schemaPaths.filter((path) => !used.includes(path) && !Object.hasOwn(elsewhere, path))).toEqual([]);
  });
});

test.each(schemaPaths.filter((path) => !path.includes('sarif')))('%s has a full $id', (path) => {
  expect(readSchema(path)).toMatchObject({ $id: schemaId(path), title: expect.any(String) });
});

test.each([
  'cr-crit show --json criu.tar.zst pstree.img',
  'cr-validate --init --json',
  'cr-validate --rules --strict',
  'cr-validate --explain own-parent --strict',
])('%s: what does not apply is refused', async (line) => {
  expect(await run(line)).toMatchObject({ status: 2, out: '' });
});
