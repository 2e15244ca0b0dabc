/**
 * Steps that put processes into their groups, once the tree and all sessions stand. Until then everybody is
 * in the group of its session's leader, because forks inherit it and nobody has moved.
 */
import type { PlanDraft } from './draft.ts';
import { type Forest, type Node, problem } from './forest.ts';
import { endHelper, forkHelper } from './plan-tree.ts';
import type { Actor } from './step.ts';

/** Groups first, by their leaders or stand-ins; then members; then leaders that have moved on since. */
export function planGroups(draft: PlanDraft, { nodes, order }: Forest): void {
  const members: Node[] = [];
  for (const node of order) {
    const { leader } = node;
    if (!node.isMade || node.group === leader.pgid) continue;
    if (leader.pgid === leader.pid) setpgid(draft, node, leader.pid);
    else members.push(node);
  }
  const standing = new Set(draft.helperGroups.values());
  for (const { group } of order) standing.add(group);
  const movedOn = new Set<Node>();
  const helpers: { readonly helper: Actor; readonly by: Actor; readonly at: number }[] = [];
  for (const { leader } of members) {
    const { pgid, at, pid } = leader;
    if (standing.has(pgid)) continue;
    standing.add(pgid);
    const namesake = pgid === 0 ? undefined : nodes.get(pgid);
    if (namesake?.isMade === true) {
      setpgid(draft, namesake, pgid);
      movedOn.add(namesake);
    } else if (pgid !== 0) {
      // Forked by a member, so that the new group is in the member's session.
      const helper = forkHelper(draft, { role: 'group', by: pid, at, phase: 'groups', number: pgid });
      draft.step({ op: 'setpgid', phase: 'groups', by: helper, at, group: pgid });
      helpers.push({ helper, by: pid, at });
    }
  }
  for (const node of members) if (!movedOn.has(node)) join(draft, node);
  for (const node of movedOn) join(draft, node);
  for (const helper of helpers) endHelper(draft, { ...helper, role: 'group' });
}

function join(draft: PlanDraft, node: Node): void {
  const { leader } = node;
  if (leader.pgid !== 0) {
    setpgid(draft, node, leader.pgid);
    return;
  }
  const who = `${leader.comm} (${leader.pid})`;
  const message = `${who} is in a group outside of what was dumped, its parent is not`;
  draft.problems.push(problem('group-unreachable', leader, message, 'EPERM', 'group 0'));
}

function setpgid(draft: PlanDraft, node: Node, group: number): void {
  const { pid, at } = node.leader;
  draft.step({ op: 'setpgid', phase: 'groups', by: pid, at, group });
  node.group = group;
}

/**
 * In-kernel restorers link processes after the tree stands (OpenVZ rst_process.c): group, then session, by
 * number, with a bare number where no task has it.
 */
export function planLinks(draft: PlanDraft, { order }: Forest): void {
  const standing = new Set<number>([0]);
  for (const { process } of order) standing.add(process.pid);
  for (const node of order) {
    if (node.isMade) link(draft, node, standing);
  }
}

function link(draft: PlanDraft, { leader }: Node, standing: Set<number>): void {
  const { pid: by, at } = leader;
  for (const [kind, number] of [
    ['group', leader.pgid],
    ['session', leader.sid],
  ] as const) {
    if (number === 0) continue;
    if (!standing.has(number)) draft.step({ op: 'hold', phase: 'groups', by, at, number });
    standing.add(number);
    draft.step({ op: 'join', phase: 'groups', by, at, kind, number });
  }
}
