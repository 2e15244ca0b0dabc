/** 2.6.8 counts process start times, interval timers and sleeps in jiffies; 2.6.9 in nanoseconds. */
import { sleepFromJiffies, sleepToJiffies } from '../changes/restart-block.ts';
import { startTimeFromJiffies, timersFromJiffies, timesToJiffies } from '../changes/start-times.ts';
import { type Step, withFields } from '../step.ts';

export const cpt268To269: Step = {
  from: 'cpt-2.6.8',
  to: 'cpt-2.6.9.0',
  summary: 'start times, interval timers and sleeps: jiffies become nanoseconds',
  rows: ['T2', 'T3', 'S7'],
  forward: {
    objects: {
      task: (task, context) => {
        const { hz } = context.facts;
        context.changed('T2', 'process start times turned from jiffies into seconds and nanoseconds');
        return sleepFromJiffies(timersFromJiffies(startTimeFromJiffies(task, hz), hz), context);
      },
      // The fields mean nothing in 0x000; kernels take such a buffer as one segment.
      skb: (skb, context) => {
        if (skb.fields.gsoSegs === 1 && skb.fields.gsoSize === 0) return skb;
        context.changed('S7', 'stale segmentation fields of packets cleared');
        return withFields(skb, { gsoSegs: 1, gsoSize: 0 });
      },
    },
  },
  backward: {
    objects: {
      task: (task, context) => {
        context.changed('T2', 'process start times turned from seconds and nanoseconds into jiffies');
        return sleepToJiffies(timesToJiffies(task, context.facts.hz), context);
      },
    },
  },
};
