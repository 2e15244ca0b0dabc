/** A creation plan as plan fixtures have it, and the input of one out of a table of plain numbers. */
import {
  childrenOf,
  type PlanEntry,
  type PlanInput,
  PlanStop,
  type PlanTask,
  planFlags,
} from './plan-entry.ts';
import { planTree } from './plan-tree.ts';

export type PlanJson = { readonly entries: readonly PlanEntryJson[] } | { readonly error: string };

export interface PlanEntryJson {
  readonly n: number;
  readonly pid: number;
  /** Index of the creator; -1 for none. */
  readonly creator: number;
  readonly flags: readonly string[];
  /** In fork order. */
  readonly children: readonly number[];
  /** Calls setsid between its two rounds of forks. */
  readonly setsid: boolean;
}

/** Pid objects are numbered in order of first appearance over pid, tgid, pgid and sid of each task. */
export function planInputOf(tasks: readonly PlanTask[], pidMax: number): PlanInput {
  const pids = [...new Set(tasks.flatMap(({ pid, tgid, pgid, sid }) => [pid, tgid, pgid, sid]))].filter(
    (number) => number !== 0,
  );
  const known = new Set(pids);
  return {
    tasks: tasks.map((task) => (known.has(task.ppid) ? task : { ...task, ppid: 0 })),
    pids,
    pidMax,
  };
}

export function planJson(input: PlanInput): PlanJson {
  try {
    return { entries: planTree(input).map(entryJson) };
  } catch (error) {
    if (error instanceof PlanStop) return { error: error.error };
    throw error;
  }
}

const entryJson = (entry: PlanEntry): PlanEntryJson => ({
  n: entry.n,
  pid: entry.pid,
  creator: entry.creator?.n ?? -1,
  flags: planFlags(entry),
  children: childrenOf(entry).map(({ n }) => n),
  setsid: entry.pid === entry.sid,
});
