/** Damaged images: any cut, any overwritten field, anything that is no image. Never a crash, never a wrong success. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, ImageError } from '../../diagnostic.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import { cptVariantIds } from '../../parse/cpt/variants.ts';
import { sampleImages } from '../../test-support/images.ts';
import { rounds } from '../../test-support/thorough.ts';
import { imageInput, planConversion, runConversion } from './convert.ts';

const images = sampleImages.map(({ name, path }) => ({ name, bytes: Uint8Array.from(readFileSync(path)) }));

/** What a conversion finds wrong; throws only what is a bug. */
function convertDamaged(bytes: Uint8Array, to = cptVariantIds[12]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  try {
    const input = imageInput(memorySource(bytes));
    const plan = planConversion(
      input,
      { ...(to && { to }), allow: ['detach-traced', 'missing-pages', 'drop-files'] },
      report,
    );
    runConversion(input, plan, new MemorySink(), report);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    found.push(error.diagnostic);
  }
  return found;
}

function expectLocated(found: readonly Diagnostic[], size: number): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThan(0);
  for (const { at } of errors) expect(at?.offset ?? at?.path).toBeDefined();
  for (const { at } of found) if (at?.offset !== undefined) expect(at.offset).toBeLessThanOrEqual(size);
}

test.each(images.map(({ name, bytes }) => [name, bytes] as const))(
  '%s cut anywhere is refused with a place',
  (_name, bytes) => {
    const borders = [...readCptRecords(memorySource(bytes), () => {})].flatMap(({ offset }) => [
      offset - 1,
      offset,
      offset + 1,
    ]);
    const places = new Set([0, 1, 4, 79, 80, 81, bytes.length - 1, bytes.length - 8, ...borders]);
    for (const place of places) {
      if (place < 0 || place >= bytes.length) continue;
      const found: Diagnostic[] = [];
      try {
        for (const _record of readCptRecords(memorySource(bytes.subarray(0, place)), (d) => found.push(d)));
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
        found.push(error.diagnostic);
      }
      expectLocated(found, place);
    }
  },
);

const anyImage = fc.constantFrom(...images);

describe('properties', () => {
  test('a cut image never converts', () => {
    fc.assert(
      fc.property(anyImage, fc.double({ min: 0, max: 1, noNaN: true }), ({ bytes }, part) => {
        const length = Math.floor(part * (bytes.length - 1));
        expectLocated(convertDamaged(bytes.subarray(0, length)), length);
      }),
      { numRuns: rounds(150), seed: 1 },
    );
  });

  test('overwritten header fields end in a diagnostic or in a conversion, never in a crash', () => {
    const value = fc.oneof(
      fc.constantFrom(0n, 1n, 15n, 16n, 17n, 0xffffn, 0xffffffffn, 0x7fffffffffffffffn, 0xffffffffffffffffn),
      fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }),
    );
    const damage = fc.record({
      image: anyImage,
      record: fc.nat(),
      at: fc.nat(15),
      bytes: fc.constantFrom(1, 2, 4, 8),
      value,
    });
    fc.assert(
      fc.property(
        damage,
        fc.constantFrom(...cptVariantIds),
        ({ image, record, at, bytes: width, value }, to) => {
          const bytes = image.bytes.slice();
          const offsets = [...readCptRecords(memorySource(image.bytes), () => {})].map(
            ({ offset }) => offset,
          );
          const start = (offsets[record % offsets.length] ?? 0) + at;
          const word = new DataView(new ArrayBuffer(8));
          word.setBigUint64(0, value, true);
          for (let index = 0; index < width && start + index < bytes.length; index++)
            bytes[start + index] = word.getUint8(index);
          convertDamaged(bytes, to);
        },
      ),
      { numRuns: rounds(400), seed: 2 },
    );
  });

  test('overwritten bytes anywhere never crash a conversion', () => {
    const writes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(anyImage, writes, fc.constantFrom(...cptVariantIds), (image, changes, to) => {
        const bytes = image.bytes.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        convertDamaged(bytes, to);
      }),
      { numRuns: rounds(300), seed: 3 },
    );
  });
});

describe('things that are no image', () => {
  const rows: readonly (readonly [string, Uint8Array, string])[] = [
    ['an empty file', new Uint8Array(0), 'empty-file'],
    ['a text', new TextEncoder().encode('hello, world'), 'not-an-image'],
    ['a signature alone', Uint8Array.of(0x79, 0x1c, 0x01, 0x63), 'truncated-header'],
    ['zeros', new Uint8Array(4096), 'not-an-image'],
  ];
  test.each(rows)('%s', (_name, bytes, code) => {
    expect(convertDamaged(bytes).map((found) => found.code)).toEqual([code]);
  });
});
