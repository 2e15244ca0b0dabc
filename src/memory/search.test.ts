/** Searching pieces against searching the bytes that they make: the same hits, wherever pieces and chunks end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { expressionPattern, quoted, wideExpressionPattern } from './expression-pattern.ts';
import type { Hit, Stream } from './hit.ts';
import { bytePattern, type Pattern } from './pattern.ts';
import type { Piece } from './plan.ts';
import { searchStreams } from './search.ts';

/** Pieces of the given lengths at one address after the other, stored in any order. */
function streamOf(pieces: readonly Piece[]): Stream {
  return {
    pieces: () => pieces,
    *part(start, end) {
      for (const piece of pieces) {
        const from = piece.start > start ? piece.start : start;
        const to = piece.end < end ? piece.end : end;
        if (from >= to) continue;
        if (piece.kind === 'stored')
          yield { ...piece, start: from, end: to, offset: piece.offset + Number(from - piece.start) };
        else yield { ...piece, start: from, end: to };
      }
    },
  };
}

const hitsOf = (bytes: Uint8Array, streams: readonly Stream[], pattern: Pattern) =>
  [...searchStreams(memorySource(bytes), streams, pattern)]
    .filter((hit): hit is Hit => 'stream' in hit)
    .map(({ stream, address }) => `${stream}:${address}`)
    .sort();

/** The first two follow each other, in the image as well: a match that begins in the first goes over the third. */
const joined: [number[], number][] = [
  [[0x61], 1],
  [[0x62], 1],
  [[0x61], 0],
  [[0x62, 0x61], 0],
];

test('pieces that do not follow each other in the image', () => {
  const letters = fc.array(fc.constantFrom(0x61, 0x62), { minLength: 1, maxLength: 6 });
  const lists = fc.array(fc.tuple(letters, fc.integer()), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lists, fc.constantFrom('a', 'ab', 'aab', 'abab'), (parts, needle) => {
      const order = parts.map((_, index) => index).sort((a, b) => parts[a]![1] - parts[b]![1]);
      const offsets = new Map<number, number>();
      const stored: number[] = [];
      for (const index of order) {
        offsets.set(index, stored.length);
        stored.push(...parts[index]![0]);
      }
      let address = 0n;
      const pieces = parts.map(([bytes], index): Piece => {
        const start = address;
        address += BigInt(bytes.length);
        return { kind: 'stored', start, end: address, offset: offsets.get(index)! };
      });
      const flat = Buffer.from(parts.flatMap(([bytes]) => bytes)).toString('latin1');
      const expected: string[] = [];
      for (let at = flat.indexOf(needle); at >= 0; at = flat.indexOf(needle, at + 1))
        expected.push(`0:${at}`);
      const found = hitsOf(Uint8Array.from(stored), [streamOf(pieces)], bytePattern([Buffer.from(needle)]));
      expect(found).toEqual(expected.sort());
    }),
    { seed: 11, examples: [[joined, 'abab']] },
  );
});

/** Pieces of letters, each at a place of its own in the image; `undefined` is missing. */
function scattered(parts: readonly (readonly [readonly number[] | undefined, number])[]) {
  const order = parts.map((_, index) => index).sort((a, b) => parts[a]![1] - parts[b]![1]);
  const offsets = new Map<number, number>();
  const stored: number[] = [];
  for (const index of order) {
    offsets.set(index, stored.length);
    stored.push(...(parts[index]![0] ?? []));
  }
  let address = 0n;
  const pieces = parts.map(([bytes], index): Piece => {
    const start = address;
    address += BigInt(bytes?.length ?? 4);
    return bytes === undefined
      ? { kind: 'missing', start, end: address, why: 'in-file' }
      : { kind: 'stored', start, end: address, offset: offsets.get(index)! };
  });
  const flat = parts.map(([bytes]) => String.fromCharCode(...(bytes ?? [0xff, 0xff, 0xff, 0xff]))).join('');
  return { stored: Uint8Array.from(stored), pieces, flat };
}

const wholeHits = (bytes: Uint8Array, streams: readonly Stream[], pattern: Pattern) =>
  [...searchStreams(memorySource(bytes), streams, pattern)]
    .filter((hit): hit is Hit => 'stream' in hit)
    .map(({ stream, address, length }) => `${stream}:${address}+${length}`)
    .sort();

test('an expression finds over any borders what it finds in the whole, once and at its full length', () => {
  const letters = fc.array(fc.constantFrom(0x61, 0x62, 0x63), { minLength: 1, maxLength: 6 });
  const part = fc.tuple(fc.option(letters, { nil: undefined, freq: 5 }), fc.integer());
  const expressions = fc.constantFrom('a+', 'c[ab]+', 'ca*b', 'c[ab]*c?', 'bb');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), expressions, (parts, source) => {
      const { stored, pieces, flat } = scattered(parts);
      const expected = [...flat.matchAll(new RegExp(source, 'g'))].map(
        ({ index, 0: { length } }) => `0:${index}+${length}`,
      );
      const found = wholeHits(stored, [streamOf(pieces)], expressionPattern(source, false));
      expect(found).toEqual(expected.sort());
    }),
    { seed: 12, numRuns: 300 },
  );
});

test('matches longer than what is looked at over a border are told whole, on both sides of it', () => {
  const half = Buffer.alloc(40_000, 'a');
  const bytes = Buffer.concat([half, Buffer.from('.'), half, Buffer.from(';')]);
  const pieces: Piece[] = [
    { kind: 'stored', start: 0x1000n, end: 0x1000n + 40_001n, offset: 40_001 },
    { kind: 'stored', start: 0x1000n + 40_001n, end: 0x1000n + 80_001n, offset: 0 },
  ];
  // In addresses: 40,000 of the letter, ";", and 40,000 of it.
  const pattern = expressionPattern('[a;]+', false);
  expect(wholeHits(bytes, [streamOf(pieces)], pattern)).toEqual(['0:4096+80001']);
});

test('who sees a part of what another sees has matches of its own length', () => {
  const bytes = Buffer.from('xkey=abcdef;.tail');
  const whole: Piece = { kind: 'stored', start: 0n, end: 17n, offset: 0 };
  const start: Piece[] = [
    { kind: 'stored', start: 100n, end: 108n, offset: 0 },
    { kind: 'stored', start: 108n, end: 109n, offset: 12 },
  ];
  const pattern = expressionPattern('key=[a-z]+', false);
  expect(wholeHits(bytes, [streamOf([whole]), streamOf(start)], pattern)).toEqual(['0:1+10', '1:101+7']);
});

test('places over each other are told on both sides of a chunk', () => {
  const bytes = Buffer.alloc(600_000, '.').fill('a', 256 * 1024 - 20, 256 * 1024 + 20);
  const whole: Piece = { kind: 'stored', start: 0n, end: 600_000n, offset: 0 };
  const needles = bytePattern([Buffer.from('aaaa')]);
  expect(hitsOf(bytes, [streamOf([whole])], needles).length).toBe(37);
});

test('the place of a hit behind a gap is where its first byte is stored', () => {
  const bytes = Buffer.from('....fghiabcde');
  const pieces: Piece[] = [
    { kind: 'stored', start: 0n, end: 2n, offset: 0 },
    { kind: 'missing', start: 2n, end: 6n, why: 'in-file' },
    { kind: 'stored', start: 6n, end: 11n, offset: 8 },
    { kind: 'stored', start: 11n, end: 15n, offset: 4 },
  ];
  const [hit] = [
    ...searchStreams(memorySource(bytes), [streamOf(pieces)], bytePattern([Buffer.from('defg')])),
  ].filter((one): one is Hit => 'stream' in one);
  expect([hit?.address, hit?.position]).toEqual([9n, 11]);
});

test('a letter beyond ASCII is all of its bytes, however often, and no part of a class', () => {
  const bytes = Buffer.from('a\u00e9\u00e9b a\u00e8b [\u00e9]');
  const piece: Piece = { kind: 'stored', start: 0n, end: BigInt(bytes.length), offset: 0 };
  const found = (source: string) => wholeHits(bytes, [streamOf([piece])], expressionPattern(source, false));
  expect(found('a\u00e9+b')).toEqual(['0:0+6']);
  expect(found('a(\u00e9|\u00e8)+b')).toEqual(['0:0+6', '0:7+4']);
  expect(found('\\[\\\u00e9\\]')).toEqual(['0:12+4']);
  expect(() => expressionPattern('a[\u00e9\u00e8]', false)).toThrow(SyntaxError);
});

test('either case is that of letters, not of the bytes of one', () => {
  const bytes = Buffer.concat([
    Buffer.from('Caf\u00c9 caf\u00e9 '),
    Buffer.from([0x63, 0x61, 0x66, 0xe3, 0xa9]),
  ]);
  const piece: Piece = { kind: 'stored', start: 0n, end: BigInt(bytes.length), offset: 0 };
  const pattern = expressionPattern(quoted('CAF\u00e9'), true);
  expect(pattern.sureBytes).toBeUndefined();
  const hits = hitsOf(bytes, [streamOf([piece])], pattern);
  expect(hits.length).toBe(2);
});

test('a hit over the border of two chunks is found once, also by a regular expression', () => {
  const bytes = new Uint8Array(3 * 1024 * 1024 + 100).fill(0x2e);
  for (const at of [0, 1024 * 1024 - 3, 2 * 1024 * 1024 - 1, bytes.length - 6])
    bytes.set(Buffer.from('secret'), at);
  const piece: Piece = { kind: 'stored', start: 0x1000n, end: 0x1000n + BigInt(bytes.length), offset: 0 };
  const text = hitsOf(bytes, [streamOf([piece])], bytePattern([Buffer.from('secret')]));
  expect(text.length).toBe(4);
  expect(hitsOf(bytes, [streamOf([piece])], expressionPattern('SE[a-c]re+t', true))).toEqual(text);
  expect(hitsOf(bytes, [streamOf([piece])], expressionPattern(quoted('SECRET'), true))).toEqual(text);
});

test('a page that others see is told for each, from one reading', () => {
  const bytes = Buffer.from('....word....');
  let reads = 0;
  const source = {
    ...memorySource(bytes),
    readInto: (target: Uint8Array, at: number) => {
      reads++;
      target.set(bytes.subarray(at, at + target.length));
    },
  };
  const seen = (start: bigint): Piece => ({ kind: 'stored', start, end: start + 12n, offset: 0 });
  const streams = [0x1000n, 0x2000n, 0x3000n].map((start) => streamOf([seen(start)]));
  const hits = [...searchStreams(source, streams, bytePattern([Buffer.from('word')]))].filter(
    (hit) => 'stream' in hit,
  );
  expect(hits.length).toBe(3);
  expect(reads).toBe(1);
});

test('zeros that are not stored take part at borders', () => {
  const pieces: Piece[] = [
    { kind: 'zero', start: 0n, end: 8n },
    { kind: 'stored', start: 8n, end: 12n, offset: 0 },
    { kind: 'missing', start: 12n, end: 20n, why: 'in-file' },
    { kind: 'stored', start: 20n, end: 24n, offset: 4 },
  ];
  const bytes = Buffer.from('abcdefgh');
  expect(hitsOf(bytes, [streamOf(pieces)], bytePattern([Buffer.from('\0\0ab')]))).toEqual(['0:6']);
  expect(hitsOf(bytes, [streamOf(pieces)], bytePattern([Buffer.from('cdef')]))).toEqual([]);
});

test('what lies between two pages in the image is read with them, and nothing is found in it', () => {
  // Two pages with a header before each, as in CPT: `ab` is in a page, in a header, and over their borders.
  const bytes = Buffer.from('--abpqra|ab|bxyzabb');
  const pieces: Piece[] = [
    { kind: 'stored', start: 0n, end: 6n, offset: 2 },
    { kind: 'stored', start: 100n, end: 107n, offset: 12 },
  ];
  const found = [...searchStreams(memorySource(bytes), [streamOf(pieces)], bytePattern([Buffer.from('ab')]))];
  const hits = found.filter((hit): hit is Hit => 'stream' in hit);
  expect(hits.map(({ address }) => address)).toEqual([0n, 104n]);
  // Nor is it shown with a hit.
  expect(hits.map(({ context }) => Buffer.from(context).toString())).toEqual(['abpqra', 'bxyzabb']);
  // Where the image has them apart, and addresses follow each other, the border has one more.
  const adjacent = pieces.map((piece, index) => (index === 0 ? piece : { ...piece, start: 6n, end: 13n }));
  expect(hitsOf(bytes, [streamOf(adjacent)], bytePattern([Buffer.from('ab')]))).toEqual([
    '0:0',
    '0:10',
    '0:5',
  ]);
});

test('a match of many chunks is told once, and what follows it is found', () => {
  const bytes = Buffer.alloc(5 * 1024 * 1024, 'a');
  bytes.write('bab', 3 * 1024 * 1024 + 7);
  const whole: Piece = { kind: 'stored', start: 0n, end: BigInt(bytes.length), offset: 0 };
  const found = hitsOf(bytes, [streamOf([whole])], expressionPattern('a{100,}', false));
  expect(found).toEqual(['0:0', `0:${3 * 1024 * 1024 + 10}`]);
  expect(hitsOf(bytes, [streamOf([whole])], expressionPattern('ba', false))).toEqual([
    `0:${3 * 1024 * 1024 + 7}`,
    `0:${3 * 1024 * 1024 + 9}`,
  ]);
});

test('an expression over text of two bytes to a character, at even and odd addresses', () => {
  const bytes = Buffer.concat([
    Buffer.from('xx'),
    Buffer.from('Key=42;', 'utf16le'),
    Buffer.from('z'),
    Buffer.from('KEY=7;', 'utf16le'),
  ]);
  const whole: Piece = { kind: 'stored', start: 0n, end: BigInt(bytes.length), offset: 0 };
  const hits = (source: string, ignoreCase: boolean) =>
    hitsOf(bytes, [streamOf([whole])], wideExpressionPattern(source, ignoreCase));
  expect(hits('[Kk]ey=\\d+', false)).toEqual(['0:2']);
  expect(hits('key=\\d+', true)).toEqual(['0:17', '0:2']);
  expect(quoted('a.b*[c]')).toBe('a\\.b\\*\\[c\\]');
});

test('a hit is shown with what stands around it, over borders and chunks', () => {
  const around = (hits: Iterable<unknown>) =>
    [...(hits as Iterable<Hit>)]
      .filter((hit) => 'stream' in hit)
      .map(({ context, contextAt }) => [Buffer.from(context).toString('latin1'), contextAt]);
  const pattern = bytePattern([Buffer.from('needle')]);
  const text = `${'<'.repeat(32)}needle${'>'.repeat(32)}`;
  for (const place of [pattern.chunkBytes - 40, pattern.chunkBytes - 35, pattern.chunkBytes - 3]) {
    const bytes = Buffer.alloc(2 * pattern.chunkBytes, 0x2e);
    bytes.write(text, place - 32, 'latin1');
    const whole: Piece = { kind: 'stored', start: 0n, end: BigInt(bytes.length), offset: 0 };
    expect(around(searchStreams(memorySource(bytes), [streamOf([whole])], pattern))).toEqual([[text, 32]]);
  }
  // The second half is stored before the first.
  const middle = 35;
  const stored = Buffer.from(text.slice(middle) + text.slice(0, middle), 'latin1');
  const pieces: Piece[] = [
    { kind: 'stored', start: 0n, end: BigInt(middle), offset: text.length - middle },
    { kind: 'stored', start: BigInt(middle), end: BigInt(text.length), offset: 0 },
  ];
  expect(around(searchStreams(memorySource(stored), [streamOf(pieces)], pattern))).toEqual([[text, 32]]);
});

test('a bounded match longer than what is looked at by itself is found over chunks and borders', () => {
  const long = `x${'.'.repeat(50_000)}y`;
  const pattern = expressionPattern('x[^x]{50000}y', false);
  const bytes = Buffer.alloc(200_000, '-');
  bytes.write(long, pattern.chunkBytes - 20_000);
  const whole: Piece = { kind: 'stored', start: 0n, end: BigInt(bytes.length), offset: 0 };
  const place = pattern.chunkBytes - 20_000;
  expect(wholeHits(bytes, [streamOf([whole])], pattern)).toEqual([`0:${place}+50002`]);
  // The second half is stored before the first.
  const middle = BigInt(place + 30_000);
  const swapped = Buffer.concat([bytes.subarray(Number(middle)), bytes.subarray(0, Number(middle))]);
  const pieces: Piece[] = [
    { kind: 'stored', start: 0n, end: middle, offset: bytes.length - Number(middle) },
    { kind: 'stored', start: middle, end: BigInt(bytes.length), offset: 0 },
  ];
  expect(wholeHits(swapped, [streamOf(pieces)], pattern)).toEqual([`0:${place}+50002`]);
  const wide = wideExpressionPattern('x[^x]{20000}y', false);
  const wideBytes = Buffer.alloc(200_000, '-');
  wideBytes.write(`x${'.'.repeat(20_000)}y`, wide.chunkBytes - 20_001, 'utf16le');
  expect(wholeHits(wideBytes, [streamOf([whole])], wide)).toEqual([`0:${wide.chunkBytes - 20_001}+40004`]);
});

test('an expression says up to which length it is found, where that is not all', () => {
  const sure = (source: string) => expressionPattern(source, false).sureBytes;
  expect([sure('secret'), sure('[a-z]+'), sure('x.{0,60000}y')]).toEqual([undefined, undefined, undefined]);
  expect([sure('BEGIN[^]*END'), sure('x.{0,100000}y')]).toEqual([4096, 65536]);
  expect(wideExpressionPattern('x.{0,60000}y', false).sureBytes).toBe(65536);
});

test('an expression that is too large for the engine is refused', () => {
  const nested = `${'('.repeat(30_000)}a${')'.repeat(30_000)}`;
  const whole: Piece = { kind: 'stored', start: 0n, end: 100n, offset: 0 };
  for (const pattern of [expressionPattern, wideExpressionPattern])
    expect(() => hitsOf(Buffer.alloc(100, 'a'), [streamOf([whole])], pattern(nested, false))).toThrow(
      'too many groups',
    );
});

test('an expression that takes too long is stopped', () => {
  const bytes = Buffer.alloc(100, 'a');
  const whole: Piece = { kind: 'stored', start: 0n, end: 100n, offset: 0 };
  const { cpuUsage } = process;
  const watch = { msMax: 200, usedMs: () => (cpuUsage().user + cpuUsage().system) / 1000 };
  expect(() => hitsOf(bytes, [streamOf([whole])], expressionPattern('(a+)+b', false, watch))).toThrow(
    'bound what repeats',
  );
});

test('a search that had no processor begins anew, and tells each hit and gap once', () => {
  const bytes = Buffer.alloc(24 * 1024 * 1024, '.');
  for (let at = 0; at < bytes.length; at += 1_000_003) bytes.write('word', at);
  const end = BigInt(bytes.length);
  const pieces: Piece[] = [
    { kind: 'stored', start: 0n, end, offset: 0 },
    { kind: 'missing', start: end, end: end + 4096n, why: 'in-file' },
  ];
  // Each turn takes longer than this, and none counts as time on a processor.
  const pattern = expressionPattern('w[a-o]rd', false, { msMax: 1, usedMs: () => 0 });
  let stopped = 0;
  const counted: Pattern = {
    ...pattern,
    bounded: (run, patience) => {
      const result = pattern.bounded(run, patience);
      if (result === undefined) stopped++;
      return result;
    },
  };
  const missing: bigint[] = [];
  const found = [
    ...searchStreams(memorySource(bytes), [streamOf(pieces)], counted, {
      missing: (_, { start }) => void missing.push(start),
    }),
  ].filter((hit): hit is Hit => 'stream' in hit);
  expect(found.map(({ address }) => Number(address))).toEqual(
    Array.from({ length: 26 }, (_, index) => index * 1_000_003),
  );
  expect(missing).toEqual([end]);
  expect(stopped).toBeGreaterThan(0);
});
