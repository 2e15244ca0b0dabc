/** Converted images restore on the kernels they are for; a changed version word alone is not enough. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { imageInput, planConversion, runConversion } from '../../../convert/cpt/convert.ts';
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import { parseCptVariant } from '../../../parse/cpt/variants.ts';
import { realImages } from '../../../test-support/images.ts';
import type { SimulationReport } from '../../report.ts';
import { simulateOpenvzRestore } from './simulate.ts';
import { restoreChanged, restored, said } from './testing/check.ts';

const oldImages = realImages.filter(({ name }) => name.includes('2.6.18'));

const withoutTimes = ({ processes, ipc }: SimulationReport) => ({
  // Jiffies round start times.
  processes: processes.map(({ startTimeNs: _, ...rest }) => rest),
  ipc,
});

describe.each(oldImages)('$name', ({ path }) => {
  const original = readFileSync(path);
  const own = simulateOpenvzRestore(memorySource(original));

  test.each(['0x803', '0x303', '0x304', '0x301', '0x200', '0x100', '0x000'])('converted to %s', (version) => {
    const input = imageInput(memorySource(original));
    const plan = planConversion(input, { to: parseCptVariant(version)! }, () => {});
    const sink = new MemorySink();
    runConversion(input, plan, sink, () => {});
    const report = simulateOpenvzRestore(memorySource(sink.result()));
    expect(report.failures).toEqual([]);
    expect(report.losses.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(withoutTimes(report)).toEqual(withoutTimes(own));
  });
});

const labelled = (imageVersion: number) => (image: Parameters<Parameters<typeof restored>[1]>[0]) =>
  void image.set(image.find('image'), { imageVersion });

test.each<[string, number, string]>([
  // A sleep would be restarted on a clock whose number is its remaining time.
  ['2.6.18-tree', 0x803, 'crashes restart-clock'],
  ['2.6.18-timers', 0x800, 'crashes restart-clock'],
  ['2.6.18-tree', 0x303, 'restores'],
  ['2.6.32-counter', 0x303, 'crashes restart-clock'],
  ['2.6.18-tcp-udp', 0x301, 'hangs tcp-control-block'],
  ['2.6.18-tcp-udp', 0x200, 'hangs tcp-control-block'],
  ['2.6.18-counter', 0x201, 'restores'],
])('%s with nothing but the version word 0x%x', (name, version, expected) => {
  expect(restored(name, labelled(version))).toBe(expected);
});

test('what restores on paper only', () => {
  expect(said('2.6.18-sysv-ipc', labelled(0x303))).toContain('killed-after-resume');
  expect(said('2.6.18-tcp-udp', labelled(0x303))).toContain('datagrams-lost');
  const { losses } = restoreChanged('2.6.18-counter-32bit', labelled(0x803));
  expect(losses.map(({ message }) => message).join()).toContain('32-bit task');
});

test('a kernel that hangs when a program reads has restored everything before', () => {
  const { processes } = restoreChanged('2.6.18-tcp-udp', labelled(0x301));
  expect(processes.map(({ comm }) => comm)).toContain('tcp');
});
