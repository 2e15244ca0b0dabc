/** What the restored programs found out afterwards on the real 2.6.32, said beforehand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imageInput, planConversion, runConversion } from '../../../convert/cpt/convert.ts';
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import type { CptVariantId } from '../../../parse/cpt/variants.ts';
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import { hasCollection, projectRoot, sample } from '../../../test-support/images.ts';
import { simulateOpenvzRestore } from './simulate.ts';
import { section } from './testing/changes.ts';
import { said } from './testing/check.ts';

const collection = join(projectRoot, '..', 'shared', 'images', 'cpt');

function converted(path: string, to: CptVariantId, endFutexWaits = false) {
  const input = imageInput(memorySource(Uint8Array.from(readFileSync(path))));
  const plan = planConversion(input, { to, endFutexWaits, allow: ['drop-files'] }, () => {});
  const sink = new MemorySink();
  runConversion(input, plan, sink, () => {});
  return simulateOpenvzRestore(memorySource(sink.result()));
}

const codesOf = (report: ReturnType<typeof converted>) =>
  [...report.losses, ...report.notes].map(({ code }) => code);

describe.skipIf(!hasCollection)('a futex waiter of 2.6.18', () => {
  test.each(['c1', 'c-32bit'])('%s', (name) => {
    const path = join(collection, '2.6.18', name, 'image.cpt');
    for (const to of ['cpt-2.6.18.3', 'cpt-2.6.32.3/042stab113.5'] as const) {
      expect(codesOf(converted(path, to))).toContain('futex-wait-kept');
      expect(codesOf(converted(path, to, true))).not.toContain('futex-wait-kept');
    }
    // On its own kernel it is woken.
    expect(codesOf(simulateOpenvzRestore(memorySource(readFileSync(path))))).not.toContain('futex-wait-kept');
  });
});

test('the vdso page of a 32-bit task: kept to 0x303, and missed where it is not in the image', () => {
  expect(codesOf(converted(sample('2.6.32-counter-32bit'), 'cpt-2.6.18.3'))).not.toContain('vdso-missing');
  const without = section(sectionType.vsyscall, { type: 0 });
  expect(said('2.6.32-counter-32bit', without, 'openvz-2.6.32')).toContain('vdso-missing');
  expect(said('2.6.32-counter', without, 'openvz-2.6.32')).not.toContain('vdso-missing');
});

test('new pids and POSIX timers of an image that has no place for them', () => {
  const old = codesOf(converted(sample('2.6.32-events'), 'cpt-2.6.18.3'));
  expect(old).toContain('low-pids');
  expect(old).toContain('timers-not-in-image');
  const kept = converted(sample('2.6.32-events'), 'cpt-2.6.32.1/042stab061.9');
  expect(codesOf(kept)).not.toContain('low-pids');
  expect(codesOf(kept)).not.toContain('timers-not-in-image');
});

test('what the running kernel has to have is a condition with its record', () => {
  const { conditions } = simulateOpenvzRestore(memorySource(readFileSync(sample('2.6.32-events'))));
  const nfs = conditions.find(({ code }) => code === 'feature-needed');
  expect(nfs).toMatchObject({ wanted: 'nfs', otherwise: 'loses', at: { offset: 12 } });
});
