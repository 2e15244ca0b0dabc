/**
 * TASKS section: one record for each thread, and the small objects inside it. Signals are in
 * signals.ts.
 */
import { type AnyRecord, noPosition, type ObjectRecord } from '../../parse/cpt/record.ts';
import type { TaskFields } from '../../parse/generated/cpt-records.ts';
import type {
  CpuUsage,
  Credentials,
  Id,
  IntervalTimers,
  KernelState,
  ResourceLimit,
  Scheduling,
} from '../checkpoint.ts';
import { haveSame, intern, internBy, repeated, shared } from '../intern.ts';
import { limitFrom } from '../resource-limits.ts';
import {
  type Collect,
  type Collectors,
  type Context,
  holds,
  internText,
  isTopLevel,
  open,
  parentOf,
  refer,
  type TargetKind,
} from './context.ts';
import { restartOf } from './restart.ts';
import { CptTask, type OwnFields, type TaskTraits } from './task.ts';
import { signed32, text, timespecNs } from './values.ts';
import { stateLetter, type VersionRules } from './version-rules.ts';

/** linux/sched.h: MAX_RT_PRIO 100 and 20 nice levels above zero. */
const prioOfNice0 = 120;

/** CPU time and faults. */
const usageNames = [
  ...(['utime', 'stime', 'cutime', 'cstime', 'nvcsw', 'nivcsw', 'cnvcsw', 'cnivcsw'] as const),
  ...(['minFlt', 'majFlt', 'cminFlt', 'cmajFlt'] as const),
];

const collectTask: Collect<'task'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const task = new CptTask(ownOf(context, record), traitsOf(context, record.fields));
  referAll(context, record, task);
  context.model.tasks.push(task);
  open(context, record, task);
};

function ownOf(context: Context, { offset, fields }: ObjectRecord<'task'>): OwnFields {
  const { rules, tickNs } = context;
  return {
    at: offset,
    pid: signed32(fields.pid),
    tgid: signed32(fields.tgid),
    leaderPid: signed32(fields.leader),
    realParentPid: signed32(fields.rppid),
    parentPid: signed32(fields.ppid),
    pgid: signed32(fields.pgrp),
    sid: signed32(fields.session),
    comm: internText(context, text(fields.comm)),
    startTimeNs: shared(rules.countsJiffies ? fields.starttime * tickNs : timespecNs(fields.starttime)),
    usage: usageOf(context, fields),
    restart: restartOf(fields.restart, rules, tickNs),
    itimers: timersOf(context, fields),
  };
}

/** Fields that traits are not made of. */
const ownFields = new Set<string>([
  ...(['pid', 'tgid', 'leader', 'rppid', 'ppid', 'pgrp', 'session', 'comm', 'starttime', 'restart'] as const),
  ...usageNames,
  ...(['itRealValue', 'itRealIncr', 'itVirtValue', 'itVirtIncr', 'itProfValue', 'itProfIncr'] as const),
  ...(['mm', 'files', 'fs', 'signal', 'sighand', 'sysvsemUndo', 'namespace', 'posixTimers'] as const),
  ...(['taskUb', 'execUb', 'mmUb', 'forkSub'] as const),
] satisfies readonly (keyof TaskFields)[]);

/** Those of the task before, where its record says the same. */
function traitsOf(context: Context, fields: TaskFields): TaskTraits {
  const { lastTask } = context;
  if (lastTask !== undefined && isAlike(fields, lastTask.fields)) return lastTask.traits;
  const traits = makeTraits(context, fields);
  context.lastTask = { fields, traits };
  return traits;
}

function isAlike(some: TaskFields, others: TaskFields): boolean {
  for (const name in some) {
    if (ownFields.has(name)) continue;
    const one = some[name as keyof TaskFields];
    const other = others[name as keyof TaskFields];
    if (one !== other && !(Array.isArray(one) && Array.isArray(other) && haveSame(one, other))) return false;
  }
  return true;
}

function makeTraits(context: Context, fields: TaskFields): TaskTraits {
  return {
    oldPgrp: signed32(fields.oldPgrp),
    state: stateLetter(fields.state),
    stateCode: Number(fields.state),
    exitCode: fields.exitCode,
    exitSignal: signed32(fields.exitSignal),
    parentDeathSignal: fields.pdeathSignal,
    is64bit: fields.is64bit !== 0,
    personality: shared(fields.personality),
    credentials: credentialsOf(context, fields),
    scheduling: schedulingOf(context, fields),
    rlimits: limitsOf(context, fields),
    sigblocked: shared(fields.sigblocked),
    sigrblocked: shared(fields.sigrblocked),
    sigpending: shared(fields.sigpending),
    sigsuspend: isSuspended(context.rules.suspendMark, fields)
      ? { state: fields.sigsuspendState, blocked: fields.sigsuspendBlocked }
      : undefined,
    ptrace: ptraceOf(context, fields),
    setTid: shared(fields.setTid),
    clearTid: shared(fields.clearTid),
    tls: intern(context, `\0tls ${fields.tls}`, () => [...fields.tls]),
    hasUsedFpu: fields.usedMath !== 0,
    kernelState: kernelStateOf(context, fields),
  };
}

/** TIF_RESTORE_SIGMASK of asm/thread_info.h, i386 and x86-64. */
const restoreMaskFlag = 1n << 9n;

function isSuspended(mark: VersionRules['suspendMark'], { sigsuspendState, thrflags }: TaskFields): boolean {
  if (mark === 'thread-flag') return (thrflags & restoreMaskFlag) !== 0n;
  return mark === 'state' && sigsuspendState !== 0;
}

/** What a task refers to, and the field that has its position. */
const references = [
  ['memory', 'mm'],
  ['fdTable', 'files'],
  ['fs', 'fs'],
  ['signal', 'signal'],
  ['sighand', 'sighand'],
  ['undoList', 'sysvsemUndo'],
  ['mountNamespace', 'namespace'],
  ['posixTimers', 'posixTimers'],
] as const satisfies readonly (readonly [TargetKind & keyof CptTask, keyof TaskFields])[];

function referAll(context: Context, record: ObjectRecord<'task'>, task: CptTask): void {
  const referring: { [Target in (typeof references)[number][0]]?: Id<string> | undefined } = task;
  for (const [target, field] of references) {
    const position = record.fields[field];
    if (position === undefined || position === noPosition) continue;
    refer(context, record, { target, field, position }, (id) => {
      referring[target] = id;
    });
  }
  referBeancounters(context, record, task);
}

const beancounterFields = { task: 'taskUb', exec: 'execUb', memory: 'mmUb', fork: 'forkSub' } as const;

/** Most tasks are accounted alike, so they have one object. */
function referBeancounters(context: Context, record: ObjectRecord<'task'>, task: CptTask): void {
  const { taskUb, execUb, mmUb, forkSub } = record.fields;
  const known = (position: bigint) => {
    const id = Number(position);
    return holds(context.model, 'beancounter', id) ? (id as Id<'beancounter'>) : undefined;
  };
  task.beancounters = internBy(context, 'ub', [taskUb, execUb, mmUb, forkSub], () => ({
    task: known(taskUb),
    exec: known(execUb),
    memory: known(mmUb),
    fork: known(forkSub),
  }));
  for (const role of ['task', 'exec', 'memory', 'fork'] as const) {
    if (task.beancounters[role] !== undefined) continue;
    const field = beancounterFields[role];
    refer(context, record, { target: 'beancounter', field, position: record.fields[field] }, (id) => {
      task.beancounters = { ...task.beancounters, [role]: id };
    });
  }
}

/** linux/kernel.h writes at most 32; a larger count is damage, and what follows is not groups. */
const groupsMax = 32;
/** linux/securebits.h: SECBIT_KEEP_CAPS. */
const keepCapsBit = 0x10;

function credentialsOf(context: Context, fields: TaskFields): Credentials {
  const { uid, euid, suid, fsuid, gid, egid, sgid, fsgid, ngids, user, keepcap, ecap, icap, pcap, bcap } =
    fields;
  const groups = fields.gids.slice(0, Math.min(ngids, groupsMax));
  const ids = [uid, euid, suid, fsuid, gid, egid, sgid, fsgid, user, keepcap, ecap, icap, pcap, bcap];
  return intern(context, `\0cred ${[...ids, groups]}`, () => {
    const { capabilityMask, storesSecurebits } = context.rules;
    return {
      uid,
      euid,
      suid,
      fsuid,
      gid,
      egid,
      sgid,
      fsgid,
      groups,
      user,
      capEffective: ecap & capabilityMask,
      capInheritable: icap & capabilityMask,
      capPermitted: pcap & capabilityMask,
      capBounding: bcap,
      securebits: storesSecurebits ? keepcap : keepcap === 0 ? 0 : keepCapsBit,
    };
  });
}

type UsageFields = Readonly<Record<(typeof usageNames)[number], bigint>>;

/** Times are ticks of cputime_t, which is jiffies on the machines that were dumped. */
export function usageOf(context: Context, fields: UsageFields): CpuUsage {
  const values = usageNames.map((name) => fields[name]);
  return repeated(context, 'usage', values, () => {
    // Signal structs have nothing but zeros until a thread of the group exits.
    const isZero = values.every((value) => value === 0n);
    return isZero
      ? intern(context, '\0usage', () => makeUsage(0n, fields))
      : makeUsage(context.tickNs, fields);
  });
}

function makeUsage(tickNs: bigint, fields: UsageFields): CpuUsage {
  return {
    utimeNs: shared(fields.utime * tickNs),
    stimeNs: shared(fields.stime * tickNs),
    cutimeNs: shared(fields.cutime * tickNs),
    cstimeNs: shared(fields.cstime * tickNs),
    nvcsw: shared(fields.nvcsw),
    nivcsw: shared(fields.nivcsw),
    cnvcsw: shared(fields.cnvcsw),
    cnivcsw: shared(fields.cnivcsw),
    minFlt: shared(fields.minFlt),
    majFlt: shared(fields.majFlt),
    cminFlt: shared(fields.cminFlt),
    cmajFlt: shared(fields.cmajFlt),
  };
}

export function limitsOf(
  context: Context,
  { rlimCur, rlimMax }: { readonly rlimCur: readonly bigint[]; readonly rlimMax: readonly bigint[] },
): ResourceLimit[] {
  const machine = context.model.image.architecture;
  return internBy(context, 'rlim', [...rlimCur, ...rlimMax], () =>
    rlimCur.map((current, index) => ({
      current: limitFrom(current, machine),
      max: limitFrom(rlimMax[index] ?? current, machine),
    })),
  );
}

function timersOf(context: Context, fields: TaskFields): IntervalTimers {
  const { itRealValue, itRealIncr, itVirtValue, itVirtIncr, itProfValue, itProfIncr } = fields;
  const values = [itRealValue, itRealIncr, itVirtValue, itVirtIncr, itProfValue, itProfIncr];
  return internBy(context, 'itimer', values, () => {
    const realUnitNs = context.rules.countsJiffies ? context.tickNs : 1n;
    const timer = (value: bigint, interval: bigint, unitNs: bigint) => ({
      valueNs: value * unitNs,
      intervalNs: interval * unitNs,
    });
    return {
      real: timer(itRealValue, itRealIncr, realUnitNs),
      virtual: timer(itVirtValue, itVirtIncr, context.tickNs),
      prof: timer(itProfValue, itProfIncr, context.tickNs),
    };
  });
}

function ptraceOf(context: Context, { ptrace, ptraceMessage, pnState, stoppedState }: TaskFields) {
  return intern(context, `\0ptrace ${[ptrace, ptraceMessage, pnState, stoppedState]}`, () => ({
    flags: ptrace,
    message: ptraceMessage,
    notifyState: pnState,
    stoppedState,
  }));
}

function schedulingOf(context: Context, { policy, staticPrio, prio, rtPriority }: TaskFields): Scheduling {
  return intern(context, `\0sched ${policy} ${staticPrio} ${prio} ${rtPriority}`, () => ({
    policy,
    nice: signed32(staticPrio) - prioOfNice0,
    prio: signed32(prio),
    rtPriority,
  }));
}

function kernelStateOf(context: Context, fields: TaskFields): KernelState {
  const { flags, thrflags, thrstatus, execDomain, addrLimit, didExec, prctlUac, prctlFpemu } = fields;
  const values = [flags, thrflags, thrstatus, execDomain, addrLimit, didExec, prctlUac, prctlFpemu];
  return intern(context, `\0kernel ${values}`, () => ({
    flags,
    threadFlags: thrflags,
    threadStatus: thrstatus,
    execDomain,
    addrLimit,
    didExec: didExec !== 0,
    unalignedAccess: prctlUac,
    fpEmulation: prctlFpemu,
  }));
}

const withTask = (context: Context, record: AnyRecord, change: (task: CptTask) => void): void => {
  const task = parentOf(context, record, 'task');
  if (task) change(task);
};

export const taskCollectors = {
  task: collectTask,
  sigaltstack: (context, record) =>
    withTask(context, record, (task) => {
      task.altStack = { address: record.fields.stack, sizeBytes: record.fields.stacksize };
    }),
  task_aux: (context, record) =>
    withTask(context, record, (task) => {
      task.robustList = record.fields.robustList;
    }),
} satisfies Collectors;
