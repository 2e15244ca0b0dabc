/**
 * The process tree as a restorer must see it: who forks whom, and into which session each was born. The idea
 * is that of MkForest (Laadan and Nieh, 2007), which linux-cr's and CRIU's restart follow, too. It decides;
 * `plan-tree.ts` writes the steps.
 */
import { addTo } from '../../lists.ts';
import type { Checkpoint, Process, Task } from '../../model/checkpoint.ts';
import { NumberMap } from '../kernel/index.ts';
import type { PlanCode } from './codes.ts';
import type { PlanFailure } from './report.ts';

export interface Node {
  readonly process: Process;
  readonly leader: Task;
  /** In the order of the checkpoint; orphans that another process has to fork are not among them. */
  children: readonly Node[];
  parent: Node | undefined;
  /**
   * The session at the moment of the fork. A process that is no leader never changed it; for a leader it
   * follows from children that were born before its setsid, and is free (undefined) without such.
   */
  bornSid: number | undefined;
  /** Processes of this node's session whose parent has died: forked by a helper that then goes. */
  orphans: Node[] | undefined;
  /** Sessions whose leader is gone, with the orphans in each; on inits only. */
  deadSessions: Map<number, Node[]> | undefined;
  /** Forked by somebody else than its parent. */
  isAdopted: boolean;
  /** A step makes it. */
  isMade: boolean;
  /** The group that it is in when the tree stands. */
  group: number;
}

const noNodes: readonly Node[] = [];
const noTasks: readonly Task[] = [];

/** Further processes that claim the same pid. */
export const twinsOf = ({ leader, process: { tasks, pid } }: Node): readonly Task[] =>
  tasks.length === 1 ? noTasks : tasks.filter((task) => task !== leader && task.pid === pid);

/** By the pid of the process; nobody changes it once the forest stands. */
export type NodesByPid = Pick<NumberMap<Node>, 'get' | 'has'>;

export interface Forest {
  /** The init of a container, or every process whose parent was not dumped. */
  readonly roots: readonly Node[];
  readonly nodes: NodesByPid;
  /** All of them in the order of the checkpoint. */
  readonly order: readonly Node[];
  /** Sessions without leader that roots are in; only where the restorer can make them. */
  readonly deadSessions: ReadonlyMap<number, readonly Node[]>;
  readonly problems: readonly PlanFailure[];
}

export interface ForestOptions {
  /** The first process opens a new namespace, so nothing can be made in there before it. */
  readonly isNewNamespace: boolean;
  /** Whether sessions come from forks and setsid; in-kernel restorers set them afterwards. */
  readonly bySetsid: boolean;
}

/** Orders the tree. What cannot be created at all is a problem, with everything below it. */
export function forestOf(checkpoint: Checkpoint, options: ForestOptions): Forest {
  const problems: PlanFailure[] = [];
  const order = nodesOf(checkpoint, problems);
  const nodes = new NumberMap<Node>();
  for (const node of order) nodes.set(node.process.pid, node);
  const roots = linkParents(checkpoint, { nodes, order }, problems);
  const found = reachable(roots);
  if (found.length < order.length) reportCycles(order, new Set(found), problems);
  const deadSessions = new Map<number, Node[]>();
  if (options.bySetsid) {
    const sessions = { nodes, deadSessions, problems, isNewNamespace: options.isNewNamespace };
    // Children first: what they need of their parent is known when the parent's turn comes.
    for (const node of found.reverse()) settleSession(node, sessions);
  }
  for (const node of order) keepOrder(node);
  return { roots: roots.filter(({ isAdopted }) => !isAdopted), nodes, order, deadSessions, problems };
}

/** A thread group without leader cannot be made. */
function nodesOf(checkpoint: Checkpoint, problems: PlanFailure[]): Node[] {
  const nodes: Node[] = [];
  for (const process of checkpoint.processes) {
    const { leader, tasks, pid } = process;
    if (leader === undefined) {
      const [thread] = tasks;
      const message = `thread ${thread?.pid} (${thread?.comm}) has no leader: no task is ${pid}`;
      problems.push(problem('thread-without-leader', thread, message, 'EINVAL', `thread group ${pid}`));
      continue;
    }
    nodes.push({
      process,
      leader,
      children: noNodes,
      parent: undefined,
      bornSid: leader.sid === pid ? undefined : leader.sid,
      orphans: undefined,
      deadSessions: undefined,
      isAdopted: false,
      isMade: false,
      group: 0,
    });
  }
  return nodes;
}

/** The init is its own parent, or the child of somebody outside, depending on the kernel that wrote it. */
function linkParents(
  checkpoint: Checkpoint,
  { nodes, order }: Pick<Forest, 'nodes' | 'order'>,
  problems: PlanFailure[],
): Node[] {
  const tgids = new NumberMap<number>();
  for (const { pid, tgid } of checkpoint.tasks) if (!tgids.has(pid)) tgids.set(pid, tgid);
  const init = nodes.get(1);
  const roots: Node[] = init === undefined ? [] : [init];
  const children = new Map<Node, Node[]>();
  for (const node of order) {
    if (node === init) continue;
    const { realParentPid, comm, pid } = node.leader;
    const parent = nodes.get(tgids.get(realParentPid) ?? realParentPid);
    if (parent !== undefined) {
      node.parent = parent;
      addTo(children, parent, node);
    } else if (init === undefined) roots.push(node);
    else {
      const message = `${comm} (${pid}) is a child of ${realParentPid}, which is not in the checkpoint`;
      problems.push(problem('parent-missing', node.leader, message, 'ESRCH', `pid ${realParentPid}`));
    }
  }
  for (const [parent, own] of children) parent.children = own;
  return roots;
}

/** Parents before children, without recursion: a chain of processes may be as long as the tree. */
function reachable(roots: readonly Node[]): Node[] {
  const order = [...roots];
  for (let next = 0; next < order.length; next += 1) {
    for (const child of order[next]!.children) order.push(child);
  }
  return order;
}

function reportCycles(nodes: readonly Node[], seen: Set<Node>, problems: PlanFailure[]): void {
  for (const start of nodes) {
    const path = new Set<Node>();
    let node: Node | undefined = start;
    while (node !== undefined && !seen.has(node) && !path.has(node)) {
      path.add(node);
      node = node.parent;
    }
    if (node !== undefined && path.has(node)) {
      const { comm, pid } = node.leader;
      const message = `${comm} (${pid}) is its own ancestor, so it can never be forked`;
      problems.push(problem('parent-cycle', node.leader, message, 'ESRCH', `pid ${pid}`));
    }
    for (const member of path) seen.add(member);
  }
}

interface Sessions {
  readonly nodes: NodesByPid;
  readonly deadSessions: Map<number, Node[]>;
  readonly problems: PlanFailure[];
  readonly isNewNamespace: boolean;
}

/** Who must fork the node so that it is born in its session. */
function settleSession(node: Node, sessions: Sessions): void {
  const { parent, bornSid, leader } = node;
  // Free to be born anywhere, or outside of everything that was dumped.
  if (bornSid === undefined) return;
  if (parent === undefined) {
    if (bornSid !== 0) adopt(node, undefined, sessions);
    return;
  }
  const parentSid = parent.leader.sid;
  if (bornSid === parentSid) return;
  // Init may have forked before its own setsid, too, but only from the session outside.
  if (isInit(parent) && bornSid !== 0) {
    adopt(node, parent, sessions);
    return;
  }
  if (parentSid === parent.process.pid) {
    parent.bornSid ??= bornSid;
    if (parent.bornSid === bornSid) return;
  }
  const message =
    `${leader.comm} (${leader.pid}) was born in session ${bornSid}, but its parent ` +
    `${parent.leader.comm} (${parent.process.pid}) was only ever in ${sessionsOf(parent)}`;
  sessions.problems.push(problem('session-unreachable', leader, message, 'EPERM', `session ${bornSid}`));
}

const sessionsOf = ({ leader, bornSid, process }: Node): string =>
  leader.sid === process.pid && bornSid !== undefined ? `${bornSid} and ${leader.sid}` : `${leader.sid}`;

/** Orphans belong to the init of their namespace; their real parent is gone. */
const isInit = ({ leader }: Node): boolean => leader.pids.at(-1) === 1;

/** A living leader forks a helper for its orphans; for a dead one, its parent to be makes a stand-in. */
function adopt(node: Node, parent: Node | undefined, sessions: Sessions): void {
  const { bornSid, leader } = node;
  const sid = bornSid as number;
  const owner = sessions.nodes.get(sid);
  if (owner === undefined && (parent !== undefined || !sessions.isNewNamespace)) {
    if (parent !== undefined) parent.deadSessions ??= new Map();
    const dead = parent?.deadSessions ?? sessions.deadSessions;
    const orphans = dead.get(sid);
    if (orphans === undefined) dead.set(sid, [node]);
    else orphans.push(node);
  } else if (owner !== undefined && owner !== node && owner.leader.sid === sid && parent !== undefined) {
    owner.orphans ??= [];
    owner.orphans.push(node);
  } else {
    const why =
      owner === undefined
        ? 'a session from outside, and nothing can be made in the namespace before it'
        : `which ${owner.leader.comm} (${sid}) does not lead`;
    const message = `${leader.comm} (${leader.pid}) is in session ${sid}, ${why}`;
    sessions.problems.push(problem('session-unreachable', leader, message, 'EPERM', `session ${sid}`));
    return;
  }
  node.isAdopted = true;
}

/** The walk went backwards; lists go forward again, without those that others fork. */
function keepOrder(node: Node): void {
  node.orphans?.reverse();
  for (const orphans of node.deadSessions?.values() ?? []) orphans.reverse();
  if (!node.children.some(({ isAdopted }) => isAdopted)) return;
  node.children = node.children.filter(({ isAdopted }) => !isAdopted);
}

export function problem(
  code: PlanCode,
  task: Task | undefined,
  message: string,
  errno: string,
  culprit: string,
): PlanFailure {
  const at = task === undefined ? {} : { offset: task.at, path: `task ${task.pid}` };
  return { code, errno, at, message, culprit };
}
