/** Which processes are written, in which order, and in which state. Writes nothing. */
import { pushAll } from '../../../lists.ts';
import type { Checkpoint, Id, Process, Task } from '../../../model/checkpoint.ts';
import { isDead } from '../../../model/look-up.ts';

export const initPid = 1;

/**
 * `zombie`: nothing but the exit code is left. `dead-leader`: the leader has exited and other threads live,
 * see repairs/dead-leader.ts.
 */
export type Life = 'alive' | 'zombie' | 'dead-leader';

export interface TreeProcess {
  readonly pid: number;
  /** 0 for the first process. */
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly life: Life;
  readonly leader: Task;
  /** Threads that are written: the leader first, then the live ones in image order. */
  readonly threads: readonly Task[];
  /** Whose memory, descriptors and directories the process has: the leader, unless it is dead. */
  readonly holder: Task;
}

export interface Tree {
  /** Parents come before their children: criu/pstree.c finds a parent only among what it has read. */
  readonly processes: readonly TreeProcess[];
  readonly byPid: ReadonlyMap<number, TreeProcess>;
  /** Pids whose parent is not in the image. */
  readonly adopted: readonly number[];
  /** Why the tree cannot be restored at all. */
  readonly problems: readonly TreeProblem[];
}

export interface TreeProblem {
  readonly message: string;
  readonly at?: number | undefined;
}

export function treeOf(checkpoint: Checkpoint): Tree {
  const problems: TreeProblem[] = [];
  const adopted: number[] = [];
  const tgids = new Map(checkpoint.tasks.map((task) => [task.pid, task.tgid]));
  const drafts = new Map<number, TreeProcess>();
  for (const process of checkpoint.processes) {
    const made = processOf(process, tgids, problems);
    if (made) drafts.set(made.pid, made);
  }
  for (const [pid, process] of drafts) {
    if (pid === initPid || drafts.has(process.ppid)) continue;
    adopted.push(pid);
    drafts.set(pid, { ...process, ppid: initPid });
  }
  if (!drafts.has(initPid)) {
    problems.push({
      message: 'no process has pid 1, and a pid namespace is restored from its first process',
    });
  }
  reportSharedNumbers(checkpoint.tasks, problems);
  const processes = parentsFirst(drafts, problems);
  return { processes, byPid: drafts, adopted, problems };
}

function processOf(
  { pid, leader, tasks }: Process,
  tgids: ReadonlyMap<number, number>,
  problems: TreeProblem[],
): TreeProcess | undefined {
  if (!leader) {
    problems.push({ message: `the thread group ${pid} has no leader`, at: tasks[0]?.at });
    return undefined;
  }
  const live = tasks.filter((task) => task !== leader && !isDead(task));
  const life = !isDead(leader) ? 'alive' : live.length > 0 ? 'dead-leader' : 'zombie';
  const holder =
    life === 'dead-leader' ? (live.find(({ memory }) => memory !== undefined) ?? leader) : leader;
  if (life !== 'zombie' && holder.memory === undefined) {
    problems.push({ message: `process ${pid} lives and has no memory`, at: leader.at });
    return undefined;
  }
  if (leader.pgid < 0 || leader.sid < 0) {
    problems.push({ message: `process ${pid} has a group or session below 0`, at: leader.at });
  }
  const parent = tgids.get(leader.realParentPid) ?? leader.realParentPid;
  return {
    pid,
    ppid: pid === initPid ? 0 : parent,
    pgid: leader.pgid,
    sid: leader.sid,
    life,
    leader,
    threads: life === 'zombie' ? [leader] : [leader, ...live],
    holder,
  };
}

function parentsFirst(drafts: ReadonlyMap<number, TreeProcess>, problems: TreeProblem[]): TreeProcess[] {
  const placed = new Set<number>();
  const ordered: TreeProcess[] = [];
  for (const start of drafts.values()) {
    const line: TreeProcess[] = [];
    let process: TreeProcess | undefined = start;
    while (process && !placed.has(process.pid)) {
      placed.add(process.pid);
      line.push(process);
      process = drafts.get(process.ppid);
    }
    if (process && line.includes(process)) {
      problems.push({ message: `process ${start.pid} is its own ancestor`, at: start.leader.at });
    }
    pushAll(ordered, line.reverse());
  }
  return ordered;
}

/** criu/pstree.c stops with a BUG when a number is used twice. */
function reportSharedNumbers(tasks: readonly Task[], problems: TreeProblem[]): void {
  const seen = new Set<number>();
  for (const { pid, at } of tasks) {
    if (pid <= 0) problems.push({ message: `${pid} is no pid`, at });
    if (seen.has(pid)) problems.push({ message: `two tasks have the pid ${pid}`, at });
    seen.add(pid);
  }
}

export const memoryOf = ({ holder }: TreeProcess): Id<'memory'> => {
  if (holder.memory === undefined) throw new Error('a live process has memory');
  return holder.memory;
};
