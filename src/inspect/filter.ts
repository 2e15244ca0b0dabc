/** What part of a view is wanted: `--pid` and `--type`. */
import type { Checkpoint, Process } from '../model/checkpoint.ts';
import type { Host } from '../restore-sim/host/index.ts';

export interface Filter {
  /** Any thread of a process selects the process; empty selects all. */
  readonly pids: readonly number[];
  /** Words that each view takes in its own way: kinds of files, areas, records. */
  readonly types: readonly string[];
  /** `--env`: with the environment of each process. */
  readonly withEnvironment?: boolean;
  /** `--on`: the host that numbers are looked for on. */
  readonly host?: Host;
}

export const noFilter: Filter = { pids: [], types: [] };

/** The processes that are asked for, by pid. */
export function wantedProcesses({ processes }: Checkpoint, { pids }: Filter): readonly Process[] {
  const wanted = processes.filter(
    ({ pid, tasks }) =>
      pids.length === 0 || pids.includes(pid) || tasks.some((task) => pids.includes(task.pid)),
  );
  return [...wanted].sort((a, b) => a.pid - b.pid);
}

/** Whether one of the names that a thing goes by is asked for. */
export const isWantedType = ({ types }: Filter, ...names: readonly (string | undefined)[]): boolean =>
  types.length === 0 || names.some((name) => name !== undefined && types.includes(name.toLowerCase()));
