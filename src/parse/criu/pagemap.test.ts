/** The fast paths for pagemap entries say exactly what the general ones say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemorySink } from '../bytes/byte-sink.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { writeCritJson } from './crit-text.ts';
import { decodeFile, type ReadRecords } from './decode-file.ts';
import { decodeMessage } from './decode-message.ts';
import { decodePagemapEntry } from './decode-pagemap.ts';
import { encodeMessage } from './encode-message.ts';
import { headMagics, imageTypes } from './image-types.ts';
import { messageLayout } from './layouts.ts';
import type { CriuRecord, Fields } from './record.ts';
import { writeFileJson } from './to-json.ts';

const place = { file: 'pagemap-1.img', offset: 0, report: () => {} };
const uint32 = fc.nat(0xffff_ffff);

const entries = fc.record(
  {
    vaddr: fc.bigInt(0n, 2n ** 64n - 1n),
    compat_nr_pages: uint32,
    in_parent: fc.boolean(),
    flags: uint32,
    nr_pages: fc.bigInt(0n, 2n ** 40n),
  },
  { requiredKeys: ['vaddr', 'compat_nr_pages'] },
);

/** Ascending field order, as the decoder gives it. */
function ordered(entry: Fields): Fields {
  return Object.fromEntries(
    messageLayout('pagemap_entry')
      .fields.filter(({ name }) => entry[name] !== undefined)
      .map(({ name }) => [name, entry[name]]),
  ) as Fields;
}

test('fast and general decoding agree on what CRIU writes', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const fields = ordered(entry);
      const bytes = encodeMessage(messageLayout('pagemap_entry'), fields);
      const fast = decodePagemapEntry(bytes);
      const general = decodeMessage('pagemap_entry', bytes, place);
      expect(general).toEqual({ message: 'pagemap_entry', fields });
      if (entry.vaddr < 2n ** 49n) expect(fast).toEqual(fields);
      else expect([undefined, JSON.stringify(fields, text)]).toContain(fast && JSON.stringify(fast, text));
    }),
    { numRuns: 500, seed: 1 },
  );
});

const text = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

test('the fast decoder accepts only what encodes to the same bytes', () => {
  const bytes = fc.array(fc.constantFrom(0, 1, 4, 8, 0x10, 0x18, 0x20, 0x28, 0x7f, 0x80, 0xff), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(bytes, (list) => {
      const fields = decodePagemapEntry(Uint8Array.from(list));
      if (fields === undefined) return;
      expect([...encodeMessage(messageLayout('pagemap_entry'), fields)]).toEqual(list);
    }),
    { numRuns: 20_000, seed: 2 },
  );
});

/** A pagemap of a head and these messages. */
function pagemapFile(messages: readonly Uint8Array[]): Uint8Array {
  const sink = new MemorySink();
  const word = (value: number) => new Uint8Array(new Uint32Array([value]).buffer);
  for (const magic of [headMagics.common, imageTypes.PAGEMAP.magic]) sink.write(word(magic));
  for (const message of [encodeMessage(messageLayout('pagemap_head'), { pages_id: 1 }), ...messages]) {
    sink.write(word(message.length));
    sink.write(message);
  }
  return sink.result();
}

/** The document made from records, and the one made from the file. */
function bothTexts(
  bytes: Uint8Array,
  form: 'lossless' | 'crit',
): readonly [general: string, fast: string, problems: string[]] {
  const problems: string[] = [];
  const source = memorySource(bytes);
  const { header, records } = decodeFile(source, 'pagemap-1.img', ({ code }) => problems.push(code));
  const textOf = (from: Iterable<CriuRecord> | ReadRecords): string => {
    let text = '';
    if (form === 'crit') writeCritJson(header, from, (piece) => (text += piece));
    else writeFileJson(header, from, (piece) => (text += piece), { inline: true, source });
    return text;
  };
  return [textOf([...records()]), textOf(records), problems];
}

const message = (entry: Fields) => encodeMessage(messageLayout('pagemap_entry'), ordered(entry));

test.each(['lossless', 'crit'] as const)('%s: a file and its records give the same text', (form) => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 6 }), (list) => {
      const [general, fast] = bothTexts(pagemapFile(list.map(message)), form);
      expect(fast).toBe(general);
    }),
    { numRuns: 300, seed: 3 },
  );
});

test('plain entries before and after unusual ones keep their order', () => {
  const plain = (vaddr: bigint) => message({ vaddr, compat_nr_pages: 1, flags: 4 });
  const unusual = [message({ vaddr: 2n ** 60n, compat_nr_pages: 1 }), Uint8Array.of(0x10, 1, 0x08, 1)];
  // More than one view of the file, so that entries lie across the border of two.
  const many = Array.from({ length: 10_000 }, (_, index) => plain(BigInt(index) << 12n));
  const file = pagemapFile([...many, ...unusual, ...many]);
  const [general, fast] = bothTexts(file, 'lossless');
  expect(fast === general).toBe(true);
});

test('a file that ends inside an entry says so either way', () => {
  const file = pagemapFile([message({ vaddr: 4096n, compat_nr_pages: 1 })]);
  for (let length = file.length - 1; length > file.length - 8; length--) {
    const [general, fast, problems] = bothTexts(file.slice(0, length), 'lossless');
    expect(fast).toBe(general);
    if (problems.length > 0) expect(problems).toEqual(['criu-truncated-record', 'criu-truncated-record']);
  }
});
