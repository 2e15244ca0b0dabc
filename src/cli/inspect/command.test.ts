/** cr-inspect as a command: its views against what was seen inside the containers of real images. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { convertImage } from '../../convert-image.ts';
import { viewNames, viewRow } from '../../inspect/views/index.ts';
import { imagesWithTruth } from '../../model/testing/truth.ts';
import { allImages, hasCollection, projectRoot, sample } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import type { Terminal } from '../terminal.ts';
import { crInspect } from './command.ts';
import { inspectSpec } from './spec.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-inspect-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function run(args: readonly string[], terminal: Partial<Terminal> = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runCommand(
    inspectSpec,
    args,
    {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      isOutTty: false,
      isErrTty: false,
      columns: 80,
      env: {},
      ...terminal,
    },
    crInspect,
  );
  return { status, out: out.join(''), err: err.join('') };
}

/** What the program prints as JSON of an image that is sound. */
async function json(...args: readonly string[]) {
  const { status, out, err } = await run([...args, '--json']);
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const ajv = new Ajv({ strict: false, allowUnionTypes: true });
const checks = new Map<string, ValidateFunction>();

function check(schema: string, value: unknown): void {
  const path = join(projectRoot, 'formats', schema);
  const validate = checks.get(schema) ?? ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  checks.set(schema, validate);
  expect([validate(value), validate.errors]).toEqual([true, null]);
}

const file = (name: string, bytes: Uint8Array): string => {
  const path = join(directory, name);
  writeFileSync(path, bytes);
  return path;
};

const schemas = [
  ...viewNames.map((name) => [name, viewRow(name).schema] as const),
  ['records', 'inspect-records'] as const,
];
const words = schemas.map(([name]) => name);

test.skipIf(hasCollection)('the collection of real images is absent: samples alone are compared', () => {});

describe.each(imagesWithTruth)('$name', ({ name, path, truth }) => {
  const frozen = (letter: string): string => (letter === 'R' || letter === 'D' ? 'S' : letter);

  test('ps --json', async () => {
    const { processes } = await json(path, 'ps');
    const seen = truth.processes.map((process) => ({
      pid: process.pid,
      pids: [process.pid],
      ppid: process.ppid,
      pgid: process.pgid,
      sid: process.sid,
      comm: process.comm,
      state: frozen(process.state),
      uid: process.uid[0],
      gid: process.gid[0],
      threads: process.threads.map(({ tid }) => tid).sort((a, b) => a - b),
    }));
    const said = processes.map(({ exitCode: _, startTimeNs: __, ...rest }: Record<string, unknown>) => rest);
    expect(said).toMatchObject(seen.sort((a, b) => a.pid - b.pid));
    const starts = processes.map((process: { startTimeNs: string }) =>
      Number(BigInt(process.startTimeNs) / 10_000_000n),
    );
    expect(starts).toEqual(seen.map(({ pid }) => truth.processes.find((it) => it.pid === pid)?.startTicks));
  });

  test('ipc --json', async () => {
    const said = await json(path, 'ipc');
    if (!name.startsWith('2.6.18')) return;
    const { sem, msg, shm } = truth.raw.sysvipc;
    const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id).sort((a, b) => a - b);
    expect([ids(said.sem), ids(said.msg), ids(said.shm)]).toEqual([ids(sem), ids(msg), ids(shm)]);
  });

  test('ps shows the command lines that the processes had', async () => {
    const { out } = await run([path, 'ps']);
    for (const { pid, cmdline } of truth.processes) {
      const line = out.split('\n').find((candidate) => candidate.trim().startsWith(`${pid} `)) ?? '';
      if (cmdline.length > 0) expect(line).toContain(cmdline.join(' '));
    }
  });

  test('fds', async () => {
    const { tables } = await json(path, 'fds');
    for (const { pid, fds, state } of truth.processes) {
      // A dead leader shows nothing, but lends its threads' table to the image.
      if (state === 'Z') continue;
      const table = tables.find(({ pids }: { pids: readonly number[] }) => pids.includes(pid));
      expect(table?.descriptors.map(({ fd }: { fd: number }) => fd)).toEqual(fds.map(({ fd }) => fd));
      for (const { fd, link } of fds.filter(
        (entry) => entry.link.startsWith('/') && !entry.link.includes('('),
      )) {
        expect(table.descriptors.find((entry: { fd: number }) => entry.fd === fd)).toMatchObject({
          name: link,
        });
      }
    }
  });

  test('maps', async () => {
    const { memories } = await json(path, 'maps');
    const guard = name.startsWith('2.6.18') ? 0n : 4096n;
    for (const { pid, maps, state } of truth.processes) {
      if (state === 'Z') continue;
      const memory = memories.find(({ pids }: { pids: readonly number[] }) => pids.includes(pid));
      // Pages at fixed addresses belong to the kernel; 2.6.32 hides the guard page below a stack.
      const dumped = maps.filter(({ start }) => start !== 0xffffe000n && start < 1n << 63n);
      const seen = dumped.map(({ start, end, perms, path: mapped }) => [
        `0x${(start - (mapped === '[stack]' ? guard : 0n)).toString(16)}`,
        `0x${end.toString(16)}`,
        perms,
      ]);
      type Area = { readonly start: string; readonly end: string; readonly perms: string };
      expect(memory.areas.map(({ start, end, perms }: Area) => [start, end, perms])).toEqual(seen);
    }
  });

  test('signals', async () => {
    const { processes } = await json(path, 'signals');
    const mask = (text: string) => `0x${BigInt(`0x${text}`).toString(16)}`;
    for (const { pid, masks, state } of truth.processes) {
      if (state === 'Z') continue;
      const said = processes.find((process: { pid: number }) => process.pid === pid);
      expect([said.ignored, said.caught]).toEqual([mask(masks.sigIgn), mask(masks.sigCgt)]);
      const leader = said.threads.find(({ tid }: { tid: number }) => tid === pid);
      expect(leader.blocked).toBe(mask(masks.sigBlk));
    }
  });
});

describe.each(allImages)('$name', ({ path }) => {
  test('every view fits its schema', async () => {
    for (const [word, schema] of schemas) check(`${schema}.schema.json`, await json(path, word));
  });

  test('text fits a terminal of 80 columns, without control characters', async () => {
    for (const view of words.filter((name) => name !== 'records')) {
      const { out } = await run([path, view], { isOutTty: true, env: { NO_COLOR: '1' } });
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });
});

describe('records', () => {
  const image = sample('2.6.18-sysv-ipc');

  test('account for every byte', async () => {
    const { records } = await json(image, 'records');
    const tops = records.filter(({ depth }: { depth: number }) => depth === 0);
    let next = 0;
    for (const { offset, length } of tops) {
      expect(offset).toBe(next);
      next = offset + length;
    }
    expect(next).toBe(readFileSync(image).length);
  });

  test('--type and --pid select', async () => {
    const { records: tasks } = await json(image, 'records', '--type', 'task');
    expect(tasks.map(({ label }: { label: string }) => label)).toContain('1205 semundo');
    expect(tasks).toHaveLength(6);
    const { records: mine } = await json(image, 'records', '--pid', '1205', '--type', 'task');
    expect(mine.map(({ label }: { label: string }) => label)).toEqual(['1205 semundo']);
  });

  // Offsets of facts/cpt/cpt-format.md, section 1.1, and of the layout files.
  const fields: readonly (readonly [reference: string, field: string, at: number, text: string])[] = [
    ['0', 'imageVersion', 6, '0x302'],
    ['0', 'osArch', 8, '1 CPT_OS_ARCH_EMT64'],
    ['0', 'pagesize', 20, '4096 bytes'],
    ['0', 'hz', 22, '1000'],
    ['task:1205', 'pid', 176, '1205'],
    ['task:1205', 'state', 16, '2 TASK_UNINTERRUPTIBLE'],
  ];
  test.each(fields)('record %s has %s at %d', async (reference, field, at, text) => {
    const record = await json(image, 'record', reference);
    check('inspect-record.schema.json', record);
    const found = record.fields.find(({ path }: { path: string }) => path === field);
    expect([found.offset - record.offset, found.text]).toEqual([at, text]);
  });

  test('a reference is resolved, an offset inside a record finds it', async () => {
    const task = await json(image, 'record', 'task:1205');
    const mm = task.fields.find(({ path }: { path: string }) => path === 'mm');
    expect(mm.refersTo).toMatchObject({ kind: 'mm', path: 'MM/mm' });
    const again = await json(image, 'record', String(task.offset + 200));
    expect(again.path).toBe('TASKS/task 1205');
    expect((await json(image, 'record', 'mm:0')).kind).toBe('mm');
  });

  test('every record of every kind can be shown', async () => {
    for (const { path } of allImages.slice(0, 16)) {
      const { records } = await json(path, 'records');
      const kinds = new Map(
        records.map(({ kind, offset }: { kind: string; offset: number }) => [kind, offset]),
      );
      for (const offset of kinds.values())
        check('inspect-record.schema.json', await json(path, 'record', String(offset)));
    }
  });

  test('bytes', async () => {
    check('inspect-bytes.schema.json', await json(image, 'bytes', '0', '0x10'));
    expect((await json(image, 'bytes', '0', '4')).hex).toBe('791c0163');
    const { out } = await run([image, 'bytes', '0', '20']);
    expect(out.split('\n')[0]).toBe(
      '00000000  79 1c 01 63 50 00 02 03  01 00 00 00 05 00 00 00  y..cP...........',
    );
  });
});

describe('damage', () => {
  const good = readFileSync(sample('2.6.18-tree'));

  test('a cut image opens as far as it goes, and the exit code says so', async () => {
    const path = file('cut.img', good.subarray(0, 20_000));
    for (const view of words) {
      const { status, out, err } = await run([path, view]);
      expect([view, status, out !== '', err.includes('section-length'), /\n\s+at /.test(err)]).toEqual([
        view,
        1,
        true,
        true,
        false,
      ]);
    }
    expect((await run([path, 'records'])).out).toContain('section FILES');
  });

  test('an unknown version is said, and everything else shown', async () => {
    const changed = Buffer.from(good);
    changed.writeUInt16LE(0x999, 6);
    const { status, out, err } = await run([file('version.img', changed), 'summary']);
    expect([
      status,
      err.includes('unknown-version'),
      out.includes('unknown cpt variant, version 0x999'),
    ]).toEqual([1, true, true]);
  });

  const rows: readonly (readonly [string, readonly string[], number, string])[] = [
    ['no image', [], 2, 'an image is missing'],
    ['the words swapped', ['ps', sample('2.6.18-tree')], 2, `cr-inspect ${sample('2.6.18-tree')} ps`],
    ['an unknown view', [sample('2.6.18-tree'), 'nonsense'], 2, 'neither a file nor a view'],
    ['a view before its image', ['sockets', sample('2.6.18-tree')], 2, 'the image comes first: cr-inspect'],
    ['a mistyped view', [sample('2.6.18-tree'), 'sokets'], 2, 'did you mean "sockets"'],
    ['an unknown type', [sample('2.6.18-tree'), 'fds', '--type', '__proto__'], 2, 'no type "__proto__"'],
    ['a mistyped type', [sample('2.6.18-tree'), 'fds', '--type', 'pipes'], 2, 'did you mean "pipe"'],
    ['a type of records', [sample('2.6.18-tree'), 'records', '--type', 'tsk'], 2, 'did you mean "task"'],
    ['a view without types', [sample('2.6.18-tree'), 'times', '--type', 'x'], 2, 'does not apply'],
    ['an unknown pid', [sample('2.6.18-tree'), 'fds', '--pid', '99'], 2, 'no process 99'],
    ['records of an unknown pid', [sample('2.6.18-tree'), 'records', '--pid', '99'], 2, 'process 99'],
    ['--env elsewhere', [sample('2.6.18-tree'), 'maps', '--env'], 2, 'does not apply'],
    ['diff of one', [sample('2.6.18-tree'), 'diff'], 2, 'two images'],
    ['a bad pid', [sample('2.6.18-tree'), 'ps', '--pid', 'x'], 2, '--pid'],
    ['a bad reference', [sample('2.6.18-tree'), 'record', 'x'], 2, 'names no record'],
    ['a kind that was meant', [sample('2.6.18-tree'), 'record', 'tasks:1'], 2, '(did you mean "task"?)'],
    [
      'a kind that is far off',
      [sample('2.6.18-tree'), 'record', 'quux:1'],
      2,
      'no record of the kind quux\n',
    ],
    [
      'the second of one',
      [sample('2.6.18-tree'), 'record', 'veinfo:1'],
      2,
      'only 1 record of the kind veinfo',
    ],
    ['no reference', [sample('2.6.18-tree'), 'record'], 2, 'REF'],
    ['bytes beyond the end', [sample('2.6.18-tree'), 'bytes', '99999999', '1'], 2, 'beyond the end'],
    ['a missing file', ['missing.img', 'ps'], 3, 'does not exist'],
    ['a directory without images', [join(projectRoot, 'docs'), 'ps'], 1, 'holds no CRIU images'],
    ['something else', [join(projectRoot, 'package.json'), 'ps'], 1, 'not-an-image'],
  ];
  test.each(rows)('%s', async (_name, args, code, text) => {
    const { status, out, err } = await run(args);
    expect([status, out, err.includes(text), /\n\s+at /.test(err)]).toEqual([code, '', true, false]);
  });

  test('no view in a pipe or on a dumb terminal: the summary', async () => {
    const path = sample('2.6.18-tree');
    const summary = await run([path, 'summary']);
    expect(await run([path])).toEqual(summary);
    const dumb = await run([path], { isOutTty: true, columns: 500, env: { TERM: 'dumb' } });
    expect(dumb.status).toBe(0);
    expect(dumb.out).not.toMatch(/[\u0080-\uffff]/);
  });

  test('an empty file', async () => {
    expect((await run([file('empty.img', new Uint8Array(0)), 'ps'])).status).toBe(1);
  });
});

test('the process tree is drawn, in ASCII where the locale has nothing else', async () => {
  const tree = (text: string) => text.split('\n').flatMap((line) => /[├│└|`].*$/.exec(line)?.[0] ?? []);
  const path = sample('2.6.18-sysv-ipc');
  const drawn = tree((await run([path, 'ps'])).out);
  expect(drawn.map((line) => line.replace(/ \/.*/, ''))).toEqual(['└', '├', '├', '├', '└']);
  const plain = tree((await run([path, 'ps'], { env: { LANG: 'C' } })).out);
  expect(plain.map((line) => line.replace(/ \/.*/, ''))).toEqual(['`', '|', '|', '|', '`']);
  expect(tree((await run([path, 'ps'], { env: { LANG: 'de_DE.UTF-8' } })).out)).toEqual(drawn);
});

test('the environment that a program was started with', async () => {
  const { processes } = await json(sample('2.6.18-tree'), 'ps');
  const { out } = await run([sample('2.6.18-tree'), 'ps', '--env']);
  for (const { pid, comm, environment = [] } of processes) {
    expect(out).toContain(`Environment of ${pid} ${comm}`);
    for (const entry of environment) expect(out).toContain(`\n${entry}\n`);
  }
});

test('control characters of an image never reach the terminal', async () => {
  const image = readFileSync(sample('2.6.18-counter'));
  const comm = Buffer.from('counter\0');
  const evil = Buffer.from('\x1b]0;\x07\xc2\x9b', 'latin1');
  for (let at = image.indexOf(comm); at >= 0; at = image.indexOf(comm, at + 1)) evil.copy(image, at, 0, 7);
  const path = file('evil.img', image);
  for (const view of words) {
    for (const form of [[], ['--json']]) {
      const { out, err } = await run([path, view, ...form]);
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  }
  expect((await run([path, 'ps'])).out).toContain('\\x1b]0;\\x07');
});

test('--quiet leaves the exit code', async () => {
  expect(await run([sample('2.6.18-tree'), 'ps', '--quiet'])).toEqual({ status: 0, out: '', err: '' });
});

describe('filters', () => {
  const image = sample('2.6.18-tree');

  test('ps', async () => {
    const { processes } = await json(image, 'ps', '--type', 'Z');
    expect(processes.map(({ pid }: { pid: number }) => pid)).toEqual([1214, 1223]);
    const { out } = await run([image, 'ps', '--pid', '1']);
    expect(out).toContain('Environment of 1 init');
    expect(out).not.toContain('1204');
  });

  test('maps, ipc, fds', async () => {
    const { memories } = await json(image, 'maps', '--pid', '1204', '--type', 'stack');
    expect(
      memories.map(({ pids, areas }: { pids: number[]; areas: unknown[] }) => [pids, areas.length]),
    ).toEqual([[[1204], 1]]);
    const ipc = await json(sample('2.6.18-sysv-ipc'), 'ipc', '--type', 'sem');
    expect([ipc.sem.length, ipc.msg.length, ipc.shm.length]).toEqual([3, 0, 0]);
    const { tables } = await json(sample('2.6.18-pipes'), 'fds', '--type', 'pipe');
    expect(
      tables
        .flatMap(({ descriptors }: { descriptors: { kind: string }[] }) => descriptors)
        .every(({ kind }: { kind: string }) => kind === 'pipe'),
    ).toBe(true);
  });
});

test('an option that changes nothing is refused', async () => {
  const image = sample('2.6.18-tree');
  const refused = [
    ['summary', '--pid', '1'],
    ['rights', '--pid', '1'],
    ['record', 'task:1', '--type', 'vma'],
    ['bytes', '0', '8', '--pid', '1'],
    ['memory', '0x400000', '--pid', '1', '--type', 'heap'],
    ['search', 'x', '--type', 'heap'],
    ['strings', '--type', 'heap'],
    ['extract', '--list', '--type', 'heap'],
    ['report', '-o', '-', '--pid', '1'],
  ];
  for (const words of refused) {
    const { status, err } = await run([image, ...words]);
    const option = words.includes('--type') ? '--type' : '--pid';
    expect([status, err]).toEqual([2, expect.stringContaining(`${option} does not apply to ${words[0]}`)]);
  }
  expect((await run([image, '--pid', '1'])).err).toContain('--pid does not apply without a view');
  expect((await run([image, image, '--pid', '1', '--type', 'task'])).status).toBe(0);
});

test('a wrong command line is told the usage of its own words', async () => {
  const image = sample('2.6.18-tree');
  expect((await run([image, 'search'])).err).toContain('Usage: cr-inspect [OPTIONS] IMAGE search PATTERN\n');
  expect((await run([image, 'record'])).err).toContain('Usage: cr-inspect [OPTIONS] IMAGE record REF\n');
  expect((await run([image, 'pss'])).err).toContain('Usage: cr-inspect [OPTIONS] IMAGE [VIEW]\n');
});

test('three images or more in a pipe: what there is for them', async () => {
  const image = sample('2.6.18-tree');
  const { status, err } = await run([image, image, image]);
  expect([status, err]).toEqual([2, expect.stringContaining('more have cr-inspect list')]);
});

// The stream of linux-cr has no scheduling: include/linux/checkpoint_hdr.h, struct ckpt_hdr_task.
test('what a linux-cr image does not say of scheduling is left out of JSON, and said to be left out in text', async () => {
  const stream = join(directory, 'scheduling.ckpt');
  await convertImage(sample('2.6.18-counter'), stream, { to: 'linux-cr' });
  const { processes } = await json(stream, 'ps');
  expect(processes.length).toBeGreaterThan(0);
  for (const facts of processes)
    expect(Object.keys(facts).filter((key) => key === 'nice' || key === 'policy')).toEqual([]);
  const [{ pid }] = processes;
  expect((await run([stream, 'ps', '--pid', String(pid)])).out).toMatch(/^nice +not in the image$/m);
  // That of the image that it was made from is known.
  const [original] = (await json(sample('2.6.18-counter'), 'ps')).processes;
  expect(original).toMatchObject({ nice: 0 });
});
