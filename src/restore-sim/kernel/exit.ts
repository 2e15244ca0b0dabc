/**
 * Death and burial: exit of threads and processes, re-parenting, the end of a pid namespace with its init,
 * and wait (kernel/exit.c, kernel/pid_namespace.c). Core dumps and stops are not simulated.
 */

import { leaveAddressSpace } from './address-space.ts';
import { type Refusal, refuse } from './errno.ts';
import { numberIn, type Pid, releaseIfUnused } from './pid.ts';
import type { PidNamespace } from './pid-namespace.ts';
import {
  activePidNamespace,
  childrenOf,
  type ExitStatus,
  hasThreads,
  isNamespaceInit,
  leaveMembership,
  type Process,
  setParent,
  type Task,
  threadsOf,
} from './process.ts';
import { applyUndo } from './semaphore-undo.ts';

/** One thread ends; the last one takes the process with it. The number of a non-leader is free at once. */
export function exitThread(task: Task): void {
  const { process } = task;
  if (!task.isAlive) return;
  if (!hasThreads(process)) {
    exitProcess(process, { code: 0 });
    return;
  }
  endTask(task);
  for (const child of childrenOf.of(task)) setParent(child, process.firstThread);
}

/**
 * The whole process ends and becomes a zombie of its parent. An init takes its namespace along, and stays
 * `exiting` while somebody outside still has to reap a process inside.
 */
export function exitProcess(process: Process, status: ExitStatus): Refusal | undefined {
  if (process.state !== 'alive') return undefined;
  if (process.parent === undefined) {
    return { ...refuse('EINVAL', `${process.name} is the init of the kernel: it panics`), fatal: true };
  }
  const { leader } = process;
  for (const thread of threadsOf.of(process)) {
    if (thread === leader) continue;
    endTask(thread);
    // Children of other threads come after those of the leader when all go to init.
    for (const child of childrenOf.of(thread)) setParent(child, leader);
  }
  if (leader.isAlive) endTask(leader);
  process.status = status;
  if (!isNamespaceInit(process)) {
    becomeZombie(process);
    return undefined;
  }
  process.state = 'exiting';
  endNamespace(activePidNamespace(leader), process);
  return undefined;
}

/** What a task gives back before anybody hears of its death: memory, then semaphores (do_exit). */
function endTask(task: Task): void {
  const { process } = task;
  task.isAlive = false;
  threadsOf.remove(process, task);
  leaveAddressSpace(process.addressSpace, process.leader.pid);
  if (task.undo !== undefined) applyUndo(task.undo, process.leader.pid);
  task.undo = undefined;
  task.nextId = undefined;
  // A leader's number stays with its process until that is reaped.
  if (task === process.leader) return;
  task.pid.task = undefined;
  releaseIfUnused(task.pid);
}

function becomeZombie(process: Process): void {
  const { leader } = process;
  const reaper = activePidNamespace(leader).init;
  process.state = 'zombie';
  if (reaper !== undefined && reaper !== process) {
    for (const child of childrenOf.of(leader)) {
      setParent(child, reaper.firstThread ?? reaper.leader);
      reapForDyingInit(child);
    }
  }
  reapForDyingInit(process);
}

/** A dying init waits for all its children, so they never stay zombies. */
function reapForDyingInit(process: Process): void {
  if (process.parent?.process.state === 'exiting') reap(process);
}

/** kernel/pid_namespace.c zap_pid_ns_processes. */
function endNamespace(namespace: PidNamespace, init: Process): void {
  namespace.isDead = true;
  for (const child of childrenOf.of(init.leader)) reap(child);
  for (const pid of namespace.inNumberOrder()) {
    const process = pid.task?.process;
    if (process !== undefined && process !== init) exitProcess(process, { signal: 9 });
  }
  // Somebody outside may have to reap a process in here, or leave a group whose number is in here; when
  // it is the init's own group, this never ends: the real init hangs, too (observed on Linux 6.18).
  namespace.onAlone = () => becomeZombie(init);
  namespace.settle();
}

/** Buries a zombie: it leaves its parent, group and session, and its number is free unless they pin it. */
export function reap(process: Process): void {
  if (process.state !== 'zombie') return;
  process.state = 'reaped';
  setParent(process, undefined);
  const { pid } = process.leader;
  pid.task = undefined;
  leaveMembership(process, 'group');
  leaveMembership(process, 'session');
  releaseIfUnused(pid);
}

export interface Reaped {
  /** As the waiting task sees it. */
  readonly number: number;
  readonly process: Process;
  readonly status: ExitStatus;
}

/**
 * wait4(2) with WNOHANG: a child by number, any child with -1, of a group with 0 or a negative number.
 * `undefined`: there are children, but none is dead. ECHILD: there are none.
 */
export function wait(task: Task, which: number): Reaped | Refusal | undefined {
  const candidates = waitable(task, which);
  let isWaiting = false;
  for (const process of candidates) {
    isWaiting = true;
    if (process.state !== 'zombie') continue;
    const number = numberIn(process.leader.pid, activePidNamespace(task));
    reap(process);
    return { number, process, status: process.status! };
  }
  return isWaiting ? undefined : refuse('ECHILD', `${task.process.name} has no such child`);
}

function* waitable(task: Task, which: number): Generator<Process> {
  const namespace = activePidNamespace(task);
  if (which > 0) {
    const found = namespace.find(which)?.task;
    const isChild = found?.process.parent?.process === task.process;
    if (found !== undefined && isChild && found === found.process.leader) yield found.process;
    return;
  }
  const group: Pid | undefined = which === 0 ? task.process.group : namespace.find(-which);
  for (const thread of threadsOf.of(task.process)) {
    for (const child of childrenOf.of(thread)) {
      if (which === -1 || child.group === group) yield child;
    }
  }
}
