/** 2.6.26: longer container record, securebits, killable stop states; restart blocks of poll and futex. */

import type { ObjectRecord } from '../../parse/cpt/record.ts';
import { sectionType } from '../../parse/generated/cpt-records.ts';
import { forgetRestart } from '../changes/restart-block.ts';
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
  rows: ['V1', 'V2', 'T4', 'T5', 'T6', 'T12', 'H2'],
  forward: {
    objects: {
      veinfo: (veinfo, context) => {
        context.changed('V1', 'container records lengthened, with the highest pid as last pid');
        return grown(veinfo, 144, {
          lastPid: Math.max(0, ...context.facts.pids),
          rndVaSpace: 0,
          vpidMax: 0,
          pad1: 0,
          realStartTimespecDelta: 0n,
          reserved: new Array<bigint>(6).fill(0n),
        });
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
    section: (section) => (section.fields.section === sectionType.vsyscall ? undefined : section),
    objects: {
      veinfo: (veinfo, context) => {
        context.changed('V1', 'container records shortened');
        return cut(veinfo, 72, veinfoTail);
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

const veinfoTail = [
  'lastPid',
  'rndVaSpace',
  'vpidMax',
  'pad1',
  'realStartTimespecDelta',
  'reserved',
  'aioMaxNr',
  'veBcap',
] as const;

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
