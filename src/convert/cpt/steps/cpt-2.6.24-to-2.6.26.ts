/** 2.6.26: longer container record, securebits, killable stop states; restart blocks of poll and futex. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { forgetRestart } from '../changes/restart-block.ts';
import { isDispensable } from '../layouts.ts';
import { cut, grown, type HopContext, type Step, withFields } from '../step.ts';
import { taskState } from '../task-state.ts';

type Task = ObjectRecord<'task'>;

/** SECURE_KEEP_CAPS of include/linux/securebits.h. */
const keepCaps = 0x10;

const newStates = new Map([
  [taskState.stopped, taskState.stoppedKillable],
  [taskState.traced, taskState.tracedKillable],
]);
const oldStates = new Map([...newStates].map(([before, after]) => [after, before]));

export const cpt2624To2626: Step = {
  from: 'cpt-2.6.24',
  to: 'cpt-2.6.26',
  summary: 'longer container record, securebits, other numbers for stopped tasks',
  rows: ['V1', 'V2', 'V3', 'T4', 'T5', 'T6', 'T12'],
  forward: {
    objects: {
      veinfo: (veinfo, context) => {
        if (veinfo.hdrlen >= 144) return veinfo;
        context.changed('V1', 'container records lengthened, with the highest pid as last pid');
        let lastPid = 0;
        for (const pid of context.facts.pids) if (pid > lastPid) lastPid = pid;
        return grown(veinfo, 144, context, { lastPid, realStartTimespecDelta: 0n });
      },
      task: (task, context) => {
        const { keepcap } = task.fields;
        const flagged = keepcap === 0 ? task : withFields(task, { keepcap: keepCaps });
        if (keepcap !== 0) context.changed('T12', 'keep-caps flags turned into securebits');
        return withState(flagged, newStates, context);
      },
    },
  },
  backward: {
    objects: {
      veinfo: (veinfo, context) => {
        context.changed('V1', 'container records shortened');
        return cut(withoutLastPid(veinfo, context), 72, context, 'V1');
      },
      task: (task, context) => {
        const forgotten = forgetRestart(forgetRestart(task, context, 'T4', ['poll']), context, 'T5', [
          'futex_wait',
        ]);
        return withState(withoutSecurebits(forgotten, context), oldStates, context);
      },
    },
  },
};

type VeInfo = ObjectRecord<'veinfo'>;

/** Seen on 2.6.32: without it, new processes get the lowest free pids, from 4 on. */
function withoutLastPid(veinfo: VeInfo, context: HopContext): VeInfo {
  const { lastPid, rndVaSpace } = veinfo.fields;
  if (lastPid)
    context.lost('V2', veinfo, `new pids start with the lowest free one instead of after ${lastPid}`);
  if (rndVaSpace && !isDispensable(veinfo, 'rndVaSpace', rndVaSpace, context.facts))
    context.lost('V3', veinfo, `randomize_va_space ${rndVaSpace - 1} becomes the setting of the kernel`);
  return withFields(veinfo, { lastPid: undefined, rndVaSpace: undefined });
}

function withoutSecurebits(task: Task, context: HopContext): Task {
  const { keepcap } = task.fields;
  if (keepcap === 0) return task;
  context.changed('T12', 'securebits turned into keep-caps flags');
  if (keepcap !== keepCaps)
    context.lost('T12', task, `securebits 0x${keepcap.toString(16)} but for keep-caps`);
  return withFields(task, { keepcap: keepcap & keepCaps ? 1 : 0 });
}

function withState(task: Task, states: ReadonlyMap<bigint, bigint>, context: HopContext): Task {
  const state = states.get(task.fields.state);
  if (state === undefined) return task;
  context.changed('T6', 'stopped tasks given the state number of the target');
  return withFields(task, { state });
}
