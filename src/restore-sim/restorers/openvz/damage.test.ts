/** Damaged images of every kind end in a report, soon, and in the same one twice. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import { sampleImages } from '../../../test-support/images.ts';
import { simulateOpenvzRestore } from './simulate.ts';

const images = sampleImages
  .map(({ path, name }) => ({ name, bytes: new Uint8Array(readFileSync(path)) }))
  .filter(({ bytes }) => bytes.length < 130_000);

const outcome = (bytes: Uint8Array): string => {
  const { verdict, failures, losses, processes } = simulateOpenvzRestore(memorySource(bytes));
  return JSON.stringify([verdict, failures, losses, processes]);
};

/** Lengths, counts and positions that hurt. */
const values = fc.oneof(
  fc.constantFrom(0n, 1n, 8n, 16n, 0xffn, 0xffffn, 0x7fffffffn, 0xffffffffn, 1n << 40n, 1n << 63n, ~0n),
  fc.bigInt(0n, (1n << 64n) - 1n),
);

test('changed words', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(1, 2, 4, 8), values), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.nat(images.length - 1), edits, (index, changes) => {
      const bytes = images[index]!.bytes.slice();
      const view = new DataView(bytes.buffer);
      for (const [place, length, value] of changes) {
        // Headers lie at multiples of 8 nearly everywhere: odd places would seldom hit one.
        const at = ((place * 8) % (bytes.length - 8)) & ~7;
        for (let byte = 0; byte < length; byte += 1) {
          view.setUint8(at + byte, Number((BigInt.asUintN(64, value) >> BigInt(8 * byte)) & 0xffn));
        }
      }
      expect(outcome(bytes)).toBe(outcome(bytes));
    }),
    { numRuns: 400, seed: 20081 },
  );
});

test('cut and moved', () => {
  fc.assert(
    fc.property(fc.nat(images.length - 1), fc.nat(), fc.nat(), fc.nat(4096), (index, from, to, length) => {
      const { bytes } = images[index]!;
      const moved = bytes.slice();
      moved.copyWithin(to % bytes.length, from % bytes.length, (from % bytes.length) + length);
      outcome(moved);
      const cut = outcome(bytes.slice(0, from % bytes.length));
      expect(cut).toContain('fails');
    }),
    { numRuns: 200, seed: 20082 },
  );
});

test.each([0, 1, 79, 80, 327, 328])('%i bytes of zeros', (length) => {
  expect(simulateOpenvzRestore(memorySource(new Uint8Array(length))).verdict).toBe('fails');
});
