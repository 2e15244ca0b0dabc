/** What the kernel does when all tasks are there: in the order of the table groups and deaths, then helpers, then IPC. */
import type { Checkpoint, IpcPermissions, Task as Wanted } from '../../../model/checkpoint.ts';
import {
  hasThreads,
  ipcCreate,
  ipcExclusive,
  isRefusal,
  type Kernel,
  msggetId,
  numberIn,
  semgetId,
  setIpcLimits,
  shmgetId,
  type Task,
} from '../../kernel/index.ts';
import type { Execution, Trace } from './execute.ts';
import type { PlanEntry } from './plan-entry.ts';
import { RestartStop } from './stop.ts';

export function restoreTasks(execution: Execution, wanted: readonly Wanted[], trace: Trace): void {
  const byPid = new Map<number, Task>();
  for (const [entry, task] of execution.tasks) byPid.set(entry.pid, task);
  for (const task of wanted) {
    const created = byPid.get(task.pid);
    if (created === undefined) continue;
    if (task.pid === task.tgid) setGroup(execution, task, created, byPid, trace);
  }
  for (const task of wanted) {
    const created = byPid.get(task.pid);
    if (created !== undefined && task.state === 'Z') die(execution.kernel, task, created, trace);
  }
  releaseHelpers(execution, trace);
}

/** checkpoint/process.c, restore_task_pgid: the leader must be there, lead its thread group, and be of the session. */
function setGroup(
  { kernel, namespace }: Execution,
  wanted: Wanted,
  task: Task,
  byPid: ReadonlyMap<number, Task>,
  trace: Trace,
): void {
  const { process } = task;
  if (wanted.pgid === 0 || numberIn(process.group, namespace) === wanted.pgid) return;
  const place = { offset: wanted.at, path: 'tree' };
  const refuse = (message: string) => new RestartStop('restart-group', 'EINVAL', message, place);
  if (wanted.pid === wanted.sid) {
    throw refuse(`task ${wanted.pid} leads a session and is to be in the group ${wanted.pgid}`);
  }
  const owner = byPid.get(wanted.pgid);
  if (owner === undefined || owner.process.leader !== owner) {
    throw refuse(`task ${wanted.pid} is to be in the group ${wanted.pgid}, which has no leader`);
  }
  if (owner.process.session !== process.session) {
    throw refuse(`task ${wanted.pid} is to be in the group ${wanted.pgid} of another session`);
  }
  kernel.joinUnchecked(process, 'group', owner.pid);
  trace({ op: 'join-group', task: wanted.pid, args: { pgid: wanted.pgid }, at: wanted.at });
}

function die(kernel: Kernel, wanted: Wanted, task: Task, trace: Trace): void {
  const signal = wanted.exitCode & 0x7f;
  trace({ op: 'exit', task: wanted.pid, args: { status: wanted.exitCode }, at: wanted.at });
  if (task.process.leader !== task || hasThreads(task.process)) kernel.exitThread(task);
  else kernel.exit(task.process, signal === 0 ? { code: wanted.exitCode >> 8 } : { signal });
}

/** Ghosts and placeholders have exit signal -1: nobody waits for them. */
function releaseHelpers({ kernel, tasks }: Execution, trace: Trace): void {
  for (const [entry, task] of tasks) {
    if (!entry.isGhost && !entry.isDead) continue;
    trace({ op: 'exit-helper', task: entry.pid, args: {}, at: 0 });
    kernel.exit(task.process, { code: 0 });
    kernel.reap(task.process);
  }
}

/** ipc/checkpoint.c: shared memory, messages, semaphores, each under its id in a namespace that is new. */
export function restoreIpc(checkpoint: Checkpoint, task: Task, trace: Trace): void {
  const { ipcLimits } = checkpoint.container;
  if (ipcLimits !== undefined) {
    setIpcLimits(task.ipcNamespace, {
      shmMni: ipcLimits.shmMni,
      msgMni: ipcLimits.msgMni,
      semMni: ipcLimits.semMni,
    } as Parameters<typeof setIpcLimits>[1]);
  }
  const flagsOf = ({ mode }: IpcPermissions) => (mode & 0o777) | ipcCreate | ipcExclusive;
  const check = (
    kind: string,
    object: IpcPermissions & { readonly at: number },
    answer: ReturnType<typeof semgetId>,
  ) => {
    trace({ op: `${kind}get`, args: { id: object.id, key: object.key }, at: object.at });
    if (!isRefusal(answer)) return;
    const message = `${kind} ${object.id} cannot be made: ${answer.reason}`;
    throw new RestartStop('restart-ipc', answer.errno, message, { offset: object.at, path: `ipc_${kind}` });
  };
  for (const segment of inOrder(checkpoint.sharedMemories.values())) {
    const call = { key: segment.key | 0, sizeBytes: segment.sizeBytes, flags: flagsOf(segment) };
    check('shm', segment, shmgetId(task, call, segment.id));
  }
  for (const queue of inOrder(checkpoint.messageQueues)) {
    check('msg', queue, msggetId(task, { key: queue.key | 0, flags: flagsOf(queue) }, queue.id));
  }
  for (const set of inOrder(checkpoint.semaphoreSets)) {
    const call = { key: set.key | 0, nsems: set.semaphores.length, flags: flagsOf(set) };
    check('sem', set, semgetId(task, call, set.id));
  }
}

const inOrder = <Item extends { readonly at: number }>(items: Iterable<Item>): readonly Item[] =>
  [...items].sort((a, b) => a.at - b.at);

/** Of the tasks that an image describes, what the simulated kernel made of them. */
export const createdTasks = ({
  tasks,
}: Execution): ReadonlyMap<number, { readonly entry: PlanEntry; readonly task: Task }> =>
  new Map([...tasks].map(([entry, task]) => [entry.pid, { entry, task }]));
