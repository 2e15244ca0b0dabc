/** Signals, handlers, timers and limits; in the core of the leader, or in files of their own before. */
import type {
  CoreEntry,
  ItimerEntry,
  PosixTimerEntry,
  RlimitEntry,
  SaEntry,
  SiginfoEntry,
  TaskCoreEntry,
  TaskTimersEntry,
} from '../../parse/generated/criu-descriptors.ts';
import type {
  IntervalTimer,
  IntervalTimers,
  PosixTimer,
  QueuedSignal,
  ResourceLimit,
  SignalAction,
} from '../checkpoint.ts';
import { type Interning, intern, internOf } from '../intern.ts';
import { type CriuImage, entriesOf } from './image.ts';

const second = 1_000_000_000n;

/** Where entries are looked up, and equal ones are found again. */
type SignalContext = Interning & { readonly image: CriuImage };

/** siginfo_t of 64-bit kernels: the union begins at 16. */
export function queuedSignal({ siginfo }: SiginfoEntry, at: number): QueuedSignal | undefined {
  if (siginfo === undefined || siginfo.length < 32) return undefined;
  const view = new DataView(siginfo.buffer, siginfo.byteOffset, siginfo.byteLength);
  const words = Array.from({ length: Math.floor((siginfo.length - 16) / 4) }, (_, index) =>
    view.getUint32(16 + 4 * index, true),
  );
  return {
    at,
    signo: view.getInt32(0, true),
    errno: view.getInt32(4, true),
    code: view.getInt32(8, true),
    pid: view.getInt32(16, true),
    uid: view.getUint32(20, true),
    value: view.getBigUint64(24, true),
    utimeNs: 0n,
    stimeNs: 0n,
    user: 0n,
    flags: 0,
    words,
  };
}

const queueOf = (entries: readonly SiginfoEntry[], at: number): QueuedSignal[] =>
  entries.flatMap((entry) => queuedSignal(entry, at) ?? []);

export const pendingMask = (queue: readonly QueuedSignal[]): bigint =>
  queue.reduce((mask, { signo }) => (signo < 1 || signo > 64 ? mask : mask | (1n << BigInt(signo - 1))), 0n);

/** Shared by the process. */
export const sharedQueue = (
  image: CriuImage,
  pid: number,
  { tc }: CoreEntry,
  at: number,
): readonly QueuedSignal[] =>
  tc?.signals_s === undefined
    ? [...entriesOf(image, 'SIGNAL', 'siginfo_entry', pid)].flatMap(
        (entry) => queuedSignal(entry.fields, entry.at) ?? [],
      )
    : queueOf(tc.signals_s.signals ?? [], at);

/** Of one thread. */
export const privateQueue = (
  image: CriuImage,
  tid: number,
  core: CoreEntry,
  at: number,
): readonly QueuedSignal[] =>
  core.thread_core?.signals_p === undefined
    ? [...entriesOf(image, 'PSIGNAL', 'siginfo_entry', tid)].flatMap(
        (entry) => queuedSignal(entry.fields, entry.at) ?? [],
      )
    : queueOf(core.thread_core.signals_p.signals ?? [], at);

// criu/sigact.c: one entry for each signal but SIGKILL and SIGSTOP, whose action cannot change.
const storedSignals = Array.from({ length: 64 }, (_, index) => index + 1).filter(
  (signo) => signo !== 9 && signo !== 19,
);

export function signalActions(image: CriuImage, pid: number, tc: TaskCoreEntry, at: number): SignalAction[] {
  const own: readonly SaEntry[] = tc.sigactions ?? [];
  const actions: SignalAction[] = [];
  // Most are those that a process has by itself, and one object.
  let unset: SaEntry | undefined;
  for (let index = 0; index < own.length; index++) {
    const entry = own[index] as SaEntry;
    if (entry !== unset && !addAction(actions, index, entry, at)) unset = entry;
  }
  if (own.length > 0) return actions;
  let index = 0;
  for (const entry of entriesOf(image, 'SIGACT', 'sa_entry', pid))
    addAction(actions, index++, entry.fields, entry.at);
  return actions;
}

/** False for one that is as in a new process. */
function addAction(actions: SignalAction[], index: number, entry: SaEntry, at: number): boolean {
  const signo = storedSignals[index];
  const { sigaction: handler = 0n, flags = 0n, mask = 0n } = entry;
  if (handler === 0n && flags === 0n && mask === 0n) return false;
  if (signo !== undefined) actions.push({ at, signo, handler, restorer: entry.restorer ?? 0n, flags, mask });
  return true;
}

const intervalTimer = (timer: ItimerEntry | undefined): IntervalTimer => ({
  valueNs: (timer?.vsec ?? 0n) * second + (timer?.vusec ?? 0n) * 1000n,
  intervalNs: (timer?.isec ?? 0n) * second + (timer?.iusec ?? 0n) * 1000n,
});

/** Three entries in the order real, virtual, prof where they have a file of their own. */
export function intervalTimers(
  context: SignalContext,
  pid: number,
  tc: TaskCoreEntry | undefined,
): IntervalTimers {
  const stored = tc?.timers;
  if (stored !== undefined)
    return internOf(ofTimers, stored, ({ real, virt, prof }) => timersOf(context, [real, virt, prof]));
  const entries = [...entriesOf(context.image, 'ITIMERS', 'itimer_entry', pid)];
  return timersOf(
    context,
    entries.map(({ fields }) => fields),
  );
}

const ofTimers = new WeakMap<TaskTimersEntry, IntervalTimers>();

function timersOf(
  context: SignalContext,
  [real, virt, prof]: readonly (ItimerEntry | undefined)[],
): IntervalTimers {
  const timers = { real: intervalTimer(real), virtual: intervalTimer(virt), prof: intervalTimer(prof) };
  const key = [timers.real, timers.virtual, timers.prof].flatMap((timer) => [
    timer.valueNs,
    timer.intervalNs,
  ]);
  return intern(context, `itimers ${key}`, () => timers);
}

export function posixTimers(image: CriuImage, pid: number, tc: TaskCoreEntry, at: number): PosixTimer[] {
  if (tc.timers !== undefined) return (tc.timers.posix ?? []).map((timer) => posixTimer(timer, at));
  return [...entriesOf(image, 'POSIX_TIMERS', 'posix_timer_entry', pid)].map((entry) =>
    posixTimer(entry.fields, entry.at),
  );
}

function posixTimer(timer: PosixTimerEntry, at: number): PosixTimer {
  return {
    at,
    timerId: timer.it_id ?? 0,
    // Stored without its sign: clocks of processor time are below zero.
    clock: (timer.clock_id ?? 0) | 0,
    overrun: timer.overrun ?? 0,
    overrunLast: 0,
    isSignalPending: false,
    valueNs: (timer.vsec ?? 0n) * second + (timer.vnsec ?? 0n),
    intervalNs: (timer.isec ?? 0n) * second + (timer.insec ?? 0n),
    sigevValue: timer.sival_ptr ?? 0n,
    sigevSigno: timer.si_signo ?? 0,
    sigevNotify: timer.it_sigev_notify ?? 0,
    sigevNotifyTid: timer.notify_thread_id,
  };
}

export function resourceLimits(
  context: SignalContext,
  pid: number,
  tc: TaskCoreEntry | undefined,
): readonly ResourceLimit[] {
  const own = tc?.rlimits?.rlimits;
  if (own !== undefined) return internOf(ofLimits, own, () => limitsOf(context, own));
  const entries = [...entriesOf(context.image, 'RLIMIT', 'rlimit_entry', pid)];
  return limitsOf(
    context,
    entries.map(({ fields }) => fields),
  );
}

const ofLimits = new WeakMap<readonly RlimitEntry[], readonly ResourceLimit[]>();

function limitsOf(context: SignalContext, entries: readonly RlimitEntry[]): readonly ResourceLimit[] {
  const key = entries.flatMap(({ cur = 0n, max = 0n }) => [cur, max]);
  return intern(context, `rlimits ${key}`, () =>
    entries.map(({ cur = 0n, max = 0n }) => ({ current: cur, max })),
  );
}
