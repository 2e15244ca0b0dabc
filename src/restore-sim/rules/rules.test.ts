import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Checkpoint, Id, MemoryArea, SemaphoreSet, Task, UndoList } from '../../model/checkpoint.ts';
import { checkpointFromCpt } from '../../model/from-cpt/checkpoint-from-cpt.ts';
import { RowSlice, RowTable } from '../../model/rows.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { realImages } from '../../test-support/images.ts';
import { findKernelProfile } from '../kernel/index.ts';
import {
  checkpointOf,
  checkpointWith,
  messageQueue,
  semaphoreSet,
  sharedMemory,
} from '../plan/testing/checkpoint-of.ts';
import { type CheckpointRuleCode, checkpointRuleCodes, checkpointRules, checkRules } from './index.ts';

const here = new URL('.', import.meta.url);

test('the list has the rules of every file, and a rule for every code', () => {
  const known = ['codes.ts', 'index.ts', 'rule.ts'];
  const files = readdirSync(here).filter((name) => !name.includes('.test.') && !known.includes(name));
  const index = readFileSync(new URL('index.ts', here), 'utf8');
  const imported = [...index.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => name);
  expect(files.sort()).toEqual([...new Set(imported)].filter((name) => !known.includes(name ?? '')).sort());
  expect(Object.keys(checkpointRules).sort()).toEqual(Object.keys(checkpointRuleCodes).sort());
});

test.each(realImages.map(({ name, path }) => [name, path] as const))('%s: nothing to find', (_, path) => {
  const source = fileSource(path);
  expect(checkRules(checkpointFromCpt(source, () => {}))).toEqual([]);
  source.close();
});

const set = (id: number, key = 0, change: Partial<SemaphoreSet> = {}) => ({
  ...semaphoreSet(id, key, [1, 2]),
  ...change,
});
const ipc = (sets: readonly SemaphoreSet[], rest: Partial<Checkpoint> = {}) =>
  checkpointOf('init:1', { semaphoreSets: sets, ...rest });

const undoId = 0x700 as Id<'undoList'>;
const undo = (semId: number, adjust: readonly number[], owner: Partial<Task> = { undoList: undoId }) => {
  const list: UndoList = { at: 0x700, id: undoId, records: [{ at: 0x720, semId, adjust }] };
  const [init] = checkpointOf('init:1').tasks;
  return checkpointWith([{ ...init!, ...owner }], {
    semaphoreSets: [set(0)],
    undoLists: new Map([[undoId, list]]),
  });
};

/** The checkpoint with fields of the task at that place changed. */
const changed = (processes: string, index: number, change: Partial<Task>, rest: Partial<Checkpoint> = {}) => {
  const { tasks } = checkpointOf(processes);
  return checkpointWith(
    tasks.map((task, at) => (at === index ? { ...task, ...change } : task)),
    rest,
  );
};

const signal = { isSessionLeader: false, pgrp: 7n, pgrpKind: 'normal', session: 7n, sessionKind: 'orphan' };
const signals = new Map([[5 as Id<'signal'>, signal]]) as unknown as Checkpoint['signals'];

function memory(...areas: readonly Partial<MemoryArea>[]): Partial<Checkpoint> {
  const table = new RowTable<MemoryArea>(1, (_, row) => ({ at: row, ...areas[row] }) as MemoryArea);
  const slice = new RowSlice(table);
  for (const _ of areas) slice.push(0n);
  return { memories: new Map([[9, { areas: slice }]]) as unknown as Checkpoint['memories'] };
}

function files(maxFds: number, ...fds: readonly number[]): Partial<Checkpoint> {
  const table = { maxFds, descriptors: fds.map((fd) => ({ at: fd, fd })) };
  return { fdTables: new Map([[8, table]]) as unknown as Checkpoint['fdTables'] };
}

const segments = (...list: readonly ReturnType<typeof sharedMemory>[]): Partial<Checkpoint> => ({
  sharedMemories: new Map(list.map((segment) => [segment.segment, segment])),
});

const rows: readonly (readonly [CheckpointRuleCode, Checkpoint, message: string, kernel?: string])[] = [
  ['container-init', checkpointOf('late:5/0'), 'the first task is late with pid 5'],
  ['container-init', checkpointOf(''), 'no tasks at all'],
  ['duplicate-pid', checkpointOf('init:1 a:7 b:8,t7'), 'pid 7 at level 0: b and a both have it'],
  ['duplicate-pid', checkpointOf('init:1 a:7.1 b:8.5/7 c:9.5/7'), 'pid 5 at level 1: c and b'],
  ['pid-levels', checkpointOf('init:1 a:7.2.1'), 'a has pids at 3 levels, its parent at 1'],
  ['pid-range', checkpointOf('init:1 a:5000000'), 'a has the pid 5000000'],
  ['pid-range', checkpointOf('init:1 a:7,g4194304'), 'a (7) has the group 4194304'],
  ['pid-not-virtual', checkpointOf('init:1 a:7'), 'pid 7 of a has no bit 1024', 'openvz-2.6.18'],
  ['missing-parent', checkpointOf('init:1 a:7/6'), 'a (7) has the parent 6, which is not there'],
  ['parent-cycle', checkpointOf('init:1 a:7/8 b:8/7'), 'is its own ancestor'],
  [
    'missing-group-leader',
    changed('init:1', 0, { signal: 5 as Id<'signal'> }, { signals }),
    'group 7 of init',
  ],
  [
    'missing-session-leader',
    changed('init:1 a:7,s7', 0, { signal: 5 as Id<'signal'> }, { signals }),
    'session 7 of init (1) has no leader any more, says the image; the task is there',
  ],
  ['session-contradiction', checkpointOf('init:1 a:7 b:8,s7'), 'session 7 of b (8) is the pid of a'],
  ['session-contradiction', checkpointOf('init:1 a:7,s7,g1'), 'a leads session 7 but is in group 1'],
  ['session-unreachable', checkpointOf('init:1 a:7 b:8/7,s6'), 'b (8) is in session 6, but its parent'],
  ['group-across-sessions', checkpointOf('init:1 a:7,s7,g7 b:8,g7'), 'group 7 has a (7) in session 7'],
  [
    'thread-without-leader',
    changed('init:1 a:7', 1, { tgid: 6 }),
    'is in thread group 6, which has no leader',
  ],
  ['thread-without-leader', changed('init:1 a:7,t9', 2, { leaderPid: 6 }), 'names the leader 6'],
  ['thread-contradiction', changed('init:1 a:7,t9', 2, { pgid: 1, sid: 9 }), 'another sid than its leader a'],
  [
    'missing-reference',
    changed('init:1', 0, { memory: 77 as Id<'memory'> }),
    'the memory 77, which is not there',
  ],
  ['missing-reference', checkpointOf('init:1', memory()), 'init (1) has no memory'],
  ['unknown-task-state', checkpointOf('init:1 a:7,?'), 'a (7) has the state 2'],
  ['zombie-with-children', checkpointOf('init:1 a:7,Z b:8/7'), 'b (8) is a child of a (7), which is dead'],
  [
    'start-time',
    changed(
      'init:1 a:7',
      1,
      { startTimeNs: 9_000_000_000n },
      { container: { uts: {}, ageNs: 8_000_000_000n } },
    ),
    'a (7) started at 9.00 s, in a container that is 8.00 s old',
  ],
  ['start-time', changed('init:1 a:7', 1, { startTimeNs: -1n }), 'a (7) started before the container'],
  ['duplicate-ipc-id', ipc([set(4), set(4)]), 'semaphore set 4 is there twice'],
  ['duplicate-ipc-id', ipc([set(4), set(32772)]), 'needs the same slot as semaphore set 4'],
  ['duplicate-ipc-key', ipc([set(4, 0x99), set(5, 0x99)]), 'semaphore set 5 has the key 0x99'],
  ['ipc-id-range', ipc([set(-1, 0, { seq: 0n })]), 'semaphore set -1: ids are from 0 to 2147483647'],
  ['ipc-sequence', ipc([set(32768, 0, { seq: 4n })]), 'has the sequence number 4, its id says 1'],
  [
    'ipc-limit',
    ipc([0, 1, 2].map((id) => set(id * 1, 0, { semaphores: many(20000) }))),
    'semmns',
    'linux-3.9',
  ],
  ['ipc-limit', ipc([], segments(sharedMemory(1, 0, 2 ** 40))), 'shmmax is 33554432', 'linux-3.9'],
  ['semaphore-value', ipc([set(0, 0, { semaphores: [{ value: 32768, pid: 0 }] })]), 'is 32768'],
  ['semaphore-value', ipc([set(0, 0, { semaphores: [] })]), 'has no semaphores'],
  ['undo-unknown-set', undo(9, [1]), 'undo values for semaphore set 9, which is not there'],
  ['undo-length', undo(0, [1, 2, 3]), '3 undo values for the 2 semaphores of set 0'],
  ['undo-length', undo(0, [1]), '1 undo values for the 2 semaphores of set 0'],
  ['undo-unowned', undo(0, [1, 2], {}), 'no task has the undo list'],
  [
    'message-total',
    ipc([], { messageQueues: [messageQueue(0, 0, [[1, 9]], 8)] }),
    'holds 9 bytes, but may hold 8',
  ],
  [
    'message-type',
    ipc([], { messageQueues: [messageQueue(0, 0, [[0, 1]])] }),
    'message 0 of queue 0 has the type 0',
  ],
  [
    'shm-attachment',
    checkpointOf('', memory({ kind: 'shm', start: 4096n, end: 8192n })),
    '0x1000 is attached to no',
  ],
  [
    'shm-destroyed',
    ipc([], segments({ ...sharedMemory(3, 0, 4096), mode: 0o1600 })),
    'segment 3 is removed and attached nowhere',
  ],
  ['duplicate-fd', checkpointOf('', files(8, 1, 1)), 'descriptor 1 is there twice'],
  ['duplicate-fd', checkpointOf('', files(8, 8)), 'descriptor 8 is not below the table’s size of 8'],
  ['area-order', checkpointOf('', memory({ start: 8n, end: 8n })), 'area 0x8-0x8 is empty'],
  [
    'area-order',
    checkpointOf('', memory({ start: 8n, end: 16n }, { start: 12n, end: 20n })),
    'starts before',
  ],
];

function many(count: number) {
  return Array.from({ length: count }, () => ({ value: 0, pid: 0 }));
}

const cases = rows.map(([code, checkpoint, message, kernel]) => ({ code, checkpoint, message, kernel }));

test.each(cases)('$code: $message', ({ code, checkpoint, message, kernel }) => {
  const profile = kernel === undefined ? undefined : findKernelProfile(kernel);
  const found = checkRules(checkpoint, profile).filter((diagnostic) => diagnostic.code === code);
  expect(found.map((diagnostic) => diagnostic.message).join('\n')).toContain(message);
  expect(found[0]?.severity).toBe(checkpointRuleCodes[code].severity);
});

test('every code is raised by some row', () => {
  expect([...new Set(rows.map(([code]) => code))].sort()).toEqual(Object.keys(checkpointRuleCodes).sort());
});

test.each([
  'init:1 shell:10,s10 job:11/10,g11 helper:12/11,g11 dead:13/10,Z threads:14/10,t15,t16',
  // A dead session and a dead group: both outlive their leaders.
  'init:1 orphan:10,s9,g9 grandchild:11/10,s9,g9 member:12,g8',
  // Born before the parent's setsid.
  'init:1 daemon:10,s10 early:11/10,s1,g1 earlier:12/11,s1,g1',
])('%s: nothing to find', (processes) => {
  expect(checkRules(checkpointOf(processes))).toEqual([]);
});
