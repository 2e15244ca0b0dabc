/**
 * Processes, their threads, and the tree of parents and children. Creation is in `clone.ts`, death in
 * `exit.ts`; this file only keeps the links consistent.
 */

import type { AddressSpace } from './address-space.ts';
import type { Credentials } from './credentials.ts';
import type { NextIdSlot } from './id-requests/next-id.ts';
import type { IpcNamespace } from './ipc-namespace.ts';
import type { MemberList, MemberNode } from './member-list.ts';
import { joinMembership, type MembershipKind, membersOf, type Pid, releaseIfUnused } from './pid.ts';
import type { PidNamespace } from './pid-namespace.ts';
import type { UndoList } from './semaphore-undo.ts';

/** One thread. Ids, capabilities, undo values and pending id requests belong to it. */
export interface Task {
  readonly pid: Pid;
  readonly process: Process;
  /** Children that this thread made (or inherited), in order; wait walks them thread by thread. */
  readonly children: MemberList<Process>;
  credentials: Credentials;
  ipcNamespace: IpcNamespace;
  /** Where the next child is born: another namespace than the own one after unshare(CLONE_NEWPID). */
  pidNamespaceForChildren: PidNamespace;
  undo: UndoList | undefined;
  /** What was written to /proc/self/task/TID/next_id, on kernels that have it. */
  nextId: NextIdSlot | undefined;
  /** False for the leader of a process whose leader thread exited before the others. */
  isAlive: boolean;
  /** Its place among the living threads of its process. */
  threadNode: MemberNode<Task> | undefined;
}

/** `exiting`: an init whose exit waits for others in its namespace, unkillable until they are gone. */
export type ProcessState = 'alive' | 'exiting' | 'zombie' | 'reaped';

export type ExitStatus = { readonly code: number } | { readonly signal: number };

/** A thread group. */
export interface Process {
  /** For people: what refusals and snapshots call it. */
  readonly name: string;
  readonly leader: Task;
  /** Living threads, the leader first while it lives. */
  readonly threads: MemberList<Task>;
  state: ProcessState;
  status: ExitStatus | undefined;
  parent: Task | undefined;
  parentNode: MemberNode<Process> | undefined;
  group: Membership;
  session: Membership;
  /** Has called setsid; survives until death, unlike the numbers (signal->leader). */
  leadsSession: boolean;
  readonly addressSpace: AddressSpace;
}

export interface Membership {
  readonly pid: Pid;
  readonly node: MemberNode<Process>;
}

export function newMembership(process: Process, kind: MembershipKind, pid: Pid): Membership {
  return { pid, node: joinMembership(pid, kind, process) };
}

/** Moves a process to another group or session; the old number is freed with its last member. */
export function changeMembership(process: Process, kind: MembershipKind, pid: Pid): void {
  const old = process[kind];
  if (old.pid === pid) return;
  process[kind] = newMembership(process, kind, pid);
  leaveMembership(old, kind);
}

/** Ends a membership; the process itself must get another one or be gone. */
export function leaveMembership(membership: Membership, kind: MembershipKind): void {
  membersOf(membership.pid, kind)!.remove(membership.node);
  releaseIfUnused(membership.pid);
}

/** Appends to the children of the new parent, after removal from the old one. */
export function setParent(process: Process, parent: Task | undefined): void {
  if (process.parentNode !== undefined) process.parent!.children.remove(process.parentNode);
  process.parent = parent;
  process.parentNode = parent?.children.append(process);
}

/** The namespace that a task lives in, where its own view of numbers is. */
export function activePidNamespace(task: Task): PidNamespace {
  const { numbers } = task.pid;
  return numbers[numbers.length - 1]!.namespace;
}

/** True for the first process of a pid namespace, with all its threads. */
export function isNamespaceInit(process: Process): boolean {
  return activePidNamespace(process.leader).init === process;
}
