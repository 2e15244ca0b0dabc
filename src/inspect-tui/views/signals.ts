/** signals: what each process blocks, ignores, catches and has pending; handlers, queued signals, timers. */
import type {
  Checkpoint,
  PosixTimer,
  Process,
  QueuedSignal,
  SignalAction,
  Task,
} from '../../model/checkpoint.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { emptyTable, properties, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { durationText, enumText, flagNames, hex, plural, signalName, signalSetText } from '../words.ts';

export interface HandlerRow {
  readonly at: number;
  readonly signo: number;
  readonly name: string;
  /** `default`, `ignore`, or the address of a function. */
  readonly handler: string;
  readonly flags: readonly string[];
  readonly mask: bigint;
}

export interface QueuedRow {
  readonly at: number;
  readonly signo: number;
  readonly name: string;
  readonly code: number;
  readonly pid: number;
  readonly uid: number;
  readonly value: bigint;
  /** Undefined in the shared queue. */
  readonly tid?: number;
}

export interface TimerRow {
  readonly at: number;
  readonly what: string;
  readonly leftNs: bigint;
  readonly intervalNs: bigint;
  readonly signal: string;
}

export interface ThreadMasks {
  readonly tid: number;
  readonly blocked: bigint;
  readonly pending: bigint;
}

export interface ProcessSignals {
  readonly at: number;
  readonly pid: number;
  readonly comm: string;
  readonly threads: readonly ThreadMasks[];
  readonly sharedPending: bigint;
  readonly ignored: bigint;
  readonly caught: bigint;
  readonly handlers: readonly HandlerRow[];
  readonly queued: readonly QueuedRow[];
  readonly timers: readonly TimerRow[];
  readonly alternateStack?: { readonly address: bigint; readonly sizeBytes: number } | undefined;
}

export interface SignalRows {
  readonly processes: readonly ProcessSignals[];
}

const signalRows = ({ checkpoint }: Image, filter: Filter): SignalRows => ({
  processes: wantedProcesses(checkpoint, filter).map((process) => processSignals(checkpoint, process)),
});

const ignoreHandler = 1n;

function processSignals(checkpoint: Checkpoint, { pid, leader, tasks }: Process): ProcessSignals {
  const task = (leader ?? tasks[0]) as Task;
  const actions =
    (task.sighand === undefined ? undefined : checkpoint.sighands.get(task.sighand)?.actions) ?? [];
  const shared = task.signal === undefined ? undefined : checkpoint.signals.get(task.signal);
  const posix = task.posixTimers === undefined ? undefined : checkpoint.posixTimers.get(task.posixTimers);
  const maskOf = (wanted: (action: SignalAction) => boolean) =>
    actions.filter(wanted).reduce((mask, { signo }) => mask | signalBit(signo), 0n);
  return {
    at: task.at,
    pid,
    comm: task.comm,
    threads: tasks.map((thread) => ({
      tid: thread.pid,
      blocked: thread.sigblocked,
      pending: thread.sigpending,
    })),
    sharedPending: shared?.sigpending ?? 0n,
    ignored: maskOf(({ handler }) => handler === ignoreHandler),
    caught: maskOf(({ handler }) => handler > ignoreHandler),
    handlers: actions.map(handlerRow),
    queued: [
      ...(shared?.queue ?? []).map((signal) => queuedRow(signal)),
      ...tasks.flatMap((thread) => thread.queue.map((signal) => queuedRow(signal, thread.pid))),
    ],
    timers: [...intervalTimers(task), ...(posix?.timers ?? []).map(posixTimerRow)],
    alternateStack: task.altStack && { address: task.altStack.address, sizeBytes: task.altStack.sizeBytes },
  };
}

/** A damaged image may name signals that no kernel has. */
const signalBit = (signo: number): bigint => (signo >= 1 && signo <= 64 ? 1n << BigInt(signo - 1) : 0n);

const handlerRow = ({ at, signo, handler, flags, mask }: SignalAction): HandlerRow => ({
  at,
  signo,
  name: signalName(signo),
  handler: handler === 0n ? 'default' : handler === ignoreHandler ? 'ignore' : hex(handler),
  flags: flagNames('sa_flag', flags),
  mask,
});

const queuedRow = ({ at, signo, code, pid, uid, value }: QueuedSignal, tid?: number): QueuedRow => ({
  at,
  signo,
  name: signalName(signo),
  code,
  pid,
  uid,
  value,
  ...(tid !== undefined && { tid }),
});

/** setitimer(2): the three timers and what they send. */
const itimerSignals = { real: 'SIGALRM', virtual: 'SIGVTALRM', prof: 'SIGPROF' } as const;

export function intervalTimers({ at, itimers }: Task): readonly TimerRow[] {
  return (['real', 'virtual', 'prof'] as const).flatMap((which) => {
    const { valueNs, intervalNs } = itimers[which];
    if (valueNs === 0n && intervalNs === 0n) return [];
    return [{ at, what: `itimer ${which}`, leftNs: valueNs, intervalNs, signal: itimerSignals[which] }];
  });
}

export function posixTimerRow(timer: PosixTimer): TimerRow {
  const { at, timerId, clock, valueNs, intervalNs, sigevNotify, sigevSigno } = timer;
  const notify = enumText('sigev_notify', sigevNotify) ?? `notify ${sigevNotify}`;
  return {
    at,
    what: `timer ${timerId} ${enumText('clock_id', clock) ?? `clock ${clock}`}`,
    leftNs: valueNs,
    intervalNs,
    signal: notify === 'SIGEV_NONE' ? 'none' : signalName(sigevSigno),
  };
}

const signalTables = ({ processes }: SignalRows): readonly Table[] =>
  processes.length === 0 ? [emptyTable('no processes')] : processes.flatMap(processTables);

function processTables(process: ProcessSignals): readonly Table[] {
  const { pid, comm, threads, sharedPending, ignored, caught, handlers, queued, timers, alternateStack } =
    process;
  const masks = properties(`${pid} ${comm}`, [
    ['caught', signalSetText(caught)],
    ['ignored', signalSetText(ignored)],
    ...threads.map(
      ({ tid, blocked }) =>
        [threads.length > 1 ? `blocked by ${tid}` : 'blocked', signalSetText(blocked)] as const,
    ),
    ['pending', pendingText(sharedPending, threads)],
    alternateStack?.sizeBytes
      ? ['stack', `${hex(alternateStack.address)}, ${alternateStack.sizeBytes} bytes`]
      : undefined,
  ]);
  return [
    { ...masks, rows: masks.rows.map((row) => ({ ...row, at: process.at })) },
    ...(handlers.length === 0 ? [] : [handlerTable(handlers)]),
    ...(queued.length === 0 ? [] : [queueTable(queued)]),
    ...(timers.length === 0 ? [] : [timerTable(timers)]),
  ];
}

function pendingText(shared: bigint, threads: readonly ThreadMasks[]): string {
  const parts = threads
    .filter(({ pending }) => pending !== 0n)
    .map(({ tid, pending }) => `${signalSetText(pending)} (thread ${tid})`);
  if (shared !== 0n) parts.unshift(`${signalSetText(shared)} (process)`);
  return parts.length === 0 ? 'none' : parts.join('; ');
}

const handlerTable = (handlers: readonly HandlerRow[]): Table => ({
  columns: [
    { title: '  SIGNAL' },
    { title: 'HANDLER' },
    { title: 'FLAGS' },
    { title: 'BLOCKS MEANWHILE', grows: true },
  ],
  rows: handlers.map(({ at, name, handler, flags, mask }) => ({
    at,
    cells: [`  ${name}`, handler, flags.join(' '), signalSetText(mask)],
  })),
});

const queueTable = (queued: readonly QueuedRow[]): Table => ({
  columns: [
    { title: '  QUEUED' },
    { title: 'FOR' },
    { title: 'CODE', align: 'right' },
    { title: 'FROM PID', align: 'right' },
    { title: 'UID', align: 'right' },
    { title: 'VALUE', grows: true },
  ],
  rows: queued.map(({ at, name, code, pid, uid, value, tid }) => ({
    at,
    cells: [
      `  ${name}`,
      tid === undefined ? 'process' : `thread ${tid}`,
      String(code),
      String(pid),
      String(uid),
      hex(value),
    ],
  })),
  note: `  ${plural(queued.length, 'queued signal')}`,
});

export const timerTable = (timers: readonly TimerRow[]): Table => ({
  columns: [
    { title: '  TIMER' },
    { title: 'LEFT', align: 'right' },
    { title: 'EVERY', align: 'right' },
    { title: 'SENDS' },
  ],
  rows: timers.map(({ at, what, leftNs, intervalNs, signal }) => ({
    at,
    cells: [
      `  ${what}`,
      leftNs === 0n ? 'not armed' : durationText(leftNs),
      intervalNs === 0n ? 'once' : durationText(intervalNs),
      signal,
    ],
  })),
});

export const signalsView: View<SignalRows> = {
  id: 'signals',
  summary: 'signals blocked, ignored, caught and pending; handlers, queues and timers',
  rows: signalRows,
  tables: signalTables,
};
