/**
 * Damaged images: no crash, no hang, no finding without a place, and changes of meaningful fields are seen.
 */
import { expect, test } from 'vitest';
import { random } from '../test-support/random.ts';
import { withoutPages } from './cpt/broken/recipe.ts';
import { judge, readSample } from './testing/engine.ts';
import { meaningfulFields, mutateBytes, mutateField } from './testing/mutate.ts';
import type { ImageReport } from './validate.ts';

const bases = ['2.6.18-unaligned', '2.6.18-counter', '2.6.32-events', '2.6.18-tcp-udp'].map((name) =>
  withoutPages(readSample(name)),
);
const seed = Number(process.env['CR_SEED'] ?? 20_080_601);

function expectLocated({ findings, sizeBytes }: ImageReport, what: string): void {
  for (const { at, length, code } of findings) {
    const { offset = -1 } = at;
    expect(offset >= 0 && offset + length <= sizeBytes && at.path !== undefined, `${code} of ${what}`).toBe(
      true,
    );
  }
}

const isDetected = ({ findings }: ImageReport) => findings.some(({ severity }) => severity !== 'note');

test(`three hundred kinds of damage (CR_SEED=${seed})`, () => {
  const below = random(seed);
  for (let count = 0; count < 300; count += 1) {
    const base = bases[count % bases.length] as Uint8Array;
    expectLocated(judge(mutateBytes(base, below)), `mutation ${count} of seed ${seed}`);
  }
});

test(`most changes of lengths, types, positions, ids and bounds are detected (CR_SEED=${seed})`, () => {
  const below = random(seed);
  let detected = 0;
  const total = 300;
  for (let count = 0; count < total; count += 1) {
    const base = bases[count % bases.length] as Uint8Array;
    const fields = meaningfulFields(base);
    const field = fields[below(fields.length)];
    if (!field) continue;
    const report = judge(mutateField(base, field, below));
    expectLocated(report, `${field.name}, mutation ${count} of seed ${seed}`);
    if (isDetected(report)) detected += 1;
  }
  expect(detected / total).toBeGreaterThan(0.9);
});
