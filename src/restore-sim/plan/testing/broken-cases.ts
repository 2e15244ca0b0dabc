/** For tests: checkpoints that are broken on purpose, and what a rehearsal has to say about each. */
import type { Checkpoint, Id, IpcLimits, Task, UndoList } from '../../../model/checkpoint.ts';
import type { KernelProfileName, World } from '../../kernel/index.ts';
import type { PlanCode, Target } from '../index.ts';
import { checkpointOf, checkpointWith, messageQueue, semaphoreSet, sharedMemory } from './checkpoint-of.ts';

export interface BrokenCase {
  readonly checkpoint: Checkpoint;
  readonly kernel?: KernelProfileName;
  readonly world?: World;
  readonly target?: Target;
  /** code, errno, culprit, part of the message */
  readonly expected: readonly [PlanCode, string | undefined, string | undefined, string];
}

const undoId = 0x700 as Id<'undoList'>;
function withUndo(semId: number, adjust: readonly number[]): Checkpoint {
  const list: UndoList = { at: 0x700, id: undoId, records: [{ at: 0x720, semId, adjust }] };
  const [init, worker] = checkpointOf('init:1 worker:400').tasks as [Task, Task];
  return checkpointWith([init, { ...worker, undoList: undoId }], {
    semaphoreSets: [semaphoreSet(0, 0, [1])],
    undoLists: new Map([[undoId, list]]),
  });
}

const sets = (...semaphoreSets: readonly ReturnType<typeof semaphoreSet>[]) =>
  checkpointOf('init:1', { semaphoreSets });
const queues = (...messageQueues: readonly ReturnType<typeof messageQueue>[]) =>
  checkpointOf('init:1', { messageQueues });
const segments = (...list: readonly ReturnType<typeof sharedMemory>[]) =>
  checkpointOf('init:1', { sharedMemories: new Map(list.map((segment) => [segment.segment, segment])) });

const limited = (limits: Partial<IpcLimits>, rest: Partial<Checkpoint> = {}) => {
  const usual: IpcLimits = {
    shmMaxBytes: 1n,
    shmAllPages: 1n,
    shmMni: 9,
    msgMaxBytes: 8192,
    msgMni: 16,
    msgMnbBytes: 16384,
    semMsl: 250,
    semMns: 32000,
    semOpm: 32,
    semMni: 128,
    areShmLimitsReliable: false,
  };
  return checkpointOf('init:1', { ...rest, container: { uts: {}, ipcLimits: { ...usual, ...limits } } });
};

const host: World = {
  pids: [
    { number: 1, name: 'systemd' },
    { number: 1204, name: 'sshd' },
    { number: 77, name: 'make', kind: 'group' },
  ],
  sem: [{ id: 65538, key: 0x1234, name: 'postgres', nsems: 3 }],
  shm: [{ id: 4, name: 'redis' }],
};

export const brokenCases: Readonly<Record<string, BrokenCase>> = {
  'the parent is gone': {
    checkpoint: checkpointOf('init:1 a:400/399'),
    expected: [
      'parent-missing',
      'ESRCH',
      'pid 399',
      'a (400) is a child of 399, which is not in the checkpoint',
    ],
  },
  'parents in a circle': {
    checkpoint: checkpointOf('init:1 a:400/401 b:401/400'),
    expected: ['parent-cycle', 'ESRCH', 'pid 400', 'is its own ancestor'],
  },
  'a thread without leader': {
    checkpoint: checkpointWith(
      checkpointOf('init:1 a:400').tasks.map((task) => (task.pid === 400 ? { ...task, tgid: 399 } : task)),
    ),
    expected: ['thread-without-leader', 'EINVAL', 'thread group 399', 'no task is 399'],
  },
  'a thread with the number of a process': {
    checkpoint: checkpointOf('init:1 a:400 b:401,t400'),
    expected: [
      'pid-taken',
      'EEXIST',
      'a',
      'pid 400 is taken by `a`, so thread 400 of task 401 cannot have it',
    ],
  },
  'a pid beyond pid_max': {
    checkpoint: checkpointOf('init:1 a:70000'),
    kernel: 'linux-5.5',
    expected: ['pid-out-of-range', 'EINVAL', 'pid_max 32768', 'pid 70000 ≥ pid_max 32768'],
  },
  'a pid beyond pid_max, by ns_last_pid': {
    checkpoint: checkpointOf('init:1 a:70000'),
    kernel: 'linux-3.9',
    expected: ['pid-out-of-range', 'EINVAL', 'pid_max 32768', 'pid 70000 ≥ pid_max 32768'],
  },
  'a pid just beyond pid_max, which ns_last_pid accepts': {
    checkpoint: checkpointOf('init:1 a:32768'),
    kernel: 'linux-3.9',
    expected: ['pid-out-of-range', 'EEXIST', 'pid_max 32768', 'pid 32768 ≥ pid_max 32768'],
  },
  'a pid beyond every pid_max': {
    checkpoint: checkpointOf('init:1 a:4194304'),
    expected: ['pid-out-of-range', 'EINVAL', 'pid_max 4194304', 'pid 4194304 ≥ pid_max 4194304'],
  },
  'a pid below what next_id takes': {
    checkpoint: checkpointOf('init:1 a:7'),
    kernel: 'linux-2.6.25-next-id',
    expected: ['pid-out-of-range', 'EINVAL', undefined, 'pid 7 at level 1 is not between 300 and 32767'],
  },
  'no number left for a process': {
    checkpoint: checkpointOf('init:1 a:400'),
    world: { pidMax: 301, pids: [{ number: 300, name: 'busy' }], lastPid: 300 },
    expected: ['pids-exhausted', 'EAGAIN', undefined, 'no free pid'],
  },
  'a session that nobody can make': {
    checkpoint: checkpointOf('init:1 a:400 b:401/400,s399'),
    expected: [
      'session-unreachable',
      'EPERM',
      'session 399',
      'was born in session 399, but its parent a (400)',
    ],
  },
  'an init of a session from outside': {
    checkpoint: checkpointOf('init:1,s500,g500'),
    expected: ['session-unreachable', 'EPERM', 'session 500', 'a session from outside'],
  },
  'a session whose number is a process elsewhere': {
    checkpoint: checkpointOf('init:1 a:400 b:401,s400'),
    expected: ['session-unreachable', 'EPERM', 'session 400', 'which a (400) does not lead'],
  },
  'a group of another session': {
    checkpoint: checkpointOf('init:1 a:400,s400,g400 b:401,g400'),
    expected: ['group-refused', 'EPERM', 'group 400', 'no process group 400 in the session of b'],
  },
  'a session leader in a group of others': {
    checkpoint: checkpointOf('init:1 a:400,s400,g1'),
    expected: ['group-refused', 'EPERM', 'group 1', 'a leads a session'],
  },
  'a group outside': {
    checkpoint: checkpointOf('init:1 a:400,g0'),
    expected: ['group-unreachable', 'EPERM', 'group 0', 'outside of what was dumped'],
  },
  'a child two namespaces down': {
    checkpoint: checkpointOf('init:1 a:400.7'),
    expected: ['namespace-unreachable', 'EINVAL', 'pid 400', 'is not in the namespace of its parent'],
  },
  'a semaphore key twice': {
    checkpoint: sets(semaphoreSet(0, 0x1234, [1]), semaphoreSet(1, 0x1234, [1])),
    expected: [
      'ipc-key-exists',
      'EEXIST',
      'semaphore set 0 (key 0x1234)',
      'semaphore key 0x1234 exists: semaphore set 0 (key 0x1234) has it, so semaphore set 1 cannot',
    ],
  },
  'an id twice': {
    checkpoint: queues(messageQueue(5, 0, []), messageQueue(5, 0, [])),
    expected: ['ipc-id-taken', 'EEXIST', 'message queue 5', 'the slot of message queue 5 is taken'],
  },
  'a slot twice': {
    checkpoint: segments(sharedMemory(5, 0, 4096), sharedMemory(32773, 0, 4096)),
    expected: ['ipc-id-taken', 'EEXIST', 'segment 5', 'the slot of segment 32773 is taken by segment 5'],
  },
  'a slot twice, under linux-cr': {
    checkpoint: segments(sharedMemory(5, 0, 4096), sharedMemory(32773, 0, 4096)),
    kernel: 'linux-cr',
    expected: ['ipc-id-taken', 'EBUSY', 'shm id 5', 'the slot of segment 32773 is taken'],
  },
  'a slot twice, where ids cannot be asked for': {
    checkpoint: sets(semaphoreSet(5, 0, [1]), semaphoreSet(32773, 0, [1])),
    kernel: 'linux-3.3',
    expected: ['ipc-id-taken', 'EEXIST', 'semaphore set 5', 'the slot of semaphore set 32773 is taken'],
  },
  'an id that is no id': {
    checkpoint: sets(semaphoreSet(-4, 0, [1])),
    expected: ['ipc-id-out-of-range', 'EINVAL', 'id -4', 'write -4 to sem_next_id'],
  },
  'more queues than the limit': {
    checkpoint: limited({ msgMni: 2 }, { messageQueues: [0, 1, 2].map((id) => messageQueue(id, 0, [])) }),
    expected: ['ipc-limit', 'ENOSPC', 'msgmni', 'message queue 2 cannot be made'],
  },
  'a limit that no kernel takes': {
    checkpoint: limited({ shmMni: 40000 }),
    expected: ['limit-refused', 'EINVAL', undefined, 'write 40000 to shmmni'],
  },
  'a state that no kernel has': {
    checkpoint: checkpointOf('init:1 a:400,?'),
    expected: ['result-differs', undefined, undefined, 'pid 400 (a): state is S instead of ?'],
  },
  'a set without semaphores': {
    checkpoint: sets(semaphoreSet(0, 0, [])),
    expected: ['ipc-refused', 'EINVAL', 'semaphore set 0', 'needs at least one semaphore'],
  },
  'a value that no semaphore has': {
    checkpoint: sets(semaphoreSet(0, 0, [40000])),
    expected: ['semaphore-refused', 'ERANGE', 'semaphore set 0', '40000 is no semaphore value'],
  },
  'a message of type 0': {
    checkpoint: queues(messageQueue(0, 0, [[0, 1]])),
    expected: ['message-refused', 'EINVAL', 'message 0 of queue 0', '0 is no message type'],
  },
  'a message beyond msgmax': {
    checkpoint: queues(messageQueue(0, 0, [[1, 9000]])),
    expected: ['message-refused', 'EINVAL', 'message 0 of queue 0', 'a message of 9000 bytes'],
  },
  'undo values of a missing set': {
    checkpoint: withUndo(9, [3]),
    expected: ['undo-set-missing', 'EINVAL', 'semaphore set 9', 'undo values of worker for semaphore set 9'],
  },
  'more undo values than semaphores': {
    checkpoint: withUndo(0, [1, 1]),
    expected: ['undo-refused', 'EFBIG', 'semaphore set 0', 'the set has no semaphore 1'],
  },
  'a pid taken on the host': {
    checkpoint: checkpointOf('a:1204/0,s0,g0'),
    world: host,
    expected: ['pid-taken', 'EEXIST', 'sshd', 'pid 1204 is taken by `sshd`, so a cannot have it'],
  },
  'a pid that a group on the host pins, by ns_last_pid': {
    checkpoint: checkpointOf('a:77/0,s0,g0'),
    world: host,
    kernel: 'linux-3.9',
    expected: ['pid-taken', 'EEXIST', 'a group of make', 'pid 77 is taken by `a group of make`'],
  },
  'the init of a container on a host that has one': {
    checkpoint: checkpointOf('init:1'),
    world: host,
    target: 'host',
    expected: ['pid-taken', 'EEXIST', 'systemd', 'pid 1 is taken by `systemd`'],
  },
  'a key that exists on the host': {
    checkpoint: checkpointOf('a:400/0,s0,g0', { semaphoreSets: [semaphoreSet(3, 0x1234, [1])] }),
    world: host,
    expected: [
      'ipc-key-exists',
      'EEXIST',
      'semaphore set 65538 (key 0x1234) of postgres',
      'semaphore key 0x1234 exists',
    ],
  },
  'a slot that is taken on the host': {
    checkpoint: {
      ...segments(sharedMemory(4, 0, 4096)),
      ...checkpointOf('a:400/0,s0,g0', segments(sharedMemory(4, 0, 4096))),
    },
    world: host,
    expected: ['ipc-id-taken', 'EEXIST', 'segment 4 of redis', 'the slot of segment 4 is taken'],
  },
  'a pid taken in a prepared namespace': {
    checkpoint: checkpointOf('init:1 a:1204'),
    world: { pids: [{ number: 1204, name: 'sshd' }] },
    target: 'prepared',
    expected: ['pid-taken', 'EEXIST', 'sshd', 'pid 1204 is taken by `sshd`, so a cannot have it'],
  },
};
