/** What a version changes, as tables. */
import { describe, expect, test } from 'vitest';
import { stateLetter, tickNs, versionRules } from './version-rules.ts';

test.each([
  [1000, 999_848n],
  [250, 4_000_250n],
  [100, 10_000_000n],
  [1024, 976_562n],
  // Damage, not a rate.
  [0, 1_000_000n],
])('a tick at HZ %i', (hz, ns) => expect(tickNs(hz)).toBe(ns));

describe('by version', () => {
  test.each([
    [0x000, 'jiffies', true],
    [0x100, 'vanilla-2.6.18', false],
    [0x101, 'vanilla-2.6.18', false],
    [0x200, 'vanilla-2.6.18', false],
    [0x302, 'vanilla-2.6.18', false],
    [0x304, 'vanilla-2.6.18', false],
    [0x400, 'vanilla-2.6.32', false],
    [0x703, 'vanilla-2.6.32', false],
    [0x800, 'rhel6', false],
    [0x803, 'rhel6', false],
  ])('%i: restart blocks and times', (version, restart, countsJiffies) => {
    expect(versionRules(version)).toMatchObject({ restart, countsJiffies });
  });

  test.each([
    [
      0x302,
      { capabilityMask: 0xffffffffn, storesSecurebits: false, storesVdso: false, storesUnixMount: false },
    ],
    [0x303, { storesVdso: true, storesUnixMount: false, storesShmLimits: false }],
    [0x304, { storesUnixMount: true }],
    [0x600, { capabilityMask: 2n ** 64n - 1n, storesSecurebits: true, storesShmLimits: true }],
    [0x803, { storesLastWatch: false, storesSignalGroups: false }],
  ])('%i: what is stored', (version, rules) => expect(versionRules(version)).toMatchObject(rules));
});

test.each([
  [0n, 'R'],
  [1n, 'S'],
  [2n, 'S'],
  [4n, 'T'],
  [132n, 'T'],
  [8n, 't'],
  [136n, 't'],
  [16n, 'Z'],
  [32n, 'X'],
  [3n, '?'],
  [2n ** 64n - 1n, '?'],
])('state %s', (state, letter) => expect(stateLetter(state)).toBe(letter));
