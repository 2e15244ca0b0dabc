/** cr-inspect on CRIU images: directories and archives, sound and damaged, through the same views as CPT images. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { viewNames, viewRow } from '../../inspect/views/index.ts';
import { checkpointFromCriu, criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import {
  criuArchives,
  damagedArchive,
  hasCriuCollection,
  openCriuArchive,
  withCopy,
} from '../../model/from-criu/testing/criu-images.ts';
import { ipcJson } from '../../model/ipc.ts';
import { psJson } from '../../model/ps.ts';
import { findImageDirectories, openTree } from '../../parse/criu/index.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { runHere } from '../../test-support/run-here.ts';
import { some } from '../../test-support/thorough.ts';
import { crCrit } from '../crit/command.ts';
import { critSpec } from '../crit/spec.ts';
import { runCommand } from '../run.ts';
import type { Terminal } from '../terminal.ts';
import { crInspect } from './command.ts';
import { inspectSpec } from './spec.ts';

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
  const [, other] = args;
  // Different images are a finding.
  const differs = args.at(-1) === 'diff' && args[0] !== other;
  expect(status).toBe(differs ? 1 : 0);
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

const archiveOf = (name: string): string => criuArchives.get(name)!;

test.skipIf(hasCriuCollection)('the collection of CRIU images is absent: samples alone are shown', () => {});

describe.each(some([...criuArchives], 4))('%s', (_name, path) => {
  test('ps and ipc say what the model says', async () => {
    const { root, directory } = await openCriuArchive(path);
    try {
      const checkpoint = checkpointFromCriu(directory, () => {});
      const source = criuByteSource(directory);
      const [ps, ipc] = [await json(path, 'ps'), await json(path, 'ipc')];
      check('ps.schema.json', ps);
      check('ipc.schema.json', ipc);
      expect(ps).toMatchObject(psJson(checkpoint));
      expect(ipc).toEqual(ipcJson(checkpoint, source));
      source.close();
    } finally {
      root.close();
    }
  });

  test('every view fits its schema, and as text a terminal of 80 columns', async () => {
    for (const view of viewNames) {
      check(`${viewRow(view).schema}.schema.json`, await json(path, view));
      const { status, out } = await run([path, view], { isOutTty: true, env: { NO_COLOR: '1' } });
      expect([view, status, out !== '']).toEqual([view, 0, true]);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  test('the columns of memory by kind make its size', async () => {
    for (const kind of (await json(path, 'summary')).memory) {
      const { storedBytes, copyBytes, absentBytes, otherBytes, sizeBytes } = kind;
      const parts = [storedBytes, copyBytes, absentBytes, otherBytes].map(BigInt);
      expect([kind.kind, parts.reduce((sum, part) => sum + part, 0n)]).toEqual([
        kind.kind,
        BigInt(sizeBytes),
      ]);
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
      expect((await run([path, 'record', `${file}:${index}`])).out).toContain(file);
    }
  });

  test('the index fits its schema', async () => {
    check('inspect-criu-records.schema.json', await json(path, 'records'));
  });
});

// The first was dumped where CRIU itself ran; the second in all namespaces but that of users (samples/criu/README.md).
const around: readonly (readonly [string, readonly string[], RegExp, RegExp])[] = [
  [
    'sealed-memfd',
    ['pid', 'mnt', 'net', 'uts', 'ipc', 'user'],
    /net namespace +of the host/,
    /packet filter|none/,
  ],
  ['container', ['user'], /host name +ctrbb\n[\s\S]*eth0/, /net namespace/],
];

test.each(around)(
  '%s: what the image does not hold is not shown as none',
  async (name, kinds, said, unsaid) => {
    const path = join(projectRoot, `samples/criu/programs/${name}.tar.gz`);
    const namespaces = await json(path, 'namespaces');
    check('inspect-namespaces.schema.json', namespaces);
    expect(namespaces.ofHost.map(({ namespace }: { namespace: string }) => namespace)).toEqual(kinds);
    expect(namespaces.networks.length).toBe(kinds.includes('net') ? 0 : 1);
    const text = (await run([path, 'namespaces'])).out;
    expect(text).toMatch(said);
    expect(text).not.toMatch(unsaid);
  },
);

test('of what every dump has, nothing is unusual', async () => {
  const { out } = await run([join(projectRoot, 'samples/criu/programs/sealed-memfd.tar.gz'), 'summary']);
  expect(out).toMatch(/host name +not in the image\n/);
  expect(out).not.toContain('not understood');
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

  test('record, as text: offset, bytes and meaning of every field', async () => {
    const { out } = await run([path, 'record', 'pstree.img:1']);
    expect(out).toMatch(/^pstree\.img:1 pstree_entry\n/);
    expect(out).toMatch(/ 0x1c +1001 +ppid +1 → core-1\.img\n/);
    expect((await run([path, 'record', 'pstree.img'])).out).toMatch(/ ppid +0\n/);
    // What lies in lists is shown with the entry, flags by their names.
    const { out: memory } = await run([path, 'record', 'mm-1.img']);
    expect(memory).toMatch(/vmas\[0\]\.status +VMA_AREA_REGULAR VMA_FILE_PRIVATE\n/);
    expect(memory).toMatch(/vmas\[1\]\.prot +PROT_READ PROT_EXEC\n/);
  });

  test.each([
    ['pstree.img@0x1a', 'pstree.img:1 pstree_entry'],
    ['pstree@26', 'pstree.img:1 pstree_entry'],
    ['task:2', 'core-2.img:0 core_entry'],
    ['pstree_entry:1', 'pstree.img:1 pstree_entry'],
    ['vma_entry:0', 'mm-1.img:0.vmas[0] vma_entry'],
    ['pages-1.img', 'pages-1.img PAGES'],
  ])('record %s', async (reference, title) => {
    expect((await run([path, 'record', reference])).out.split('\n')[0]).toBe(title);
  });

  test('record of something inside of an entry, as JSON: the entry', async () => {
    const document = await json(path, 'record', 'vma_entry:0');
    check('criu/criu-file.schema.json', document);
    expect([document.file, document.records[0].message]).toEqual(['mm-1.img', 'mm_entry']);
  });

  test('records can be selected', async () => {
    const { records } = await json(path, 'records', '--pid', '2', '--type', 'core', '--type', 'pstree');
    const places = records.map(({ file, index }: { file: string; index: number }) => `${file}:${index}`);
    expect(places).toEqual(['core-2.img:0', 'pstree.img:1']);
  });

  test('bytes of a member, and of the archive itself', async () => {
    expect((await json(path, 'bytes', 'pstree.img', '0', '8')).hex).toBe('1943565430302750');
    expect((await json(path, 'bytes', '0', '2')).hex).toBe('1f8b');
    expect((await run([path, 'bytes', '0', '2'])).err).toMatch(
      /is packed with gzip: these are its own bytes/,
    );
    expect((await run([path, 'bytes', 'pstree.img', '0', '8'])).err).toBe('');
  });

  const rows: readonly (readonly [string, readonly string[], number, string])[] = [
    ['no reference', [path, 'record'], 2, 'FILE:INDEX'],
    ['no such file', [path, 'record', 'core-99.img'], 2, 'names nothing here'],
    ['an offset in no file', [path, 'record', '0x40'], 2, 'FILE@0x40'],
    ['an offset beyond the end', [path, 'record', 'pstree.img@999'], 2, 'beyond the end'],
    ['no such kind', [path, 'record', 'task_entry:0'], 2, 'neither a file nor a kind'],
    ['a kind that was meant', [path, 'record', 'tasks:1'], 2, '(did you mean "task"?)'],
    ['no such entry', [path, 'record', 'pstree.img:9'], 2, 'has 2 entries'],
    ['bytes without a length', [path, 'bytes', 'pstree.img', '0'], 2, 'offset and a length'],
    ['bytes beyond the end', [path, 'bytes', 'pstree.img', '999999', '1'], 2, 'beyond the end'],
    ['a folder without images', [folder, 'ps'], 1, 'holds no CRIU images'],
  ];
  test.each(rows)('%s', async (_name, args, code, text) => {
    const { status, out, err } = await run(args);
    expect([status, out, err.includes(text), /\n\s+at /.test(err)]).toEqual([code, '', true, false]);
  });
});

test('a file that is missing is said by every view of what remains', async () => {
  const { root, directory } = await openCriuArchive(archiveOf('sysvipc.tar.gz'));
  await withCopy(directory, async (path) => {
    for (const name of ['files.img', 'inventory.img']) {
      renameSync(join(path, name), join(path, '..', name));
      for (const view of ['summary', 'ps', 'fds', 'maps']) {
        const { status, err } = await run([path, view]);
        expect([status, err]).toEqual([
          1,
          expect.stringMatching(`^error missing-file: ${name} is missing: .*\n$`),
        ]);
      }
      renameSync(join(path, '..', name), join(path, name));
    }
  });
  root.close();
});

describe('one file of an image', () => {
  const withFile = async (name: string, use: (path: string) => Promise<void>) => {
    const { root, directory } = await openCriuArchive(archiveOf('sysvipc.tar.gz'));
    await withCopy(directory, (path) => use(join(path, name)));
    root.close();
  };

  test('stands for its directory; records are its own', async () => {
    await withFile('pstree.img', async (path) => {
      expect(await json(path, 'ps')).toEqual(await json(archiveOf('sysvipc.tar.gz'), 'ps'));
      const { records } = await json(path, 'records');
      expect(records.map(({ file, index }: { file: string; index: number }) => `${file}:${index}`)).toEqual([
        'pstree.img:0',
        'pstree.img:1',
      ]);
      expect((await run([path, 'record', '0x1a'])).out).toMatch(/^pstree\.img:1 pstree_entry\n/);
      expect((await run([path, 'record', 'core-2.img'])).out).toMatch(/^core-2\.img:0 core_entry\n/);
      expect((await json(path, 'bytes', '0', '8')).hex).toBe('1943565430302750');
    });
  });

  test('alone: its entries, and what the other views need', async () => {
    await withFile('core-2.img', async (path) => {
      const alone = join(folder, 'renamed');
      writeFileSync(alone, readFileSync(path));
      expect((await json(alone, 'records')).records).toHaveLength(1);
      expect((await run([alone, 'record', 'renamed:0'])).out).toMatch(/tc\.comm +"sysvipc-child"\n/);
      const { status, out, err } = await run([alone, 'ps']);
      expect([status, out, err.includes('renamed is one file of a CRIU checkpoint, alone')]).toEqual([
        1,
        '',
        true,
      ]);
    });
  });
});

describe('standard input', () => {
  const piped = (name: string, ...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', join(projectRoot, 'src/cli/cr-inspect.ts'), '-', ...args],
      {
        input: readFileSync(name),
        encoding: 'utf8',
        cwd: projectRoot,
      },
    );

  test.each(['sysvipc.tar.gz', 'podman-tree.tar.zst'])('%s', async (name) => {
    const { status, stdout } = piped(archiveOf(name), 'ps', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(await json(archiveOf(name), 'ps'));
  });

  test('what is said is said of standard input', () => {
    const { stdout } = piped(archiveOf('counter.tar.gz'), 'summary');
    expect(stdout.split('\n')[0]).toMatch(/^standard input/);
    const { status, stderr } = piped(join(projectRoot, 'package.json'), 'ps');
    expect([status, stderr.includes('not-an-image'), stderr.includes('cr-tools-')]).toEqual([1, true, false]);
  });
});

describe('diff', () => {
  const ipc = archiveOf('sysvipc.tar.gz');

  test.each(some([...criuArchives], 4))('%s equals itself', async (_name, path) => {
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
    const { bytes } = await json(ipc, archiveOf('v1.8-sysvipc.tar.gz'), '--bytes', 'diff');
    check('inspect-diff.schema.json', { ...comparison, bytes });
    expect(bytes.length).toBeGreaterThan(0);
    for (const { a, b } of bytes) expect(a).not.toBe(b);
  });

  test('types and processes: these alone, and none that nobody has', async () => {
    const both = [archiveOf('podman-tree.tar.zst'), archiveOf('pipes.tar.gz')];
    const { processes, records, memory } = await json(...both, '--type', 'fd', 'diff');
    expect([processes, memory]).toEqual([[], []]);
    const ofGone = records.filter(({ path }: { path: string }) => path.startsWith('pid 3/'));
    expect(
      ofGone.map(({ change, fields }: { change: string; fields: unknown }) => [change, fields])[0],
    ).toEqual(['only-in-a', [{ field: 'what', a: '/dev/null', b: null }]]);
    expect((await run([...both, '--type', 'fd'])).out).not.toContain('Memory pages');
    expect((await run(both)).out).toContain('9 differ, of processes that both have');
    expect((await json(...both, '--pid', '3', 'diff')).processes).toMatchObject([
      { pid: 3, change: 'only-in-a' },
    ]);
    for (const [wrong, said] of [
      [['--type', 'soket'], 'a comparison has no type "soket": fd, sem, msg, shm'],
      [['--pid', '77'], 'no process 77 in these images'],
    ] as const)
      expect(await run([...both, ...wrong])).toMatchObject({ status: 2, err: expect.stringContaining(said) });
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

// criu dump --link-remap: the name is gone, and CRIU gave the file another one (files-reg.c, create_link_remap).
test('a deleted file that is kept under another name: which', async () => {
  const { root, directory } = await openCriuArchive(archiveOf('counter.tar.gz'));
  await withCopy(directory, async (path) => {
    const remaps = join(path, 'remap.json');
    const entries = [{ orig_id: 4, remap_id: 1, remap_type: 'LINKED' }];
    writeFileSync(remaps, JSON.stringify({ magic: 'REMAP_FPATH', entries }));
    await runHere(critSpec, crCrit, ['encode', '-i', remaps, '-o', join(path, 'remap-fpath.img')]);
    expect((await run([path, 'fds'])).out).toMatch(
      / 2 +regular .*\/tmp\/err \(deleted\) +not stored: it is \/bin\/wl on disk/,
    );
  });
  root.close();
});

// network.status of the archive.
test('interfaces of a container, with their networks, gateways and hardware addresses', async () => {
  const archive = (name: string) => join(projectRoot, 'samples', 'trust', `honest-${name}.tar.gz`);
  const { engine } = await json(archive('podman'), 'summary');
  expect(engine.interfaces).toEqual([
    {
      network: 'podman',
      name: 'eth0',
      addresses: [{ address: '10.88.0.9/16', gateway: '10.88.0.1' }],
      macAddress: 'f2:99:8d:fb:5a:57',
    },
  ]);
  const text = (await run([archive('podman'), 'summary'])).out;
  expect(text).toMatch(
    /interfaces +eth0 on podman, 10\.88\.0\.9\/16, gateway 10\.88\.0\.1, f2:99:8d:fb:5a:57\n/,
  );
  expect(text).not.toMatch(/^addresses/m);
});

describe('damage', () => {
  test('statistics that cannot be read are warned of, not called absent', async () => {
    const { root, directory } = await openCriuArchive(archiveOf('sysvipc.tar.gz'));
    await withCopy(directory, async (path) => {
      writeFileSync(join(path, 'stats-dump'), '{ "ociVersion": "1.0.2" }');
      const { status, err } = await run([path, 'stats']);
      expect([status, err]).toEqual([0, expect.stringMatching(/^warning criu-wrong-magic: .*stats-dump/)]);
    });
    root.close();
  });

  test('a directory opens as far as it goes, and the exit code says so', async () => {
    const { root, directory } = await openCriuArchive(archiveOf('sysvipc.tar.gz'));
    await withCopy(directory, async (path) => {
      const core = readFileSync(join(path, 'core-2.img'));
      writeFileSync(join(path, 'core-2.img'), core.subarray(0, 100));
      for (const view of [...viewNames, 'records']) {
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

  test.skipIf(!hasCriuCollection)('every view of every damaged directory ends', async () => {
    const root = await openTree(damagedArchive, () => {});
    const directories = findImageDirectories(root, () => {});
    expect(directories.length).toBeGreaterThanOrEqual(40);
    for (const directory of some(directories, 10)) {
      await withCopy(directory, async (path) => {
        for (const view of [...viewNames, 'records']) {
          const { status, out } = await run([path, view]);
          expect([directory.name, view, status <= 1, out !== '']).toEqual([directory.name, view, true, true]);
        }
        expect((await run([path, path, 'diff'])).status).toBeLessThanOrEqual(1);
      });
    }
    root.close();
  });

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

test('descriptors that differ: what is opened, and what is gone', async () => {
  const root = await openTree(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'), () => {});
  const [directory] = findImageDirectories(root, () => {});
  const changed = join(folder, 'other-descriptors');
  mkdirSync(changed);
  for (const { name } of directory?.list() ?? []) {
    const source = directory?.open(name);
    if (source === undefined) continue;
    // One name for another of the same length, in the one file that has the names.
    const bytes = Buffer.from(source.view(0, source.size));
    if (name === 'files.img') bytes.write('/dev/zero', bytes.indexOf('/dev/null'));
    writeFileSync(join(changed, name), bytes);
    source.close();
  }
  root.close();
  const document = await json(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'), changed, 'diff');
  const opened = document.records.filter(({ kind }: { kind: string }) => kind === 'fd');
  expect(opened.length).toBeGreaterThan(0);
  expect(opened[0].fields).toContainEqual({ field: 'what', a: '/dev/null', b: '/dev/zero' });
});
