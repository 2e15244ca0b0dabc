/** The process tree: pstree entries, cores, and the objects that kcmp-style numbers name. */
import { fileName, identifyFile } from '../../parse/criu/index.ts';
import type { CoreEntry, PstreeEntry, TaskKobjIdsEntry } from '../../parse/generated/criu-descriptors.ts';
import type {
  Id,
  IntervalTimers,
  PtraceState,
  SignalStruct,
  Task,
  TaskNamespaces,
  TaskState,
} from '../checkpoint.ts';
import { modelDiagnostic } from '../codes.ts';
import { intern } from '../intern.ts';
import { noUsage } from '../no-usage.ts';
import { credentialsOf } from './credentials.ts';
import { type Context, idOf } from './draft.ts';
import { collectFdTable, collectFs } from './files.ts';
import { type Entry, entriesOf, firstOf, hasFile, textOf } from './image.ts';
import { collectMemory } from './memory.ts';
import { namespaceFiles, SeenNamespaces } from './namespace-files.ts';
import { isCompat, registersOf } from './registers.ts';
import {
  intervalTimers,
  pendingMask,
  posixTimers,
  privateQueue,
  resourceLimits,
  sharedQueue,
  signalActions,
} from './signals.ts';

/** criu/include/pstree.h: states that an image may hold. */
export const taskStates = { alive: 1, dead: 2, stopped: 3 } as const;

const letters: ReadonlyMap<number, TaskState> = new Map([
  // A task is frozen for the dump, whatever it did.
  [taskStates.alive, 'S'],
  [taskStates.dead, 'Z'],
  [taskStates.stopped, 'T'],
]);

const noPtrace: PtraceState = { flags: 0n, message: 0, notifyState: 0, stoppedState: 0 };
const noTimer = { valueNs: 0n, intervalNs: 0n };
const noTimers: IntervalTimers = { real: noTimer, virtual: noTimer, prof: noTimer };

/** SIGCHLD: no other signal at the exit of a process survives a restore. */
const childSignal = 17;
/** SCHED_OTHER, nice 0; see sched(7). */
const prioOfNice0 = 120;

interface ProcessParts {
  readonly entry: Entry<'pstree_entry'>;
  readonly pid: number;
  readonly core: Entry<'core_entry'> | undefined;
  readonly ids: TaskKobjIdsEntry | undefined;
}

export function collectTasks(context: Context): void {
  reportLostTree(context);
  const pids = new Set<number>();
  for (const { fields } of entriesOf(context.image, 'PSTREE', 'pstree_entry')) pids.add(fields.pid ?? 0);
  if (pids.size > 0) context.needs(fileName('INVENTORY'));
  const known = new Map<number, Task>();
  const seen = new SeenNamespaces();
  for (const entry of entriesOf(context.image, 'PSTREE', 'pstree_entry'))
    seen.add(collectProcess(context, entry, pids, known));
  const inventory = firstOf(context.image, 'INVENTORY', 'inventory_entry')?.fields;
  for (const { file } of namespaceFiles(inventory, seen)) context.needs(file);
}

/** A pre-dump has no process tree, and no cores either. */
function reportLostTree({ image, report }: Context): void {
  if (hasFile(image, 'PSTREE')) return;
  const core = [...image.sizes.keys()].find((name) => identifyFile(name)?.type === 'CORE');
  if (core === undefined) return;
  const file = fileName('PSTREE');
  const message = `${file} is missing: nobody knows the tasks of ${core} and its like`;
  report(modelDiagnostic('missing-tree', message, { file }));
}

/**
 * `known` are the tasks so far. A number that is met again has the same files, which are read once: an image may
 * name it a million times.
 */
function collectProcess(
  context: Context,
  entry: Entry<'pstree_entry'>,
  pids: ReadonlySet<number>,
  known: Map<number, Task>,
): TaskKobjIdsEntry | undefined {
  const pid = entry.fields.pid ?? 0;
  const { tasks } = context.model;
  const add = (tid: number, make: () => Task): Task => {
    const other = known.get(tid);
    const task = other === undefined ? make() : twinOf(other, entry);
    if (other === undefined) known.set(tid, task);
    tasks.push(task);
    return task;
  };
  const twin = known.get(pid);
  if (twin !== undefined) {
    tasks.push(twinOf(twin, entry));
    for (const tid of (entry.fields.threads ?? []).slice(1))
      add(tid, () => ({ ...twinOf(twin, entry), pid: tid, pids: [tid] }));
    return undefined;
  }
  const core = firstOf(context.image, 'CORE', 'core_entry', pid);
  const ids = firstOf(context.image, 'IDS', 'task_kobj_ids_entry', pid)?.fields ?? core?.fields.ids;
  needFilesOf(context, pid, core, ids);
  const parts: ProcessParts = { entry, pid, core, ids };
  const shared = core && ids ? collectShared(context, parts, core, pids) : {};
  const leader = add(pid, () => taskOf(context, parts, { tid: pid, core, shared }));
  for (const tid of (entry.fields.threads ?? []).slice(1)) {
    add(tid, () => {
      context.needs(fileName('CORE', tid));
      const own = firstOf(context.image, 'CORE', 'core_entry', tid);
      return taskOf(context, parts, { tid, core: own, shared, leader });
    });
  }
  return ids;
}

/** A zombie has nothing but its core; of others CRIU writes all of these, whatever the kind of the dump. */
function needFilesOf(
  { needs }: Context,
  pid: number,
  core: ProcessParts['core'],
  ids: ProcessParts['ids'],
): void {
  needs(fileName('CORE', pid));
  if (core === undefined || core.fields.tc?.task_state === taskStates.dead) return;
  if (ids === undefined) needs(fileName('IDS', pid));
  for (const type of ['MM', 'FS', 'PAGEMAP'] as const) needs(fileName(type, pid));
}

/** The same task where the tree names it again. */
function twinOf(task: Task, { fields, at, file }: Entry<'pstree_entry'>): Task {
  const { pid = 0, ppid = 0, pgid = 0, sid = 0 } = fields;
  return {
    ...task,
    at,
    file,
    tgid: pid,
    leaderPid: pid,
    realParentPid: ppid,
    parentPid: ppid,
    pgid,
    sid,
  };
}

/** What all threads of a process share. */
type Shared = Partial<
  Pick<Task, 'memory' | 'fdTable' | 'fs' | 'signal' | 'sighand' | 'mountNamespace' | 'posixTimers'>
>;

function collectShared(
  context: Context,
  { entry, pid, ids }: ProcessParts,
  core: Entry<'core_entry'>,
  pids: ReadonlySet<number>,
): Shared {
  const tc = core.fields.tc ?? {};
  const signal = collectSignal(context, entry.fields, core, pids);
  const sighand = idOf(context, 'sighand', pid);
  const actions = signalActions(context.image, pid, tc, core.at);
  context.model.sighands.set(sighand, { at: core.at, file: core.file, id: sighand, actions });
  const timers = posixTimers(context.image, pid, tc, core.at);
  const timerList = idOf(context, 'posixTimers', pid);
  if (timers.length > 0) {
    context.model.posixTimers.set(timerList, { at: core.at, file: core.file, id: timerList, timers });
  }
  const mnt = ids?.mnt_ns_id;
  return {
    signal,
    sighand,
    memory: collectMemory(context, pid),
    fs: collectFs(context, pid),
    fdTable: ids?.files_id === undefined ? undefined : collectFdTable(context, ids.files_id),
    posixTimers: timers.length > 0 ? timerList : undefined,
    // Those of the host have a number and no file (criu/mount.c, dump_mnt_namespaces).
    mountNamespace:
      mnt === undefined || !hasFile(context.image, 'MNTS', mnt)
        ? undefined
        : idOf(context, 'mountNamespace', mnt),
  };
}

function collectSignal(
  context: Context,
  { pid = 0, pgid = 0, sid = 0 }: PstreeEntry,
  { fields, at, file }: Entry<'core_entry'>,
  pids: ReadonlySet<number>,
): Id<'signal'> {
  const id = idOf(context, 'signal', pid);
  const queue = sharedQueue(context.image, pid, fields, at);
  const kind = (leader: number) => (pids.has(leader) ? 'normal' : 'orphan');
  const signal: SignalStruct = {
    at,
    file,
    id,
    isSessionLeader: sid === pid,
    pgrp: BigInt(pgid),
    pgrpKind: kind(pgid),
    session: BigInt(sid),
    sessionKind: kind(sid),
    oldPgrp: 0n,
    oldPgrpKind: 'normal',
    sigpending: pendingMask(queue),
    queue,
    currTarget: pid,
    groupExit: false,
    groupExitCode: 0,
    groupExitTask: 0,
    notifyCount: 0,
    groupStopCount: 0,
    stopState: 0,
    usage: noUsage,
    rlimits: resourceLimits(context, pid, fields.tc),
  };
  context.model.signals.set(id, signal);
  return id;
}

interface ThreadParts {
  readonly tid: number;
  readonly core: Entry<'core_entry'> | undefined;
  readonly shared: Shared;
  /** Absent for the leader itself. */
  readonly leader?: Task;
}

function taskOf(context: Context, process: ProcessParts, { tid, core, shared, leader }: ThreadParts): Task {
  const { entry, pid, ids } = process;
  const { ppid = 0, pgid = 0, sid = 0 } = entry.fields;
  const fields: CoreEntry = core?.fields ?? {};
  const { tc, thread_core: own } = fields;
  const stateCode = leader?.stateCode ?? tc?.task_state ?? 0;
  const place = core ?? entry;
  const queue = core ? privateQueue(context.image, tid, fields, core.at) : [];
  // No spreads: an object with so many spread fields becomes a hash table, four times as large.
  return {
    at: place.at,
    file: place.file,
    pids: [tid],
    pid: tid,
    tgid: pid,
    leaderPid: pid,
    realParentPid: ppid,
    parentPid: ppid,
    pgid,
    sid,
    // Threads have names of their own since CRIU 3.11.
    comm: textOf(own?.comm) ?? textOf(tc?.comm) ?? leader?.comm ?? '',
    state: letters.get(stateCode) ?? '?',
    stateCode,
    exitCode: tc?.exit_code ?? 0,
    exitSignal: leader ? -1 : childSignal,
    parentDeathSignal: own?.pdeath_sig ?? 0,
    is64bit: !isCompat(fields),
    personality: BigInt(tc?.personality ?? leader?.personality ?? 0),
    credentials:
      leader && own?.creds === undefined
        ? leader.credentials
        : credentialsOf(context, credsOf(context, pid, fields)),
    scheduling: schedulingOf(context, own),
    usage: noUsage,
    itimers: leader || !core ? noTimers : intervalTimers(context, pid, tc),
    sigblocked: own?.blk_sigset ?? tc?.blk_sigset ?? 0n,
    sigrblocked: 0n,
    sigpending: pendingMask(queue),
    queue,
    altStack: own?.sas && { address: own.sas.ss_sp ?? 0n, sizeBytes: Number(own.sas.ss_size ?? 0n) },
    ptrace: noPtrace,
    robustList: own?.futex_rla === 0n ? undefined : own?.futex_rla,
    setTid: 0n,
    clearTid: fields.thread_info?.clear_tid_addr ?? 0n,
    tls: [],
    registers: core && registersOf(fields, core.at),
    hasUsedFpu: fields.thread_info?.fpregs !== undefined,
    kernelState: { flags: BigInt(tc?.flags ?? 0) },
    signal: shared.signal,
    sighand: shared.sighand,
    memory: shared.memory,
    fs: shared.fs,
    fdTable: shared.fdTable,
    posixTimers: shared.posixTimers,
    mountNamespace: shared.mountNamespace,
    namespaces: ids && sharedNamespaces(context, ids),
    seccomp: seccompOf(fields),
    oomScoreAdj: tc?.oom_score_adj,
    loginUid: tc?.loginuid,
    isChildSubreaper: tc?.child_subreaper,
    stopSignal: tc?.stop_signo,
    // Of the leader before 3.18.
    cgroupSet: own?.cg_set ?? tc?.cg_set ?? leader?.cgroupSet,
  };
}

function schedulingOf(context: Context, own: CoreEntry['thread_core']): Task['scheduling'] {
  const { sched_policy: policy = 0, sched_nice: nice = 0, sched_prio: rtPriority = 0 } = own ?? {};
  return intern(context, `scheduling ${policy} ${nice} ${rtPriority}`, () => ({
    policy,
    nice,
    prio: prioOfNice0 + nice,
    rtPriority,
  }));
}

const credsOf = (context: Context, pid: number, core: CoreEntry) =>
  core.thread_core?.creds ?? firstOf(context.image, 'CREDS', 'creds_entry', pid)?.fields;

/** Before 3.10 the state belonged to the process. */
function seccompOf({ thread_core, tc }: CoreEntry): Task['seccomp'] {
  const mode = thread_core?.seccomp_mode ?? tc?.old_seccomp_mode;
  if (mode === undefined || mode === 0) return undefined;
  return { mode, filter: thread_core?.seccomp_filter ?? tc?.old_seccomp_filter };
}

/** Those of one container are nearly always the same. */
const sharedNamespaces = (context: Context, ids: TaskKobjIdsEntry): TaskNamespaces => {
  const { pid_ns_id, net_ns_id, ipc_ns_id, uts_ns_id, mnt_ns_id, user_ns_id, cgroup_ns_id, time_ns_id } = ids;
  const key = `namespaces ${pid_ns_id} ${net_ns_id} ${ipc_ns_id} ${uts_ns_id} ${mnt_ns_id} ${user_ns_id} ${cgroup_ns_id} ${time_ns_id}`;
  return intern(context, key, () => namespacesOf(ids) as TaskNamespaces);
};

/** Numbers mean nothing beyond equality: they differ between releases. */
export const namespacesOf = (ids: TaskKobjIdsEntry | undefined): TaskNamespaces | undefined =>
  ids && {
    pid: ids.pid_ns_id,
    net: ids.net_ns_id,
    ipc: ids.ipc_ns_id,
    uts: ids.uts_ns_id,
    mnt: ids.mnt_ns_id,
    user: ids.user_ns_id,
    cgroup: ids.cgroup_ns_id,
    time: ids.time_ns_id,
  };
