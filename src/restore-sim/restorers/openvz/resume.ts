/**
 * Resume: tasks are woken, and sleeps that the dump interrupted start again. It answers no errno of its
 * own; what goes wrong here kills the kernel or leaves a task asleep.
 */
import { restartBlockKind, taskState } from '../../../parse/generated/cpt-records.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { crash } from './stop.ts';

const exitedStates = taskState.zombie | taskState.dead;

export function resume(restore: Restore): void {
  for (const entry of restore.tasks) {
    restore.reader.place = entry;
    const state = finalState(restore, entry);
    if ((state & exitedStates) !== 0) continue;
    if (state === taskState.frozen) restartSleep(restore, entry);
    else if (!restore.line.task.restingStates.has(state)) sayAsleep(restore, entry, state);
  }
}

/** The state that the restore gives a task, out of the one that the image names. */
export const finalState = ({ line, version }: Restore, { image }: TaskEntry): number =>
  line.task.stateOf(image.state, version);

/** The comparison in resume is exact, so that any other state stays uninterruptible. */
function sayAsleep(restore: Restore, { image, offset }: TaskEntry, state: number): void {
  const message = `task ${image.pid} (${image.comm}) has state ${state} and is never woken`;
  restore.say('task-not-woken', offset, message);
}

/** HRTIMER_MAX_CLOCK_BASES: hrtimer_init has a BUG_ON for others (kernel/hrtimer.c). */
const clockBases = 2;

function restartSleep(restore: Restore, { image, offset }: TaskEntry): void {
  const { restartKind: kind, pid } = image;
  if (kind !== restartBlockKind.nanosleep && kind !== restartBlockKind.compat_nanosleep) return;
  const argument = restore.line.task.restartClock(restore.version);
  if (argument === undefined) return;
  const clock = argument === 'arg0' ? image.restartArg0 : image.restartArg3;
  if (clock < clockBases) return;
  const message = `task ${pid} restarts a sleep on clock ${clock} (${argument} of the restart block)`;
  const help =
    'The arguments are in the order of another kernel generation; convert the image with cr-convert.';
  crash('restart-clock', restore.at(offset), message, help);
}
