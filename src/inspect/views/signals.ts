/** signals: what each process blocks, ignores, catches and has pending; handlers, queued signals, timers. */
import { type MachineName, machines } from '../../abi/machines.ts';
import { LazyList, Pieces } from '../../lazy-list.ts';
import type {
  Checkpoint,
  PosixTimer,
  Process,
  QueuedSignal,
  SignalAction,
  Task,
} from '../../model/checkpoint.ts';
import { follow, headOf } from '../../model/look-up.ts';
import type { Rows } from '../../model/rows.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { toPid } from '../links.ts';
import { emptyTable, properties, type Table } from '../table.ts';
import type { View } from '../view.ts';
import {
  clockText,
  durationText,
  enumText,
  hex,
  namesOfFlags,
  plural,
  signalName,
  signalSetText,
} from '../words.ts';

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
  /** Of POSIX timers, see `PosixTimer.clock`. */
  readonly clock?: number;
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
  readonly machine: MachineName;
  /** Made as they are read. */
  readonly processes: Rows<ProcessSignals>;
}

const signalRows = ({ checkpoint }: Image, filter: Filter): SignalRows => ({
  machine: checkpoint.image.architecture,
  processes: new LazyList(wantedProcesses(checkpoint, filter), (process) =>
    processSignals(checkpoint, process),
  ),
});

const ignoreHandler = 1n;

function processSignals(checkpoint: Checkpoint, process: Process): ProcessSignals {
  const machine = checkpoint.image.architecture;
  const { pid, tasks } = process;
  const task = headOf(process);
  const actions = follow(checkpoint.sighands, task.sighand)?.actions ?? [];
  const shared = follow(checkpoint.signals, task.signal);
  const posix = follow(checkpoint.posixTimers, task.posixTimers);
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
    handlers: actions.map((action) => handlerRow(action, machine)),
    queued: [
      ...(shared?.queue ?? []).map((signal) => queuedRow(signal, machine)),
      ...tasks.flatMap((thread) => thread.queue.map((signal) => queuedRow(signal, machine, thread.pid))),
    ],
    timers: [...intervalTimers(task), ...(posix?.timers ?? []).map((timer) => posixTimerRow(timer, machine))],
    alternateStack: task.altStack && { address: task.altStack.address, sizeBytes: task.altStack.sizeBytes },
  };
}

/** A damaged image may name signals that no kernel has. */
const signalBit = (signo: number): bigint => (signo >= 1 && signo <= 64 ? 1n << BigInt(signo - 1) : 0n);

const handlerRow = ({ at, signo, handler, flags, mask }: SignalAction, machine: MachineName): HandlerRow => ({
  at,
  signo,
  name: signalName(signo, machine),
  handler: handler === 0n ? 'default' : handler === ignoreHandler ? 'ignore' : hex(handler),
  flags: namesOfFlags(machines[machine].signalFlags, Number(BigInt.asUintN(32, flags))),
  mask,
});

const queuedRow = (
  { at, signo, code, pid, uid, value }: QueuedSignal,
  machine: MachineName,
  tid?: number,
): QueuedRow => ({
  at,
  signo,
  name: signalName(signo, machine),
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

export function posixTimerRow(timer: PosixTimer, machine: MachineName): TimerRow {
  const { at, timerId, clock, valueNs, intervalNs, sigevNotify, sigevSigno } = timer;
  const notify = enumText('sigev_notify', sigevNotify) ?? `notify ${sigevNotify}`;
  return {
    at,
    what: `timer ${timerId} ${clockText(clock)}`,
    clock,
    leftNs: valueNs,
    intervalNs,
    signal: notify === 'SIGEV_NONE' ? 'none' : signalName(sigevSigno, machine),
  };
}

const signalTables = ({ machine, processes }: SignalRows): Iterable<Table> =>
  processes.length === 0
    ? [emptyTable('no processes')]
    : new Pieces(function* () {
        for (const process of processes) yield* processTables(process, machine);
      });

function processTables(process: ProcessSignals, machine: MachineName): readonly Table[] {
  const { pid, comm, threads, sharedPending, ignored, caught, handlers, queued, timers, alternateStack } =
    process;
  const setText = (mask: bigint) => signalSetText(mask, machine);
  const masks = properties(`${pid} ${comm}`, [
    ['caught', setText(caught)],
    ['ignored', setText(ignored)],
    ...threads.map(
      ({ tid, blocked }) => [threads.length > 1 ? `blocked by ${tid}` : 'blocked', setText(blocked)] as const,
    ),
    ['pending', pendingText(sharedPending, threads, setText)],
    alternateStack?.sizeBytes
      ? ['stack', `${hex(alternateStack.address)}, ${alternateStack.sizeBytes} bytes`]
      : undefined,
  ]);
  return [
    { ...masks, rows: masks.rows.map((row) => ({ ...row, at: process.at, links: [toPid(pid)] })) },
    ...(handlers.length === 0 ? [] : [handlerTable(handlers, setText)]),
    ...(queued.length === 0 ? [] : [queueTable(queued)]),
    ...(timers.length === 0 ? [] : [timerTable(timers)]),
  ];
}

function pendingText(
  shared: bigint,
  threads: readonly ThreadMasks[],
  setText: (mask: bigint) => string,
): string {
  const parts = threads
    .filter(({ pending }) => pending !== 0n)
    .map(({ tid, pending }) => `${setText(pending)} (thread ${tid})`);
  if (shared !== 0n) parts.unshift(`${setText(shared)} (process)`);
  return parts.length === 0 ? 'none' : parts.join('; ');
}

const handlerTable = (handlers: readonly HandlerRow[], setText: (mask: bigint) => string): Table => ({
  columns: [
    { title: '  SIGNAL' },
    { title: 'HANDLER' },
    { title: 'FLAGS' },
    { title: 'BLOCKS MEANWHILE', grows: true },
  ],
  rows: handlers.map(({ at, name, handler, flags, mask }) => ({
    at,
    cells: [`  ${name}`, handler, flags.join(' '), setText(mask)],
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
    links: pid > 0 ? [toPid(pid, 'sent by')] : [],
    cells: [
      `  ${name}`,
      tid === undefined ? 'process' : `thread ${tid}`,
      String(code),
      String(pid),
      String(uid),
      hex(value),
    ],
  })),
  notes: [`  ${plural(queued.length, 'queued signal')}`],
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
  rows: signalRows,
  tables: signalTables,
};
