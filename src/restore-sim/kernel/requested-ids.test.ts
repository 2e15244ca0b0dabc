import { expect, test } from 'vitest';
import { create, createNew, type Driver, driver } from './test-driver.ts';

/** Sequences of calls and the answers of Linux 6.18, as root in fresh pid and IPC namespaces. */
type Row = readonly [
  number: number,
  title: string,
  calls: (kernel: Driver) => readonly string[],
  answers: string,
];

function check(rows: readonly Row[], start: () => Driver = () => driver('linux-6.18')): void {
  test.each(rows)('%i: %s', (_number, _title, calls, answers) => {
    expect(calls(start()).join(' ')).toBe(answers);
  });
}

const last = (kernel: Driver, pid: number) => kernel.write('ns_last_pid', pid);

check([
  [1, 'a number twice', (k) => [k.clone([100]), k.clone([100])], '100 EEXIST'],
  [2, 'the cursor is not moved by a request', (k) => [k.clone([100]), k.clone()], '100 2'],
  [3, 'zero and negative', (k) => [k.clone([0]), k.clone([-5])], 'EINVAL EINVAL'],
  [4, '1 in a namespace with init', (k) => [k.clone([1])], 'EEXIST'],
  [5, 'below 300', (k) => [k.clone([50])], '50'],
  [6, 'the last number and pid_max', (k) => [k.clone([4194303]), k.clone([4194304])], '4194303 EINVAL'],
  [7, 'more entries than levels', (k) => [k.clone([500, 501, 502])], 'EINVAL'],
  [8, '33 entries', (k) => [k.clone(new Array(33).fill(1))], 'EINVAL'],
  [9, 'a first process that is not 1', (k) => [k.clone([2], 'p0', 'newpid')], 'EINVAL'],
  [10, 'a new namespace', (k) => [k.clone([1, 77], 'p0', 'newpid'), k.pids('p1')], '77 77/1'],
  [11, 'the wrong order', (k) => [k.clone([77, 1], 'p0', 'newpid')], 'EINVAL'],
  [12, 'taken outside', (k) => [k.clone([77]), k.clone([1, 77], 'p0', 'newpid')], '77 EEXIST'],
]);

check(
  [
    [13, 'two levels', (k) => [k.clone([10, 20], 'p1'), k.pids('p2')], '10 20/10'],
    [
      14,
      'a failure outside gives the inner number back',
      (k) => [k.clone([10, 20], 'p1'), k.clone([11, 20], 'p1'), k.clone([11], 'p1')],
      '10 EEXIST 11',
    ],
    [
      15,
      'taken at level 3',
      (k) => [k.clone([1, 60, 70], 'p1', 'newpid'), k.clone([5, 6, 7], 'p2'), k.clone([5], 'p2')],
      '60 5 EEXIST',
    ],
  ],
  () => {
    const kernel = driver('linux-6.18');
    kernel.clone([1, 77], 'p0', 'newpid');
    return kernel;
  },
);

check([
  [
    16,
    'a zombie holds its number',
    (k) => [k.clone(), k.exit('p1'), k.clone([2]), k.wait(), k.clone([2])],
    '2 ok EEXIST 2 2',
  ],
  [
    17,
    'so does a group without leader',
    (k) => [
      ...[k.clone([3]), k.clone([4]), k.setpgid('p0', 3, 3), k.setpgid('p0', 4, 3)],
      ...[k.exit('p1'), k.wait(), k.clone([3]), k.exit('p2'), k.wait(), k.clone([3])],
    ],
    '3 4 ok ok ok 3 EEXIST ok 4 3',
  ],
  [
    18,
    'and a session without leader',
    (k) => [
      ...[k.clone([5]), k.setsid('p1'), k.clone([6], 'p1'), k.exit('p1'), k.wait()],
      ...[k.setpgid('p2', 0, 0), k.clone([5])],
    ],
    '5 5 6 ok 5 ok EEXIST',
  ],
  [
    19,
    'a thread number',
    (k) => [k.clone([7], 'p0', 'thread'), k.clone([7]), k.exitThread('p1'), k.clone([7])],
    '7 EEXIST ok 7',
  ],
  [20, 'last_pid 50', (k) => [last(k, 50), k.clone(), last(k, 50), k.clone()], 'ok 51 ok 52'],
  [21, 'last_pid 0', (k) => [last(k, 0), k.clone()], 'ok 2'],
  [22, 'last_pid 299', (k) => [last(k, 299), k.clone(), k.clone(), k.clone()], 'ok 300 301 302'],
  [
    23,
    'a wrap at a small pid_max',
    (k) => [
      ...[last(k, 299), k.clone(), k.clone(), k.clone()],
      ...[k.write('pid_max', 310), last(k, 308), k.clone(), k.clone(), k.clone()],
    ],
    'ok 300 301 302 ok ok 309 303 304',
  ],
  [
    24,
    'bounds of last_pid',
    (k) => [k.write('pid_max', 310), last(k, 310), last(k, 311), last(k, -1)],
    'ok ok EINVAL EINVAL',
  ],
  [
    25,
    'all numbers from 300 in use',
    (k) => {
      k.write('pid_max', 310);
      last(k, 299);
      const forks = Array.from({ length: 11 }, () => k.clone());
      return [...forks.slice(-2), k.clone([200])];
    },
    '309 EAGAIN 200',
  ],
  [
    26,
    'a new namespace has its own pid_max',
    (k) => [k.write('pid_max', 310), k.clone(undefined, 'p0', 'newpid'), k.read('pid_max', 'p1')],
    'ok 2 4194304',
  ],
  [
    27,
    'without capabilities',
    (k) => {
      k.kernel.dropCapabilities(k.task('p0'), ['sys-admin', 'checkpoint-restore']);
      return [k.clone([101]), last(k, 200), k.write('sem_next_id', 6)];
    },
    'EPERM EPERM EACCES',
  ],
  [
    28,
    'in an own user namespace',
    (k) => {
      k.kernel.setuid(k.task('p0'), 1000);
      k.clone(undefined, 'p0', 'newpid', 'newuser');
      return [k.clone([50], 'p1'), k.clone([51, 300], 'p1')];
    },
    '50 EPERM',
  ],
  [
    29,
    'the first child after unshare',
    (k) => [k.unshare('p0'), k.clone([5, 60]), k.clone([1, 60])],
    'ok EINVAL 60',
  ],
  [
    30,
    'a namespace whose init has died',
    (k) => [k.unshare('p0'), k.clone([1, 60]), k.exit('p1'), k.clone()],
    'ok 60 ok ENOMEM',
  ],
  [
    31,
    'a freed slot waits for the wrap',
    (k) => [k.semget(), k.semget(), k.semget(), k.remove('sem', 1), k.semget()],
    '0 1 2 ok 3',
  ],
  [
    32,
    'an exact id, and the next ordinary one',
    (k) => {
      for (let id = 0; id < 4; id += 1) k.semget();
      k.remove('sem', 1);
      return [k.write('sem_next_id', 163841), k.semget(), k.semget()];
    },
    'ok 163841 4',
  ],
  [
    33,
    'a taken index gives another id',
    (k) => {
      for (let id = 0; id < 5; id += 1) k.semget();
      return [k.write('sem_next_id', 163841), k.semget()];
    },
    'ok 163845',
  ],
  [
    34,
    'failures before allocation keep the request',
    (k) => [
      ...[k.write('sem_next_id', 655370), k.semget(0, 0), k.semget(100, 1, 0o600)],
      k.read('sem_next_id'),
    ],
    'ok EINVAL ENOENT 655370',
  ],
  [
    35,
    'an existing key keeps the request',
    (k) => [
      ...[k.semget(100), k.write('sem_next_id', 655380), k.semget(100, 1, createNew)],
      k.read('sem_next_id'),
    ],
    '0 ok EEXIST 655380',
  ],
  [
    36,
    'values that are no ids',
    (k) => ['-1', '2147483648', 'abc'].map((text) => k.write('sem_next_id', text)),
    'EINVAL EINVAL EINVAL',
  ],
  [
    37,
    'the last id, twice',
    (k) => [
      ...[k.write('sem_next_id', 2147483647), k.semget(), k.write('sem_next_id', 2147483647)],
      ...[k.semget(), k.read('sem_next_id')],
    ],
    'ok 2147483647 ok ENOSPC -1',
  ],
  [
    38,
    'the last of two requests',
    (k) => [k.write('msg_next_id', 40000), k.write('msg_next_id', 50000), k.msgget()],
    'ok ok 50000',
  ],
  [
    39,
    'a full table keeps the request',
    (k) => [
      ...[k.write('shmmni', 2), k.shmget(), k.shmget(), k.write('shm_next_id', 7), k.shmget()],
      ...[k.read('shm_next_id'), k.remove('shm', 0), k.shmget()],
    ],
    'ok 0 1 ok ENOSPC 7 ok 7',
  ],
  [
    40,
    'anybody in the namespace uses it up',
    (k) => [k.clone(), k.write('msg_next_id', 90000), k.msgget(0, create, 'p1'), k.read('msg_next_id')],
    '2 ok 90000 -1',
  ],
  [
    41,
    'make and remove, 65 times',
    (k) => {
      const ids = Array.from({ length: 65 }, () => {
        const id = k.msgget();
        k.remove('msg', Number(id));
        return id;
      });
      return [ids[0]!, ids[63]!, ids[64]!];
    },
    '0 63 32768',
  ],
]);
