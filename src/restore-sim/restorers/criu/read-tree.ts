/** The process tree and what its tasks share (criu/pstree.c, read_pstree_image, prepare_pstree_kobj_ids). */
import type { Location } from '../../../diagnostic.ts';
import { type Entry, firstOf, placeOf } from '../../../model/from-criu/image.ts';
import type { PstreeEntry, TaskKobjIdsEntry } from '../../../parse/generated/criu-descriptors.ts';
import { isRefusal } from '../../kernel/index.ts';
import { type CriuRestore, type Item, type NamespaceKind, operate, preorder } from './context.ts';
import { checkReadable, entriesUntil } from './read-file.ts';
import { crashes, fails } from './stop.ts';

export function readTree(restore: CriuRestore): void {
  const { entries, stop } = entriesUntil(restore, 'PSTREE', 'pstree_entry');
  for (const entry of entries) readTask(restore, entry);
  if (stop !== undefined) throw stop;
  // CRIU puts each new child in front of the others.
  for (const { children } of restore.numbers.items.values()) children.reverse();
  const { root } = restore;
  if (root === undefined) {
    const message = 'CRIU goes on with a tree that has no root, and crashes (SIGSEGV)';
    crashes('criu-no-tree', { file: 'pstree.img' }, message);
  }
  raisePidMax(restore);
  shareObjects(restore);
  takeOverJob(restore, root);
}

/** A number has one node, whoever mentions it first. A number of a thread must not be met again. */
function itemOf(restore: CriuRestore, pid: number, at: Location): Item {
  if (restore.numbers.threads.has(pid)) {
    const message = `CRIU: "BUG"; ${pid} is a thread of another task already: it aborts`;
    crashes('criu-duplicate-pid', at, message);
  }
  const known = restore.numbers.items.get(pid);
  if (known !== undefined) return known;
  const item: Item = {
    pid,
    pgid: 0,
    sid: 0,
    bornSid: -1,
    state: 'undefined',
    parent: undefined,
    children: [],
    ids: undefined,
    threads: [],
    groupLeader: undefined,
    madeGroup: false,
    cgroupSet: 0,
    core: undefined,
    task: undefined,
    at,
  };
  restore.numbers.items.set(pid, item);
  return item;
}

/** For helpers, whose numbers are free or belong to nobody. */
export const numberItem = (restore: CriuRestore, pid: number): Item =>
  itemOf(restore, pid, { file: 'pstree.img' });

function readTask(restore: CriuRestore, entry: Entry<'pstree_entry'>): void {
  const { pid = 0, pgid = 0, sid = 0, ppid = 0 } = entry.fields;
  const at = placeOf(entry);
  const item = itemOf(restore, pid, at);
  if (item.state !== 'undefined')
    crashes('criu-duplicate-pid', at, `CRIU: "BUG"; ${pid} is twice in the tree: it aborts`);
  for (const number of [pgid, sid]) itemOf(restore, number, at);
  Object.assign(item, { pgid, sid, state: 'alive', at, threads: entry.fields.threads ?? [] });
  adopt(restore, item, ppid);
  readThreads(restore, item, entry.fields);
  readIds(restore, item);
}

// Holds for parts of a host: the root has no parent in the tree, whatever its pid.
function adopt(restore: CriuRestore, item: Item, ppid: number): void {
  const { pid, at } = item;
  if (ppid === 0) {
    if (restore.root !== undefined) {
      const message = `CRIU: "Parent missed on non-root task with pid ${pid}, image corruption!"`;
      fails('criu-second-root', at, message);
    }
    restore.root = item;
    return;
  }
  const parent = restore.numbers.threads.has(ppid) ? undefined : restore.numbers.items.get(ppid);
  if (parent === undefined || parent.state === 'undefined') {
    const message = `CRIU: "Can't find a parent for ${pid}"; ${ppid} is not before it in the tree`;
    fails('criu-parent-missing', at, message);
  }
  item.parent = parent;
  parent.children.push(item);
}

function readThreads(restore: CriuRestore, { at, pid }: Item, { threads = [] }: PstreeEntry): void {
  for (const [index, tid] of threads.entries()) {
    if (index === 0) continue;
    if (restore.numbers.items.has(tid) || restore.numbers.threads.has(tid)) {
      const message = `CRIU: "Unexpected task ${tid} in a tree ${index}"; the number of a thread of ${pid} is used already`;
      fails('criu-duplicate-pid', at, message);
    }
    restore.numbers.threads.add(tid);
  }
}

function readIds(restore: CriuRestore, item: Item): void {
  item.ids = firstOf(restore.image, 'IDS', 'task_kobj_ids_entry', item.pid)?.fields;
  checkReadable(restore, 'IDS', item.pid);
}

/** Where a pid is too large, CRIU raises the kernel's limit to one more. */
function raisePidMax(restore: CriuRestore): void {
  const { kernel } = restore;
  const largest = largestNumber(restore);
  const limit = kernel.readSysctl(kernel.init, 'pid_max');
  if (typeof limit !== 'number' || largest.number <= limit) return;
  const wanted = largest.number + 1;
  const refusal = kernel.writeSysctl(kernel.init, 'pid_max', String(wanted));
  operate(restore, 'write', undefined, { file: 'pid_max', value: wanted });
  if (!isRefusal(refusal)) return;
  const message = `CRIU: "Can't set kernel pid_max=${wanted}"; ${refusal.reason}`;
  fails('criu-pid-max', largest.at, message, { errno: refusal.errno });
}

function largestNumber({ numbers }: CriuRestore): { readonly number: number; readonly at: Location } {
  let largest: { number: number; at: Location } = { number: 0, at: { file: 'pstree.img' } };
  for (const { pid, at } of numbers.items.values()) if (pid > largest.number) largest = { number: pid, at };
  return largest;
}

/**
 * A root that leads no session is the job of a shell: it and all others of its session and group enter those of
 * whoever restores (prepare_pstree_for_shell_job). In a pid namespace of its own there is no outside to take over.
 */
function takeOverJob(restore: CriuRestore, root: Item): void {
  const { kernel, numbers, ownNamespaces } = restore;
  const { sid, pgid, pid } = root;
  if (sid === pid || ownNamespaces.has('pid')) return;
  const caller = {
    sid: numberOf(kernel.getsid(kernel.init, 0)),
    pgid: numberOf(kernel.getpgid(kernel.init, 0)),
  };
  restore.caller = caller;
  const members = [...numbers.items.values()].filter(({ state }) => state !== 'undefined');
  for (const item of members) {
    if (item.sid === sid) item.sid = caller.sid;
    if (pgid !== pid && item.pgid === pgid) item.pgid = caller.pgid;
  }
}

const numberOf = (value: number | object): number => (typeof value === 'number' ? value : 0);

const namespaceFields = {
  pid: 'pid_ns_id',
  net: 'net_ns_id',
  ipc: 'ipc_ns_id',
  uts: 'uts_ns_id',
  time: 'time_ns_id',
  mnt: 'mnt_ns_id',
  user: 'user_ns_id',
} as const satisfies Record<NamespaceKind, keyof TaskKobjIdsEntry>;

export const namespaceKinds = Object.keys(namespaceFields) as readonly NamespaceKind[];

/** The number of the namespace of that kind; absent counts as 0, as in the C structure. */
export const namespaceId = (ids: TaskKobjIdsEntry, kind: NamespaceKind): number =>
  ids[namespaceFields[kind]] ?? 0;

/** Kinds that may differ from the parent's below the root (CLONE_SUBNS). */
const nestable: ReadonlySet<NamespaceKind> = new Set(['mnt', 'net']);

function shareObjects(restore: CriuRestore): void {
  for (const item of preorder(restore.root)) checkIds(restore, item);
}

function checkIds(restore: CriuRestore, item: Item): void {
  const { ids, parent, pid, at } = item;
  const file = `ids-${pid}.img`;
  if (ids === undefined) {
    if (parent !== undefined) return;
    fails('criu-ids-missing', { file }, `CRIU: "No IDS for root task."; ${file} is missing`);
  }
  const outer = parent === undefined ? restore.inventory.rootIds : parent.ids;
  if (outer === undefined) {
    const what = parent === undefined ? 'the inventory has no root_ids' : `the parent of ${pid} has no ids`;
    fails('criu-ids-corrupt', at, `CRIU: "No kIDs provided, image corruption"; ${what}`);
  }
  if (parent === undefined && (ids.files_id ?? 0) === (outer.files_id ?? 0)) {
    const message = `CRIU: "Image corruption on kIDs data"; task ${pid} shares descriptors with whoever dumped it`;
    fails('criu-ids-corrupt', { file }, message);
  }
  const differing = namespaceKinds.filter((kind) => namespaceId(ids, kind) !== namespaceId(outer, kind));
  if (parent === undefined) {
    restore.ownNamespaces = new Set(differing);
    return;
  }
  const refused = differing.filter((kind) => !(nestable.has(kind) && restore.ownNamespaces.has(kind)));
  if (refused.length === 0) return;
  const message = `CRIU: "Can't restore sub-task in NS"; task ${pid} has another ${refused.join(', ')} namespace than its parent`;
  fails('criu-nested-namespace', { file }, message);
}
