/** Pages beside a block that cannot be decoded are read and searched, and those of the block are told. */
import { expect, test } from 'vitest';
import { type Diagnostic, ImageError } from '../diagnostic.ts';
import { MemorySink } from '../parse/bytes/byte-sink.ts';
import { type ByteSource, memorySource } from '../parse/bytes/byte-source.ts';
import { expressionPattern } from './expression-pattern.ts';
import { bytePattern } from './pattern.ts';
import type { Piece } from './plan.ts';
import { readPieces } from './read.ts';
import { savePieces } from './save.ts';
import { searchStreams } from './search.ts';

const page = 4096;
const pageCount = 200;
/** Two blocks, of one page and of three; the second goes over the end of a chunk of readPieces (256 KiB). */
const bad = [5, 62, 63, 64];
const bytes = new Uint8Array(pageCount * page).fill(0x2e);
for (let index = 0; index < pageCount; index++) bytes.set(Buffer.from(`word${index};`), index * page + 100);

const problems = [5, 62].map(
  (first): Diagnostic => ({ code: 'criu-bad-block', severity: 'error', message: `block ${first}` }),
);

/** As the space of decoded pages does it: the block that fails first is told, and is the same each time. */
const source: ByteSource = {
  ...memorySource(bytes),
  readInto(target, position) {
    const pages = bad.filter((one) => one * page < position + target.length && (one + 1) * page > position);
    if (pages.length > 0) throw new ImageError(problems[pages[0] === 5 ? 0 : 1]!);
    target.set(bytes.subarray(position, position + target.length));
  },
};
const base = 0x10000n;
const piece: Piece = { kind: 'stored', start: base, end: base + BigInt(bytes.length), offset: 0 };
const rangeOf = (first: number, end: number) => [base + BigInt(first * page), base + BigInt(end * page)];

test.each([
  ['bytes', bytePattern([Buffer.from('word')])],
  ['an expression', expressionPattern('word\\d{1,3};', false)],
])('all words are found but those of the blocks: %s', (_, pattern) => {
  const said: Diagnostic[] = [];
  const missing: (readonly bigint[])[] = [];
  const told = {
    damaged: (problem: Diagnostic) => said.push(problem),
    missing: (_: number, { start, end }: { start: bigint; end: bigint }) => missing.push([start, end]),
  };
  const stream = { pieces: () => [piece], part: () => [] };
  const hits = [...searchStreams(source, [stream], pattern, told)].flatMap((hit) =>
    'address' in hit ? [Number(hit.address - base - 100n) / page] : [],
  );
  const whole = Array.from({ length: pageCount }, (_, index) => index).filter(
    (index) => !bad.includes(index),
  );
  expect(hits).toEqual(whole);
  expect(said).toEqual(problems);
  expect(missing.reduce((sum, [start, end]) => sum + Number(end! - start!), 0)).toBe(bad.length * page);
});

test('reading goes on behind them, from the middle of a page as well', () => {
  const said: Diagnostic[] = [];
  const part: Piece = { ...piece, start: base + 10n, offset: 10 };
  const missing: (readonly bigint[])[] = [];
  let read = 0;
  for (const chunk of readPieces(source, [part], (problem) => said.push(problem)))
    if (chunk.kind === 'bytes') {
      const at = Number(chunk.start - base);
      expect(Buffer.compare(chunk.bytes, bytes.subarray(at, at + chunk.bytes.length))).toBe(0);
      read += chunk.bytes.length;
    } else if (chunk.kind === 'missing') missing.push([chunk.start, chunk.end]);
  expect(read).toBe(bytes.length - 10 - bad.length * page);
  expect(said).toEqual(problems);
  expect([missing[0], [missing[1]![0], missing.at(-1)![1]]]).toEqual([rangeOf(5, 6), rangeOf(62, 65)]);
});

test('what is saved has holes for zeros and for the pages of the blocks, and the rest', () => {
  const sink = new MemorySink();
  const said: Diagnostic[] = [];
  const zeros: Piece = { kind: 'zero', start: piece.end, end: piece.end + BigInt(page) };
  const { bytes: count, gaps } = savePieces(source, sink, [piece, zeros], (problem) => said.push(problem));
  expect(Number(count)).toBe(bytes.length + page);
  expect(said).toEqual(problems);
  expect([gaps[0]!.start, gaps[0]!.end, gaps.at(-1)!.end]).toEqual([...rangeOf(5, 6), rangeOf(62, 65)[1]]);
  const wanted = Buffer.alloc(bytes.length + page);
  wanted.set(bytes);
  for (const one of bad) wanted.fill(0, one * page, (one + 1) * page);
  expect(Buffer.compare(sink.result(), wanted)).toBe(0);
});
