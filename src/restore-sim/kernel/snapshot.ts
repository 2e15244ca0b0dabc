/**
 * What can be seen from one pid namespace, as plain read-only data in a stable order: the result of a
 * simulated restore, and what recorded state lines are compared with.
 */

import type { IpcNamespace } from './ipc-namespace.ts';
import { lastUserNumber } from './ipc-namespace.ts';
import type { IpcObject, IpcRegistry } from './ipc-registry.ts';
import type { Message } from './message-queue.ts';
import { numberIn, type Pid } from './pid.ts';
import type { PidNamespace } from './pid-namespace.ts';
import { type ExitStatus, type Process, type ProcessState, type Task, threadsOf } from './process.ts';

export interface ProcessSnapshot {
  readonly name: string;
  /** From the viewer's level inward. */
  readonly pids: readonly number[];
  /** Numbers as the viewer sees them; 0 is outside. */
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly state: ProcessState;
  readonly status: ExitStatus | undefined;
  readonly uid: number;
  readonly gid: number;
  /** Numbers of the living threads, each as `pids`; the leader first. Empty for a zombie. */
  readonly threads: readonly (readonly number[])[];
}

interface IpcSnapshotBase {
  readonly id: number;
  readonly index: number;
  readonly sequence: number;
  readonly key: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly cuid: number;
  readonly cgid: number;
}

export interface SemaphoreSnapshot extends IpcSnapshotBase {
  readonly values: readonly number[];
  readonly lastPids: readonly number[];
  /** By process; one entry per undo list, all semaphores of the set. */
  readonly undo: readonly { readonly pid: number; readonly adjust: readonly number[] }[];
}

export interface MessageQueueSnapshot extends IpcSnapshotBase {
  readonly messages: readonly Message[];
  readonly usedBytes: number;
  readonly limitBytes: number;
  readonly lastSender: number;
  readonly lastReceiver: number;
}

export interface SharedMemorySnapshot extends IpcSnapshotBase {
  readonly sizeBytes: bigint;
  readonly attachCount: number;
  readonly creator: number;
  readonly lastUser: number;
  readonly content: unknown;
}

export interface IpcSnapshot {
  readonly sem: readonly SemaphoreSnapshot[];
  readonly msg: readonly MessageQueueSnapshot[];
  readonly shm: readonly SharedMemorySnapshot[];
}

/** Every process with a number in that namespace, zombies included, by number. */
export function snapshotProcesses(viewer: PidNamespace): readonly ProcessSnapshot[] {
  return processesIn(viewer).map((process) => snapshotProcess(process, viewer));
}

/** One process as the viewer sees it. */
export function snapshotProcess(process: Process, viewer: PidNamespace): ProcessSnapshot {
  const { name, leader, state, status, parent, group, session } = process;
  return {
    name,
    pids: numbersFrom(leader.pid, viewer),
    ppid: parent === undefined ? 0 : numberIn(parent.process.leader.pid, viewer),
    pgid: numberIn(group, viewer),
    sid: numberIn(session, viewer),
    state,
    status,
    uid: leader.credentials.uid,
    gid: leader.credentials.gid,
    threads: [...threadsOf.of(process)].map(({ pid }) => numbersFrom(pid, viewer)),
  };
}

/** All SysV objects of that namespace, by slot; pids as the viewer sees them. */
export function snapshotIpc(namespace: IpcNamespace, viewer: PidNamespace): IpcSnapshot {
  const lists = undoListsIn(viewer);
  const seen = (user: Parameters<typeof lastUserNumber>[0]) => lastUserNumber(user, viewer);
  return {
    sem: namespace.sem.inIndexOrder().map((set) => ({
      ...base(namespace.sem, set),
      values: [...set.values],
      lastPids: set.lastUsers.map(seen),
      undo: lists.flatMap(([pid, { adjustments }]) => {
        const values = adjustments.get(set);
        return values === undefined ? [] : [{ pid, adjust: set.values.map((_, i) => values.get(i) ?? 0) }];
      }),
    })),
    msg: namespace.msg.inIndexOrder().map((queue) => ({
      ...base(namespace.msg, queue),
      messages: [...queue.messages],
      usedBytes: queue.usedBytes,
      limitBytes: queue.limitBytes,
      lastSender: seen(queue.lastSender),
      lastReceiver: seen(queue.lastReceiver),
    })),
    shm: namespace.shm.inIndexOrder().map((segment) => ({
      ...base(namespace.shm, segment),
      sizeBytes: segment.sizeBytes,
      attachCount: segment.attachCount,
      creator: seen(segment.creator),
      lastUser: seen(segment.lastUser),
      content: segment.content,
    })),
  };
}

/** The numbers of a task from the viewer's level to its innermost one. */
export function numbersFrom(pid: Pid, viewer: PidNamespace): readonly number[] {
  return pid.numbers.slice(viewer.level);
}

function processesIn(viewer: PidNamespace): readonly Process[] {
  return viewer.inNumberOrder().flatMap(({ task }) => {
    return task !== undefined && task === task.process.leader ? [task.process] : [];
  });
}

/** Each undo list once, under the number of the first process that uses it. */
function undoListsIn(viewer: PidNamespace) {
  const lists = new Map<NonNullable<Task['undo']>, number>();
  for (const process of processesIn(viewer)) {
    for (const { undo } of threadsOf.of(process)) {
      if (undo !== undefined && !lists.has(undo)) lists.set(undo, numberIn(process.leader.pid, viewer));
    }
  }
  return [...lists].map(([list, pid]) => [pid, list] as const);
}

function base<Item extends IpcObject>(registry: IpcRegistry<Item>, object: Item): IpcSnapshotBase {
  const { index, sequence, key, mode, uid, gid, cuid, cgid } = object;
  return { id: registry.idOf(object), index, sequence, key, mode, uid, gid, cuid, cgid };
}
