/**
 * A pid object: one identity with a number at every level of pid namespaces, shared by the task, the process
 * group and the session that carry its number. It is freed when the last of them is gone, not before.
 */

import { MemberList, type MemberNode } from './member-list.ts';
import type { PidNamespace } from './pid-namespace.ts';
import type { Process, Task } from './process.ts';

export interface PidNumber {
  readonly namespace: PidNamespace;
  readonly number: number;
}

export interface Pid {
  /** By level, outermost first: `numbers[0]` is the number in the namespace the kernel booted with. */
  readonly numbers: readonly PidNumber[];
  /** The task with this number, alive or zombie. */
  task: Task | undefined;
  /** Processes whose group this is; made on first use. */
  groupMembers: MemberList<Process> | undefined;
  sessionMembers: MemberList<Process> | undefined;
  /** Holds the number without a task: something on the host, or a placeholder of a restorer. */
  placeholder: string | undefined;
}

/** How the members of a group and of a session are found from a pid object. */
export type MembershipKind = 'group' | 'session';

/** The number seen from that namespace; 0 when the object is outside it (pid_nr_ns). */
export function numberIn(pid: Pid, viewer: PidNamespace): number {
  const entry = pid.numbers[viewer.level];
  return entry !== undefined && entry.namespace === viewer ? entry.number : 0;
}

/** The namespace in which the object was made. */
export function innermostNamespace(pid: Pid): PidNamespace {
  return pid.numbers[pid.numbers.length - 1]!.namespace;
}

export function innermostNumber(pid: Pid): number {
  return pid.numbers[pid.numbers.length - 1]!.number;
}

export function membersOf(pid: Pid, kind: MembershipKind): MemberList<Process> | undefined {
  return kind === 'group' ? pid.groupMembers : pid.sessionMembers;
}

export function joinMembership(pid: Pid, kind: MembershipKind, process: Process): MemberNode<Process> {
  const existing = membersOf(pid, kind);
  if (existing !== undefined) return existing.append(process);
  const members = new MemberList<Process>();
  if (kind === 'group') pid.groupMembers = members;
  else pid.sessionMembers = members;
  return members.append(process);
}

/** True while a task, a group, a session or a placeholder needs the number. */
export function isPinned(pid: Pid): boolean {
  return (
    pid.task !== undefined ||
    pid.placeholder !== undefined ||
    (pid.groupMembers?.size ?? 0) > 0 ||
    (pid.sessionMembers?.size ?? 0) > 0
  );
}

/** Frees every number of an object that nothing needs any more (kernel/pid.c free_pid). */
export function releaseIfUnused(pid: Pid): void {
  if (isPinned(pid)) return;
  for (const { namespace, number } of pid.numbers) namespace.release(number);
  // Only when all levels are done, because a dying init may finish here and release its own numbers.
  for (const { namespace } of pid.numbers) namespace.settle();
}

/** Who holds the number, in words for a refusal. */
export function describeHolder(pid: Pid): string {
  if (pid.placeholder !== undefined) return pid.placeholder;
  const { task } = pid;
  if (task !== undefined) {
    const { name, state } = task.process;
    if (task !== task.process.leader) return `a thread of ${name}`;
    return state === 'zombie' ? `${name} (zombie)` : name;
  }
  const groupMember = pid.groupMembers?.first;
  if (groupMember !== undefined) return `a process group (member ${groupMember.name})`;
  const sessionMember = pid.sessionMembers?.first;
  return sessionMember === undefined ? 'nobody' : `a session (member ${sessionMember.name})`;
}
