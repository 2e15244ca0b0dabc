/**
 * Process groups and sessions: the four system calls (kernel/sys.c), and the unchecked moves that in-kernel
 * restorers make. Terminals and job-control signals are not simulated.
 */

import { type Refusal, refuse } from './errno.ts';
import { describeHolder, innermostNumber, numberIn, type Pid } from './pid.ts';
import type { PidNamespace } from './pid-namespace.ts';
import { activePidNamespace, changeMembership, type Process, type Task } from './process.ts';

/** setsid(2): the new session's number, or EPERM. */
export function setsid(task: Task): number | Refusal {
  const { process } = task;
  const own = process.leader.pid;
  if (process.leadsSession) {
    return refuse('EPERM', `${process.name} leads a session already`);
  }
  // Also when the group has only other members left: its number would become ambiguous.
  const member = own.firstOfGroup;
  if (member !== undefined) {
    return refuse('EPERM', `process group ${innermostNumber(own)} exists`, member.name);
  }
  process.leadsSession = true;
  changeMembership(process, 'session', own);
  changeMembership(process, 'group', own);
  return numberIn(own, activePidNamespace(task));
}

/** setpgid(2), numbers as the caller sees them; 0 means the caller, or the target's own number. */
export function setpgid(task: Task, targetNumber: number, groupNumber: number): Refusal | undefined {
  const namespace = activePidNamespace(task);
  const caller = task.process;
  const pid = targetNumber === 0 ? numberIn(caller.leader.pid, namespace) : targetNumber;
  const pgid = groupNumber === 0 ? pid : groupNumber;
  if (pgid < 0) return refuse('EINVAL', `${pgid} is no process group`);
  const target = namespace.find(pid)?.task;
  if (target === undefined) return refuse('ESRCH', `no process ${pid}`);
  const { process } = target;
  if (target !== process.leader) return refuse('EINVAL', `${pid} is a thread of ${process.name}`);
  if (process.parent?.process === caller) {
    if (process.session !== caller.session) {
      return refuse('EPERM', `${process.name} is in another session than its parent ${caller.name}`);
    }
  } else if (process !== caller) {
    return refuse('ESRCH', `${process.name} is neither ${caller.name} nor its child`);
  }
  if (process.leadsSession) return refuse('EPERM', `${process.name} leads a session`);
  const group = pgid === pid ? target.pid : joinableGroup(namespace, pgid, caller);
  if (group === undefined) {
    return refuse('EPERM', `no process group ${pgid} in the session of ${caller.name}`);
  }
  changeMembership(process, 'group', group);
  return undefined;
}

function joinableGroup(namespace: PidNamespace, number: number, caller: Process): Pid | undefined {
  const group = namespace.find(number);
  const member = group?.firstOfGroup;
  return member?.session === caller.session ? group : undefined;
}

/** getpgid(2) and getsid(2): 0 when the group or session is outside the caller's view. */
export function membershipNumber(task: Task, kind: 'group' | 'session', number: number): number | Refusal {
  const namespace = activePidNamespace(task);
  const target = number === 0 ? task : namespace.find(number)?.task;
  if (target === undefined) return refuse('ESRCH', `no process ${number}`);
  return numberIn(target.process[kind], namespace);
}

/**
 * Puts a process into a group or session without the checks of setpgid and setsid, as OpenVZ's restore does
 * (it does not verify that group and session agree). The object may be a placeholder.
 */
export function joinUnchecked(process: Process, kind: 'group' | 'session', pid: Pid): void {
  changeMembership(process, kind, pid);
  if (kind === 'session' && pid === process.leader.pid) process.leadsSession = true;
}

/** What stands at a number, for messages: a name, or undefined when the number is free. */
export function holderOf(namespace: PidNamespace, number: number): string | undefined {
  const pid = namespace.find(number);
  return pid === undefined ? undefined : describeHolder(pid);
}
