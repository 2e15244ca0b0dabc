/**
 * /proc/sys/kernel/ns_last_pid (3.3 and later): sets the cursor of the caller's own pid namespace, whatever
 * proc mount is used. It asks for nothing: taken numbers are skipped silently.
 */

import { mayRequestIds } from '../credentials.ts';
import { type Refusal, refuse } from '../errno.ts';
import { activePidNamespace, type Task } from '../process.ts';
import { parseSysctlNumber } from '../sysctl-number.ts';

/** The last number given out in order; -1 before the first on kernels that count in an IDR. */
export function readLastPid(task: Task): number {
  return activePidNamespace(task).lastPid;
}

/** 0 to pid_max, which is accepted, too. EPERM before the value is looked at, then EINVAL. */
export function writeLastPid(task: Task, text: string): Refusal | undefined {
  const namespace = activePidNamespace(task);
  const { profile, userNamespace, limit } = namespace;
  if (!mayRequestIds(task.credentials, userNamespace, profile)) {
    const errno = profile.idRequests.lastPidFile!.denied;
    return refuse(errno, `${task.process.name} may not write ns_last_pid`);
  }
  const number = parseSysctlNumber(text);
  if (number === undefined || number < 0 || number > limit.max) {
    return refuse('EINVAL', `ns_last_pid takes 0 to ${limit.max}, not "${text}"`);
  }
  namespace.lastPid = number;
  return undefined;
}
