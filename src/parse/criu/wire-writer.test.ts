/** What is written against the reader of the same format, and against bytes from protobuf's own description. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WireReader } from './wire.ts';
import { WireWriter } from './wire-writer.ts';

const written = (write: (writer: WireWriter) => void): Uint8Array => {
  const writer = new WireWriter();
  write(writer);
  return writer.written();
};
const hex = (write: (writer: WireWriter) => void) => Buffer.from(written(write)).toString('hex');

/** Numbers of so many bits, those at the borders of varints most of all. */
const wide = (bits: bigint, signed: boolean) => {
  const [low, high] = signed ? [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n] : [0n, 2n ** bits - 1n];
  const border = fc
    .tuple(fc.integer({ min: 0, max: Number(bits) }), fc.integer({ min: -1, max: 1 }), fc.boolean())
    .map(([bit, more, isNegative]) => (isNegative ? -1n : 1n) * (2n ** BigInt(bit) + BigInt(more)));
  return fc.oneof(
    border.filter((value) => value >= low && value <= high),
    fc.bigInt({ min: low, max: high }),
  );
};

test.each([
  ['int32', 32n, true],
  ['sint32', 32n, true],
  ['int64', 64n, true],
  ['sint64', 64n, true],
  ['uint64', 64n, false],
  ['fixed64', 64n, false],
] as const)('%s is read back, and is as short as can be', (kind, bits, signed) => {
  const one = (value: bigint) => (bits === 32n ? (Number(value) as never) : (value as never));
  fc.assert(
    fc.property(wide(bits, signed), (value) => {
      const reader = new WireReader(written((writer) => writer[kind](one(value))));
      expect(BigInt(reader[kind]())).toBe(value);
      expect([reader.position, reader.isShortest]).toEqual([reader.bytes.length, true]);
    }),
    { seed: 3 },
  );
});

// protobuf encoding, "Base 128 Varints", "Signed Integers".
test.each([
  ['9601', (writer: WireWriter) => writer.varint(150)],
  ['ffffffff0f', (writer: WireWriter) => writer.varint(2 ** 32 - 1)],
  ['feffffffffffffffff01', (writer: WireWriter) => writer.int32(-2)],
  ['03', (writer: WireWriter) => writer.sint32(-2)],
  ['0807060504030201', (writer: WireWriter) => writer.fixed64(0x0102030405060708n)],
])('%s', (bytes, write) => expect(hex(write)).toBe(bytes));

test.each([
  ['varint', -1],
  ['varint', 2 ** 32],
  ['varint', 1.5],
  ['int32', 2 ** 31],
  ['sint32', -(2 ** 31) - 1],
  ['uint64', -1n],
  ['uint64', 2n ** 64n],
  ['int64', 2n ** 63n],
  ['sint64', -(2n ** 63n) - 1n],
  ['fixed64', 2n ** 64n],
] as const)('%s of %s is a mistake of ours', (kind, value) => {
  expect(() => written((writer) => writer[kind](value as never))).toThrow(RangeError);
});

test.each([0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152])(
  'a piece of %i bytes in a piece',
  (size) => {
    const bytes = new Uint8Array(size).fill(7);
    const reader = new WireReader(
      written((writer) => {
        const start = writer.beginPiece();
        writer.piece(bytes);
        writer.endPiece(start);
      }),
    );
    const inner = new WireReader(reader.delimited());
    expect(Buffer.compare(inner.delimited(), bytes)).toBe(0);
    expect([reader.position, inner.position]).toEqual([reader.bytes.length, inner.bytes.length]);
  },
);

test('what is cut off is gone, and a record has its length in front', () => {
  const writer = new WireWriter();
  writer.raw(new Uint8Array(3_000_000));
  writer.cut(0);
  const start = writer.beginSized();
  writer.raw(Uint8Array.of(1, 2, 3));
  writer.endSized(start);
  writer.raw(Uint8Array.of(4));
  writer.cut(writer.length - 1);
  expect([...writer.written()]).toEqual([3, 0, 0, 0, 1, 2, 3]);
});
