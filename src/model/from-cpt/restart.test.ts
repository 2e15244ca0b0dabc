/** Restart blocks of all kernel lines. */
import { expect, test } from 'vitest';
import { restartOf } from './restart.ts';
import { tickNs, versionRules } from './version-rules.ts';

const check = (version: number, [fn, arg0, arg1, arg2, arg3]: readonly bigint[], expected: unknown) =>
  expect(
    restartOf(
      { fn: fn ?? 0n, arg0: arg0 ?? 0n, arg1: arg1 ?? 0n, arg2: arg2 ?? 0n, arg3: arg3 ?? 0n },
      versionRules(version),
      tickNs(1000),
    ),
  ).toEqual(expected);

const sleep = (clock: number, remainingNs: bigint, rmtp: bigint, isCompat = false) => ({
  kind: 'nanosleep',
  clock,
  remainingNs,
  rmtp,
  isCompat,
});

test('nothing to restart: the arguments are leftovers', () => check(0x302, [0n, 1n, 2n, 3n, 4n], undefined));

test('a sleep of each kernel line', () => {
  check(0x000, [1n, 1000n, 0x7f00n], sleep(1, 999_848_000n, 0x7f00n));
  check(0x302, [1n, 5_000_000n, 0n, 0x7f00n, 1n], sleep(1, 5_000_000n, 0x7f00n));
  check(0x600, [1n, 1n, 0x7f00n, 5_000_000n, 0n], sleep(1, 5_000_000n, 0x7f00n));
  check(0x803, [1n, 1n, 0x7f00n, 0n, 5_000_000n], sleep(1, 5_000_000n, 0x7f00n));
});

test('0x800 was written by two lines, which the last argument tells apart', () => {
  check(0x800, [1n, 1n, 0x7f00n, 5_000_000n, 0n], sleep(1, 5_000_000n, 0x7f00n));
  check(0x800, [1n, 0n, 0x7f00n, 0x7f00n, 5_000_000n], sleep(0, 5_000_000n, 0x7f00n));
});

test('a 32-bit sleep on a 64-bit kernel', () => check(0x803, [2n, 1n, 7n, 7n, 9n], sleep(1, 9n, 7n, true)));

test('poll: time left, or a deadline', () => {
  check(0x600, [3n, 0x1000n, 2n, 77n], {
    kind: 'poll',
    fds: 0x1000n,
    count: 2,
    timeoutNs: 77n,
    isDeadline: false,
  });
  check(0x803, [3n, 0x1000n, (1n << 32n) | 2n, 77n], {
    kind: 'poll',
    fds: 0x1000n,
    count: 2,
    timeoutNs: 77n,
    isDeadline: true,
  });
  check(0x803, [3n, 0x1000n, 2n, 77n], {
    kind: 'poll',
    fds: 0x1000n,
    count: 2,
    timeoutNs: undefined,
    isDeadline: true,
  });
});

test('kinds without a neutral form keep their arguments', () => {
  check(0x803, [4n, 1n, 2n, 3n, 4n], { kind: 'futex', fn: 4, args: [1n, 2n, 3n, 4n] });
  check(0x803, [5n, 1n], { kind: 'cpu-nanosleep', fn: 5, args: [1n, 0n, 0n, 0n] });
  check(0x803, [9n], { kind: 'unknown', fn: 9, args: [0n, 0n, 0n, 0n] });
});
