/**
 * Forking the tree: cores are checked by the parent, pids asked of the kernel, sessions and groups entered
 * (criu/cr-restore.c: fork_with_pid, create_children_and_session, restore_pgid). Memory and files come later.
 */
import { machineOfCriu } from '../../../abi/machines.ts';
import { firstOf, placeOf, textOf } from '../../../model/from-criu/image.ts';
import { listLength } from '../../../parse/criu/index.ts';
import type { CoreEntry } from '../../../parse/generated/criu-descriptors.ts';
import { innermostNumber, isRefusal, type Task } from '../../kernel/index.ts';
import { type CoreFacts, type CriuRestore, type Item, isAlive, operate, preorder } from './context.ts';
import { needCore } from './read-file.ts';
import { crashes, fails, hangs } from './stop.ts';

const states = { 1: 'alive', 2: 'dead', 3: 'stopped' } as const;

/** Checks the core of a task as its parent does, CRIU itself for the root. */
export function checkCore(restore: CriuRestore, item: Item): void {
  const entry = needCore(restore, item.pid);
  const { fields: core } = entry;
  const at = placeOf(entry);
  const { machine } = restore;
  if (core.mtype !== machine.criuNumber) {
    const dumped = machineOfCriu(core.mtype ?? 0)?.name ?? 'no known machine';
    const message = `CRIU: "Core march mismatch ${core.mtype ?? 0}"; dumped on ${dumped}, restored on ${machine.name}`;
    fails('criu-architecture', at, message, { help: `restore on a machine like that of the image` });
  }
  const { tc } = core;
  if (tc === undefined) fails('criu-core', at, 'CRIU: "Core task state data missed"; the core has no tc');
  const state = states[tc.task_state as keyof typeof states];
  if (state !== 'dead') {
    if (core.ids === undefined && item.ids === undefined) {
      const message = `CRIU: "Core IDS data missed for non-zombie"; ids-${item.pid}.img is missing`;
      fails('criu-ids-missing', { file: `ids-${item.pid}.img` }, message);
    }
    if (core[machine.registers] === undefined) {
      const message = 'CRIU: "Core info data missed for non-zombie"; the core has no registers';
      fails('criu-core', at, message);
    }
    if (core.thread_core === undefined) noThreadCore(item, at);
  }
  if (state === undefined)
    fails('criu-task-state', at, `CRIU: "Unknown task state ${tc.task_state}"; 1, 2 and 3 are known`);
  Object.assign(item, { core: factsOf(core), state });
  item.cgroupSet = state === 'dead' ? 0 : (core.thread_core?.cg_set ?? tc.cg_set ?? 0);
}

function factsOf({ tc, thread_core: own }: CoreEntry): CoreFacts {
  return {
    comm: textOf(own?.comm) ?? textOf(tc?.comm) ?? '',
    hasThreadNames: own?.comm !== undefined,
    exitCode: tc?.exit_code ?? 0,
    personality: tc?.personality ?? 0,
    handlerCount: tc === undefined ? 0 : listLength(tc, 'sigactions'),
    hasTimers: tc?.timers !== undefined,
    hasLimits: tc?.rlimits !== undefined,
    hasCredentials: own?.creds !== undefined,
    uid: own?.creds?.uid ?? 0,
    gid: own?.creds?.gid ?? 0,
  };
}

/** Whoever forks the task reads through the null pointer: for the root CRIU itself, else the parent. */
function noThreadCore({ parent, pid }: Item, at: ReturnType<typeof placeOf>): never {
  const what = `the core of ${pid} has no thread_core`;
  if (parent === undefined) crashes('criu-segfault', at, `CRIU crashes (SIGSEGV): ${what}`);
  killed(parent.pid, at, what);
}

/** A task that dies makes its parent abort the restore. */
export function killed(pid: number, at: ReturnType<typeof placeOf>, why: string): never {
  fails('criu-segfault', at, `CRIU: "${pid} killed by signal 11: Segmentation fault"; ${why}`);
}

/** criu/cgroup.c restore_task_cgroup: only what differs from the parent's set is looked up. */
// Holds for hosts of both versions: sets are numbers; which hierarchies there are is a condition.
export function checkCgroup(restore: CriuRestore, item: Item, sets: ReadonlySet<number>): void {
  const { cgroupSet, core, pid } = item;
  if (core === undefined || cgroupSet === 0) return;
  let ancestor = item.parent;
  while (ancestor !== undefined && ancestor.cgroupSet === 0) ancestor = ancestor.parent;
  const inherited = ancestor?.cgroupSet ?? restore.inventory.rootCgroupSet;
  if (cgroupSet === inherited || sets.has(cgroupSet)) return;
  if (cgroupSet === restore.inventory.rootCgroupSet) {
    restore.asked.dumperGroupAt ??= { file: `core-${pid}.img` };
    return;
  }
  const message = `CRIU: "No set ${cgroupSet} found"; the control groups of ${pid} are not in cgroup.img`;
  fails('criu-cgroup-set', { file: `core-${pid}.img` }, message);
}

const initPid = 1;

/** The first task, which may have to be the init of a new pid namespace (restore_root_task). */
export function checkPidNamespace({ image, ownNamespaces, root }: CriuRestore): void {
  if (root === undefined) return;
  const isOwn = ownNamespaces.has('pid');
  if (root.pid === initPid && !isOwn) {
    const message = 'CRIU: "This process tree can only be restored in a new pid namespace."; the root is 1';
    fails('criu-pid-namespace', root.at, message);
  }
  // A namespace that is handed over has its init already.
  const id = root.ids?.pid_ns_id ?? 0;
  const isGiven = firstOf(image, 'PIDNS', 'pidns_entry', id)?.fields.ext_key !== undefined;
  if (root.pid !== initPid && isOwn && !isGiven) {
    const message = `CRIU: "Can't restore pid namespace without the process init"; the root is ${root.pid}`;
    fails('criu-pid-namespace', root.at, message);
  }
}

/** Asks the kernel for a task with that number, in the way that the kernel has. */
export function forkTask(restore: CriuRestore, item: Item, parent: Task): void {
  const { kernel, ownNamespaces } = restore;
  const { pid } = item;
  const isRoot = item.parent === undefined;
  const newPid = isRoot && ownNamespaces.has('pid') && pid === initPid;
  const newIpc = isRoot && ownNamespaces.has('ipc');
  const flags = [...(newPid ? (['newpid'] as const) : []), ...(newIpc ? (['newipc'] as const) : [])];
  const options = {
    flags,
    name: item.core?.comm ?? `pid ${pid}`,
  };
  const hasSetTid = kernel.profile.idRequests.setTid !== undefined;
  if (!hasSetTid && !newPid) {
    const refusal = kernel.writeSysctl(parent, 'ns_last_pid', String(pid - 1));
    if (isRefusal(refusal))
      fails('criu-pid-taken', item.at, `CRIU: "Setting PID failed"; ${refusal.reason}`, {
        errno: refusal.errno,
      });
  }
  const task = kernel.clone(parent, options, hasSetTid ? [pid] : undefined);
  operate(restore, 'clone', item.parent?.pid, { pid, ...(item.state === 'helper' && { helper: 'yes' }) });
  if (isRefusal(task)) {
    const text =
      task.errno === 'EEXIST' ? 'File exists' : task.errno === 'EINVAL' ? 'Invalid argument' : task.errno;
    const message = `CRIU: "Can't fork for ${pid}: ${text}"; ${task.reason}${task.culprit ? `, by ${task.culprit}` : ''}`;
    fails('criu-pid-taken', item.at, message, { errno: task.errno });
  }
  item.task = task;
  const got = innermostNumber(task.pid);
  if (got === pid) return;
  fails('criu-pid-taken', item.at, `CRIU: "Pid ${got} do not match expected ${pid}"`, {
    errno: 'EEXIST',
  });
}

/** setsid, or the check that the inherited session is the right one (restore_sid). */
// Holds for shell jobs: a root that leads no session stays in the one that it is forked in.
export function enterSession(restore: CriuRestore, item: Item): void {
  const { kernel } = restore;
  const { pid, sid, at } = item;
  const task = item.task as Task;
  if (pid === sid) {
    const result = kernel.setsid(task);
    operate(restore, 'setsid', pid, {});
    if (result === sid) return;
    const why = isRefusal(result) ? result.reason : `the kernel made session ${result}`;
    fails('criu-session', at, `CRIU: "Can't restore sid"; ${why}`);
  }
  const inherited = kernel.getsid(task, 0);
  if (inherited === sid || (item.parent === undefined && pid !== initPid)) return;
  const message = `CRIU: "Requested sid ${sid} doesn't match inherited ${String(inherited)}"`;
  fails('criu-session', at, message);
}

const birthSession = (item: Item): number => (item.bornSid === -1 ? item.sid : item.bornSid);

/** Children that were forked before their parent called setsid come first. */
export function isBornBefore(child: Item, parent: Item): boolean {
  return parent.bornSid !== -1 && parent.bornSid === birthSession(child);
}

/**
 * Groups, after everybody was forked. Members wait until their leader has made the group; a leader that
 * has it already, such as a session leader, never says so.
 */
export function enterGroups(restore: CriuRestore): void {
  let waiting = [...preorder(restore.root)];
  for (;;) {
    const before = waiting.length;
    const still: Item[] = [];
    for (const item of waiting) {
      if (!enterGroup(restore, item)) still.push(item);
    }
    if (still.length === 0) return;
    if (still.length === before) waitsForEver(still[0] as Item);
    waiting = still;
  }
}

/** False where it waits for the leader of the group. */
function enterGroup(restore: CriuRestore, item: Item): boolean {
  const { kernel } = restore;
  const { pid, pgid, groupLeader, at } = item;
  const task = item.task as Task;
  if (kernel.getpgid(task, 0) === pgid) return true;
  if (pgid !== pid && groupLeader !== undefined && !groupLeader.madeGroup) return false;
  const refusal = kernel.setpgid(task, 0, pgid);
  operate(restore, 'setpgid', pid, { pgid });
  if (isRefusal(refusal)) {
    const message = `CRIU: "Can't restore pgid (${pid}->${pgid})"; ${refusal.reason}`;
    fails('criu-group', at, message, { errno: refusal.errno });
  }
  if (pgid === pid) item.madeGroup = true;
  return true;
}

function waitsForEver({ pid, sid, pgid, at }: Item): never {
  const why =
    pid === sid
      ? `task ${pid} leads a session and belongs to the group ${pgid}`
      : `task ${pid} of session ${sid} waits for ${pgid} to make its group`;
  const help = 'a group has to lie in the session of its members, and a session leader leads its own group';
  hangs('criu-group-wait', at, `CRIU waits for ever: ${why}, which never happens`, help);
}

/**
 * CRIU raises the limit of pids to the largest number in the tree and forgets threads (read_one_task, prepare_pstree).
 * What the host's own limit is, only the host can tell: Linux starts with 32768, systemd sets 4194304.
 */
export function admitThreads(restore: CriuRestore, isLimitKnown: boolean): void {
  const { kernel, asked } = restore;
  const limit = kernel.pidNamespace.limit;
  for (const { threads, at } of preorder(restore.root)) {
    // The first one stands for the leader, and is stale memory for zombies.
    for (const tid of threads.slice(1)) {
      if (tid < limit.max || tid <= (asked.highestThread?.tid ?? 0)) continue;
      asked.highestThread = { tid, at };
    }
  }
  if (!isLimitKnown) limit.max = kernel.profile.pid.maxLimit;
}

/** Threads get their numbers in the same two ways, in the restorer. */
export function makeThreads(restore: CriuRestore, item: Item): void {
  const { kernel } = restore;
  const leader = item.task as Task;
  const hasSetTid = kernel.profile.idRequests.setTid !== undefined;
  for (const tid of item.threads) {
    if (tid === item.pid) continue;
    if (!hasSetTid) kernel.writeSysctl(leader, 'ns_last_pid', String(tid - 1));
    const thread = kernel.clone(leader, { flags: ['thread'] }, hasSetTid ? [tid] : undefined);
    operate(restore, 'clone-thread', item.pid, { tid });
    if (!isRefusal(thread)) continue;
    const isBeyond = thread.errno === 'EINVAL';
    const message = `CRIU: "Unable to create a thread: ${thread.errno}"; ${thread.reason}`;
    const help = `set kernel.pid_max to ${tid + 1} or more`;
    fails(isBeyond ? 'criu-pid-max' : 'criu-pid-taken', item.at, message, {
      errno: thread.errno,
      ...(isBeyond && { help }),
    });
  }
}

/** Helpers end, zombies die as the image says, and helpers are reaped by their parents. */
export function endMortals(restore: CriuRestore): void {
  const { kernel } = restore;
  for (const item of [...preorder(restore.root)].reverse()) {
    const { task, core, pid } = item;
    if (task === undefined || isAlive(item)) continue;
    const status = core?.exitCode ?? 0;
    const signal = status & 0x7f;
    kernel.exit(task.process, signal === 0 ? { code: (status >> 8) & 0xff } : { signal });
    operate(restore, 'exit', pid, { status });
  }
  for (const { task, state, pid, parent } of preorder(restore.root)) {
    if (state !== 'helper' || task === undefined || parent?.task === undefined) continue;
    kernel.wait(parent.task, pid);
  }
}
