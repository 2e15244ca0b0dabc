/** Compressed pages of CRIU's development branch, as the two forms store them, byte by byte. */
import { expect, test } from 'vitest';
import { kindOfDirectory } from '../model/from-criu/directory-kind.ts';
import { criuByteSource, layOut, locate } from '../model/from-criu/image-source.ts';
import { pageRuns } from '../model/from-criu/page-runs.ts';
import { MemorySink } from '../parse/bytes/byte-sink.ts';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { decodeFile, encodeFile, memoryDirectory } from '../parse/criu/index.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/[\s|]/g, ''), 'hex'));
const page = 4096;
const filled = (byte: number, length = page) => new Uint8Array(length).fill(byte);
const random = Uint8Array.from({ length: page }, (_, at) => Math.imul(at + 1, 2654435761) >>> 24);

/** One page of A: a literal, a match of 4090 bytes one byte back, five literals. */
const lz4OfA = hex(`1f 41 01 00 ${'ff'.repeat(15)} f6 50 41 41 41 41 41`);
const head = '19 43 56 54  25 40 08 56  02 00 00 00  08 01';
const aligned = '0a 00 00 00  08 80 80 08  10 00  20 0c  28 01';
const flat = '13 00 00 00  08 80 80 04  10 00  20 04  28 03  32 04 1a 00 80 20  38 9a 20';
const message = '17 00 00 00  08 80 80 04  10 00  20 04  28 03  32 0b 0a 04 1a 00 80 20  10 9a 20  18 01';
const pages = Buffer.concat([lz4OfA, random, new Uint8Array(4070), random]);

function directoryOf(pagemap: string, stored: Uint8Array) {
  return memoryDirectory({ 'pagemap-1.img': hex(pagemap), 'pages-1.img': stored });
}

function read(pagemap: string, stored: Uint8Array) {
  const directory = directoryOf(pagemap, stored);
  const layout = layOut(directory);
  const source = criuByteSource(directory, layout);
  return [...pageRuns(layout, 'PAGEMAP', 1, () => {})].map(({ kind, start, end, offset }) => {
    const bytes = new Uint8Array(Number(end - start));
    if (kind === 'stored') source.readInto(bytes, offset);
    return { kind, start, bytes };
  });
}

test.each([
  ['flat', flat],
  ['message', message],
])('pages in the %s form, zeros and an aligned entry among them', (_, entry) => {
  const [first, second] = read(`${head} ${entry} ${aligned}`, pages);
  expect(first?.start).toBe(0x10000n);
  expect(Buffer.compare(first!.bytes, Buffer.concat([filled(0x41), filled(0), random]))).toBe(0);
  expect(second?.start).toBe(0x20000n);
  expect(Buffer.compare(second!.bytes, random)).toBe(0);
});

test('a part of a block is read without the rest', () => {
  const directory = directoryOf(`${head} ${message} ${aligned}`, pages);
  const layout = layOut(directory);
  const source = criuByteSource(directory, layout);
  const [run] = [...pageRuns(layout, 'PAGEMAP', 1, () => {})];
  const bytes = new Uint8Array(8);
  source.readInto(bytes, run!.offset + 2 * page - 4);
  expect([...bytes]).toEqual([0, 0, 0, 0, ...random.subarray(0, 4)]);
});

test('a place in a block is told as one, of pages that are stored as they are it is that of their bytes', () => {
  const layout = layOut(directoryOf(`${head} ${message} ${aligned}`, pages));
  const [first, second] = [...pageRuns(layout, 'PAGEMAP', 1, () => {})];
  const file = 'pages-1.img';
  expect(locate(layout, first!.offset + 7)).toEqual({ file, offset: 0, inBlock: 7 });
  expect(locate(layout, first!.offset + 2 * page + 7)).toEqual({ file, offset: lz4OfA.length + 7 });
  expect(locate(layout, second!.offset + 7)).toEqual({ file, offset: 2 * page + 7 });
});

test('regions of several pages, the last one shorter and plain', () => {
  // Two pages of A in 43 bytes, then one page as it is; July's field 8 says two pages to a region.
  const twoOfA = hex(`1f 41 01 00 ${'ff'.repeat(32)} 07 50 41 41 41 41 41`);
  expect(twoOfA.length).toBe(43);
  const entry = '14 00 00 00  08 80 80 04  10 00  20 04  28 03  32 03 2b 80 20  38 ab 20  40 02';
  const bytes = Buffer.concat([twoOfA, random]);
  const [run] = read(`${head} ${entry}`, bytes);
  expect(run?.kind).toBe('stored');
  // 15 + 32 * 255 + 7 + 4 bytes of match are 8186.
  expect(Buffer.compare(run!.bytes, Buffer.concat([filled(0x41, 2 * page), random]))).toBe(0);
});

test('an aligned entry that comes first needs no padding; one behind zeros neither', () => {
  const first = '0a 00 00 00  08 80 80 08  10 00  20 0c  28 01';
  expect(Buffer.compare(read(`${head} ${first}`, random)[0]!.bytes, random)).toBe(0);
  const zeros = '13 00 00 00  08 80 80 04  10 00  20 04  28 01  32 07 0a 01 00 10 00  18 01';
  const behind = read(`${head} ${zeros} ${aligned}`, random);
  expect(behind.map(({ kind }) => kind)).toEqual(['stored', 'stored']);
  expect(Buffer.compare(behind[1]!.bytes, random)).toBe(0);
});

const problemsOf = (pagemap: string, stored: Uint8Array = pages) =>
  kindOfDirectory(directoryOf(pagemap, stored))
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ code, at }) => [code, at?.file, at?.offset]);

test.each([
  ['a wrong sum', flat.replace('38 9a 20', '38 9b 20')],
  ['a wrong sum of the other form', message.replace('10 9a 20', '10 9b 20')],
  ['too few blocks', flat.replace('28 03', '28 04')],
  ['a block larger than its pages', flat.replace('1a 00 80 20  38 9a 20', '1a 00 81 20  38 9b 20')],
  ['blocks of no pages', message.replace('18 01', '18 00')],
])('%s is said, at its entry', (_, entry) => {
  expect(problemsOf(`${head} ${entry} ${aligned}`)).toEqual([['criu-page-blocks', 'pagemap-1.img', 14]]);
  expect(read(`${head} ${entry} ${aligned}`, pages).map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
});

test.each([
  ['sizes without their sum', '10 00 00 00  08 80 80 04  10 00  20 04  28 03  32 04 1a 00 80 20'],
  ['both forms', `1a ${message.slice(3)} 38 9a 20`],
])('%s are of a form that is not known', (_, entry) => {
  expect(problemsOf(`${head} ${entry} ${aligned}`)).toEqual([['criu-unknown-pages', 'pagemap-1.img', 14]]);
  expect(read(`${head} ${entry} ${aligned}`, pages).map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
});

test('what is no LZ4 is said when it is read, where it lies', () => {
  const broken = Buffer.from(pages);
  broken[2] = 9;
  expect(() => read(`${head} ${message} ${aligned}`, broken)).toThrow(
    expect.objectContaining({
      diagnostic: expect.objectContaining({
        code: 'criu-bad-block',
        at: { file: 'pages-1.img', offset: 0 },
      }),
    }),
  );
});

test.each([flat, message])('entries are written as they were read', (entry) => {
  const bytes = hex(`${head} ${entry} ${aligned}`);
  const { header, records } = decodeFile(memorySource(bytes), 'pagemap-1.img', () => {});
  const sink = new MemorySink();
  const all = [...records()];
  expect(all.every((record) => record.kind === 'message' && record.raw === undefined)).toBe(true);
  encodeFile(header, all, sink);
  expect(Buffer.compare(sink.result(), bytes)).toBe(0);
});
