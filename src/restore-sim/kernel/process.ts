/**
 * Processes, their threads, and the tree of parents and children. Creation is in `clone.ts`, death in
 * `exit.ts`; this file only keeps the links consistent.
 */

import type { AddressSpace } from './address-space.ts';
import type { Credentials } from './credentials.ts';
import type { NextIdSlot } from './id-requests/next-id.ts';
import type { IpcNamespace } from './ipc-namespace.ts';
import { MemberList } from './member-list.ts';
import { type MembershipKind, membersOf, type Pid, releaseIfUnused } from './pid.ts';
import type { PidNamespace } from './pid-namespace.ts';
import type { UndoList } from './semaphore-undo.ts';

/** One thread. Ids, capabilities, undo values and pending id requests belong to it. */
export interface Task {
  readonly pid: Pid;
  readonly process: Process;
  /** Children that this thread made (or inherited), in order; wait walks them thread by thread. */
  firstChild: Process | undefined;
  lastChild: Process | undefined;
  credentials: Credentials;
  ipcNamespace: IpcNamespace;
  /** Where the next child is born: another namespace than the own one after unshare(CLONE_NEWPID). */
  pidNamespaceForChildren: PidNamespace;
  undo: UndoList | undefined;
  /** What was written to /proc/self/task/TID/next_id, on kernels that have it. */
  nextId: NextIdSlot | undefined;
  /** False for the leader of a process whose leader thread exited before the others. */
  isAlive: boolean;
  /** Among the living threads of its process. */
  nextThread: Task | undefined;
  previousThread: Task | undefined;
}

/** `exiting`: an init whose exit waits for others in its namespace, unkillable until they are gone. */
export type ProcessState = 'alive' | 'exiting' | 'zombie' | 'reaped';

export type ExitStatus = { readonly code: number } | { readonly signal: number };

const exitCodes = Array.from({ length: 256 }, (_, code): ExitStatus => ({ code }));
const exitSignals = Array.from({ length: 128 }, (_, signal): ExitStatus => ({ signal }));

/** Of a wait status, as in wait(2): the low seven bits are the signal, the byte above them is the code. */
export const exitStatusOf = (status: number): ExitStatus =>
  ((status & 0x7f) === 0 ? exitCodes[(status >> 8) & 0xff] : exitSignals[status & 0x7f]) as ExitStatus;

/** A thread group. */
export interface Process {
  /** For people: what refusals and snapshots call it. */
  readonly name: string;
  readonly leader: Task;
  /** Living threads, the leader first while it lives. */
  firstThread: Task | undefined;
  lastThread: Task | undefined;
  state: ProcessState;
  status: ExitStatus | undefined;
  parent: Task | undefined;
  /** Among the children of its parent. */
  nextSibling: Process | undefined;
  previousSibling: Process | undefined;
  /** The pid objects of its group and session, and its neighbours in them. */
  group: Pid;
  nextOfGroup: Process | undefined;
  previousOfGroup: Process | undefined;
  session: Pid;
  nextOfSession: Process | undefined;
  previousOfSession: Process | undefined;
  /** Has called setsid; survives until death, unlike the numbers (signal->leader). */
  leadsSession: boolean;
  readonly addressSpace: AddressSpace;
}

export const threadsOf = new MemberList<Process, Task>({
  first: 'firstThread',
  last: 'lastThread',
  next: 'nextThread',
  previous: 'previousThread',
});

export const childrenOf = new MemberList<Task, Process>({
  first: 'firstChild',
  last: 'lastChild',
  next: 'nextSibling',
  previous: 'previousSibling',
});

/** Whether more than one thread lives. */
export const hasThreads = ({ firstThread, lastThread }: Process): boolean => firstThread !== lastThread;

/** Moves a process to another group or session; the old number is freed with its last member. */
export function changeMembership(process: Process, kind: MembershipKind, pid: Pid): void {
  const old = process[kind];
  if (old === pid) return;
  membersOf[kind].remove(old, process);
  membersOf[kind].append(pid, process);
  process[kind] = pid;
  releaseIfUnused(old);
}

/** Ends a membership; the process itself must be gone. */
export function leaveMembership(process: Process, kind: MembershipKind): void {
  membersOf[kind].remove(process[kind], process);
  releaseIfUnused(process[kind]);
}

/** Appends to the children of the new parent, after removal from the old one. */
export function setParent(process: Process, parent: Task | undefined): void {
  if (process.parent !== undefined) childrenOf.remove(process.parent, process);
  process.parent = parent;
  if (parent !== undefined) childrenOf.append(parent, process);
}

/** The namespace that a task lives in, where its own view of numbers is. */
export const activePidNamespace = ({ pid }: Task): PidNamespace => pid.namespace;

/** True for the first process of a pid namespace, with all its threads. */
export function isNamespaceInit(process: Process): boolean {
  return activePidNamespace(process.leader).init === process;
}
