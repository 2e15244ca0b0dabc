/** One change to the inventory, the tree or a core of a good image, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, editImage, first } from '../../../model/from-criu/testing/edit-image.ts';
import { simulateCriuRestore } from './simulate.ts';
import {
  check,
  closeBases,
  core,
  counter,
  entry,
  image,
  inventory,
  ipc,
  openBases,
  type Row,
  task,
  tc,
  threadCore,
  tree,
  twice,
} from './testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

const inventoryRows: readonly Row[] = [
  {
    what: 'img_version 3',
    base: tree,
    edits: inventory({ img_version: 3 }),
    verdict: 'fails',
    code: 'criu-inventory',
    said: 'Not supported images version 3',
  },
  {
    what: 'img_version 1 with two magics',
    base: tree,
    edits: inventory({ img_version: 1 }),
    verdict: 'fails',
    code: 'criu-unreadable',
    said: "Magic doesn't match for pstree.img",
  },
  {
    what: 'no fdinfo_per_id',
    base: tree,
    edits: inventory({ fdinfo_per_id: undefined }),
    verdict: 'fails',
    code: 'criu-inventory',
    said: 'Too old image',
  },
  {
    what: 'no ns_per_id',
    base: tree,
    edits: inventory({ ns_per_id: undefined }),
    verdict: 'fails',
    code: 'criu-file-missing',
    said: 'Unexpected EOF on (empty-image)',
  },
  {
    what: 'no root_cg_set',
    base: tree,
    edits: inventory({ root_cg_set: undefined }),
    verdict: 'fails',
    code: 'criu-cgroup-set',
    said: 'No set 1 found',
  },
  {
    what: 'tcp_close with the option',
    base: tree,
    edits: inventory({ tcp_close: true }),
    verdict: 'restores',
    options: { tcpClose: true },
  },
  {
    what: 'tcp_close without the option',
    base: tree,
    edits: inventory({ tcp_close: true }),
    verdict: 'fails',
    code: 'tcp-close',
  },
  {
    what: 'the ids of the root are those of criu',
    base: tree,
    edits: entry('ids-1.img', 0, () => ({ files_id: 1, pid_ns_id: 1 })),
    verdict: 'fails',
    code: 'criu-ids-corrupt',
    said: 'Image corruption on kIDs data',
  },
  {
    what: 'a type magic of another type',
    base: tree,
    edits: { 'pstree.img': Uint8Array.of(0x19, 0x43, 0x56, 0x54, 1, 2, 3, 4) },
    verdict: 'fails',
    code: 'criu-unreadable',
    said: "Magic doesn't match",
  },
  {
    what: 'no ids-1',
    base: tree,
    edits: { 'ids-1.img': null },
    verdict: 'fails',
    code: 'criu-ids-missing',
    said: 'No IDS for root task',
  },
];

const treeRows: readonly Row[] = [
  {
    what: 'a second task without a parent',
    base: tree,
    edits: task(5, { ppid: 0 }),
    verdict: 'fails',
    code: 'criu-second-root',
    said: 'Parent missed on non-root task',
  },
  {
    what: 'the pid namespace of criu',
    base: tree,
    edits: Object.fromEntries(
      [1, 2, 3, 4, 5, 7, 9, 10, 12, 13, 14, 18].map((pid) => [
        `ids-${pid}.img`,
        change(first, () => ({ pid_ns_id: 1 })),
      ]),
    ),
    verdict: 'fails',
    code: 'criu-pid-namespace',
    said: 'only be restored in a new pid namespace',
  },
  {
    what: 'a session leader in a foreign group',
    base: tree,
    edits: task(3, { pgid: 1 }),
    verdict: 'hangs',
    code: 'criu-group-wait',
  },
  {
    what: 'a group of another session',
    base: tree,
    edits: task(2, { pgid: 9 }),
    verdict: 'fails',
    code: 'criu-group',
    said: "Can't restore pgid",
  },
  {
    what: 'an orphan of a dead session',
    base: tree,
    edits: task(2, { sid: 77, pgid: 77 }),
    verdict: 'restores',
  },
  {
    what: 'a dead session, and a group of another one',
    base: tree,
    edits: task(2, { sid: 77 }),
    verdict: 'hangs',
    code: 'criu-group-wait',
  },
  { what: 'a group whose leader is dead', base: tree, edits: task(2, { pgid: 78 }), verdict: 'restores' },
  {
    what: 'the session of a task that is no ancestor',
    base: tree,
    edits: task(12, { sid: 3, pgid: 3 }),
    verdict: 'fails',
    code: 'criu-session-leader',
    said: "Can't find a session leader for 3",
  },
  { what: 'group 0', base: tree, edits: task(2, { pgid: 0 }), verdict: 'restores' },
  {
    what: 'session 0 below a session of its own',
    base: tree,
    edits: task(2, { sid: 0 }),
    verdict: 'fails',
    code: 'criu-pid-taken',
    said: "Can't fork for 0: Invalid argument",
  },
  {
    what: 'session and group 0 everywhere',
    base: counter,
    edits: task(1, { sid: 0, pgid: 0 }),
    verdict: 'restores',
  },
  {
    what: 'vm_id shared',
    base: tree,
    edits: entry('ids-2.img', 0, () => ({ vm_id: 1 })),
    verdict: 'restores',
  },
  {
    what: 'files_id without a table',
    base: tree,
    edits: entry('ids-2.img', 0, () => ({ files_id: 999 })),
    verdict: 'restores',
  },
  {
    what: 'a network namespace without images',
    base: tree,
    edits: entry('ids-2.img', 0, () => ({ net_ns_id: 999 })),
    verdict: 'restores',
  },
  {
    what: 'a UTS namespace of one task',
    base: tree,
    edits: entry('ids-2.img', 0, () => ({ uts_ns_id: 999 })),
    verdict: 'fails',
    code: 'criu-nested-namespace',
  },
];

const coreRows: readonly Row[] = [
  {
    what: 'state 6',
    base: tree,
    edits: tc(2, { task_state: 6 }),
    verdict: 'fails',
    code: 'criu-task-state',
    said: 'Unknown task state',
  },
  { what: 'state 9', base: tree, edits: tc(2, { task_state: 9 }), verdict: 'fails', code: 'criu-task-state' },
  {
    what: 'no tc',
    base: tree,
    edits: core(2, () => ({ tc: undefined })),
    verdict: 'fails',
    code: 'criu-core',
    said: 'Core task state data missed',
  },
  {
    what: 'no registers',
    base: tree,
    edits: core(2, () => ({ thread_info: undefined })),
    verdict: 'fails',
    code: 'criu-core',
    said: 'Core info data missed',
  },
  {
    what: 'no thread_core',
    base: tree,
    edits: core(2, () => ({ thread_core: undefined })),
    verdict: 'fails',
    code: 'criu-segfault',
    said: 'killed by signal 11',
  },
  {
    what: 'no thread_core of the root',
    base: tree,
    edits: core(1, () => ({ thread_core: undefined })),
    verdict: 'crashes',
    code: 'criu-segfault',
  },
  {
    what: 'no rlimits',
    base: tree,
    edits: tc(2, { rlimits: undefined }),
    verdict: 'fails',
    code: 'criu-deprecated',
    said: 'Deprecated functionality',
  },
  {
    what: 'no timers',
    base: tree,
    edits: tc(2, { timers: undefined }),
    verdict: 'fails',
    code: 'criu-deprecated',
    said: 'Deprecated functionality',
  },
  {
    what: 'no sigactions',
    base: tree,
    edits: tc(2, { sigactions: undefined }),
    verdict: 'fails',
    code: 'criu-file-missing',
    said: 'Unexpected EOF',
  },
  {
    what: 'an empty list of threads',
    base: tree,
    edits: task(2, { threads: [] }),
    verdict: 'fails',
    code: 'criu-core',
    said: "Can't mmap section for restore code",
  },
  {
    what: 'a missing core',
    base: tree,
    edits: { 'core-2.img': null },
    verdict: 'fails',
    code: 'criu-file-missing',
  },
  {
    what: 'a set of control groups that is not there',
    base: tree,
    edits: threadCore(2, { cg_set: 7 }),
    verdict: 'fails',
    code: 'criu-cgroup-set',
    said: 'No set 7 found',
  },
  {
    what: 'bytes after the core',
    base: tree,
    edits: {
      'core-1.img': (records) => [
        ...records,
        { kind: 'opaque', reason: 'trailing', offset: 0, data: Uint8Array.of(1, 2, 3) },
      ],
    },
    verdict: 'restores',
  },
  {
    what: 'a second entry after the core',
    base: tree,
    edits: { 'core-1.img': (records) => twice(records, 0) },
    verdict: 'restores',
  },
  {
    what: 'no mm image',
    base: tree,
    edits: { 'mm-2.img': null },
    verdict: 'fails',
    code: 'criu-segfault',
    said: 'killed by signal 11',
  },
];

describe.each([
  ['inventory and ids', inventoryRows],
  ['tree, sessions, groups', treeRows],
  ['cores', coreRows],
])('%s', (_, rows) => {
  test.each(rows)('$what: $verdict', (row) => check(row));
});

test('group 0 becomes a group of its own', () => {
  const { processes } = simulateCriuRestore(editImage(image(tree), task(2, { pgid: 0 })));
  expect(processes.find(({ pid }) => pid === 2)?.pgid).toBe(2);
});

test('with the older ways to ask for numbers the same images restore', () => {
  for (const profile of ['linux-3.9', 'linux-5.2', 'linux-5.5'] as const) {
    for (const base of [tree, ipc] as const)
      expect(simulateCriuRestore(image(base), { profile }).failures).toEqual([]);
  }
});
