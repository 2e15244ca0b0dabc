/**
 * TASKS section: one record for each thread, and the small objects inside it. Signals are in
 * signals.ts.
 */
import type { AnyRecord, ObjectRecord } from '../../parse/cpt/record.ts';
import type { TaskFields } from '../../parse/generated/cpt-records.ts';
import type {
  CpuUsage,
  Credentials,
  Id,
  IntervalTimers,
  KernelState,
  ResourceLimit,
  Scheduling,
  Task,
} from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { intern, shared } from '../intern.ts';
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
import { signed32, text, timespecNs } from './values.ts';
import { stateLetter, type VersionRules } from './version-rules.ts';

/** linux/sched.h: MAX_RT_PRIO 100 and 20 nice levels above zero. */
const prioOfNice0 = 120;

const collectTask: Collect<'task'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const task = taskOf(context, record);
  referAll(context, record, task);
  context.model.tasks.push(task);
  open(context, record, task);
};

function taskOf(context: Context, { offset, fields }: ObjectRecord<'task'>): Mutable<Task> {
  const { rules, tickNs } = context;
  const pid = signed32(fields.pid);
  const suspended = isSuspended(rules.suspendMark, fields);
  return {
    at: offset,
    // A container knows one level: pids on the host are not in the image.
    pids: [pid],
    pid,
    tgid: signed32(fields.tgid),
    leaderPid: signed32(fields.leader),
    realParentPid: signed32(fields.rppid),
    parentPid: signed32(fields.ppid),
    pgid: signed32(fields.pgrp),
    sid: signed32(fields.session),
    oldPgrp: signed32(fields.oldPgrp),
    comm: internText(context, text(fields.comm)),
    state: stateLetter(fields.state),
    stateCode: Number(fields.state),
    exitCode: fields.exitCode,
    exitSignal: signed32(fields.exitSignal),
    parentDeathSignal: fields.pdeathSignal,
    is64bit: fields.is64bit !== 0,
    personality: shared(fields.personality),
    credentials: credentialsOf(context, fields),
    scheduling: schedulingOf(context, fields),
    startTimeNs: shared(rules.countsJiffies ? fields.starttime * tickNs : timespecNs(fields.starttime)),
    usage: usageOf(context, fields),
    rlimits: limitsOf(context, fields),
    itimers: timersOf(context, fields),
    sigblocked: shared(fields.sigblocked),
    sigrblocked: shared(fields.sigrblocked),
    sigpending: shared(fields.sigpending),
    queue: [],
    lastSignal: undefined,
    altStack: undefined,
    sigsuspend: suspended ? { state: fields.sigsuspendState, blocked: fields.sigsuspendBlocked } : undefined,
    ptrace: ptraceOf(context, fields),
    restart: restartOf(fields.restart, rules, tickNs),
    robustList: undefined,
    setTid: shared(fields.setTid),
    clearTid: shared(fields.clearTid),
    tls: intern(context, `\0tls ${fields.tls}`, () => [...fields.tls]),
    registers: undefined,
    hasUsedFpu: fields.usedMath !== 0,
    fpu: undefined,
    kernelState: kernelStateOf(context, fields),
    memory: undefined,
    fdTable: undefined,
    fs: undefined,
    signal: undefined,
    sighand: undefined,
    undoList: undefined,
    mountNamespace: undefined,
    posixTimers: undefined,
    beancounters: undefined,
  };
}

/** TIF_RESTORE_SIGMASK of asm/thread_info.h, i386 and x86-64. */
const restoreMaskFlag = 1n << 9n;

function isSuspended(mark: VersionRules['suspendMark'], { sigsuspendState, thrflags }: TaskFields): boolean {
  if (mark === 'thread-flag') return (thrflags & restoreMaskFlag) !== 0n;
  return mark === 'state' && sigsuspendState !== 0;
}

function referAll(context: Context, record: ObjectRecord<'task'>, task: Mutable<Task>): void {
  const { fields } = record;
  const follow = <K extends TargetKind>(target: K, field: string, position: bigint | undefined) => ({
    target,
    field,
    position,
  });
  refer(context, record, follow('memory', 'mm', fields.mm), (id) => {
    task.memory = id;
  });
  refer(context, record, follow('fdTable', 'files', fields.files), (id) => {
    task.fdTable = id;
  });
  refer(context, record, follow('fs', 'fs', fields.fs), (id) => {
    task.fs = id;
  });
  refer(context, record, follow('signal', 'signal', fields.signal), (id) => {
    task.signal = id;
  });
  refer(context, record, follow('sighand', 'sighand', fields.sighand), (id) => {
    task.sighand = id;
  });
  refer(context, record, follow('undoList', 'sysvsemUndo', fields.sysvsemUndo), (id) => {
    task.undoList = id;
  });
  refer(context, record, follow('mountNamespace', 'namespace', fields.namespace), (id) => {
    task.mountNamespace = id;
  });
  refer(context, record, follow('posixTimers', 'posixTimers', fields.posixTimers), (id) => {
    task.posixTimers = id;
  });
  referBeancounters(context, record, task);
}

const beancounterFields = { task: 'taskUb', exec: 'execUb', memory: 'mmUb', fork: 'forkSub' } as const;

/** Most tasks are accounted alike, so they have one object. */
function referBeancounters(context: Context, record: ObjectRecord<'task'>, task: Mutable<Task>): void {
  const { taskUb, execUb, mmUb, forkSub } = record.fields;
  const known = (position: bigint) => {
    const id = Number(position);
    return holds(context.model, 'beancounter', id) ? (id as Id<'beancounter'>) : undefined;
  };
  task.beancounters = intern(context, `\0ub ${[taskUb, execUb, mmUb, forkSub]}`, () => ({
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
  const ids = [uid, euid, suid, fsuid, gid, egid, sgid, fsgid, user, keepcap, groups, ecap, icap, pcap, bcap];
  return intern(context, `\0cred ${ids}`, () => {
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

const usageNames = [
  ...(['utime', 'stime', 'cutime', 'cstime', 'nvcsw', 'nivcsw', 'cnvcsw', 'cnivcsw'] as const),
  ...(['minFlt', 'majFlt', 'cminFlt', 'cmajFlt'] as const),
];

type UsageFields = Readonly<Record<(typeof usageNames)[number], bigint>>;

/** Times are ticks of cputime_t, which is jiffies on the machines that were dumped. */
export function usageOf(context: Context, fields: UsageFields): CpuUsage {
  const isZero = usageNames.every((name) => fields[name] === 0n);
  // Signal structs have nothing but zeros until a thread of the group exits.
  return isZero ? intern(context, '\0usage', () => makeUsage(0n, fields)) : makeUsage(context.tickNs, fields);
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
  return intern(context, `\0rlim ${rlimCur} ${rlimMax}`, () =>
    rlimCur.map((current, index) => ({
      current: limitFrom(current, machine),
      max: limitFrom(rlimMax[index] ?? current, machine),
    })),
  );
}

function timersOf(context: Context, fields: TaskFields): IntervalTimers {
  const { itRealValue, itRealIncr, itVirtValue, itVirtIncr, itProfValue, itProfIncr } = fields;
  const values = [itRealValue, itRealIncr, itVirtValue, itVirtIncr, itProfValue, itProfIncr];
  return intern(context, `\0itimer ${values}`, () => {
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

const withTask = (context: Context, record: AnyRecord, change: (task: Mutable<Task>) => void): void => {
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
