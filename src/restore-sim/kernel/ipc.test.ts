import { expect, test } from 'vitest';
import { shmat, shmdt } from './address-space.ts';
import { isRefusal } from './errno.ts';
import { ipcOverwrite, ipcSetOwner } from './ipc-calls.ts';
import { type Message, msgrcv, msgsnd } from './message-queue.ts';
import { semop, semRestoreUndo, semSetAll, semSetValue } from './semaphore.ts';
import { snapshotIpc } from './snapshot.ts';
import { answer, create, createNew, type Driver, driver } from './test-driver.ts';

const ipc = (k: Driver) => snapshotIpc(k.task('p0').ipcNamespace, k.level1);

function withSet(values: readonly number[]): Driver {
  const k = driver('linux-6.18');
  k.clone();
  k.semget(0, values.length);
  semSetAll(k.task('p0'), 0, values);
  return k;
}

const change = (k: Driver, number: number, by: number, undo = false, task = 'p1') =>
  answer(semop(k.task(task), 0, [{ number, change: by, undo }]));

test.each([
  ['a semaphore that the set has not', 2, 1, false, 'EFBIG'],
  ['wait for zero', 0, 0, false, 'EAGAIN'],
  ['below zero', 0, -4, false, 'EAGAIN'],
  ['above the maximum', 1, 32767, false, 'ERANGE'],
  ['down to zero', 0, -3, false, 'ok'],
])('semop: %s', (_title, number, by, undo, expected) => {
  expect(change(withSet([3, 1]), number, by, undo)).toBe(expected);
});

test('semop: the bound of undo values', () => {
  const k = withSet([0]);
  expect([change(k, 0, 32767, true), change(k, 0, -32767), change(k, 0, 2, true)]).toEqual([
    'ok',
    'ok',
    'ERANGE',
  ]);
});

test('semop: all operations or none', () => {
  const k = withSet([0, 0]);
  const operations = [
    { number: 0, change: 1 },
    { number: 1, change: -1 },
  ];
  expect(answer(semop(k.task('p1'), 0, operations))).toBe('EAGAIN');
  expect(ipc(k).sem[0]!.values).toEqual([0, 0]);
  expect(answer(semop(k.task('p1'), 0, []))).toBe('EINVAL');
  expect(answer(semop(k.task('p1'), 0, new Array(501).fill({ number: 0, change: 0 })))).toBe('E2BIG');
});

test('exit gives undo values back, clamped, and signs for it', () => {
  const k = withSet([0, 9]);
  change(k, 0, 5, true);
  change(k, 0, -4, false, 'p0');
  change(k, 1, -2, true);
  expect(ipc(k).sem[0]).toMatchObject({ values: [1, 7], undo: [{ pid: 2, adjust: [-5, 2] }] });
  k.exit('p1');
  expect(ipc(k).sem[0]).toMatchObject({ values: [0, 9], lastPids: [2, 2], undo: [] });
});

test('undo values are not inherited, and dropped by SETVAL and removal', () => {
  const k = withSet([0]);
  change(k, 0, 5, true);
  k.clone(undefined, 'p1');
  k.exit('p2');
  expect(ipc(k).sem[0]!.values).toEqual([5]);
  expect(answer(semSetValue(k.task('p0'), 0, 0, 8))).toBe('ok');
  k.exit('p1');
  expect(ipc(k).sem[0]!.values).toEqual([8]);
});

test('threads share undo values only with CLONE_SYSVSEM', () => {
  const k = withSet([0]);
  k.clone([7], 'p1', 'thread');
  k.clone([8], 'p1', 'thread', 'sysvsem');
  change(k, 0, 3, true, 'p2');
  k.exitThread('p2');
  expect(ipc(k).sem[0]!.values).toEqual([0]);
  change(k, 0, 4, true, 'p3');
  k.exitThread('p3');
  expect(ipc(k).sem[0]!.values).toEqual([4]);
  k.exit('p1');
  expect(ipc(k).sem[0]!.values).toEqual([0]);
});

test.each([
  ['out of range before the id', 99, 0, 32768, 'ERANGE'],
  ['an unknown id', 99, 0, 1, 'EINVAL'],
  ['a semaphore that the set has not', 0, 5, 1, 'EINVAL'],
])('SETVAL: %s', (_title, id, number, value, expected) => {
  expect(answer(semSetValue(withSet([1]).task('p0'), id, number, value))).toBe(expected);
});

test('an undo list from an image needs its set', () => {
  const k = withSet([4, 4]);
  expect(answer(semRestoreUndo(k.task('p1'), 5, [1]))).toBe('ENOENT');
  semRestoreUndo(k.task('p1'), 0, [1, -9]);
  k.exit('p1');
  expect(ipc(k).sem[0]!.values).toEqual([5, 0]);
});

test('order of checks of a get', () => {
  const k = driver('linux-6.18');
  k.semget(7, 2);
  k.shmget(7, 100);
  expect([
    ...[
      k.semget(7, 32001, createNew),
      k.semget(7, 3, createNew),
      k.semget(7, 3),
      k.semget(7, 2),
      k.semget(7, 0),
    ],
    ...[k.semget(8, 1, 0o600), k.semget(8, 0), k.semget(0, 1, 0o600), k.shmget(7, 101), k.shmget(9, 0)],
  ]).toEqual(['EINVAL', 'EEXIST', 'EINVAL', '0', '0', 'ENOENT', 'EINVAL', '1', 'EINVAL', 'EINVAL']);
});

test('totals of semaphores and pages', () => {
  const k = driver('linux-6.18');
  k.limits({ semmns: 5, shmall: 2n, shmmax: 8192n });
  expect([k.semget(0, 3), k.semget(0, 3), k.remove('sem', 0), k.semget(0, 5)]).toEqual([
    '0',
    'ENOSPC',
    'ok',
    '1',
  ]);
  expect([k.shmget(0, 8193), k.shmget(0, 4097), k.shmget(0, 1)]).toEqual(['EINVAL', '0', 'ENOSPC']);
  expect([k.remove('shm', 0), k.shmget(0, 1)]).toEqual(['ok', '1']);
});

const message = (type: number, lengthBytes: number): Message => ({ type: BigInt(type), lengthBytes });

test.each([
  ['type 0 before the id', 99, 0, 1, 'EINVAL'],
  ['too long before the id', 99, 1, 8193, 'EINVAL'],
  ['an unknown id', 99, 1, 1, 'EINVAL'],
  ['what fits', 0, 1, 8192, 'ok'],
])('msgsnd: %s', (_title, id, type, length, expected) => {
  const k = driver('linux-6.18');
  k.msgget();
  expect(answer(msgsnd(k.task('p0'), id, message(type, length)))).toBe(expected);
});

test('msgsnd: a full queue, by bytes and by messages', () => {
  const k = driver('linux-6.18');
  k.limits({ msgmnb: 3 });
  k.msgget();
  k.msgget();
  const send = (id: number, length: number) => answer(msgsnd(k.task('p0'), id, message(1, length)));
  expect([send(0, 2), send(0, 2), send(0, 1)]).toEqual(['ok', 'EAGAIN', 'ok']);
  expect([send(1, 0), send(1, 0), send(1, 0), send(1, 0)]).toEqual(['ok', 'ok', 'ok', 'EAGAIN']);
});

test.each([
  [0, 10],
  [5, 12],
  [-4, 11],
  [-2, 'ENOMSG'],
  [6, 'ENOMSG'],
])('msgrcv: type %i', (type, expected) => {
  const k = driver('linux-6.18');
  k.msgget();
  for (const [sent, length] of [
    [9, 10],
    [3, 11],
    [5, 12],
    [3, 13],
  ] as const) {
    msgsnd(k.task('p0'), 0, message(sent, length));
  }
  const received = msgrcv(k.task('p0'), 0, BigInt(type));
  expect(isRefusal(received) ? received.errno : received.lengthBytes).toBe(expected);
});

test('a removed segment lives until its last detach', () => {
  const k = driver('linux-6.18');
  k.shmget(5);
  shmat(k.task('p0'), 0);
  k.clone();
  expect([k.remove('shm', 0), k.shmget(5, 4096, 0o600), k.shmget(5), k.remove('shm', 0)]).toEqual([
    ...['ok', 'ENOENT', '1', 'ok'],
  ]);
  expect(answer(shmat(k.task('p1'), 0))).toBe('ok');
  expect(ipc(k).shm[0]).toMatchObject({ id: 0, key: 0, mode: 0o1600, attachCount: 3, lastUser: 2 });
  shmdt(k.task('p0'), 0);
  k.exit('p1');
  expect(ipc(k).shm.map(({ id }) => id)).toEqual([1]);
  expect(answer(shmdt(k.task('p0'), 0))).toBe('EINVAL');
});

test('a fork that fails touches the attached segments', () => {
  const k = driver('linux-6.18');
  k.shmget();
  k.clone();
  shmat(k.task('p0'), 0);
  shmat(k.task('p1'), 0);
  k.clone([1]);
  expect(ipc(k).shm[0]).toMatchObject({ attachCount: 2, lastUser: 1 });
  // A thread copies no memory, and too many entries are refused before anything is copied.
  k.clone([1], 'p1', 'thread');
  k.clone(new Array(33).fill(1), 'p1');
  expect(ipc(k).shm[0]).toMatchObject({ attachCount: 2, lastUser: 1 });
});

test('CLONE_VM shares attachments', () => {
  const k = driver('linux-6.18');
  k.shmget();
  k.clone(undefined, 'p0', 'vm');
  shmat(k.task('p1'), 0);
  k.exit('p1');
  expect(ipc(k).shm[0]!.attachCount).toBe(1);
  expect(answer(shmdt(k.task('p0'), 0))).toBe('ok');
});

test('permissions: mode for access, ownership for control', () => {
  const k = driver('linux-6.18');
  k.msgget(7);
  k.clone();
  k.kernel.setuid(k.task('p1'), 1000);
  const other = k.task('p1');
  expect([
    ...[k.msgget(7, create, 'p1'), k.remove('msg', 0, 'p1'), answer(msgsnd(other, 0, message(1, 1)))],
    answer(ipcSetOwner(k.task('p0'), 'msg', 0, { uid: 1000, gid: 1000, mode: 0o1600 })),
    ...[k.msgget(7, create, 'p1'), answer(msgsnd(other, 0, message(1, 1))), k.remove('msg', 0, 'p1')],
  ]).toEqual(['EACCES', 'EPERM', 'EACCES', 'ok', '0', 'ok', 'ok']);
});

test('fields written by an in-kernel restorer', () => {
  const k = driver('openvz-2.6.32');
  k.semget();
  const set = k.task('p0').ipcNamespace.sem.atIndex(0)!;
  ipcOverwrite(set, { cuid: 5, mode: 0o1777, sequence: 3 });
  set.lastUsers[0] = 4711;
  expect(ipc(k).sem[0]).toMatchObject({ id: 98304, cuid: 5, mode: 0o1777, lastPids: [4711] });
  expect(k.remove('sem', 0)).toBe('EINVAL');
});

test('a new IPC namespace is empty and has its own requests', () => {
  const k = driver('linux-6.18');
  k.semget(7);
  k.write('sem_next_id', 50);
  k.clone(undefined, 'p0', 'newipc');
  expect([k.read('sem_next_id', 'p1'), k.semget(7, 1, 0o600, 'p1'), k.semget(7, 1, create, 'p1')]).toEqual([
    ...['-1', 'ENOENT', '0'],
  ]);
});
