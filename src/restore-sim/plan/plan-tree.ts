/**
 * Steps that make the tree: forks with their numbers, helpers for orphans, stand-ins for leaders that are
 * gone, setsid at the right moment, threads. Groups come later. A stack of work instead of recursion.
 */
import type { Task } from '../../model/checkpoint.ts';
import { isDead } from '../../model/look-up.ts';
import type { CloneFlag } from '../kernel/index.ts';
import { groupOf, lose, type PlanDraft } from './draft.ts';
import { type Forest, type Node, problem, twinsOf } from './forest.ts';
import { requestPids } from './mechanism.ts';
import { type Actor, type HelperRole, type Phase, restorer } from './step.ts';

type Work =
  | { readonly do: 'make'; readonly node: Node; readonly by: Actor }
  | { readonly do: 'setsid'; readonly node: Node }
  | { readonly do: 'adopt'; readonly sid: number; readonly orphans: readonly Node[]; readonly by: Actor }
  | {
      readonly do: 'end';
      readonly helper: Actor;
      readonly role: HelperRole;
      readonly by: Actor;
      readonly at: number;
    };

/** Makes the first process of new namespaces, before there is anything to put into them. */
export function planRoot(draft: PlanDraft, root: Node): void {
  fork(draft, root, restorer, 'container');
}

/** Makes everything that is reachable; a root that stands already is only continued. */
export function planTree(draft: PlanDraft, { roots, deadSessions }: Forest): void {
  const stack: Work[] = [];
  const push = (works: readonly Work[]) => {
    for (let index = works.length - 1; index >= 0; index -= 1) stack.push(works[index]!);
  };
  push([
    ...roots.map((node) => ({ do: 'make', node, by: restorer }) as const),
    ...[...deadSessions].map(([sid, orphans]) => ({ do: 'adopt', sid, orphans, by: restorer }) as const),
  ]);
  for (let work = stack.pop(); work !== undefined; work = stack.pop()) {
    switch (work.do) {
      case 'make':
        if (!work.node.isMade && !fork(draft, work.node, work.by, 'tree')) break;
        push(familyOf(draft, work.node));
        break;
      case 'setsid':
        setsid(draft, work.node);
        break;
      case 'adopt':
        push(adopt(draft, work));
        break;
      case 'end':
        endHelper(draft, work);
    }
  }
}

/** Threads first, so that children of threads have a parent; then what was born before the setsid. */
function familyOf(draft: PlanDraft, node: Node): readonly Work[] {
  const { leader, process, children, orphans, deadSessions } = node;
  threads(draft, node);
  const leads = draft.mechanisms.pid !== 'in-kernel' && leader.sid === process.pid;
  if (!leads && children.length === 0 && orphans === undefined && deadSessions === undefined) return noWork;
  const by = process.pid;
  const family: Work[] = [];
  const isEarly = ({ bornSid }: Node) => leads && bornSid !== undefined && bornSid !== leader.sid;
  const make = (child: Node) => family.push({ do: 'make', node: child, by: forkerOf(draft, child, node) });
  if (leads) {
    for (const child of children) if (isEarly(child)) make(child);
    family.push({ do: 'setsid', node });
  }
  for (const child of children) if (!isEarly(child)) make(child);
  if (orphans !== undefined) family.push({ do: 'adopt', sid: by, orphans, by });
  for (const [sid, dead] of deadSessions ?? []) family.push({ do: 'adopt', sid, orphans: dead, by });
  return family;
}

const noWork: readonly Work[] = [];

/** The thread that is named as parent, where there is one. */
function forkerOf(draft: PlanDraft, child: Node, parent: Node): Actor {
  const { realParentPid } = child.leader;
  if (realParentPid === parent.process.pid) return realParentPid;
  const thread = parent.process.tasks.find(({ pid }) => pid === realParentPid);
  return thread !== undefined && draft.madeThreads.has(thread) ? realParentPid : parent.process.pid;
}

function fork(draft: PlanDraft, node: Node, by: Actor, phase: Phase): boolean {
  const { leader, parent } = node;
  const levels = by === restorer || parent === undefined ? undefined : parent.leader.pids.length;
  const isNewNamespace =
    levels === undefined
      ? draft.target !== 'host' && leader.pids.at(-1) === 1
      : leader.pids.length === levels + 1 && leader.pids.at(-1) === 1;
  if (levels !== undefined && leader.pids.length !== levels && !isNewNamespace) {
    const who = `${leader.comm} (${leader.pids.join('/')})`;
    const message = `${who} is not in the namespace of its parent, nor the first of a new one`;
    draft.problems.push(problem('namespace-unreachable', leader, message, 'EINVAL', `pid ${leader.pid}`));
    return false;
  }
  const flags: CloneFlag[] = [];
  if (isNewNamespace) flags.push('newpid');
  if (isNewNamespace && levels === undefined) flags.push('newipc');
  if (parent !== undefined && by === parent.process.pid) shared(draft, leader, parent.leader, flags);
  clone(draft, { node, task: leader, by, phase, flags, isNewNamespace });
  node.group = groupOf(draft, by);
  node.isMade = true;
  for (const twin of twinsOf(node))
    clone(draft, { node, task: twin, by, phase, flags: [], isNewNamespace: false });
  return true;
}

function shared(draft: PlanDraft, child: Task, parent: Task, flags: CloneFlag[]): void {
  if (child.memory !== undefined && child.memory === parent.memory) {
    flags.push('vm');
    draft.sharesMemory.add(child);
  }
  if (child.undoList !== undefined && child.undoList === parent.undoList) {
    flags.push('sysvsem');
    draft.sharesUndo.add(child);
  }
}

interface CloneWish {
  readonly node: Node;
  readonly task: Task;
  readonly by: Actor;
  readonly phase: Phase;
  readonly flags: readonly CloneFlag[];
  readonly isNewNamespace: boolean;
}

function clone(draft: PlanDraft, { node, task, by, phase, flags, isNewNamespace }: CloneWish): void {
  const { pids, pid, comm, at } = task;
  const writerAt = (level: number) => ancestorAt(node, level);
  const { before, request } = requestPids(draft.mechanisms.pid, {
    phase,
    by,
    at,
    pids,
    isNewNamespace,
    writerAt,
  });
  for (const step of before) draft.step(step);
  const step = { op: 'fork', phase, by, at, child: pid, name: comm, flags, pids } as const;
  draft.step(Object.assign(step, request));
}

/** Somebody who lives at that level of pid namespaces; the restorer where only it does. */
function ancestorAt(node: Node, level: number): Actor {
  for (let ancestor = node.parent; ancestor !== undefined; ancestor = ancestor.parent) {
    if (ancestor.leader.pids.length === level + 1) return ancestor.process.pid;
  }
  return restorer;
}

/** Numbers of threads are asked for like those of processes, by the leader. */
function threads(draft: PlanDraft, node: Node): void {
  const { leader } = node;
  const { tasks } = node.process;
  if (tasks.length === 1) return;
  const twins = twinsOf(node);
  for (const task of tasks) {
    if (task === leader || twins.includes(task)) continue;
    if (isDead(task)) {
      lose(draft, 'dead-thread-lost', `thread ${task.pid} of ${leader.comm} was dying`, task);
      continue;
    }
    const { pids, pid, at } = task;
    // nptl makes threads with CLONE_SYSVSEM; only raw clone calls have lists of their own.
    const sharesUndo = task.undoList === leader.undoList;
    const flags: CloneFlag[] = sharesUndo ? ['thread', 'sysvsem'] : ['thread'];
    if (sharesUndo && task.undoList !== undefined) draft.sharesUndo.add(task);
    const by = leader.pid;
    const wish = { phase: 'tree', by, at, pids, isNewNamespace: false } as const;
    const writerAt = (level: number) => (level === pids.length - 1 ? by : ancestorAt(node, level));
    const { before, request } = requestPids(draft.mechanisms.pid, { ...wish, writerAt });
    for (const step of before) draft.step(step);
    draft.step({ op: 'thread', phase: 'tree', by, at, child: pid, flags, pids, ...request });
    draft.madeThreads.add(task);
  }
}

function setsid(draft: PlanDraft, node: Node): void {
  const { pid } = node.process;
  draft.step({ op: 'setsid', phase: 'tree', by: pid, at: node.leader.at });
  node.group = pid;
}

/**
 * Orphans of a living leader come from a helper in its session; those of a dead one from a stand-in that
 * has the leader's number. When it exits, they go to init, where the checkpoint has them.
 */
function adopt(draft: PlanDraft, { sid, orphans, by }: Extract<Work, { do: 'adopt' }>): Work[] {
  const isDead = by !== sid;
  const role = isDead ? 'session' : 'orphans';
  const at = orphans[0]?.leader.at ?? 0;
  const helper = forkHelper(draft, {
    role,
    by,
    at,
    phase: 'tree',
    number: isDead ? sid : draft.helperNumber(),
  });
  if (isDead) {
    draft.step({ op: 'setsid', phase: 'tree', by: helper, at });
    draft.helperGroups.set(helper, sid);
  }
  return [
    ...orphans.map((node) => ({ do: 'make', node, by: helper }) as const),
    { do: 'end', helper, role, by, at },
  ];
}

export interface HelperWish {
  readonly role: HelperRole;
  readonly by: Actor;
  readonly at: number;
  readonly phase: Phase;
  readonly number: number;
}

/** A process that is not in the checkpoint, with a number that it must have or that is in nobody's way. */
export function forkHelper(draft: PlanDraft, { role, by, at, phase, number }: HelperWish): Actor {
  const child = draft.nextHelper();
  const wish = { phase, by, at, pids: [number], isNewNamespace: false, writerAt: () => by };
  const { before, request } = requestPids(draft.mechanisms.pid, wish);
  for (const step of before) draft.step(step);
  const name = `${role} helper ${number}`;
  draft.step({
    op: 'fork',
    phase,
    by,
    at,
    child,
    name,
    flags: [],
    pids: [number],
    helper: role,
    ...request,
  });
  draft.helperGroups.set(child, groupOf(draft, by));
  return child;
}

export function endHelper(
  draft: PlanDraft,
  {
    helper,
    role,
    by,
    at,
  }: { readonly helper: Actor; readonly role: HelperRole; readonly by: Actor; readonly at: number },
): void {
  const phase: Phase = role === 'group' ? 'groups' : 'tree';
  draft.step({ op: 'exit', phase, by: helper, at, status: 0, helper: role });
  draft.step({ op: 'wait', phase, by, at, child: helper });
}
