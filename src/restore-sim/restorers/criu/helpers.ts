/**
 * Helper tasks for sessions and groups whose leaders are dead, and the sessions in which tasks are born
 * (criu/pstree.c, prepare_pstree_ids). Forks nothing.
 */
import { addTo } from '../../../lists.ts';
import { type CriuRestore, type Item, preorder } from './context.ts';
import { numberItem } from './read-tree.ts';
import { fails } from './stop.ts';

/** RESERVED_PIDS: helpers with numbers of no meaning get higher ones. */
const reserved = 300;

// Holds for shell jobs, whose session and group are those of whoever restores.
export function addHelpers(restore: CriuRestore): void {
  const root = restore.root as Item;
  const deadSessions: Item[] = [];
  const isOrphan = ({ sid, pid }: Item) => sid !== root.sid && sid !== pid;
  const orphans = new Map<number, Item[]>();
  for (const child of root.children) {
    if (isOrphan(child)) addTo(orphans, child.sid, child);
  }
  root.children = root.children.filter((child) => !isOrphan(child));
  for (const [sid, moving] of orphans) {
    const helper = sessionHelper(restore, sid, deadSessions);
    for (const orphan of moving) orphan.parent = helper;
    // Each new child stands in front of the others.
    helper.children = [...moving.reverse(), ...helper.children];
  }
  for (const item of preorder(root)) findBirthSession(item);
  root.children = [...deadSessions, ...root.children];
  for (const item of [...preorder(root)]) joinGroup(restore, item);
}

/** A living leader gets a child that dies at once; a dead one is played by the helper itself. */
function sessionHelper(restore: CriuRestore, sid: number, deadSessions: Item[]): Item {
  const leader = restore.numbers.items.get(sid) as Item;
  if (leader.state === 'undefined') {
    becomeHelper(leader, { sid, pgid: sid, parent: restore.root as Item });
    deadSessions.push(leader);
    return leader;
  }
  const helper = numberItem(restore, freePid(restore));
  becomeHelper(helper, { sid, pgid: leader.pgid, parent: leader });
  leader.children.unshift(helper);
  return helper;
}

function becomeHelper(
  item: Item,
  { sid, pgid, parent }: Pick<Item, 'sid' | 'pgid'> & { parent: Item },
): void {
  Object.assign(item, { sid, pgid, parent, state: 'helper', ids: parent.ids, at: parent.at });
}

function freePid(restore: CriuRestore): number {
  const { numbers } = restore;
  let pid = Math.max(numbers.lastHelper, reserved) + 1;
  while (numbers.items.has(pid) || numbers.threads.has(pid)) pid += 1;
  numbers.lastHelper = pid;
  return pid;
}

/** Sessions are inherited at fork: who is not in the parent's was born before an ancestor's setsid. */
function findBirthSession(item: Item): void {
  const { parent, state, sid, pid, at } = item;
  if (parent === undefined || state === 'helper' || sid === pid || parent.sid === sid) return;
  let ancestor: Item | undefined = parent;
  while (ancestor !== undefined && ancestor.pid !== sid) {
    if (ancestor.bornSid !== -1 && ancestor.bornSid !== sid) {
      const message = `CRIU: "Can't figure out which sid (${ancestor.bornSid} or ${sid}) the process ${ancestor.pid} was born with"`;
      fails('criu-born-session', at, message);
    }
    // Who was here before found the rest of the way.
    if (ancestor.bornSid === sid) return;
    ancestor.bornSid = sid;
    ancestor = ancestor.parent;
  }
  if (ancestor !== undefined) return;
  const message = `CRIU: "Can't find a session leader for ${sid}"; no ancestor of ${pid} is ${sid}`;
  fails('criu-session-leader', at, message);
}

function joinGroup(restore: CriuRestore, item: Item): void {
  const { pgid, pid, sid } = item;
  // 0 is a group outside of the namespace: nobody leads it here. Nor does anybody that of whoever restores.
  if (pgid === 0 || pid === pgid || pgid === restore.caller?.pgid) return;
  const leader = restore.numbers.items.get(pgid);
  if (leader === undefined) return;
  if (leader.state === 'undefined') {
    becomeHelper(leader, { sid, pgid, parent: item });
    item.children.unshift(leader);
  }
  item.groupLeader = leader;
}
