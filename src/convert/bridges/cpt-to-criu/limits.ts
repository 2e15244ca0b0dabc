/** Resource limits: 16 pairs by number of setrlimit(2). */
import { smaller } from '../../../model/bigint.ts';
import type { ResourceLimit, Task } from '../../../model/checkpoint.ts';
import { limitsOf, unlimited } from '../../../model/resource-limits.ts';
import type { TaskRlimitsEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';

const limitCount = 16;

/**
 * A hard limit above that of the restoring side is cut, since only CAP_SYS_RESOURCE may raise one and CRIU
 * would leave both limits as they are without a message (criu/pie/restorer.c, restore_rlims).
 */
export function limitsEntry(conversion: Conversion, task: Task): TaskRlimitsEntry {
  const { checkpoint, side, losses } = conversion;
  const stored = limitsOf(checkpoint, task);
  const rlimits = Array.from({ length: limitCount }, (_, resource) => {
    const { current, max }: ResourceLimit = stored[resource] ?? { current: unlimited, max: unlimited };
    const ceiling = side.hardLimits?.[resource] ?? unlimited;
    const hard = smaller(max, ceiling);
    if (hard < max) losses.add('resource-limit', `limit ${resource} of task ${task.pid}`, task);
    return { cur: smaller(current, hard), max: hard };
  });
  return { rlimits };
}
