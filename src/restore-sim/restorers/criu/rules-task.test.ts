/** One change to descriptors, files, threads, timers or credentials of a good image, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  check,
  closeBases,
  core,
  counter,
  entry,
  ipc,
  openBases,
  type Row,
  task,
  tc,
  threadCore,
  tree,
} from './testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

const descriptorRows: readonly Row[] = [
  {
    what: 'the first descriptor of a file twice, in the task that opens it',
    base: counter,
    edits: { 'fdinfo-2.img': (records) => [...records, records.at(-1)!] },
    verdict: 'hangs',
    code: 'criu-duplicate-descriptor',
  },
  {
    what: 'one number for two files',
    base: tree,
    edits: entry('fdinfo-4.img', 3, () => ({ fd: 0 })),
    verdict: 'fails',
    code: 'criu-duplicate-descriptor',
    said: 'fd 0 already in use',
  },
  {
    what: 'a number twice in a task that is sent the file',
    base: tree,
    edits: entry('fdinfo-10.img', 0, () => ({ fd: 1 })),
    verdict: 'fails',
    code: 'criu-duplicate-descriptor',
  },
  {
    what: 'a pipe that nobody has open',
    base: counter,
    edits: { 'fdinfo-2.img': (records) => records.slice(0, -1) },
    verdict: 'fails',
    code: 'criu-file-unused',
    said: 'Empty list on file desc id 0x5',
  },
];

const reg = (index: number, fields: Readonly<Record<string, unknown>>) =>
  entry('files.img', index, (old) => ({ reg: { ...old.reg, ...fields } }));

const fileRows: readonly Row[] = [
  {
    what: 'a signal that does not exist',
    base: counter,
    edits: entry('files.img', 0, (old) => ({ reg: { ...old.reg, fown: { ...old.reg.fown, signum: 999 } } })),
    verdict: 'fails',
    code: 'criu-file-open',
    said: "Can't set signal",
  },
  {
    what: 'a mount that is not in the image',
    base: counter,
    edits: reg(0, { mnt_id: 999 }),
    verdict: 'fails',
    code: 'criu-file-mount',
  },
  {
    what: 'a program without bytes',
    base: ipc,
    edits: reg(0, { size: 0n }),
    verdict: 'fails',
    code: 'criu-file-open',
  },
  {
    what: 'a mode of no file',
    base: ipc,
    edits: reg(0, { mode: 0 }),
    verdict: 'fails',
    code: 'criu-file-open',
  },
  {
    what: 'a program that has to be made anew',
    base: ipc,
    edits: reg(0, { flags: 0x3e7 }),
    verdict: 'fails',
    code: 'criu-file-open',
    said: 'File exists',
  },
];

const threadRows: readonly Row[] = [
  {
    what: 'a list of threads without the task',
    base: counter,
    edits: task(1, { threads: [999] }),
    verdict: 'fails',
    code: 'criu-file-missing',
  },
  {
    what: 'a robust list with another head',
    base: ipc,
    edits: threadCore(2, { futex_rla_len: 999 }),
    verdict: 'fails',
    code: 'criu-core',
    said: 'Failed to recover futex robust list',
  },
  {
    what: 'an interval of more than a second of microseconds',
    base: tree,
    edits: tc(12, timersWith({ iusec: 0x7fff_ffffn })),
    verdict: 'fails',
    code: 'criu-timer',
    said: 'Invalid timer interval',
  },
  {
    what: 'a value of too many microseconds',
    base: tree,
    edits: tc(3, timersWith({ vusec: 0x7fff_ffffn })),
    verdict: 'fails',
    code: 'criu-timer',
    said: 'Invalid timer value',
  },
];

function timersWith(fields: Readonly<Record<string, bigint>>) {
  const none = { isec: 0n, iusec: 0n, vsec: 0n, vusec: 0n };
  return { timers: { real: none, virt: { ...none, ...fields }, prof: none } };
}

const creds = (fields: (old: Readonly<Record<string, readonly number[]>>) => object) =>
  core(1, (old) => ({
    thread_core: {
      ...old.thread_core,
      creds: { ...old.thread_core.creds, ...fields(old.thread_core.creds) },
    },
  }));

const credentialRows: readonly Row[] = [
  ['effective, not permitted', () => ({ cap_prm: [0, 0] })],
  ['inheritable, not in the bounding set', () => ({ cap_inh: [0xff, 0], cap_bnd: [0, 0] })],
  ['ambient, not inheritable', () => ({ cap_amb: [0xff, 0] })],
  ['unknown secure bits', () => ({ secbits: 0x7fff_ffff })],
].map(([what, fields]) => ({
  what: `capabilities: ${what}`,
  base: counter,
  edits: creds(fields as () => object),
  verdict: 'hangs',
  code: 'criu-credentials',
}));

describe.each([
  ['descriptors', descriptorRows],
  ['files', fileRows],
  ['threads and timers', threadRows],
  ['credentials', credentialRows],
])('%s', (_, rows) => {
  test.each(rows)('$what: $verdict', (row) => check(row));
});
