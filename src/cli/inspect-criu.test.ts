/** cr-inspect on CRIU images: directories and archives, sound and damaged, through the same views as CPT images. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { checkpointFromCriu, criuByteSource } from '../model/from-criu/checkpoint-from-criu.ts';
import {
  criuArchives,
  damagedArchive,
  hasCriuCollection,
  openCriuArchive,
  withCopy,
} from '../model/from-criu/testing/criu-images.ts';
import { ipcJson } from '../model/ipc.ts';
import { psJson } from '../model/ps.ts';
import { findImageDirectories, openTree } from '../parse/criu/index.ts';
import { projectRoot, sample } from '../test-support/images.ts';
import { crInspect } from './inspect-command.ts';
import { inspectSpec } from './inspect-spec.ts';
import { runCommand } from './run.ts';
import type { Terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-inspect-criu-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], terminal: Partial<Terminal> = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const base = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const status = await runCommand(inspectSpec, args, { ...base, ...streams, ...terminal }, crInspect);
  return { status, out: out.join(''), err: err.join('') };
}

async function json(...args: readonly string[]) {
  const { status, out } = await run([...args, '--json']);
  expect(status).toBe(0);
  return JSON.parse(out);
}

const checks = new Map<string, ValidateFunction>();

function check(schema: string, value: unknown): void {
  const text = () => JSON.parse(readFileSync(join(projectRoot, 'formats', schema), 'utf8'));
  const make = () =>
    (schema.startsWith('criu/') ? new Ajv2020({ strict: false }) : new Ajv({ strict: false })).compile(
      text(),
    );
  const validate = checks.get(schema) ?? make();
  checks.set(schema, validate);
  expect([validate(value), validate.errors]).toEqual([true, null]);
}

const ownSchema = ['summary', 'fds', 'maps', 'sockets', 'signals', 'times', 'namespaces'] as const;
const views = [...ownSchema, 'ps', 'ipc'] as const;
const archiveOf = (name: string): string => criuArchives.get(name)!;

test.skipIf(hasCriuCollection)('the collection of CRIU images is absent: samples alone are shown', () => {});

describe.each([...criuArchives])('%s', (_name, path) => {
  test('ps and ipc say what the model says', async () => {
    const { root, directory } = await openCriuArchive(path);
    try {
      const checkpoint = checkpointFromCriu(directory, () => {});
      const source = criuByteSource(directory);
      const [ps, ipc] = [await json(path, 'ps'), await json(path, 'ipc')];
      check('ps.schema.json', ps);
      check('ipc.schema.json', ipc);
      expect(ps).toEqual(psJson(checkpoint));
      expect(ipc).toEqual(ipcJson(checkpoint, source));
      source.close();
    } finally {
      root.close();
    }
  });

  test('every view fits its schema, and as text a terminal of 80 columns', async () => {
    for (const view of ownSchema) check(`inspect-${view}.schema.json`, await json(path, view));
    for (const view of views) {
      const { status, out } = await run([path, view], { isOutTty: true, env: { NO_COLOR: '1' } });
      expect([view, status, out !== '']).toEqual([view, 0, true]);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  test('every kind of entry can be shown', async () => {
    const { records } = await json(path, 'records');
    const kinds = new Map<string, { readonly file: string; readonly index: number; readonly offset: number }>(
      records.map((row: { type: string; message: string }) => [`${row.type} ${row.message}`, row]),
    );
    for (const { file, index, offset } of kinds.values()) {
      const document = await json(path, 'record', `${file}:${index}`);
      check('criu/criu-file.schema.json', document);
      expect(document.records.map((record: { offset: number }) => record.offset)).toEqual([offset]);
      expect((await run([path, 'record', `${file}:${index}`])).out).toContain(`${file}:${index}`);
    }
  });
});

test('a directory on the disk says the same as its archive', async () => {
  const { root, directory } = await openCriuArchive(archiveOf('sysvipc.tar.gz'));
  await withCopy(directory, async (path) => {
    for (const view of ['ps', 'ipc', 'records']) {
      expect(await json(path, view)).toEqual(await json(archiveOf('sysvipc.tar.gz'), view));
    }
  });
  root.close();
});

describe('files of an image', () => {
  const path = archiveOf('sysvipc.tar.gz');

  test('record, as text', async () => {
    const { out } = await run([path, 'record', 'pstree.img:1']);
    expect(out).toMatch(/^pstree\.img:1 pstree_entry\n/);
    expect(out).toMatch(/fields\.ppid +1\n/);
    expect((await run([path, 'record', 'pstree.img'])).out).toMatch(/fields\.ppid +0\n/);
  });

  test('records can be selected', async () => {
    const { records } = await json(path, 'records', '--pid', '2', '--type', 'core', '--type', 'pstree');
    const places = records.map(({ file, index }: { file: string; index: number }) => `${file}:${index}`);
    expect(places).toEqual(['core-2.img:0', 'pstree.img:1']);
  });

  test('bytes of a member, and of the archive itself', async () => {
    expect((await json(path, 'bytes', 'pstree.img', '0', '8')).hex).toBe('1943565430302750');
    expect((await json(path, 'bytes', '0', '2')).hex).toBe('1f8b');
  });

  const rows: readonly (readonly [string, readonly string[], number, string])[] = [
    ['no reference', [path, 'record'], 2, 'FILE:INDEX'],
    ['no such file', [path, 'record', 'core-99.img'], 2, 'no file of this image'],
    ['no such entry', [path, 'record', 'pstree.img:9'], 2, 'the file has 2'],
    ['bytes without a length', [path, 'bytes', 'pstree.img', '0'], 2, 'offset and a length'],
    ['bytes beyond the end', [path, 'bytes', 'pstree.img', '999999', '1'], 2, 'beyond the end'],
    ['a folder without images', [folder, 'ps'], 1, 'holds no CRIU images'],
  ];
  test.each(rows)('%s', async (_name, args, code, text) => {
    const { status, out, err } = await run(args);
    expect([status, out, err.includes(text), /\n\s+at /.test(err)]).toEqual([code, '', true, false]);
  });
});

test('on a terminal without a view: the summary, with a note', async () => {
  const { status, out, err } = await run([archiveOf('podman-tree.tar.zst')], { isOutTty: true });
  expect([status, out.includes('Memory by kind'), err]).toEqual([
    0,
    true,
    'the interactive inspector is for CPT images; CRIU images are shown as text\n',
  ]);
});

describe('diff', () => {
  const ipc = archiveOf('sysvipc.tar.gz');

  test.each([...criuArchives])('%s equals itself', async (_name, path) => {
    const { processes, records, memory } = await json(path, path, 'diff');
    expect([processes, records, memory]).toEqual([[], [], []]);
  });

  test('of two CRIU images: processes, System V IPC, memory', async () => {
    const comparison = await json(ipc, archiveOf('v1.8-sysvipc.tar.gz'), 'diff');
    check('inspect-diff.schema.json', comparison);
    expect(comparison.processes).toEqual([]);
    const changed = comparison.records.map(({ path }: { path: string }) => path);
    // The one segment that counts on until the dump.
    expect(changed).toEqual(['ipc/shm 5']);
    expect(comparison.memory.length).toBeGreaterThan(0);
  });

  test('of two families: by meaning', async () => {
    const comparison = await json(sample('2.6.18-sysv-ipc'), ipc, 'diff');
    check('inspect-diff.schema.json', comparison);
    expect(comparison.processes.length).toBeGreaterThan(0);
    expect(new Set(comparison.records.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['sem', 'msg', 'shm']),
    );
    expect(comparison.memory).toEqual([]);
    const { out } = await run([sample('2.6.18-sysv-ipc'), ipc, 'diff']);
    expect(out).toContain('not compared');
  });
});

describe('damage', () => {
  test('a directory opens as far as it goes, and the exit code says so', async () => {
    const { root, directory } = await openCriuArchive(archiveOf('sysvipc.tar.gz'));
    await withCopy(directory, async (path) => {
      const core = readFileSync(join(path, 'core-2.img'));
      writeFileSync(join(path, 'core-2.img'), core.subarray(0, 100));
      for (const view of [...views, 'records']) {
        const { status, out, err } = await run([path, view]);
        expect([view, status, out !== '', err.includes('criu-truncated-record')]).toEqual([
          view,
          1,
          true,
          true,
        ]);
      }
      expect((await run([path, 'ps'])).out).toMatch(/\n +1 +0 /);
    });
    root.close();
  });

  test('a cut archive', async () => {
    const cut = join(folder, 'cut.tar.gz');
    writeFileSync(cut, readFileSync(archiveOf('sysvipc.tar.gz')).subarray(0, 4000));
    const { status, err } = await run([cut, 'ps']);
    expect([status, err !== '', /\n\s+at /.test(err)]).toEqual([1, true, false]);
  });

  test.skipIf(!hasCriuCollection)(
    'every view of every damaged directory ends',
    { timeout: 120_000 },
    async () => {
      const root = await openTree(damagedArchive, () => {});
      const directories = findImageDirectories(root, () => {});
      expect(directories.length).toBeGreaterThanOrEqual(40);
      for (const directory of directories) {
        await withCopy(directory, async (path) => {
          for (const view of [...views, 'records']) {
            const { status, out } = await run([path, view]);
            expect([directory.name, view, status <= 1, out !== '']).toEqual([
              directory.name,
              view,
              true,
              true,
            ]);
          }
          expect((await run([path, path, 'diff'])).status).toBeLessThanOrEqual(1);
        });
      }
      root.close();
    },
  );

  test('a folder inside a folder is found', async () => {
    const { root, directory } = await openCriuArchive(archiveOf('counter.tar.gz'));
    const inner = join(folder, 'outer', 'checkpoint');
    mkdirSync(inner, { recursive: true });
    for (const { name, kind } of directory.list()) {
      const source = kind === 'file' ? directory.open(name) : undefined;
      if (source) writeFileSync(join(inner, name), source.view(0, source.size));
      source?.close();
    }
    root.close();
    expect((await json(join(folder, 'outer'), 'ps')).processes.length).toBeGreaterThan(0);
  });
});
