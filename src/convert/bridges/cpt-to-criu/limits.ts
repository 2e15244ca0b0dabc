/** Resource limits: 16 pairs by number of setrlimit(2). */
import { smaller } from '../../../model/bigint.ts';
import type { ResourceLimit, Task } from '../../../model/checkpoint.ts';
import type { TaskRlimitsEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';

const limitCount = 16;
/** RLIM_INFINITY of 64-bit kernels, and of the 32-bit ones that i386 images are of. */
const unlimited = 0xffffffffffffffffn;
const unlimited32 = 0xffffffffn;

/**
 * A hard limit above that of the restoring side is cut, since only CAP_SYS_RESOURCE may raise one and CRIU
 * would leave both limits as they are without a message (criu/pie/restorer.c, restore_rlims).
 */
export function limitsOf(conversion: Conversion, task: Task): TaskRlimitsEntry {
  const { checkpoint, side, losses } = conversion;
  const signal = task.signal === undefined ? undefined : checkpoint.signals.get(task.signal);
  const stored = signal?.rlimits ?? task.rlimits ?? [];
  const isOld = checkpoint.image.architecture === 'i386';
  const widened = (value: bigint) => (isOld && value === unlimited32 ? unlimited : value);
  const rlimits = Array.from({ length: limitCount }, (_, resource) => {
    const { current, max }: ResourceLimit = stored[resource] ?? { current: unlimited, max: unlimited };
    const ceiling = side.hardLimits?.[resource] ?? unlimited;
    const hard = smaller(widened(max), ceiling);
    if (hard < widened(max)) losses.add('resource-limit', `limit ${resource} of task ${task.pid}`, task);
    return { cur: smaller(widened(current), hard), max: hard };
  });
  return { rlimits };
}
