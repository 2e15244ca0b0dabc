/** Start times in jiffies: nothing that /proc/PID/stat shows may change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nsToTimespec, tickNs } from '../facts.ts';
import { detectStartTimeUnit, nsToStartJiffies, nsToTimerJiffies } from './start-times.ts';

const shown = (ns: bigint) => ns / 10_000_000n;

test('20049000 ns is nearest to 20 ticks, which would show as 1; 21 shows as 2', () => {
  expect(nsToStartJiffies(20_049_000n, 1000)).toBe(21n);
});

test.each([1000, 250])('at HZ %i every start time keeps the value that is shown', (hz) => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (ns) => {
      expect(shown(nsToStartJiffies(ns, hz) * tickNs(hz))).toBe(shown(ns));
    }),
    { seed: 1 },
  );
});

test.each([
  [0n, 0n],
  [1n, 1n],
  [999_848n, 1n],
  [999_849n, 2n],
  [2_000_000_000n, 2001n],
])('a timer of %i ns is %i ticks, rounded up', (ns, ticks) => {
  expect(nsToTimerJiffies(ns, 1000)).toBe(ticks);
});

describe('the unit of start times', () => {
  const age = 5_000_000_000n;
  const code = (seconds: bigint, ns: bigint) => nsToTimespec(seconds * 1_000_000_000n + ns);
  test.each([
    ['only the init', [0n], 'timespec'],
    ['possible times', [0n, code(0n, 15_480_000n), code(4n, 999_999_999n)], 'timespec'],
    ['jiffies of the first seconds', [0n, 15n, 4000n], 'jiffies'],
    ['nanoseconds beyond a second', [0n, 0xf000_0000n], 'jiffies'],
    ['after the dump', [0n, 9n << 32n], 'jiffies'],
    [
      'many tasks within a tenth of a millisecond',
      [0n, ...Array.from({ length: 40 }, (_, i) => 1_000_000n + BigInt(i))],
      'jiffies',
    ],
  ] as const)('%s', (_name, values, unit) => {
    expect(detectStartTimeUnit({ values, ageNs: age }, 'timespec', 1000).unit).toBe(unit);
  });
  test('seconds and nanoseconds under version 0x000', () => {
    const found = detectStartTimeUnit({ values: [0n, 15_480_000n], ageNs: age }, 'jiffies', 1000);
    expect(found.unit).toBe('timespec');
  });
});
