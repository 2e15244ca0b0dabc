/** State of tasks: their own records, registers, credentials and namespaces. */
import { latin1Text } from '../../byte-text.ts';
import { restartBlockType } from '../../parse/generated/linux-cr-records.ts';
import type { KnownRecord } from '../../parse/linux-cr/record.ts';
import type { RestartBlock, Task, TaskState } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { noUsage } from '../no-usage.ts';
import { registerNames } from '../registers.ts';
import {
  type Collectors,
  type Context,
  describedId,
  idOf,
  payloadView,
  rangeOf,
  reportAt,
  type TaskDraft,
  type TreeRow,
  textOf,
} from './context.ts';

/** linux/sched.h of 2.6.3x: a frozen task sleeps without being disturbed, whatever it did before. */
const stateLetters: ReadonlyMap<number, TaskState> = new Map([
  [0, 'R'],
  [1, 'S'],
  [2, 'S'],
  [4, 'T'],
  [8, 't'],
  [64, 'X'],
]);
const exitZombie = 16;

const noTimer = { valueNs: 0n, intervalNs: 0n };
const noTimers = { real: noTimer, virtual: noTimer, prof: noTimer };
const noPtrace = { flags: 0n, message: 0, notifyState: 0, stoppedState: 0 };

const collectTask = (context: Context, record: KnownRecord<'task'>): void => {
  const row = context.tree[context.drafts.length];
  if (row === undefined) {
    reportAt(context, record, 'missing-tree', 'a task that the table of tasks does not have');
    return;
  }
  const { fields, offset } = record;
  const isDead = fields.exitState !== 0;
  const task = bareTask(row, offset, context.image.arch === 'x86_64');
  task.state = isDead
    ? fields.exitState === exitZombie
      ? 'Z'
      : 'X'
    : (stateLetters.get(fields.state) ?? '?');
  task.stateCode = isDead ? fields.exitState : fields.state;
  task.exitCode = fields.exitCode;
  task.exitSignal = fields.exitSignal | 0;
  task.parentDeathSignal = fields.pdeathSignal ?? 0;
  if (fields.sasSsSp !== undefined && fields.sasSsSize !== 0)
    task.altStack = { address: fields.sasSsSp, sizeBytes: fields.sasSsSize ?? 0 };
  task.robustList = robustList(fields);
  task.setTid = fields.setChildTid ?? 0n;
  task.clearTid = fields.clearChildTid ?? 0n;
  task.kernelState = kernelState(BigInt(fields.flags ?? 0));
  context.model.tasks.push(task);
  context.drafts.push({ task, cred: 0, namespaces: 0 });
  context.signal = undefined;
  context.expecting.string = (text) => {
    task.comm = textOf(context, text);
  };
};

/** Most tasks have the flags of the one before. */
let lastState = { flags: 0n };

const kernelState = (flags: bigint): Task['kernelState'] => {
  if (lastState.flags !== flags) lastState = { flags };
  return lastState;
};

/**
 * What the table of tasks alone says; the rest as it is where nothing else is said. With all fields from the start: one
 * that grows, or is made with a spread, is a hash table and takes four times the room.
 */
export function bareTask(row: TreeRow, at: number, is64bit: boolean): Mutable<Task> {
  return {
    at,
    pids: row.pids as number[],
    pid: row.pids[0] ?? 0,
    tgid: row.tgid,
    realParentPid: row.ppid,
    parentPid: row.ppid,
    pgid: row.pgid,
    sid: row.sid,
    comm: '',
    state: '?',
    stateCode: 0,
    exitCode: 0,
    exitSignal: row.tgid === row.pids[0] ? signalChild : -1,
    parentDeathSignal: 0,
    is64bit,
    personality: 0n,
    usage: noUsage,
    itimers: noTimers,
    sigblocked: 0n,
    sigrblocked: 0n,
    sigpending: 0n,
    queue: [],
    ptrace: noPtrace,
    setTid: 0n,
    clearTid: 0n,
    tls: [],
    hasUsedFpu: false,
    kernelState: kernelState(0n),
    altStack: undefined,
    robustList: undefined,
    fdTable: undefined,
    memory: undefined,
    fs: undefined,
    undoList: undefined,
    sighand: undefined,
    signal: undefined,
    restart: undefined,
    registers: undefined,
    fpu: undefined,
    credentials: undefined,
    namespaces: undefined,
  };
}

/** SIGCHLD. */
const signalChild = 17;

function robustList(fields: KnownRecord<'task'>['fields']): bigint | undefined {
  const { robustFutexHeadLen = 0, robustFutexList = 0n, compatRobustFutexList = 0 } = fields;
  if (robustFutexHeadLen !== 0 && robustFutexList !== 0n) return robustFutexList;
  return compatRobustFutexList === 0 ? undefined : BigInt(compatRobustFutexList);
}

const withDraft = (context: Context, change: (draft: TaskDraft) => void): void => {
  const draft = context.drafts.at(-1);
  if (draft !== undefined) change(draft);
};

const userCode32 = 1;

const collectCpu = (context: Context, { fields, offset }: KnownRecord<'cpu'>): void =>
  withDraft(context, ({ task }) => {
    // A 32-bit program has the segments, and so the registers, of one.
    const is64 = context.image.arch === 'x86_64' && Number(fields.cs) !== userCode32;
    task.is64bit = is64;
    task.hasUsedFpu = fields.usedMath !== 0;
    const layout = is64 ? 'x86_64' : 'i386';
    const named = is64 ? registers64(fields) : registers32(fields);
    const values = registerNames[layout].map((name) => named[name] ?? 0n);
    task.registers = { at: offset, layout, values: BigUint64Array.from(values) };
    // Before v14 the state follows as bare bytes.
    context.expecting.buffer = (state) => {
      task.fpu = { at: state.offset, format: 'fxsave', content: rangeOf(state) };
    };
  });

type CpuFields = KnownRecord<'cpu'>['fields'];

const debugOf = (fields: CpuFields) =>
  Object.fromEntries(
    ([0, 1, 2, 3, 6, 7] as const).map((index) => [`debugreg${index}`, fields[`debugreg${index}`] ?? 0n]),
  );

const registers64 = (fields: CpuFields): Readonly<Record<string, bigint>> => ({
  ...debugOf(fields),
  fsbase: fields.fs,
  gsbase: fields.gs,
  fsindex: segment(fields.fsindex),
  gsindex: segment(fields.gsindex),
  ds: segment(fields.ds),
  es: segment(fields.es),
  cs: segment(fields.cs),
  ss: segment(fields.ss),
  r15: fields.r15,
  r14: fields.r14,
  r13: fields.r13,
  r12: fields.r12,
  rbp: fields.bp,
  rbx: fields.bx,
  r11: fields.r11,
  r10: fields.r10,
  r9: fields.r9,
  r8: fields.r8,
  rax: fields.ax,
  rcx: fields.cx,
  rdx: fields.dx,
  rsi: fields.si,
  rdi: fields.di,
  origRax: fields.origAx,
  rip: fields.ip,
  eflags: fields.flags,
  rsp: fields.sp,
});

const registers32 = (fields: CpuFields): Readonly<Record<string, bigint>> => ({
  ...debugOf(fields),
  // The first framing has the selectors in the fields that later hold the bases.
  fs: segment(fields.fsindex ?? Number(fields.fs)),
  // Kernels of one line keep it in the one, of the other in the other; see restorers.
  gs: segment(fields.gsindex ?? Number(fields.gs)),
  ugs: segment(fields.gsindex ?? Number(fields.gs)),
  ebx: fields.bx,
  ecx: fields.cx,
  edx: fields.dx,
  esi: fields.si,
  edi: fields.di,
  ebp: fields.bp,
  eax: fields.ax,
  xds: segment(fields.ds),
  xes: segment(fields.es),
  origEax: fields.origAx,
  eip: fields.ip,
  xcs: segment(fields.cs),
  eflags: fields.flags,
  esp: fields.sp,
  xss: segment(fields.ss),
});

/** Codes of this family → those of the checkpoint: 0 none, 1 to 3 TLS, 4 to 7 user segments, 256 and up the LDT. */
const userSegments: ReadonlyMap<number, bigint> = new Map([
  [1, 5n],
  [2, 4n],
  [3, 7n],
  [4, 6n],
]);

function segment(stored: number | bigint | undefined): bigint {
  const code = Number(stored ?? 0);
  if ((code & 0x4000) !== 0) return BigInt(code & 0xff) + 1n;
  if ((code & 0x8000) !== 0) return BigInt(code & 0x3fff) + 256n;
  return userSegments.get(code) ?? 0n;
}

const collectThread = (context: Context, record: KnownRecord<'thread'>): void =>
  withDraft(context, ({ task }) => {
    const readTls = (bytes: Parameters<typeof payloadView>[1]) => {
      const view = payloadView(context, bytes, 3 * 8);
      const count = Math.floor(view.byteLength / 8);
      task.tls = Array.from({ length: count }, (_, index) => view.getBigUint64(8 * index, true));
    };
    if (record.payload.length > 0) readTls(record);
    else context.expecting.buffer = readTls;
  });

const collectRestart = (context: Context, { fields }: KnownRecord<'restart_block'>): void =>
  withDraft(context, ({ task }) => {
    task.restart = restartOf(fields);
  });

function restartOf({
  functionType,
  arg0,
  arg1,
  arg2,
  arg3,
  arg4,
}: KnownRecord<'restart_block'>['fields']): RestartBlock | undefined {
  const fn = Number(functionType);
  const args = [arg0, arg1, arg2, arg3, arg4];
  switch (fn) {
    case restartBlockType.none:
      return undefined;
    // kernel/checkpoint.c: clock, user address for the rest, and in the last argument the time left.
    case restartBlockType.hrtimer_nanosleep:
    case restartBlockType.compat_nanosleep:
    case restartBlockType.compat_clock_nanosleep:
      return {
        kind: 'nanosleep',
        clock: Number(BigInt.asIntN(32, arg0)),
        remainingNs: arg4,
        rmtp: arg1,
        isCompat: fn !== restartBlockType.hrtimer_nanosleep,
      };
    case restartBlockType.poll:
      return {
        kind: 'poll',
        fds: arg0,
        count: Number(BigInt.asUintN(32, arg1)),
        ...(arg2 !== 0n && { timeoutNs: arg4 }),
        isDeadline: false,
      };
    case restartBlockType.futex:
      return { kind: 'futex', fn, args };
    case restartBlockType.posix_cpu_nanosleep:
      return { kind: 'cpu-nanosleep', fn, args };
    default:
      return { kind: 'unknown', fn, args };
  }
}

const wide = (low: number, high: number): bigint => BigInt(low >>> 0) | (BigInt(high >>> 0) << 32n);

const collectCred = (context: Context, record: KnownRecord<'cred'>): void => {
  const { fields } = record;
  const { capS } = fields;
  context.creds.set(describedId(context, 'cred', record), {
    uid: fields.uid,
    euid: fields.euid,
    suid: fields.suid,
    fsuid: fields.fsuid,
    gid: fields.gid,
    egid: fields.egid,
    sgid: fields.sgid,
    fsgid: fields.fsgid,
    groups: [...(context.groups.get(fields.groupinfoRef) ?? [])],
    user: context.users.get(fields.userRef),
    capEffective: wide(capS.capE0, capS.capE1),
    capInheritable: wide(capS.capI0, capS.capI1),
    capPermitted: wide(capS.capP0, capS.capP1),
    capBounding: wide(capS.capB0, capS.capB1),
    securebits: capS.securebits,
    ...(fields.secRef !== undefined &&
      context.labels.has(fields.secRef) && { lsmProfile: context.labels.get(fields.secRef) }),
  });
};

/** NGROUPS_MAX of Linux. */
const groupsMax = 65536;

const collectGroups = (context: Context, record: KnownRecord<'groupinfo'>): void => {
  const count = Math.min(record.fields.ngroups, groupsMax, Math.floor(record.payload.length / 4));
  const view = payloadView(context, record, 4 * count);
  const groups = Array.from({ length: count }, (_, index) => view.getUint32(4 * index, true));
  context.groups.set(describedId(context, 'groupinfo', record), groups);
};

export const taskCollectors = {
  task: collectTask,
  cpu: collectCpu,
  cpu_fpu: (context, record) =>
    withDraft(context, ({ task }) => {
      task.fpu = { at: record.offset, format: fpuFormat(record.payload.length), content: rangeOf(record) };
    }),
  thread: collectThread,
  restart_block: collectRestart,
  cred: collectCred,
  groupinfo: collectGroups,
  user: (context, record) => {
    context.users.set(describedId(context, 'user', record), record.fields.uid);
  },
  user_ns: (context, record) => {
    describedId(context, 'user_ns', record);
  },
  task_creds: (context, record) =>
    withDraft(context, (draft) => {
      draft.cred = record.fields.ecredRef || record.fields.credRef;
    }),
  ns: (context, record) => {
    const { utsObjref, ipcObjref, netObjref = 0 } = record.fields;
    const id = describedId(context, 'ns', record);
    context.namespaces.set(id, { uts: utsObjref, ipc: ipcObjref, net: netObjref });
  },
  uts_ns: (context, record) => {
    describedId(context, 'uts_ns', record);
    const text = (bytes: Uint8Array) => latin1Text(bytes).replace(/\0.*$/s, '');
    const { uts } = context.model.container;
    if (uts.nodename !== undefined) return;
    const { nodename, domainname } = record.fields;
    context.model.container.uts = { ...uts, nodename: text(nodename), domainname: text(domainname) };
  },
  task_ns: (context, record) =>
    withDraft(context, (draft) => {
      draft.namespaces = record.fields.nsObjref;
    }),
  task_objs: (context, record) =>
    withDraft(context, ({ task }) => {
      const { fields } = record;
      task.fdTable = idOf(fields.filesObjref);
      task.memory = idOf(fields.mmObjref);
      task.fs = idOf(fields.fsObjref ?? 0);
      task.undoList = idOf(fields.semUndoObjref ?? 0);
      task.sighand = idOf(fields.sighandObjref);
      task.signal = idOf(fields.signalObjref);
    }),
  security: (context, record) => {
    const { ptrref } = record.fields;
    describedId(context, 'security', record);
    context.expecting.string = (text) => {
      context.labels.set(ptrref, textOf(context, text));
    };
  },
} satisfies Collectors;

/** i387.h: FSAVE has 108 bytes, FXSAVE 512, XSAVE more. */
const fpuFormat = (bytes: number) => (bytes > 512 ? 'xsave' : bytes === 512 ? 'fxsave' : 'fsave');
