/**
 * Fills a kernel with what is there before a restore begins: the host. Its processes are numbers with a
 * name, not tasks; they can be in the way, but nobody can signal them or wait for them.
 */

import { isRefusal, type Refusal, refuse } from './errno.ts';
import type { IpcNamespace } from './ipc-namespace.ts';
import type { GetCall, IpcKind, IpcObject, IpcRegistry } from './ipc-registry.ts';
import { msggetCall } from './message-queue.ts';
import { placeholderPid } from './pid-allocation.ts';
import { activePidNamespace, type Task } from './process.ts';
import type { IpcLimits } from './profile.ts';
import { semgetCall } from './semaphore.ts';
import { shmgetCall } from './shared-memory.ts';

export interface OccupiedPid {
  readonly number: number;
  /** What holds it: a command name. */
  readonly name: string;
  /** A group or session whose leader is gone pins its number, too; default `process`. */
  readonly kind?: 'process' | 'thread' | 'group' | 'session';
}

export interface OccupiedIpcId {
  readonly id: number;
  /** Signed 32-bit key, 0 = private. */
  readonly key?: number;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  /** What uses it, for refusals. */
  readonly name?: string;
  /** Semaphore sets only; default 1. */
  readonly nsems?: number;
  /** Segments only; default one page. */
  readonly sizeBytes?: bigint;
}

export interface World {
  readonly pids?: readonly OccupiedPid[];
  readonly pidMax?: number;
  /** As ns_last_pid reads. */
  readonly lastPid?: number;
  readonly limits?: Partial<IpcLimits>;
  readonly sem?: readonly OccupiedIpcId[];
  readonly msg?: readonly OccupiedIpcId[];
  readonly shm?: readonly OccupiedIpcId[];
}

/**
 * Puts the world into the namespaces of that task. What does not fit (a number twice, a slot twice) is
 * skipped and returned; the number of an init that exists already is no problem.
 */
export function populate(task: Task, world: World): readonly Refusal[] {
  const namespace = activePidNamespace(task);
  const { ipcNamespace } = task;
  const refusals: Refusal[] = [];
  if (world.pidMax !== undefined) namespace.limit.max = world.pidMax;
  ipcNamespace.limits = { ...ipcNamespace.limits, ...world.limits };
  for (const { number, name, kind = 'process' } of world.pids ?? []) {
    if (namespace.find(number)?.task?.process === namespace.init) continue;
    const pid = placeholderPid(namespace, number, kind === 'process' ? name : `a ${kind} of ${name}`);
    if (isRefusal(pid)) refusals.push(pid);
  }
  if (world.lastPid !== undefined) namespace.lastPid = world.lastPid;
  for (const kind of ['sem', 'msg', 'shm'] as const) {
    for (const occupied of world[kind] ?? []) {
      const refusal = occupy(task, kind, occupied);
      if (refusal !== undefined) refusals.push(refusal);
    }
  }
  return refusals;
}

function occupy(task: Task, kind: IpcKind, occupied: OccupiedIpcId): Refusal | undefined {
  const registry = task.ipcNamespace[kind] as unknown as IpcRegistry<IpcObject>;
  const { id, key = 0, mode = 0o600, uid = 0, gid = 0, name } = occupied;
  const slot = registry.slots.slotOf(id);
  if (id < 0) return refuse('EINVAL', `${id} is no ${kind} id`);
  if (registry.atIndex(slot.index) !== undefined)
    return refuse('EEXIST', `${kind} id ${id} twice in the world`);
  const owner = { uid, gid, cuid: uid, cgid: gid };
  registry.insert(makers[kind](task, occupied).make({ kind, ...slot, key, mode, ...owner, holder: name }));
  return undefined;
}

const makers: Readonly<
  Record<IpcKind, (task: Task, occupied: OccupiedIpcId) => Pick<GetCall<IpcObject>, 'make'>>
> = {
  sem: (task, { nsems = 1 }) => semgetCall(task, { key: 0, nsems, flags: 0 }, undefined),
  msg: (task) => msggetCall(task, { key: 0, flags: 0 }, undefined),
  shm: (task, { sizeBytes = 4096n }) => shmgetCall(task, { key: 0, sizeBytes, flags: 0 }, undefined),
};

/** An IPC namespace with other limits than the kernel's defaults, such as those of an image. */
export function setIpcLimits(namespace: IpcNamespace, limits: Partial<IpcLimits>): void {
  namespace.limits = { ...namespace.limits, ...limits };
}
