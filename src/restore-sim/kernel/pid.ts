/**
 * A pid object: one identity with a number at every level of pid namespaces, shared by the task, the process
 * group and the session that carry its number. It is freed when the last of them is gone, not before.
 */

import { MemberList } from './member-list.ts';
import type { PidNamespace } from './pid-namespace.ts';
import type { Process, Task } from './process.ts';

export interface Pid {
  /** The innermost one, in which the object was made. */
  readonly namespace: PidNamespace;
  /** By level, outermost first: `numbers[0]` is the number in the namespace the kernel booted with. */
  readonly numbers: readonly number[];
  /** The task with this number, alive or zombie. */
  task: Task | undefined;
  /** Processes whose group this is, and whose session. */
  firstOfGroup: Process | undefined;
  lastOfGroup: Process | undefined;
  firstOfSession: Process | undefined;
  lastOfSession: Process | undefined;
  /** Holds the number without a task: something on the host, or a placeholder of a restorer. */
  placeholder: string | undefined;
}

/** How the members of a group and of a session are found from a pid object. */
export const membersOf = {
  group: new MemberList<Pid, Process>({
    first: 'firstOfGroup',
    last: 'lastOfGroup',
    next: 'nextOfGroup',
    previous: 'previousOfGroup',
  }),
  session: new MemberList<Pid, Process>({
    first: 'firstOfSession',
    last: 'lastOfSession',
    next: 'nextOfSession',
    previous: 'previousOfSession',
  }),
} as const;

export type MembershipKind = keyof typeof membersOf;

/** The number seen from that namespace; 0 when the object is outside it (pid_nr_ns). */
export function numberIn({ namespace, numbers }: Pid, viewer: PidNamespace): number {
  return namespace.levels[viewer.level] === viewer ? numbers[viewer.level]! : 0;
}

export function innermostNumber({ namespace, numbers }: Pid): number {
  return numbers[namespace.level]!;
}

/** True while a task, a group, a session or a placeholder needs the number. */
export function isPinned({ task, placeholder, firstOfGroup, firstOfSession }: Pid): boolean {
  return (
    task !== undefined ||
    placeholder !== undefined ||
    firstOfGroup !== undefined ||
    firstOfSession !== undefined
  );
}

/** Frees every number of an object that nothing needs any more (kernel/pid.c free_pid). */
export function releaseIfUnused(pid: Pid): void {
  if (isPinned(pid)) return;
  const { levels } = pid.namespace;
  for (const namespace of levels) namespace.release(pid.numbers[namespace.level]!);
  // Only when all levels are done, because a dying init may finish here and release its own numbers.
  for (const namespace of levels) namespace.settle();
}

/** Who holds the number, in words for a refusal. */
export function describeHolder({ placeholder, task, firstOfGroup, firstOfSession }: Pid): string {
  if (placeholder !== undefined) return placeholder;
  if (task !== undefined) {
    const { name, state } = task.process;
    if (task !== task.process.leader) return `a thread of ${name}`;
    return state === 'zombie' ? `${name} (zombie)` : name;
  }
  if (firstOfGroup !== undefined) return `a process group (member ${firstOfGroup.name})`;
  return firstOfSession === undefined ? 'nobody' : `a session (member ${firstOfSession.name})`;
}
