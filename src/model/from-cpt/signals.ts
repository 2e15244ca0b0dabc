/** Signal structs, handlers, queued signals and POSIX timers. */
import type { ObjectRecord } from '../../parse/cpt/record.ts';
import { pgrpType } from '../../parse/generated/cpt-records.ts';
import type { GroupKind, QueuedSignal, SignalStruct } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { shared } from '../intern.ts';
import {
  add,
  type Collect,
  type Collectors,
  type Context,
  idAt,
  isTopLevel,
  misplaced,
  open,
  parentIf,
  parentOf,
  refer,
} from './context.ts';
import { noSignals } from './task.ts';
import { limitsOf, usageOf } from './tasks.ts';
import { signed32, timespecNs } from './values.ts';

const groupKind = (type: number): GroupKind => {
  if (type === pgrpType.orphan) return 'orphan';
  return type === pgrpType.stray ? 'stray' : 'normal';
};

const collectSignalStruct: Collect<'signal_struct'> = (context, record) => {
  if (!parentOf(context, record, 'task')) return;
  const { fields, offset } = record;
  const signal: Mutable<SignalStruct> = {
    at: offset,
    id: idAt<'signal'>(record),
    isSessionLeader: fields.leader !== 0,
    pgrp: shared(fields.pgrp),
    pgrpKind: groupKind(fields.pgrpType),
    session: shared(fields.session),
    sessionKind: groupKind(fields.sessionType),
    oldPgrp: shared(fields.oldPgrp),
    oldPgrpKind: groupKind(fields.oldPgrpType),
    ctty: undefined,
    sigpending: shared(fields.sigpending),
    queue: noSignals,
    currTarget: signed32(fields.currTarget),
    groupExit: fields.groupExit !== 0,
    groupExitCode: fields.groupExitCode,
    groupExitTask: signed32(fields.groupExitTask),
    notifyCount: signed32(fields.notifyCount),
    groupStopCount: signed32(fields.groupStopCount),
    stopState: fields.stopState,
    flags: fields.flags,
    usage: usageOf(context, fields),
    rlimits: limitsOf(context, fields),
  };
  refer(context, record, { target: 'tty', field: 'ctty', position: fields.ctty }, (id) => {
    signal.ctty = id;
  });
  add(context, 'signal', signal, signal.id);
  open(context, record, signal);
};

function queuedOf(
  context: Context,
  record: ObjectRecord<'siginfo'> | ObjectRecord<'lastsiginfo'>,
): QueuedSignal {
  const { fields, offset } = record;
  const { sifields, sifield28 } = fields;
  return {
    at: offset,
    signo: fields.signo,
    errno: signed32(fields.errno),
    code: signed32(fields.code),
    pid: signed32(fields.pid),
    uid: fields.uid,
    value: fields.sigval,
    utimeNs: fields.utime * context.tickNs,
    stimeNs: fields.stime * context.tickNs,
    user: fields.user,
    flags: fields.qflags,
    words: sifields && sifield28 !== undefined ? [...sifields, sifield28] : sifields,
  };
}

/** Private signals lie in the task, shared ones in the signal struct. */
const collectSiginfo: Collect<'siginfo'> = (context, record) => {
  const holder = parentIf(context, record, 'signal_struct') ?? parentIf(context, record, 'task');
  if (holder === undefined) misplaced(context, record);
  else if (holder.queue === noSignals) holder.queue = [queuedOf(context, record)];
  else holder.queue.push(queuedOf(context, record));
};

const collectLastSiginfo: Collect<'lastsiginfo'> = (context, record) => {
  const task = parentOf(context, record, 'task');
  if (task) task.lastSignal = queuedOf(context, record);
};

const collectSighand: Collect<'sighand_struct'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const sighand = { at: record.offset, id: idAt<'sighand'>(record), actions: [] };
  add(context, 'sighand', sighand, sighand.id);
  open(context, record, sighand);
};

const collectSighandler: Collect<'sighandler'> = (context, record) => {
  const { signo, handler, restorer, flags, mask } = record.fields;
  // The image counts signals from 0, as the kernel's action table does.
  const action = { at: record.offset, signo: signo + 1, handler, restorer, flags, mask };
  parentOf(context, record, 'sighand_struct')?.actions.push(action);
};

const collectTimerList: Collect<'posix_timer_list'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const list = { at: record.offset, id: idAt<'posixTimers'>(record), timers: [] };
  add(context, 'posixTimers', list, list.id);
  open(context, record, list);
};

const collectTimer: Collect<'posix_timer'> = (context, record) => {
  const { fields, offset } = record;
  parentOf(context, record, 'posix_timer_list')?.timers.push({
    at: offset,
    timerId: fields.timerId,
    clock: signed32(fields.timerClock),
    overrun: signed32(fields.timerOverrun),
    overrunLast: signed32(fields.timerOverrunLast),
    isSignalPending: fields.timerSignalPending !== 0,
    valueNs: timespecNs(fields.timerValue),
    intervalNs: timespecNs(fields.timerInterval),
    sigevValue: fields.sigevValue,
    sigevSigno: fields.sigevSigno,
    sigevNotify: fields.sigevNotify,
    sigevNotifyTid: fields.sigevNotifyTid,
    dumpedNs: fields.dumpTime === undefined ? undefined : timespecNs(fields.dumpTime),
  });
};

export const signalCollectors = {
  signal_struct: collectSignalStruct,
  siginfo: collectSiginfo,
  lastsiginfo: collectLastSiginfo,
  sighand_struct: collectSighand,
  sighandler: collectSighandler,
  posix_timer_list: collectTimerList,
  posix_timer: collectTimer,
} satisfies Collectors;
