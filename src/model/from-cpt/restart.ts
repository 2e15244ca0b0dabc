/** Restart blocks in neutral form: the meaning of the four arguments changed three times. */
import { restartBlockKind } from '../../parse/generated/cpt-records.ts';
import type { RestartBlock } from '../checkpoint.ts';
import { low32 } from './values.ts';
import type { VersionRules } from './version-rules.ts';

interface StoredRestart {
  readonly fn: bigint;
  readonly arg0: bigint;
  readonly arg1: bigint;
  readonly arg2: bigint;
  readonly arg3: bigint;
}

/** Returns undefined when no system call is to be restarted; its arguments are then stack leftovers. */
export function restartOf(
  stored: StoredRestart,
  rules: VersionRules,
  tickNs: bigint,
): RestartBlock | undefined {
  const { fn, arg0, arg1, arg2, arg3 } = stored;
  const args = [arg0, arg1, arg2, arg3];
  switch (Number(fn)) {
    case restartBlockKind.none:
      return undefined;
    case restartBlockKind.nanosleep:
    case restartBlockKind.compat_nanosleep: {
      const isCompat = Number(fn) === restartBlockKind.compat_nanosleep;
      return { kind: 'nanosleep', ...sleepOf(stored, rules, tickNs), isCompat };
    }
    case restartBlockKind.poll:
      return pollOf(stored, rules);
    case restartBlockKind.futex_wait:
      return { kind: 'futex', fn: Number(fn), args };
    case restartBlockKind.posix_cpu_nsleep:
      return { kind: 'cpu-nanosleep', fn: Number(fn), args };
    default:
      return { kind: 'unknown', fn: low32(fn), args };
  }
}

/** CLOCK_MONOTONIC: the only clock that kernels before 2.6.16 slept on. */
const clockMonotonic = 1;

function sleepOf({ arg0, arg1, arg2, arg3 }: StoredRestart, rules: VersionRules, tickNs: bigint) {
  const vanilla = { clock: low32(arg0), rmtp: arg1, remainingNs: arg2 };
  switch (rules.restart) {
    case 'jiffies':
      return { clock: clockMonotonic, rmtp: arg1, remainingNs: arg0 * tickNs };
    case 'vanilla-2.6.18':
      return { clock: low32(arg3), rmtp: arg2, remainingNs: arg0 };
    case 'vanilla-2.6.32':
      return vanilla;
    case 'rhel6':
      // Version 0x800 is written by both 2.6.32 lines: only the vanilla one leaves the last argument 0.
      return arg3 === 0n && arg2 !== 0n ? vanilla : { clock: low32(arg0), rmtp: arg1, remainingNs: arg3 };
  }
}

function pollOf({ arg0, arg1, arg2 }: StoredRestart, rules: VersionRules): RestartBlock {
  const isDeadline = rules.restart === 'rhel6';
  // RHEL 6 puts a flag above the number of descriptors; the vanilla line means 0 as "at once or no limit".
  const hasTimeout = isDeadline ? arg1 >> 32n !== 0n : arg2 !== 0n;
  const timeoutNs = hasTimeout ? arg2 : undefined;
  return { kind: 'poll', fds: arg0, count: low32(arg1), timeoutNs, isDeadline };
}
