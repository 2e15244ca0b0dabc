/**
 * clone3(2) with set_tid (5.5 and later): the caller names numbers from the child's innermost namespace
 * outward. The request is an argument: nothing is kept, and no cursor moves.
 */

import { mayRequestIds } from '../credentials.ts';
import { type Refusal, refuse } from '../errno.ts';
import type { PidRequest } from '../pid-allocation.ts';
import type { PidNamespace } from '../pid-namespace.ts';
import type { Task } from '../process.ts';

/** The check that comes before anything is copied (copy_clone_args_from_user). */
export function setTidRefusal(task: Task, setTid: readonly number[]): Refusal | undefined {
  const rules = task.pidNamespaceForChildren.profile.idRequests.setTid;
  if (rules === undefined) return refuse('ENOSYS', 'this kernel has no clone3 with set_tid');
  if (setTid.length <= rules.entriesMax) return undefined;
  return refuse('EINVAL', `set_tid has ${setTid.length} entries, more than ${rules.entriesMax}`);
}

/** kernel/pid.c alloc_pid: range, then the missing init, then the capability, then the number in use. */
export function setTidRequest(task: Task, setTid: readonly number[]): PidRequest {
  const rules = task.pidNamespaceForChildren.profile.idRequests.setTid!;
  return {
    check: (namespace) =>
      setTid.length > namespace.level + 1
        ? refuse('EINVAL', `set_tid names ${setTid.length} levels, there are ${namespace.level + 1}`)
        : undefined,
    numberAt: (namespace, distance) => {
      const number = setTid[distance];
      if (number === undefined) return undefined;
      return entryRefusal(task, namespace, number) ?? number;
    },
    taken: (namespace, number, holder) =>
      refuse(rules.taken, `pid ${number} at level ${namespace.level} is taken`, holder),
  };
}

function entryRefusal(task: Task, namespace: PidNamespace, number: number): Refusal | undefined {
  const { level, limit, init, userNamespace, profile } = namespace;
  if (number < 1 || number >= limit.max) {
    return refuse('EINVAL', `pid ${number} at level ${level} is not between 1 and ${limit.max - 1}`);
  }
  if (number !== 1 && init === undefined) {
    return refuse('EINVAL', `the first process at level ${level} must be 1, not ${number}`);
  }
  if (mayRequestIds(task.credentials, userNamespace, profile)) return undefined;
  return refuse('EPERM', `${task.process.name} has no capability to choose pids at level ${level}`);
}
