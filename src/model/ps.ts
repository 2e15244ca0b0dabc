/**
 * The process list as JSON, the contract of `cr-inspect IMAGE ps --json`; schema in
 * formats/ps.schema.json.
 */
import type { Checkpoint, Process, Task } from './checkpoint.ts';
import { headOf } from './look-up.ts';

export interface PsProcess {
  readonly pid: number;
  /** In every pid namespace from the outermost one known to the image inward. */
  readonly pids: readonly number[];
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly comm: string;
  /** Letter of `/proc/PID/stat`. */
  readonly state: string;
  /** Real ids; null where the image has none: of dead processes, in most families. */
  readonly uid: number | null;
  readonly gid: number | null;
  /** Wait status as stored. */
  readonly exitCode: number;
  /** Nanoseconds since the container (CPT) or the system started, decimal. */
  readonly startTimeNs: string | null;
  /** Sorted, leader included. */
  readonly threads: readonly number[];
}

export interface PsJson {
  readonly schemaVersion: 1;
  /** Ordered by pid; zombies included. */
  readonly processes: readonly PsProcess[];
}

export function psJson(checkpoint: Checkpoint): PsJson {
  return { schemaVersion: 1, processes: [...psRows(checkpoint)] };
}

/** The same one at a time. */
export function* psRows({ tasks, processes }: Checkpoint): Generator<PsProcess, void, undefined> {
  const tgids = new Map<number, number>();
  for (const { pid, tgid } of tasks) tgids.set(pid, tgid);
  for (const process of [...processes].sort((a, b) => a.pid - b.pid)) yield psProcess(process, tgids);
}

/** The pid that a container's first process has inside. */
const initPid = 1;

function psProcess(process: Process, tgids: ReadonlyMap<number, number>): PsProcess {
  const { pid, leader, tasks } = process;
  const task = headOf(process);
  return {
    pid,
    // A group whose leader is missing has no other pid than the one its threads name.
    pids: leader ? leader.pids : [pid],
    ppid: parentPid(task, pid, tgids),
    pgid: task.pgid,
    sid: task.sid,
    comm: task.comm,
    state: task.state,
    uid: task.credentials?.uid ?? null,
    gid: task.credentials?.gid ?? null,
    exitCode: task.exitCode,
    startTimeNs: task.startTimeNs === undefined ? null : task.startTimeNs.toString(),
    threads: tasks.map((thread) => thread.pid).sort((a, b) => a - b),
  };
}

/**
 * fs/proc/array.c, do_task_stat: the thread group of the real parent, which may be a thread. The
 * parent of a container's init is outside; OpenVZ kernels put init itself in its place.
 */
function parentPid(task: Task, pid: number, tgids: ReadonlyMap<number, number>): number {
  if (pid === initPid) return 0;
  return tgids.get(task.realParentPid) ?? task.realParentPid;
}
