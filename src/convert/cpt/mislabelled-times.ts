/**
 * For an image that is labelled 2.6.9 or later but still holds jiffies: start times for certain, timers and
 * sleeps as far as their own values say so.
 */
import { isJiffiesSleep, sleepFromJiffies } from './changes/restart-block.ts';
import { startTimeFromJiffies, timersFromJiffies } from './changes/start-times.ts';
import type { Hop } from './step.ts';

/** One millisecond: shorter than any timer that is still running after a dump, longer than jiffies counts get. */
const leastTimerNs = 1_000_000n;

export const startTimesFromJiffies: Hop = {
  objects: {
    task: (task, context) => {
      const { hz } = context.facts;
      context.changed('T2', 'process start times turned from jiffies into seconds and nanoseconds');
      const started = startTimeFromJiffies(task, hz);
      const { itRealValue, itRealIncr } = task.fields;
      const hasJiffiesTimer = itRealValue < leastTimerNs && itRealIncr < leastTimerNs;
      const timed = hasJiffiesTimer ? timersFromJiffies(started, hz) : started;
      return isJiffiesSleep(task) ? sleepFromJiffies(timed, context) : timed;
    },
  },
};
