/** Resource limits of a process, by number of setrlimit(2). */
import type { MachineName } from '../abi/machines.ts';
import type { Checkpoint, ResourceLimit, Task } from './checkpoint.ts';
import { follow } from './look-up.ts';

/** RLIM_INFINITY of 64-bit kernels, and of checkpoints from any kernel. */
export const unlimited = 0xffff_ffff_ffff_ffffn;
/** The same of a 32-bit kernel, which has its limits in a long. */
const unlimited32 = 0xffff_ffffn;

/** Of a kernel for this machine. */
const infinityOf = (machine: MachineName): bigint => (machine === 'i386' ? unlimited32 : unlimited);

/** A stored value: infinity of a 32-bit kernel becomes the one that all tools know. */
export const limitFrom = (stored: bigint, machine: MachineName): bigint =>
  stored === infinityOf(machine) ? unlimited : stored;

/** What a kernel for this machine stores of a limit. */
export const limitFor = (limit: bigint, machine: MachineName): bigint =>
  limit === unlimited ? infinityOf(machine) : limit;

/** Of the thread group, which shares them since 2.6.10; of the task where the image has none of the group. */
export const limitsOf = (
  checkpoint: Pick<Checkpoint, 'signals'>,
  task: Task | undefined,
): readonly ResourceLimit[] => follow(checkpoint.signals, task?.signal)?.rlimits ?? task?.rlimits ?? [];
