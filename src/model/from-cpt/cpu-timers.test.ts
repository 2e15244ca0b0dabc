/** Timers of CPU time: an image holds when they expire, the checkpoint what is left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { projectRoot } from '../../test-support/images.ts';
import type { CheckpointDraft } from '../checkpoint-draft.ts';
import { checkpointFromCpt } from './checkpoint-from-cpt.ts';
import { countCpuTimersDown } from './cpu-timers.ts';

const tick = 999_848n;
const off = { valueNs: 0n, intervalNs: 0n };
const every = (valueNs: bigint) => ({ valueNs, intervalNs: 7n });
const use = (utimeNs: bigint, stimeNs: bigint) => ({ utimeNs, stimeNs, cutimeNs: 999n, cstimeNs: 999n });

/** A leader with both timers, a thread of its group, another process; a thread of the group has ended. */
function draft(virtual: bigint, prof: bigint): CheckpointDraft {
  const timers = { real: every(5n), virtual: virtual ? every(virtual) : off, prof: prof ? every(prof) : off };
  const tasks = [
    { signal: 1, usage: use(100_000_000n, 10_000_000n), itimers: timers },
    { signal: 1, usage: use(20_000_000n, 2_000_000n), itimers: { real: off, virtual: off, prof: off } },
    { signal: 2, usage: use(5_000_000_000n, 5n), itimers: { real: off, virtual: off, prof: off } },
  ];
  const signals = new Map([[1, { usage: use(3_000_000n, 300_000n) }]]);
  return { tasks, signals } as unknown as CheckpointDraft;
}

// it_virt_expires - utime, it_prof_expires - (utime + stime), over all threads and those that ended.
test.each([
  [1_000_000_000n, 1_000_000_000n, 877_000_000n, 864_700_000n],
  [123_000_000n, 135_300_000n, tick, tick],
  [1n, 1n, tick, tick],
  [0n, 0n, 0n, 0n],
])('virtual %s, prof %s', (virtual, prof, virtualLeft, profLeft) => {
  const model = draft(virtual, prof);
  countCpuTimersDown(model, tick);
  const [leader, thread] = model.tasks;
  expect(leader?.itimers).toEqual({
    real: every(5n),
    virtual: virtual ? every(virtualLeft) : off,
    prof: prof ? every(profLeft) : off,
  });
  expect(thread?.itimers).toEqual({ real: off, virtual: off, prof: off });
});

/** The program set 0.3 s and 60 s; getitimer(2) never tells more than what was set, but for a tick. */
test('a real image: no more time is left than the program asked for', () => {
  const image = readFileSync(join(projectRoot, 'samples', 'cpt', '2.6.18-timers.cpt'));
  const { tasks } = checkpointFromCpt(memorySource(image), () => {});
  const itimers = tasks.find(({ comm }) => comm === 'itimer')?.itimers;
  expect(itimers?.virtual.valueNs).toBeLessThanOrEqual(300_000_000n + tick);
  expect(itimers?.prof.valueNs).toBeLessThanOrEqual(60_000_000_000n + tick);
  expect(itimers?.prof.valueNs).toBeGreaterThan(59_900_000_000n);
});
