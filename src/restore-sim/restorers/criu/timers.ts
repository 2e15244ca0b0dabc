/** Interval timers and POSIX timers of a task (criu/timer.c, pie/restorer.c). */
import { placeOf } from '../../../model/from-criu/image.ts';
import type { ItimerEntry, PosixTimerEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { CriuRestore, Item } from './context.ts';
import type { RestoringMachine } from './machine.ts';
import { coreOf } from './read-file.ts';
import { fails } from './stop.ts';

const microseconds = 1_000_000n;
const nanoseconds = 1_000_000_000n;

/** decode_itimer, before the restorer runs. */
export function checkIntervalTimers(restore: CriuRestore, { pid }: Item): void {
  const core = coreOf(restore, pid);
  const timers = core?.fields.tc?.timers;
  if (core === undefined || timers === undefined) return;
  for (const name of ['real', 'virt', 'prof'] as const) {
    const part = wrongPart(timers[name] ?? {});
    if (part === undefined) continue;
    const message = `CRIU: "Invalid timer ${part}"; the ${name} timer of ${pid} is out of range`;
    fails('criu-timer', placeOf(core), message);
  }
}

function wrongPart({ isec = 0n, iusec = 0n, vsec = 0n, vusec = 0n }: ItimerEntry): string | undefined {
  if (!isTime(isec, iusec, microseconds)) return 'interval';
  return isTime(vsec, vusec, microseconds) ? undefined : 'value';
}

const isTime = (seconds: bigint, parts: bigint, second: bigint): boolean =>
  BigInt.asIntN(64, seconds) >= 0n && parts < second;

// timer_create(2): SIGEV_*.
const notify = { signal: 0, none: 1, thread: 2, threadId: 4 } as const;
const knownNotify: ReadonlySet<number> = new Set([
  notify.signal,
  notify.none,
  notify.signal | notify.threadId,
]);

/** kernel/time/posix-timers.c: do_timer_create and do_timer_settime, in the restorer. */
// Holds for clocks of tasks and threads, whose numbers are below zero and are not looked at.
export function createTimers(restore: CriuRestore, { pid }: Item): void {
  const core = coreOf(restore, pid);
  const timers = core?.fields.tc?.timers?.posix ?? [];
  for (const [index, timer] of timers.entries()) {
    const why = refusedTimer(timer, restore.machine);
    if (core === undefined || why === undefined) continue;
    const message = `CRIU: "Can't create posix timer - ${index}: -22"; timer ${timer.it_id ?? 0} of ${pid}: ${why}`;
    fails('criu-timer', placeOf(core), message, { errno: 'EINVAL' });
  }
}

function refusedTimer(timer: PosixTimerEntry, { lastSignal }: RestoringMachine): string | undefined {
  const { it_sigev_notify: how = 0, si_signo: signal = 0 } = timer;
  if (!knownNotify.has(how)) return `it notifies in the way ${how}`;
  if (how !== notify.none && (signal < 1 || signal > lastSignal)) return `there is no signal ${signal}`;
  const { isec = 0n, insec = 0n, vsec = 0n, vnsec = 0n } = timer;
  if (isTime(isec, insec, nanoseconds) && isTime(vsec, vnsec, nanoseconds)) return undefined;
  return 'its times are out of range';
}
