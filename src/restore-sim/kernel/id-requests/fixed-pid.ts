/**
 * The pid that OpenVZ's in-kernel restore gives to its clone: a virtual pid on kernels without pid
 * namespaces, a number of the container's namespace on later ones. User space cannot ask for it.
 */

import { type Refusal, refuse } from '../errno.ts';
import type { PidRequest } from '../pid-allocation.ts';
import type { PidNamespace } from '../pid-namespace.ts';
import type { Task } from '../process.ts';

/** The request for that number in the child's namespace, or ENOSYS on other kernels. */
export function fixedPidRequest(task: Task, number: number): PidRequest | Refusal {
  const rules = task.pidNamespaceForChildren.profile.idRequests.fixedPid;
  if (rules === undefined) return refuse('ENOSYS', 'this kernel has no clone with a fixed pid');
  return {
    numberAt: (namespace, distance) => {
      if (distance > 0) return undefined;
      return fixedPidRefusal(namespace, number) ?? number;
    },
    taken: (_, wanted, holder) => refuse(rules.taken, `pid ${wanted} is taken in the container`, holder),
  };
}

/** EINVAL for what is no pid of a container; fatal for numbers that the kernel does not survive. */
export function fixedPidRefusal(namespace: PidNamespace, number: number): Refusal | undefined {
  const { fixedPid } = namespace.profile.idRequests;
  const { virtual } = namespace.profile.pid;
  if (number < 1 || number > 0x7fffffff) return refuse('EINVAL', `${number} is no pid`);
  if (virtual !== undefined && number !== 1 && (number & virtual.bit) === 0) {
    return refuse('EINVAL', `pid ${number} is not virtual: it is not 1 and has no bit ${virtual.bit}`);
  }
  const unsafeFrom = fixedPid?.unsafeFrom;
  if (unsafeFrom !== undefined && number >= unsafeFrom) {
    return {
      ...refuse('EINVAL', `pid ${number} is beyond the kernel's pid map of ${unsafeFrom}`),
      fatal: true,
    };
  }
  return undefined;
}
