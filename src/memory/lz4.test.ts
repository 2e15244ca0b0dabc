/** LZ4 blocks: what is encoded decodes to the same, and no damage reaches outside of its block. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLz4, encodeLz4, lz4BytesMax } from './lz4.ts';

/** Bytes with repetitions, as memory has them. */
const memory = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 60 })), { maxLength: 12 })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(([bytes, times]) =>
        Array(times)
          .fill([...bytes])
          .flat(),
      ),
    ),
  );

test('what is encoded decodes to the same', () => {
  fc.assert(
    fc.property(memory, (bytes) => {
      const packed = new Uint8Array(lz4BytesMax(bytes.length) + 8);
      const size = encodeLz4(bytes, 0, bytes.length, packed, packed.length);
      expect(size).toBeGreaterThan(0);
      const again = new Uint8Array(bytes.length + 2).fill(0x55);
      expect(decodeLz4(packed, 0, size, again, 1, bytes.length)).toBe(true);
      expect(Buffer.compare(again.subarray(1, -1), bytes)).toBe(0);
      expect([again[0], again.at(-1)]).toEqual([0x55, 0x55]);
    }),
  );
});

test('a damaged block is refused or decodes to other bytes, and writes nowhere else', () => {
  fc.assert(
    fc.property(memory, fc.nat(), fc.nat({ max: 255 }), (bytes, at, value) => {
      const packed = new Uint8Array(lz4BytesMax(bytes.length) + 8);
      const size = encodeLz4(bytes, 0, bytes.length, packed, packed.length);
      packed[at % size] = value;
      const target = new Uint8Array(bytes.length + 64).fill(0x55);
      decodeLz4(packed, 0, size, target, 32, bytes.length);
      expect(target.subarray(0, 32).every((byte) => byte === 0x55)).toBe(true);
      expect(target.subarray(32 + bytes.length).every((byte) => byte === 0x55)).toBe(true);
    }),
  );
});

test('what does not become smaller than it may be is not encoded', () => {
  const noise = createHash('shake256', { outputLength: 4096 }).update('noise').digest();
  expect(encodeLz4(noise, 0, 4096, new Uint8Array(4096), 3584)).toBe(0);
});
