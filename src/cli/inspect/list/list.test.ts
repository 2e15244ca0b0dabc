/** cr-inspect list: rows of real images in every form, and the questions of docs/fleet.md asked of them by DuckDB. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listTableNames } from '../../../inspect/list/tables.ts';
import { engineFiles, imageFiles, writeTree } from '../../../test-support/containers.ts';
import { projectRoot } from '../../../test-support/images.ts';
import { runCommand } from '../../run.ts';
import { crInspect } from '../command.ts';
import { inspectSpec } from '../spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-list-'));
const archives = join(folder, 'archives');
const samples = join(projectRoot, 'samples');

beforeAll(() => {
  mkdirSync(join(archives, 'deeper'), { recursive: true });
  copyFileSync(join(samples, 'cpt/2.6.18-tcp-udp.cpt'), join(archives, 'a.cpt'));
  copyFileSync(join(samples, 'criu/podman-tree.tar.zst'), join(archives, 'b.tar.zst'));
  copyFileSync(join(samples, 'criu/programs/container.tar.gz'), join(archives, 'deeper', 'c.tar.gz'));
  const cut = readFileSync(join(samples, 'criu/counter.tar.gz')).subarray(0, 3000);
  writeFileSync(join(archives, 'd.tar.gz'), cut);
  writeFileSync(join(archives, 'notes.txt'), 'no image');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function list(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    isOutTty: false,
    isErrTty: false,
    columns: 80,
    env: {},
  };
  const status = await runCommand(inspectSpec, ['list', '-j', '1', ...args], terminal, crInspect);
  return { status, out: out.join(''), err: err.join('') };
}

const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a row for each checkpoint; a damaged archive is one with its error', async () => {
  const path = join(folder, 'checkpoints.ndjson');
  const { status, err } = await list(archives, '-o', path);
  expect([status, err]).toEqual([1, '1 of 4 has errors; the column "error" says which\n']);
  expect(
    rowsOf(path).map(({ path: name, container, family, engine, processes, error }) => [
      name.slice(archives.length + 1),
      ...[container, family, engine, processes, error !== null],
    ]),
  ).toEqual([
    ['a.cpt', '', 'cpt', null, 2, false],
    ['b.tar.zst', 'checkpoint', 'criu', 'podman', 15, false],
    ['d.tar.gz', '', null, null, null, true],
    ['deeper/c.tar.gz', 'img', 'criu', null, 7, false],
  ]);
});

test('--since leaves out what is the same, --shard what is of others', async () => {
  const all = rowsOf(join(folder, 'checkpoints.ndjson')).map(({ path }) => path);
  const before = join(folder, 'before.ndjson');
  const lines = readFileSync(join(folder, 'checkpoints.ndjson'), 'utf8').split('\n');
  writeFileSync(before, `${lines[0]}\n${lines[1]?.replace(/"fileBytes":"\d+"/, '"fileBytes":"1"')}\n`);
  const rest = join(folder, 'rest.ndjson');
  await list(archives, '--since', before, '-o', rest);
  expect(rowsOf(rest).map(({ path }) => path)).toEqual(all.slice(1));
  const found: string[] = [];
  for (const part of [1, 2, 3]) {
    const place = join(folder, `part-${part}.ndjson`);
    await list(archives, '--shard', `${part}/3`, '-o', place);
    if (readFileSync(place, 'utf8') !== '') found.push(...rowsOf(place).map(({ path }) => path));
  }
  expect(found.sort()).toEqual([...all].sort());
});

test('rows of JSON to standard output come with each path, and stay when the run fails', async () => {
  const told: number[] = [];
  const terminal = {
    out: (text: string) => {
      told.push(text.split('\n').length - 1);
      if (told.length === 3) throw new Error('the run ends here');
    },
    err: () => {},
    isOutTty: false,
    isErrTty: false,
    columns: 80,
    env: {},
  };
  const words = ['list', '-j', '1', '--format', 'ndjson', archives];
  expect(await runCommand(inspectSpec, words, terminal, crInspect)).toBe(70);
  expect(told).toEqual([1, 1, 1]);
});

test('--since of several runs, one of which was ended while it wrote a row', async () => {
  const all = rowsOf(join(folder, 'checkpoints.ndjson')).map(({ path }) => path);
  const lines = readFileSync(join(folder, 'checkpoints.ndjson'), 'utf8').split('\n');
  const [first, second] = [join(folder, 'first.ndjson'), join(folder, 'second.ndjson')];
  writeFileSync(first, `${lines[0]}\n${lines[1]?.slice(0, -20)}`);
  writeFileSync(second, `${lines[2]}\n`);
  const rest = join(folder, 'of-several.ndjson');
  await list(archives, '--since', first, '--since', second, '-o', rest);
  expect(rowsOf(rest).map(({ path }) => path)).toEqual([all[1], all[3]]);
  // Of an archive with several rows, one of which is there.
  const another = lines[0]?.replace('"container":""', '"container":"another"') ?? '';
  for (const length of [10, another.length - 20]) {
    writeFileSync(first, `${lines[1]}\n${lines[0]}\n${another.slice(0, length)}`);
    await list(archives, '--since', first, '-f', '-o', rest);
    expect(rowsOf(rest).map(({ path }) => path)).toEqual([all[0], all[2], all[3]]);
  }
  writeFileSync(first, lines[0]?.slice(0, -20) ?? '');
  await list(archives, '--since', first, '-f', '-o', rest);
  expect(rowsOf(rest).map(({ path }) => path)).toEqual(all);
  writeFileSync(first, `${lines[0]}\n{\n${lines[1]}\n`);
  const { status, err } = await list(archives, '--since', first);
  expect([status, err]).toEqual([2, expect.stringContaining('is no JSON')]);
});

test('--since reads a directory again when something in one below was changed', async () => {
  const bundle = join(folder, 'bundle');
  const [inner, before] = [join(bundle, 'checkpoint'), join(folder, 'bundles.ndjson')];
  writeTree(bundle, engineFiles(await imageFiles('counter.tar.gz'), 'app'));
  const paths = async () => {
    const after = join(folder, 'bundles-after.ndjson');
    await list(bundle, '--since', before, '-f', '-o', after);
    const isEmpty = readFileSync(after, 'utf8') === '';
    return isEmpty ? [] : rowsOf(after).map(({ path }) => path);
  };
  await list(bundle, '-o', before);
  const stats = readdirSync(bundle, { recursive: true }).map((name) => statSync(join(bundle, String(name))));
  const bytes = stats.reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  expect([rowsOf(before)[0].fileBytes, await paths()]).toEqual([String(bytes), []]);
  const [member = ''] = readdirSync(inner).filter((name) => name.startsWith('core-'));
  truncateSync(join(inner, member), 100);
  expect(await paths()).toEqual([bundle]);
});

test('what cannot be looked at is a row, and the others go on', async () => {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  symlinkSync(there, here);
  symlinkSync(here, there);
  for (const since of [[], ['--since', join(folder, 'checkpoints.ndjson')]]) {
    const path = join(folder, 'loop.ndjson');
    const { status } = await list(here, join(samples, 'criu/counter.tar.gz'), ...since, '-f', '-o', path);
    const errors = rowsOf(path).map(({ error }) => error);
    expect([status, errors]).toEqual([3, [expect.stringContaining('(ELOOP)'), null]]);
  }
});

test.each([
  ['{"path":"a","fileTime":"x"}\n{"path":"a","fileBytes":"../x"}\n{"path":"a","fileBytes":1.5}\n', 0, ''],
  ['\n'.repeat(1000), 0, ''],
  ['[]\n', 2, 'no row of a table'],
  ['null\n', 2, 'no row of a table'],
  ['{\n', 2, 'no JSON'],
  [`[${'{},'.repeat(500_001)}{}]\n`, 2, 'a line has more than 1000000 values'],
  [`"${'a'.repeat(5_000_000)}"\n`, 2, 'line 1 is longer than'],
])('--since of what is odd: %#', async (text, code, message) => {
  const before = join(folder, 'odd.ndjson');
  writeFileSync(before, text);
  const { status, err } = await list(
    join(archives, 'a.cpt'),
    '--since',
    before,
    '-o',
    join(folder, 'odd-out.ndjson'),
  );
  rmSync(join(folder, 'odd-out.ndjson'), { force: true });
  expect([status, err]).toEqual([code, expect.stringContaining(message)]);
});

test('a path that is named and not there, as in every command, is a file that cannot be read', async () => {
  const { status, err } = await list(join(folder, 'nosuch'), join(archives, 'a.cpt'));
  expect([status, err]).toEqual([3, expect.stringContaining('1 of 2 has errors')]);
});

test('errors are counted as cr-validate counts them: what follows from another is none of its own', async () => {
  const path = join(folder, 'judged.ndjson');
  await list(join(projectRoot, 'samples', 'broken', 'own-parent.cpt'), '--check', '-o', path);
  expect(rowsOf(path)).toEqual([expect.objectContaining({ verdict: 'crashes', errors: 1 })]);
});

test('--since of a Parquet table; of one that is none', async () => {
  const tables = join(folder, 'tables.parquet');
  await list(archives, '-o', tables);
  const rest = join(folder, 'none.ndjson');
  await list(join(archives, 'a.cpt'), '--since', tables, '-o', rest);
  expect(readFileSync(rest, 'utf8')).toBe('');
  writeFileSync(tables, 'PAR1 and no more PAR1');
  const { status, err } = await list(archives, '--since', tables);
  expect([status, err]).toEqual([2, expect.stringContaining('is no table of ours')]);
});

test('--since of a Parquet table with damaged pages: no end is waited for, and no words of the engine are told', async () => {
  const tables = join(folder, 'damaged.parquet');
  await list(archives, '-o', tables);
  const bytes = readFileSync(tables);
  // Page headers (parquet.thrift, DataPageHeaderV2): the field behind the count of values gets another number and type.
  const isHeader = (at: number) => [0, 2, 4].every((on) => bytes[at + 1 + on] === 0x15) && bytes[at] === 0x5c;
  const headers = [...bytes.keys()].filter(isHeader);
  expect(headers).not.toEqual([]);
  for (const at of headers) bytes[at + 3] = 0xb2;
  writeFileSync(tables, bytes);
  const { status, err } = await list(join(archives, 'a.cpt'), '--since', tables);
  expect([status, err]).toEqual([2, expect.stringContaining('is no table of ours')]);
  expect(err).not.toMatch(/undefined|is not a function|Invalid/);
});

test.each([
  [['--shard', '4/3'], '--shard takes I/N'],
  [['--table', '__proto__'], 'there is no table'],
  [['--jobs', '0'], '--jobs takes'],
  [['--kernel', 'linux-1'], 'there is no kernel'],
  [['--table', 'areas', '--table', 'files'], 'several tables need a directory'],
  [['--pid', '1'], '--pid does not apply'],
])('%j is wrong usage', async (words, message) => {
  const { status, out, err } = await list(archives, ...words);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('CSV: names first, then rows', async () => {
  const { out, status } = await list(archives, '--table', 'processes', '-o', join(folder, 'p.csv'));
  expect([status, out]).toEqual([1, '']);
  const [names, first] = readFileSync(join(folder, 'p.csv'), 'utf8').split('\r\n');
  expect(names?.split(',').slice(0, 5)).toEqual(['path', 'container', 'pid', 'ppid', 'pgid']);
  expect(first?.split(',').slice(2, 6)).toEqual(['1', '0', '1', '1']);
});

/** The library, where it has a binary for this machine. */
const duckdb = await import('@duckdb/node-api').catch(() => undefined);

test.skipIf(duckdb !== undefined)('DuckDB is absent: queries are not tried', () => {});

// What was named and cannot be read is told apart from what has errors.
test('a path and an address that are not there end alike', async () => {
  const codes = [join(folder, 'none'), 'http://127.0.0.1:1/x.tar'].map((name) => list(name, archives));
  expect((await Promise.all(codes)).map(({ status }) => status)).toEqual([3, 3]);
});

describe.skipIf(duckdb === undefined)('Parquet, read by DuckDB', () => {
  const tables = join(folder, 'tables');
  const page = readFileSync(join(projectRoot, 'docs', 'fleet.md'), 'utf8');
  const queries = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);

  async function ask(sql: string): Promise<readonly (readonly unknown[])[]> {
    const instance = await duckdb!.DuckDBInstance.create();
    const connection = await instance.connect();
    return (await connection.runAndReadAll(sql.replaceAll("'tables/", `'${tables}/`))).getRowsJS();
  }

  beforeAll(async () => {
    expect((await list(archives, '-o', `${tables}/`)).status).toBe(1);
  });

  test('all tables are there; processes are those that the truth of the dumps names', async () => {
    expect(readdirSync(tables).filter((name) => !name.startsWith('.'))).toEqual(
      [...listTableNames].sort().map((name) => `${name}.parquet`),
    );
    const count = async (table: string) =>
      ask(`SELECT path[-5:], count(*)::INTEGER FROM 'tables/${table}.parquet' GROUP BY ALL ORDER BY ALL`);
    expect(await count('processes')).toEqual([
      ['a.cpt', 2],
      ['ar.gz', 7],
      ['r.zst', 15],
    ]);
    expect(await count('checkpoints')).toEqual([
      ['a.cpt', 1],
      ['ar.gz', 2],
      ['r.zst', 1],
    ]);
  });

  test.each(queries.map((sql, index) => [index, sql] as const))('query %i', async (_, sql) => {
    expect(await ask(sql)).toBeInstanceOf(Array);
  });

  // /proc/net/tcp and udp of the dump: one listens at 5000, one is bound to 5001, and one has sent from a port of its own.
  test('who can be reached: TCP that listens, UDP that is bound', async () => {
    const rows = await ask(queries.find((sql) => sql.includes("LIKE 'udp%'")) ?? '');
    const ofDump = rows.filter(([path]) => String(path).endsWith('a.cpt'));
    expect(ofDump.map(([, , , kind, , port]) => [kind, port])).toEqual([
      ['tcp', 5000],
      ['udp', 5001],
      ['udp', 32768],
    ]);
  });

  test('what listens is what /proc/net/tcp of the dump shows', async () => {
    const rows = await ask(
      "SELECT localAddress, localPort FROM 'tables/sockets.parquet' WHERE state = 'listen' AND path LIKE '%a.cpt'",
    );
    expect(rows).toEqual([['127.0.0.1', 5000]]);
  });

  test('what could not be read would not restore', async () => {
    const sql = queries.find((text) => text.includes('c.verdict')) ?? '';
    expect(await ask(sql)).toContainEqual([
      expect.stringMatching(/d\.tar\.gz$/),
      null,
      null,
      expect.stringContaining('ends early'),
    ]);
  });

  test('a build-id leads to its checkpoint', async () => {
    const some = "SELECT buildId FROM 'tables/files.parquet' WHERE buildId IS NOT NULL LIMIT 1";
    const [[buildId] = []] = await ask(some);
    const sql = queries.find((text) => text.includes('buildId = ')) ?? '';
    expect((await ask(sql.replace(/'0{40}'/, `'${buildId}'`))).length).toBeGreaterThan(0);
  });
});

test('the job of docs/fleet.md: damaged archives do not fail it, and it can run again', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'fleet.md'), 'utf8');
  const [, script = ''] = /args:\n +- \|\n(.*?)\n +volumeMounts/s.exec(page) ?? [];
  mkdirSync(join(folder, 'parts'));
  const program = `'${process.execPath}' --import tsx '${join(projectRoot, 'src/cli/cr-inspect.ts')}'`;
  const command = script
    .replace('/archives', archives)
    .replace('/tables', join(folder, 'parts'))
    .replace('cr-inspect', program);
  for (const index of ['0', '0', '7']) {
    const env = { ...process.env, JOB_COMPLETION_INDEX: index };
    const { status, stderr } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('cannot')]);
  }
  expect(readdirSync(join(folder, 'parts'))).toEqual(['part-0', 'part-7']);
});
