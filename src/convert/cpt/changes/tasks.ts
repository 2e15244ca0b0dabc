/** Small changes of task and signal records that more than one step needs. */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { type HopContext, withFields } from '../step.ts';
import { isTraced, taskState } from '../task-state.ts';

type Task = ObjectRecord<'task'>;

const low32 = 0xffffffffn;

/** C1: 2.6.18 copies 8 bytes of a 4-byte set, so the upper half holds whatever follows in memory. */
export function capabilitiesMasked(task: Task, context: HopContext): Task {
  const { ecap, icap, pcap } = task.fields;
  if ((ecap | icap | pcap) <= low32) return task;
  context.changed('C1', 'capability sets cut to the 32 bits that 2.6.18 has');
  return withFields(task, { ecap: ecap & low32, icap: icap & low32, pcap: pcap & low32 });
}

/** T7: the ptrace state machine of 2.6.18 has no counterpart, and 2.6.32 kernels refuse such a task. */
export function tracedTaskDetached(task: Task, context: HopContext): Task {
  if (!isTraced(task.fields.state)) return task;
  const message = `task ${task.fields.pid} is stopped by its tracer ${task.fields.ppid}, which 2.6.32 cannot take over`;
  if (!context.refused('T7', task, message, 'detach-traced')) return task;
  context.changed('T7', 'traced tasks detached from their tracer');
  return withFields(task, { state: taskState.frozen, ptrace: 0n, pnState: 0, ppid: task.fields.rppid });
}

/** The signal that stopped a traced task goes with the tracer. */
export function tracedSignalDropped(
  record: ObjectRecord<'lastsiginfo'>,
  context: HopContext,
): ObjectRecord<'lastsiginfo'> | undefined {
  const task = record.parent;
  if (task?.kind !== 'task' || !isTraced(task.fields.state)) return record;
  context.lost(
    'T7',
    record,
    `the signal ${record.fields.signo} that stopped task ${task.fields.pid} is not delivered`,
  );
  return undefined;
}

/** TIF_RESTORE_SIGMASK of kernels up to 2.6.18. */
const restoreSigmask = 1n << 9n;

/** T11: 2.6.8 and 2.6.9 keep a task inside sigsuspend by a state byte, 2.6.16 by a thread flag. */
export function sigsuspendToFlag(task: Task, context: HopContext): Task {
  if (task.fields.sigsuspendState === 0) return task;
  context.changed('T11', 'tasks inside sigsuspend marked by a thread flag');
  return withFields(task, { sigsuspendState: 0, thrflags: task.fields.thrflags | restoreSigmask });
}

export function sigsuspendToState(task: Task, context: HopContext): Task {
  if ((task.fields.thrflags & restoreSigmask) === 0n) return task;
  context.changed('T11', 'tasks inside sigsuspend marked by a state byte');
  return withFields(task, { sigsuspendState: 1, thrflags: task.fields.thrflags & ~restoreSigmask });
}

/** 2.6.32 clears the flag on restore: give the task its saved mask back now. */
export function sigsuspendEnded(task: Task, context: HopContext): Task {
  const { thrflags, sigsuspendState, sigsuspendBlocked } = task.fields;
  if ((thrflags & restoreSigmask) === 0n && sigsuspendState === 0) return task;
  context.changed('T11', 'tasks inside sigsuspend given their saved signal mask');
  context.lost(
    'T11',
    task,
    `sigsuspend of task ${task.fields.pid} returns with the mask it had before the call`,
  );
  return withFields(task, {
    sigblocked: sigsuspendBlocked,
    sigsuspendState: 0,
    thrflags: thrflags & ~restoreSigmask,
  });
}
