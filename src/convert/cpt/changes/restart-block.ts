/**
 * Restart blocks: what a system call needs to go on after an interruption. The number of the kind is the same
 * in all versions, the order of the arguments is not, and a 2.6.32 kernel that meets the order of 2.6.18 takes
 * the remaining nanoseconds for a clock number and dies.
 */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { restartBlockKind } from '../../../parse/generated/cpt-records.ts';
import { tickNs } from '../facts.ts';
import { type HopContext, withFields } from '../step.ts';

type Task = ObjectRecord<'task'>;
type Block = Task['fields']['restart'];

const clockMonotonic = 1n;

const isSleep = ({ fn }: Block) =>
  fn === BigInt(restartBlockKind.nanosleep) || fn === BigInt(restartBlockKind.compat_nanosleep);
const isPoll = ({ fn }: Block) => fn === BigInt(restartBlockKind.poll);

function changeSleep(task: Task, context: HopContext, change: (block: Block) => Block): Task {
  const { restart } = task.fields;
  if (!isSleep(restart)) return task;
  context.changed('T3', 'restart blocks of sleeping tasks re-ordered');
  return withFields(task, { restart: change(restart) });
}

/** 2.6.8 (remaining jiffies, rmtp) → 2.6.9 … 2.6.18 (remaining ns, 0, rmtp, clock). */
export const sleepFromJiffies = (task: Task, context: HopContext): Task =>
  changeSleep(task, context, ({ fn, arg0, arg1 }) => ({
    fn,
    arg0: arg0 * tickNs(context.facts.hz),
    arg1: 0n,
    arg2: arg1,
    arg3: clockMonotonic,
  }));

export function sleepToJiffies(task: Task, context: HopContext): Task {
  return changeSleep(task, context, ({ fn, arg0, arg2, arg3 }) => {
    if (arg3 !== clockMonotonic)
      context.lost('T3', task, `the clock ${arg3} of a sleep becomes CLOCK_MONOTONIC`);
    const tick = tickNs(context.facts.hz);
    return { fn, arg0: (arg0 + tick - 1n) / tick, arg1: arg2, arg2: 0n, arg3: 0n };
  });
}

/**
 * Whether a sleep is still in the form of 2.6.8. In that form the second argument is the pointer and the last
 * two are zero; without a pointer the size decides: 10 ms are few jiffies and many nanoseconds.
 */
export function isJiffiesSleep({ fields: { restart } }: Task): boolean {
  if (!isSleep(restart) || restart.arg2 !== 0n || restart.arg3 !== 0n) return false;
  return restart.arg1 !== 0n || restart.arg0 < 10_000_000n;
}

/** 2.6.9 … 2.6.18 (remaining ns, 0, rmtp, clock) → 2.6.20 … vanilla 2.6.32 (clock, rmtp, remaining ns, 0). */
export const sleepToMiddleForm = (task: Task, context: HopContext): Task =>
  changeSleep(task, context, ({ fn, arg0, arg2, arg3 }) => ({
    fn,
    arg0: arg3,
    arg1: arg2,
    arg2: arg0,
    arg3: 0n,
  }));

export const sleepFromMiddleForm = (task: Task, context: HopContext): Task =>
  changeSleep(task, context, ({ fn, arg0, arg1, arg2 }) => ({
    fn,
    arg0: arg2,
    arg1: 0n,
    arg2: arg1,
    arg3: arg0,
  }));

/**
 * Vanilla 2.6.32 (clock, rmtp, remaining ns, 0) → RHEL6 2.6.32 (clock, rmtp, compat rmtp, remaining ns). Both
 * kernels write version 0x800; a block that is already in the later form is left alone.
 */
export function sleepToRhel6(task: Task, context: HopContext): Task {
  const { restart } = task.fields;
  if (!isSleep(restart) || restart.arg3 !== 0n) return task;
  return changeSleep(task, context, ({ fn, arg0, arg1, arg2 }) => ({
    fn,
    arg0,
    arg1,
    arg2: fn === BigInt(restartBlockKind.compat_nanosleep) ? arg1 : 0n,
    arg3: arg2,
  }));
}

export const sleepFromRhel6 = (task: Task, context: HopContext): Task =>
  changeSleep(task, context, ({ fn, arg0, arg1, arg2, arg3 }) => ({
    fn,
    arg0,
    arg1: fn === BigInt(restartBlockKind.compat_nanosleep) && arg1 === 0n ? arg2 : arg1,
    arg2: arg3,
    arg3: 0n,
  }));

const pollHasTimeout = 1n << 32n;

/**
 * Vanilla: number of descriptors, remaining ns. RHEL6: number with a flag in bit 32, deadline on the monotonic
 * clock of the source, which the target cannot relate to its own. Deadline 0 makes poll return at once.
 */
export function pollToRhel6(task: Task, context: HopContext): Task {
  const { restart } = task.fields;
  if (!isPoll(restart) || restart.arg2 === 0n) return task;
  context.changed('T4', 'restart blocks of poll given the form of RHEL6');
  context.lost('T4', task, `the timeout of a poll (${restart.arg2} ns left) ends at the restore`);
  return withFields(task, { restart: { ...restart, arg1: restart.arg1 | pollHasTimeout, arg2: 0n } });
}

export function pollFromRhel6(task: Task, context: HopContext): Task {
  const { restart } = task.fields;
  if (!isPoll(restart) || (restart.arg1 & pollHasTimeout) === 0n) return task;
  context.changed('T4', 'restart blocks of poll given the form of vanilla kernels');
  context.lost('T4', task, 'the deadline of a poll is on a clock that is not in the image; 1 ns is written');
  return withFields(task, { restart: { ...restart, arg1: restart.arg1 & (pollHasTimeout - 1n), arg2: 1n } });
}

/** A kind that the target does not know: the interrupted call returns EINTR instead of going on. */
export function forgetRestart(
  task: Task,
  context: HopContext,
  row: 'T4' | 'T5',
  kinds: readonly (keyof typeof restartBlockKind)[],
): Task {
  const { restart } = task.fields;
  const kind = kinds.find((name) => BigInt(restartBlockKind[name]) === restart.fn);
  if (kind === undefined) return task;
  context.changed(row, 'restart blocks removed that the target does not know');
  context.lost(row, task, `an interrupted ${kind} returns EINTR instead of going on`);
  return withFields(task, { restart: { fn: 0n, arg0: 0n, arg1: 0n, arg2: 0n, arg3: 0n } });
}
