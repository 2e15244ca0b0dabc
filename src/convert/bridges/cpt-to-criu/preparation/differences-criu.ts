/** Differences after a restore by CRIU. */
import type { Checkpoint, Inotify, Socket, Task } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { DifferenceRow } from './difference-row.ts';
import { isConnectedStream, isInternet, isTcp } from './restore-options.ts';

const tasksThat =
  (test: (task: Task) => boolean) =>
  ({ tasks }: Checkpoint): number =>
    tasks.filter(test).length;

const socketsThat =
  (test: (socket: Socket) => boolean) =>
  ({ sockets }: Checkpoint): number =>
    [...sockets.values()].filter(test).length;

export const queuedEvents = ({ inotifies }: Checkpoint): number =>
  inotifies.reduce((sum, { events }: Inotify) => sum + events.length, 0);

const ipcObjects = ({ semaphoreSets, messageQueues, sharedMemories }: Checkpoint): number =>
  semaphoreSets.length + messageQueues.length + sharedMemories.size;

const isTraced = ({ ptrace, parentPid, realParentPid }: Task): boolean =>
  ptrace.flags !== 0n || parentPid !== realParentPid;

const socketType = { dgram: 2, raw: 3 } as const;
const queueOf = ({ buffers }: Socket): boolean => buffers.some(({ queue }) => queue === 'receive');

/** CRIU forks children before the session leader opens the terminal. */
function jobsWithTerminal({ processes, signals }: Checkpoint): number {
  const shared = processes.map(({ tasks: [first] }) => follow(signals, first?.signal));
  return shared.filter((signal) => signal?.ctty !== undefined && !signal.isSessionLeader).length;
}

/** EFD_SEMAPHORE, see eventfd(2). */
const semaphoreFlag = 1;
/** SHM_DEST, linux/shm.h. */
const destroyMark = 0o1000;
/** VM_LOCKED, linux/mm.h. */
const lockedFlag = 0x2000n;

const limitOfQueues = ({ container }: Checkpoint): number | undefined => container.ipcLimits?.msgMnbBytes;

const namedAgain = ({ files, inodes }: Checkpoint): number =>
  [...files.values()].filter(
    ({ isDeleted, inode }) => isDeleted && inode !== undefined && inodes.get(inode)?.otherPath !== undefined,
  ).length;

const always: readonly DifferenceRow[] = [
  { code: 'start-times', text: 'processes and threads start at the moment of the restore' },
  { code: 'last-pid', text: 'new processes get low free pids: the last pid that was given out is not kept' },
  { code: 'cpu-times', text: 'processor times, page faults and switches are counted from 0' },
];

const processRows: readonly DifferenceRow[] = [
  {
    code: 'traced',
    text: 'traced tasks are no longer traced; their tracer gets ESRCH',
    count: tasksThat(isTraced),
  },
  {
    code: 'job-terminal',
    text: 'processes that are no session leader have no controlling terminal',
    count: jobsWithTerminal,
  },
  {
    code: 'zombie-signals',
    text: 'zombies show no ignored signals',
    count: tasksThat(({ state }) => state === 'Z'),
  },
  {
    code: 'poll-timeout',
    text: 'polls with a time-out return early or wait for the whole time again',
    count: tasksThat(({ restart }) => restart?.kind === 'poll' && restart.timeoutNs !== undefined),
  },
  {
    code: 'futex-timeout',
    text: 'futex waits with a time-out end with a wake-up without cause; the program waits again',
    count: tasksThat(({ restart }) => restart?.kind === 'futex'),
  },
  {
    code: 'clock-restart',
    text: 'untried: sleeps on processor clocks',
    count: tasksThat(({ restart }) => restart?.kind === 'cpu-nanosleep' || restart?.kind === 'unknown'),
  },
  {
    code: 'scheduling-policy',
    text: 'untried: scheduling policies other than the normal one',
    count: tasksThat(({ scheduling }) => (scheduling?.policy ?? 0) !== 0),
  },
  {
    code: 'undo-code',
    text: 'lists of semaphore undos are rebuilt by code in the process; without that code they are lost',
    count: ({ undoLists }) => [...undoLists.values()].filter(({ records }) => records.length > 0).length,
  },
];

const memoryRows: readonly DifferenceRow[] = [
  {
    code: 'ldt',
    text: 'untried: local descriptor tables',
    count: ({ memories }) => [...memories.values()].filter(({ ldt }) => (ldt?.length ?? 0) > 0).length,
  },
  {
    code: 'aio',
    text: 'untried: contexts of asynchronous input and output',
    count: ({ memories }) =>
      [...memories.values()].reduce((sum, { aioContexts }) => sum + aioContexts.length, 0),
  },
  {
    code: 'lock-future',
    text: 'untried: memories that lock what is mapped later, see mlockall(2)',
    count: ({ memories }) =>
      [...memories.values()].filter(({ defFlags }) => (defFlags & lockedFlag) !== 0n).length,
  },
  {
    code: 'hugetlb',
    text: 'untried: memories with huge pages',
    count: ({ memories }) => [...memories.values()].filter(({ usedHugetlb = 0 }) => usedHugetlb !== 0).length,
  },
  {
    code: 'shared-memory-name',
    text: 'shared anonymous memory shows as /memfd:/dev/zero',
    count: ({ files }) =>
      [...files.values()].filter(({ isDeleted, path }) => isDeleted && path === '/dev/zero').length,
  },
];

const fileRows: readonly DifferenceRow[] = [
  { code: 'inotify-events', text: 'queued inotify events are lost', count: queuedEvents },
  {
    code: 'eventfd-semaphore',
    text: 'eventfd files lose the semaphore flag',
    count: ({ files }) =>
      [...files.values()].filter(({ eventFd }) => eventFd && (eventFd.flags & semaphoreFlag) !== 0).length,
  },
  { code: 'deleted-name', text: 'deleted files with another name show under that name', count: namedAgain },
];

const socketRows: readonly DifferenceRow[] = [
  {
    code: 'unaccepted-connections',
    text: 'TCP connections that nobody accepted yet are lost',
    count: socketsThat((socket) => isTcp(socket) && socket.parentIndex !== undefined),
  },
  {
    code: 'opening-connections',
    text: 'TCP connections that are being opened are lost',
    count: ({ sockets }) =>
      [...sockets.values()].reduce((sum, { openRequests }) => sum + openRequests.length, 0),
  },
  {
    code: 'orphan-connections',
    text: 'TCP connections that a program closed and that still send are lost',
    count: socketsThat(({ isOrphan }) => isOrphan),
  },
  {
    code: 'urgent-data',
    text: 'urgent data of TCP connections is lost',
    count: socketsThat((socket) => isConnectedStream(socket) && Number(socket.tcp?.['urgData'] ?? 0) !== 0),
  },
  {
    code: 'datagrams',
    text: 'UDP sockets lose the datagrams that were not read yet',
    count: socketsThat((socket) => isInternet(socket) && socket.type === socketType.dgram && queueOf(socket)),
  },
  {
    code: 'raw-sockets',
    text: 'untried: raw sockets',
    count: socketsThat((socket) => isInternet(socket) && socket.type === socketType.raw),
  },
];

const ipcRows: readonly DifferenceRow[] = [
  {
    code: 'ipc-times',
    text: 'System V IPC objects have new times, last pids, and CRIU as their creator',
    count: ipcObjects,
  },
  {
    code: 'queue-limit',
    text: 'message queues have the limit of the container instead of their own',
    count: (checkpoint) =>
      checkpoint.messageQueues.filter(
        ({ limitBytes }) => limitBytes !== BigInt(limitOfQueues(checkpoint) ?? limitBytes),
      ).length,
  },
  {
    code: 'shm-destroy-mark',
    text: 'removed segments that are still attached stay after their last user',
    count: ({ sharedMemories }) =>
      [...sharedMemories.values()].filter(({ mode }) => (mode & destroyMark) !== 0).length,
  },
];

const containerRows: readonly DifferenceRow[] = [
  {
    code: 'venet',
    text: 'venet devices, which only OpenVZ kernels have, are missing',
    count: ({ network }) => network.devices.filter(({ name }) => name.startsWith('venet')).length,
  },
  {
    code: 'connection-tracking',
    text: 'connections tracked by the packet filter are forgotten',
    count: ({ network }) => network.connections.length,
  },
  {
    code: 'beancounters',
    text: 'beancounters and their limits are gone',
    count: ({ beancounters }) => beancounters.size,
  },
  { code: 'cgroups', text: 'control groups are gone', count: ({ cgroups }) => cgroups.length },
];

export const criuDifferences: readonly DifferenceRow[] = [
  ...always,
  ...processRows,
  ...memoryRows,
  ...fileRows,
  ...socketRows,
  ...ipcRows,
  ...containerRows,
];
