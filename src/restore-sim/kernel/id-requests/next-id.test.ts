import { expect, test } from 'vitest';
import { type Driver, driver } from '../test-driver.ts';

const check = (calls: (kernel: Driver) => readonly string[], answers: string) =>
  expect(calls(driver('linux-2.6.25-next-id')).join(' ')).toBe(answers);

test.each<[string, (kernel: Driver) => readonly string[], string]>([
  ['a number for the innermost level', (k) => [k.nextId('LONG 400'), k.clone()], 'ok 400'],
  ['used once', (k) => [k.nextId('LONG 400'), k.clone(), k.clone()], 'ok 400 401'],
  [
    'the cursor is pushed forward, not back',
    (k) => [k.nextId('LONG 400'), k.clone(), k.nextId('LONG 350'), k.clone(), k.clone()],
    'ok 400 ok 350 401',
  ],
  ['below RESERVED_PIDS', (k) => [k.nextId('LONG 299'), k.clone()], 'ok EINVAL'],
  ['RESERVED_PIDS itself', (k) => [k.nextId('LONG 300'), k.clone()], 'ok 300'],
  ['pid_max', (k) => [k.write('pid_max', 1000), k.nextId('LONG 1000'), k.clone()], 'ok ok EINVAL'],
  ['the last number', (k) => [k.write('pid_max', 1000), k.nextId('LONG 999'), k.clone()], 'ok ok 999'],
  ['taken', (k) => [k.nextId('LONG 400'), k.clone(), k.nextId('LONG 400'), k.clone()], 'ok 400 ok EBUSY'],
  [
    'stays after a failure, and is used when it can be',
    (k) => [
      ...[k.nextId('LONG 400'), k.clone(), k.nextId('LONG 400'), k.clone(), k.clone()],
      ...[k.exit('p1'), k.wait(), k.clone()],
    ],
    'ok 400 ok EBUSY EBUSY ok 400 400',
  ],
  ['a later write replaces it', (k) => [k.nextId('LONG 400'), k.nextId('LONG 500'), k.clone()], 'ok ok 500'],
  [
    'a namespace init cannot be asked for',
    (k) => [k.nextId('LONG 1'), k.clone(undefined, 'p0', 'newpid')],
    'ok EINVAL',
  ],
  [
    'the innermost level comes last',
    (k) => [
      k.clone(undefined, 'p0', 'newpid'),
      k.nextId('LONG2 600 500', 'p1'),
      k.clone(undefined, 'p1'),
      k.pids('p2'),
    ],
    '2 ok 500 600/500',
  ],
  [
    'upper levels are left to the kernel',
    (k) => [
      k.clone(undefined, 'p0', 'newpid'),
      k.nextId('LONG 500', 'p1'),
      k.clone(undefined, 'p1'),
      k.pids('p2'),
    ],
    '2 ok 500 3/500',
  ],
  ['more ids than levels', (k) => [k.nextId('LONG3 500 500 500'), k.clone(), k.clone()], 'ok EINVAL EINVAL'],
  [
    'the request is of the thread',
    (k) => [
      k.clone(undefined, 'p0', 'thread'),
      k.nextId('LONG 400', 'p1'),
      k.clone(),
      k.clone(undefined, 'p1'),
    ],
    '2 ok 3 400',
  ],
  [
    'an untyped value goes to whatever comes first',
    (k) => [k.nextId('LONG 400'), k.semget(), k.clone()],
    'ok 400 2',
  ],
  [
    'an IPC slot that is taken',
    (k) => [k.semget(), k.nextId('LONG 32768'), k.semget(), k.semget()],
    '0 ok EBUSY EBUSY',
  ],
  [
    'count and numbers differ',
    (k) => [k.nextId('LONG2 5'), k.nextId('LONG'), k.nextId('LONG x')],
    'EINVAL EINVAL EINVAL',
  ],
])('untyped: %s', (_title, calls, answers) => check(calls, answers));

test('untyped: a full upper level is out of memory', () => {
  const kernel = driver('linux-2.6.25-next-id');
  kernel.clone(undefined, 'p0', 'newpid');
  // One pid_max for all levels on this kernel; level 1 is full from 300 on, level 2 is not.
  kernel.write('pid_max', 302);
  for (const pid of [300, 301]) kernel.kernel.holdNumber(kernel.level1, pid, `holder of ${pid}`);
  kernel.nextId('LONG 300', 'p1');
  kernel.level1.lastPid = 300;
  expect(kernel.clone(undefined, 'p1')).toBe('ENOMEM');
});

test.each<[string, (kernel: Driver) => readonly string[], string]>([
  ['a pid', (k) => [k.nextId('PID 400'), k.clone()], 'ok 400'],
  [
    'a pid is not taken by IPC objects',
    (k) => [k.nextId('PID 400'), k.semget(), k.msgget(), k.shmget(), k.clone()],
    'ok 0 0 0 400',
  ],
  [
    'a semaphore id is not taken by anything else',
    (k) => [k.nextId('IPC_SEM_ID 400'), k.clone(), k.msgget(), k.shmget(), k.semget(), k.semget()],
    'ok 2 0 0 400 0',
  ],
  [
    'a queue id is not taken by anything else',
    (k) => [k.nextId('IPC_MSG_ID 400'), k.clone(), k.semget(), k.shmget(), k.msgget()],
    'ok 2 0 0 400',
  ],
  [
    'a segment id is not taken by anything else',
    (k) => [k.nextId('IPC_SHM_ID 400'), k.clone(), k.semget(), k.msgget(), k.shmget()],
    'ok 2 0 0 400',
  ],
  [
    'one of each at once',
    (k) => [
      k.nextId('PID 400'),
      k.nextId('IPC_SEM_ID 5'),
      k.nextId('IPC_MSG_ID 6'),
      k.msgget(),
      k.semget(),
      k.clone(),
    ],
    'ok ok ok 6 5 400',
  ],
  [
    'before an untyped one',
    (k) => [k.nextId('LONG 500'), k.nextId('PID 400'), k.clone(), k.clone()],
    'ok ok 400 500',
  ],
  [
    'taken and kept',
    (k) => [k.semget(), k.nextId('IPC_SEM_ID 32768'), k.semget(), k.remove('sem', 0), k.semget()],
    '0 ok EBUSY ok 32768',
  ],
  [
    'a word that is not known',
    (k) => [k.nextId('FILE 3'), k.nextId('pid 3'), k.nextId('PID'), k.nextId('PID 3 4')],
    'EINVAL EINVAL EINVAL EINVAL',
  ],
  ['more than an int', (k) => [k.nextId('PID 2147483648')], 'EINVAL'],
])('typed: %s', (_title, calls, answers) => check(calls, answers));

test('the words that can be set are enumerable', () => {
  const words = (name: Parameters<typeof driver>[0]) => {
    const { kernel, task } = driver(name);
    return kernel.settableNextIdWords(task('p0'));
  };
  expect(words('linux-2.6.25-next-id')).toEqual(['LONG', 'PID', 'IPC_SEM_ID', 'IPC_MSG_ID', 'IPC_SHM_ID']);
  expect(words('linux-6.18')).toEqual([]);
  expect(driver('linux-6.18').nextId('LONG 5')).toBe('ENOENT');
});
