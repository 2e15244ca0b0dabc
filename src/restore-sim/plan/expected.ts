/**
 * What a checkpoint makes one expect after a restore from user space: its own rows, without what no such
 * restore can bring back. What is left out here is a warning of the plan.
 */
import type { Checkpoint } from '../../model/checkpoint.ts';
import { isDead } from '../../model/look-up.ts';
import { type PsProcess, psRows } from '../../model/ps.ts';
import type { IpcRows } from '../report.ts';
import type { Target } from './draft.ts';

/**
 * One row after the other, since all of them beside what was restored would be too many. `restored` tells the numbers of
 * what is outside of the dump: a parent, a group or session 0.
 */
export function* expectedProcesses(
  checkpoint: Checkpoint,
  target: Target,
  restored: readonly PsProcess[],
): Generator<PsProcess, void, undefined> {
  const dead = deadThreads(checkpoint);
  const tids = new Set<number>();
  for (const { pid } of checkpoint.tasks) tids.add(pid);
  let now: ReadonlyMap<number, PsProcess> | undefined;
  for (const row of psRows(checkpoint)) {
    const isOutside = !tids.has(row.ppid) || row.pgid === 0 || row.sid === 0;
    if (dead.size === 0 && !isOutside && row.state !== 'X') {
      yield row;
      continue;
    }
    now ??= new Map(restored.map((one) => [one.pid, one]));
    const outside = outsideOf(row, now.get(row.pid), target, tids);
    const threads = row.threads.filter((tid) => !dead.has(tid));
    // Death is the same for init whichever letter it had.
    yield { ...row, ...outside, threads, state: row.state === 'X' ? 'Z' : row.state };
  }
}

function outsideOf(row: PsProcess, now: PsProcess | undefined, target: Target, tids: ReadonlySet<number>) {
  if (now === undefined) return {};
  return {
    ...(!tids.has(row.ppid) && { ppid: now.ppid }),
    ...(target === 'host' && row.pgid === 0 && { pgid: now.pgid }),
    ...(target === 'host' && row.sid === 0 && { sid: now.sid }),
  };
}

/** Threads that were dying are not made again. */
function deadThreads({ processes }: Checkpoint): ReadonlySet<number> {
  const dead = new Set<number>();
  for (const { leader, tasks } of processes) {
    for (const task of tasks) {
      if (task !== leader && isDead(task)) dead.add(task.pid);
    }
  }
  return dead;
}

/** Permissions, and for segments the removal mark; other mode bits are the kernel's own. */
export function expectedIpc({ sem, msg, shm }: IpcRows, isInKernel: boolean): IpcRows {
  if (isInKernel) return { sem, msg, shm };
  return {
    sem: sem.map((row) => ({ ...row, mode: masked(row.mode, 0o777) })),
    msg: msg.map((row) => ({ ...row, mode: masked(row.mode, 0o777) })),
    shm: shm.map((row) => ({ ...row, mode: masked(row.mode, 0o1777) })),
  };
}

const masked = (mode: string, bits: number): string =>
  (Number.parseInt(mode, 8) & bits).toString(8).padStart(4, '0');
