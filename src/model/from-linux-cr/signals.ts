/** Handlers, signal structs and queued signals. */
import type { KnownRecord } from '../../parse/linux-cr/record.ts';
import type { GroupKind, Id, QueuedSignal, SignalAction, SignalStruct } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { follow } from '../look-up.ts';
import { noUsage } from '../no-usage.ts';
import { limitFrom } from '../resource-limits.ts';
import { type Collectors, type Context, describedId, elementsOf, idOf } from './context.ts';

const actionBytes = 32;
/** _NSIG of x86. */
const signalsMax = 64;

const collectHandlers = (context: Context, record: KnownRecord<'sighand'>): void => {
  const id = describedId(context, 'sighand', record) as Id<'sighand'>;
  const actions: SignalAction[] = [];
  let signo = 0;
  for (const { at, saHandler, saFlags, saRestorer, saMask } of elementsOf(
    context,
    record,
    'sigaction',
    actionBytes,
    signalsMax,
  )) {
    signo += 1;
    const isDefault = saHandler === 0n && saFlags === 0n && saMask === 0n;
    if (!isDefault)
      actions.push({ at, signo, handler: saHandler, restorer: saRestorer, flags: saFlags, mask: saMask });
  }
  context.model.sighands.set(id, { at: record.offset, id, actions });
};

/** The struct of a thread group is described where its number is met first, which is not announced. */
const collectSignal = (context: Context, { fields, offset }: KnownRecord<'signal'>): void => {
  const draft = context.drafts.at(-1);
  const id = draft?.task.signal ?? ((-offset - 1) as Id<'signal'>);
  const row = context.tree[context.drafts.length - 1];
  const signal: Mutable<SignalStruct> = {
    at: offset,
    id,
    isSessionLeader: row !== undefined && row.sid === row.tgid,
    pgrp: BigInt(row?.pgid ?? 0),
    pgrpKind: kindOf(context, row?.pgid),
    session: BigInt(row?.sid ?? 0),
    sessionKind: kindOf(context, row?.sid),
    oldPgrp: BigInt(Math.max(0, fields.ttyOldPgrp)),
    oldPgrpKind: 'normal',
    ctty: idOf<'tty'>(fields.ttyObjref),
    sigpending: 0n,
    queue: [],
    currTarget: 0,
    groupExit: false,
    groupExitCode: 0,
    groupExitTask: 0,
    notifyCount: 0,
    groupStopCount: 0,
    stopState: 0,
    usage: draft?.task.usage ?? noUsage,
    rlimits: fields.rlim.map(({ rlimCur, rlimMax }) => ({
      current: limitFrom(rlimCur, context.model.image.architecture),
      max: limitFrom(rlimMax, context.model.image.architecture),
    })),
  };
  context.model.signals.set(id, signal);
  context.signal = signal;
  if (draft !== undefined) {
    draft.task.itimers = {
      real: { valueNs: fields.itRealValue, intervalNs: fields.itRealIncr },
      virtual: { valueNs: fields.itVirtValue, intervalNs: fields.itVirtIncr },
      prof: { valueNs: fields.itProfValue, intervalNs: fields.itProfIncr },
    };
  }
  const tty = follow(context.model.ttys, signal.ctty);
  if (tty !== undefined) {
    context.model.ttys.set(tty.id, { ...tty, pgrp: fields.ttyPgrp, session: row?.sid ?? 0 });
  }
};

/** A group or session outlives the task that it is named after. */
const kindOf = (context: Context, number: number | undefined): GroupKind =>
  number === undefined || number === 0 || pidsOf(context).has(number) ? 'normal' : 'orphan';

const knownPids = new WeakMap<Context, ReadonlySet<number>>();

/** The table of tasks is complete before the first task is described. */
function pidsOf(context: Context): ReadonlySet<number> {
  const known = knownPids.get(context);
  if (known !== undefined) return known;
  const pids = new Set(context.tree.map((row) => row.pids[0] ?? 0));
  knownPids.set(context, pids);
  return pids;
}

/** RLIMIT_SIGPENDING of a large machine; more is damage. */
const queuedMax = 1024 * 1024;
/** ckpt_siginfo before 2011 and since. */
const infoBytes = (layout: number): number => (layout >= 20110105 ? 88 : 48);

/** The shared queue follows the signal struct, the private one stands for itself. */
const collectPending = (context: Context, record: KnownRecord<'sigpending'>): void => {
  const { fields } = record;
  const bytes = infoBytes(context.image.layout);
  const queue = [...elementsOf(context, record, 'siginfo', bytes, Math.min(fields.nrPending, queuedMax))].map(
    (info): QueuedSignal => ({
      at: info.at,
      signo: info.signo,
      errno: info.errno,
      code: info.code,
      pid: info.pid | 0,
      uid: info.uid,
      value: info.sigvalPtr !== 0n ? info.sigvalPtr : BigInt.asUintN(64, BigInt(info.sigvalInt)),
      utimeNs: info.utime,
      stimeNs: info.stime,
      user: 0n,
      flags: 0,
    }),
  );
  if (context.signal !== undefined) {
    context.signal.sigpending = fields.signal;
    context.signal.queue = queue;
    context.signal = undefined;
    return;
  }
  const task = context.drafts.at(-1)?.task;
  if (task === undefined) return;
  task.sigpending = fields.signal;
  task.queue = queue;
};

export const signalCollectors = {
  sighand: collectHandlers,
  signal: collectSignal,
  sigpending: collectPending,
  signal_task: (context, { fields }) => {
    const task = context.drafts.at(-1)?.task;
    if (task !== undefined) task.sigblocked = fields.blocked;
  },
} satisfies Collectors;
