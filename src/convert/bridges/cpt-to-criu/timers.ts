/** Interval and POSIX timers. */
import type { Checkpoint, IntervalTimer, Task } from '../../../model/checkpoint.ts';
import type {
  ItimerEntry,
  PosixTimerEntry,
  TaskTimersEntry,
} from '../../../parse/generated/criu-descriptors.ts';

const billion = 1_000_000_000n;

export function timersOf(checkpoint: Checkpoint, { itimers, posixTimers }: Task): TaskTimersEntry {
  const timers = posixTimers === undefined ? [] : (checkpoint.posixTimers.get(posixTimers)?.timers ?? []);
  const posix = [...timers]
    .sort((a, b) => a.timerId - b.timerId)
    .map(
      (timer): PosixTimerEntry => ({
        it_id: timer.timerId,
        clock_id: timer.clock >>> 0,
        si_signo: timer.sigevSigno,
        it_sigev_notify: timer.sigevNotify,
        sival_ptr: timer.sigevValue,
        // The kernel keeps -1 for a timer that has not fired.
        overrun: Math.max(timer.overrun, 0),
        isec: timer.intervalNs / billion,
        insec: timer.intervalNs % billion,
        vsec: timer.valueNs / billion,
        vnsec: timer.valueNs % billion,
        ...(timer.sigevNotifyTid && { notify_thread_id: timer.sigevNotifyTid }),
      }),
    );
  return {
    real: itimer(itimers.real),
    virt: itimer(itimers.virtual),
    prof: itimer(itimers.prof),
    ...(posix.length > 0 && { posix }),
  };
}

/** Microseconds, rounded up: a timer that runs must not be written as one that is off. */
function itimer({ valueNs, intervalNs }: IntervalTimer): ItimerEntry {
  const value = microseconds(valueNs);
  const interval = microseconds(intervalNs);
  const million = 1_000_000n;
  return {
    isec: interval / million,
    iusec: interval % million,
    vsec: value / million,
    vusec: value % million,
  };
}

const microseconds = (ns: bigint): bigint => (ns + 999n) / 1000n;
