/**
 * ITIMER_VIRTUAL and ITIMER_PROF. An image holds the point of CPU time at which they expire
 * (`it_virt_expires` and `it_prof_expires`, kernel/cpt/cpt_process.c); the checkpoint, getitimer(2) and CRIU
 * count what is left until then.
 */
import type { CpuUsage, Id, IntervalTimer, IntervalTimers } from '../checkpoint.ts';
import type { CheckpointDraft } from '../checkpoint-draft.ts';
import { follow } from '../look-up.ts';

interface TimedTask {
  itimers: IntervalTimers;
  readonly signal?: Id<'signal'> | undefined;
  readonly usage: CpuUsage;
}

interface GroupTime {
  utimeNs: bigint;
  stimeNs: bigint;
}

/** Turns points of CPU time into time left: for the finished list of tasks, before anyone reads it. */
export function countCpuTimersDown({ tasks, signals }: CheckpointDraft, tickNs: bigint): void {
  const armed: TimedTask[] = tasks.filter(
    ({ itimers: { virtual, prof } }) => virtual.valueNs !== 0n || prof.valueNs !== 0n,
  );
  if (armed.length === 0) return;
  const groups = new Map<Id<'signal'>, GroupTime>();
  for (const { signal } of armed) {
    const ended = follow(signals, signal)?.usage;
    if (signal !== undefined) groups.set(signal, timeOf(ended));
  }
  for (const { signal, usage } of tasks) {
    const group = follow(groups, signal);
    if (!group) continue;
    group.utimeNs += usage.utimeNs;
    group.stimeNs += usage.stimeNs;
  }
  for (const task of armed) {
    const group = follow(groups, task.signal) ?? timeOf(task.usage);
    const { real, virtual, prof } = task.itimers;
    task.itimers = {
      real,
      virtual: left(virtual, group.utimeNs, tickNs),
      prof: left(prof, group.utimeNs + group.stimeNs, tickNs),
    };
  }
}

const timeOf = (usage: CpuUsage | undefined): GroupTime => ({
  utimeNs: usage?.utimeNs ?? 0n,
  stimeNs: usage?.stimeNs ?? 0n,
});

/** As `do_getitimer` reckons: a timer that is due has one tick left, for 0 would mean that it is off. */
function left({ valueNs, intervalNs }: IntervalTimer, usedNs: bigint, tickNs: bigint): IntervalTimer {
  if (valueNs === 0n) return { valueNs, intervalNs };
  return { valueNs: valueNs > usedNs ? valueNs - usedNs : tickNs, intervalNs };
}
