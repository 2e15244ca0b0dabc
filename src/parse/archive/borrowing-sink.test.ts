import { expect, test } from 'vitest';
import { memorySource } from '../bytes/byte-source.ts';
import { BorrowingSink } from './borrowing-sink.ts';

const mib = 1024 * 1024;
const bytes = Uint8Array.from({ length: 2 * mib }, (_, index) => index * 7);
const limitBytes = 10 * mib;

/** A source that counts what is read of it. */
function counted() {
  let read = 0;
  const source = memorySource(bytes, 'original');
  const readInto = (target: Uint8Array, offset: number) => {
    read += target.length;
    source.readInto(target, offset);
  };
  return { source: { ...source, readInto }, read: () => read };
}

const textOf = (source: ReturnType<BorrowingSink['finish']>) => source.view(0, source.size).slice();

test('a whole copy is read from its original, which is not closed with it', () => {
  const { source, read } = counted();
  const sink = new BorrowingSink('copy', limitBytes);
  sink.copy(source, 0, source.size);
  expect(sink.position).toBe(bytes.length);
  const result = sink.finish();
  expect(read()).toBe(0);
  result.close();
  expect(textOf(result)).toEqual(bytes);
});

test('what is changed or goes on is a copy', () => {
  const { source, read } = counted();
  const sink = new BorrowingSink('copy', limitBytes);
  sink.copy(source, 0, source.size);
  sink.patch(4, Uint8Array.of(1, 2, 3));
  sink.write(Uint8Array.of(9));
  sink.copy(source, 10, 5);
  const expected = new Uint8Array([...bytes, 9, ...bytes.subarray(10, 15)]);
  expected.set([1, 2, 3], 4);
  const result = sink.finish();
  expect(Buffer.compare(textOf(result), expected)).toBe(0);
  expect(read()).toBe(bytes.length + 5);
  result.close();
});

test('a part, and a copy behind something else, are copies', () => {
  const { source } = counted();
  const sink = new BorrowingSink('copy', limitBytes);
  sink.write(Uint8Array.of(5));
  sink.copy(source, 0, source.size);
  const result = sink.finish();
  expect(result.view(0, 3)).toEqual(Uint8Array.of(5, 0, 7));
  expect(result.size).toBe(bytes.length + 1);
  result.close();
});
