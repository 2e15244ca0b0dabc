/**
 * eclone of linux-cr and its forerunner clone_with_pids (patches v17, v20): numbers for the caller's
 * youngest namespaces, oldest first. The request is an argument; the cursor is not moved.
 */

import { capable } from '../credentials.ts';
import { type Refusal, refuse } from '../errno.ts';
import type { PidRequest } from '../pid-allocation.ts';
import type { PidNamespace } from '../pid-namespace.ts';
import { activePidNamespace, type Task } from '../process.ts';
import type { EcloneRules } from '../profile.ts';

/** struct clone_args of the series; fields that a caller leaves out are as a correct caller sets them. */
export interface EcloneArguments {
  /** Oldest namespace first, youngest last; 0 lets the kernel choose. */
  readonly pids: readonly number[];
  readonly argsSizeBytes?: number;
  readonly cloneFlagsHigh?: bigint;
  readonly reserved0?: number;
  readonly childStackSizeBytes?: number;
}

const argsSizeBytes = 48;

/** The checks before anything is copied: EINVAL for the structure and the count, then EPERM. */
export function ecloneRefusal(task: Task, args: EcloneArguments): Refusal | undefined {
  const namespace = activePidNamespace(task);
  if (namespace.profile.idRequests.eclone === undefined) return refuse('ENOSYS', 'this kernel has no eclone');
  const { pids } = args;
  if ((args.argsSizeBytes ?? argsSizeBytes) !== argsSizeBytes) {
    return refuse('EINVAL', `clone_args has ${args.argsSizeBytes} bytes instead of ${argsSizeBytes}`);
  }
  if ((args.reserved0 ?? 0) !== 0 || (args.cloneFlagsHigh ?? 0n) !== 0n) {
    return refuse('EINVAL', 'reserved fields of clone_args must be 0');
  }
  if ((args.childStackSizeBytes ?? 0) !== 0) return refuse('EINVAL', 'child_stack_size must be 0 on x86');
  // The levels of the caller count, not those of the child.
  if (pids.length > namespace.level + 1) {
    return refuse('EINVAL', `${pids.length} pids for ${namespace.level + 1} levels`);
  }
  if (pids.length > 0 && !capable(task.credentials, namespace.userNamespace, 'sys-admin')) {
    return refuse('EPERM', `${task.process.name} has no CAP_SYS_ADMIN to choose pids`);
  }
  return undefined;
}

/** With CLONE_NEWPID the new level is not named: it always gets 1 from the kernel. */
export function ecloneRequest(task: Task, { pids }: EcloneArguments): PidRequest {
  const caller = activePidNamespace(task);
  const rules = caller.profile.idRequests.eclone!;
  return {
    numberAt: (namespace) => {
      const fromYoungest = caller.level - namespace.level;
      const number = fromYoungest < 0 ? undefined : pids[pids.length - 1 - fromYoungest];
      if (number === undefined || number === 0) return undefined;
      return numberRefusal(namespace, number, rules) ?? number;
    },
    taken: ({ level }, number, holder) =>
      refuse(rules.taken, `pid ${number} at level ${level} is taken`, holder),
  };
}

/** set_pidmap of the eclone patches: small numbers only while the namespace is young. */
function numberRefusal(
  { level, limit, lastPid }: PidNamespace,
  number: number,
  { youngBelow }: EcloneRules,
): Refusal | undefined {
  if (number < 0 || number >= limit.max) {
    return refuse('EINVAL', `pid ${number} at level ${level} is not between 0 and ${limit.max - 1}`);
  }
  if (number < youngBelow && lastPid >= youngBelow) {
    return refuse('EINVAL', `pid ${number} is below ${youngBelow}, and level ${level} is past it`);
  }
  return undefined;
}
