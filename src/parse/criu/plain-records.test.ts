/** Records that go straight from JSON to bytes, beside the general readers, which know nothing of that. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../limits.ts';
import { random } from '../../test-support/random.ts';
import { MemorySink, NullSink } from '../bytes/byte-sink.ts';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { parseCritJson, writeCritJson } from './crit-text.ts';
import { encodeRecord } from './encode-file.ts';
import type { Json } from './fields-json.ts';
import { critRecordFromJson } from './from-crit-json.ts';
import { recordFromJson } from './from-json.ts';
import { type ImageTypeName, imageType, imageTypes, type MessageName } from './image-types.ts';
import { type FieldLayout, type MessageLayout, messageLayout } from './layouts.ts';
import { type PlainRecords, plainCritRecords, plainLosslessRecords } from './plain-records.ts';
import type { CriuRecord, Fields, FieldValue, MessageRecord } from './record.ts';
import { missingFields } from './required-fields.ts';
import { recordToJson, writeFileJson } from './to-json.ts';

type Next = (limit: number) => number;

/** Numbers of every length, and texts that JSON writes with escapes. */
function inventedValue({ kind, message, names }: FieldLayout, next: Next, depth: number): FieldValue {
  const bits = (most: number) => (2n ** BigInt(next(most + 1)) - 1n) ^ BigInt(next(2));
  const signed = (most: number) => (next(4) === 0 ? -bits(most) : bits(most));
  if (message !== undefined) return inventedFields(message, next, depth + 1);
  if (kind === 'bool') return next(2) === 1;
  if (kind === 'bytes') return Uint8Array.from({ length: next(9) }, () => next(256));
  if (kind === 'string') return Array.from({ length: next(9) }, () => 'a/é"\\€\n '[next(8)]).join('');
  if (kind === 'enum') return next(3) === 0 ? next(1000) : ([...(names?.keys() ?? [])][0] ?? 0);
  if (kind === 'uint32') return Number(bits(31));
  if (kind === 'int32' || kind === 'sint32') return Number(signed(31) % 2n ** 31n);
  return kind === 'uint64' || kind === 'fixed64' ? bits(63) : signed(63) % 2n ** 63n;
}

function inventedFields(layout: MessageLayout, next: Next, depth = 0): Fields {
  const fields: Record<string, FieldValue> = {};
  for (const field of layout.fields) {
    const isThere = field.required ? next(200) > 0 : depth < 4 && next(2) === 0;
    if (!isThere) continue;
    fields[field.name] = field.repeated
      ? Array.from({ length: next(4) }, () => inventedValue(field, next, depth))
      : inventedValue(field, next, depth);
  }
  return fields;
}

const recordOf = (message: MessageName, fields: Fields): MessageRecord => ({
  kind: 'message',
  offset: 8,
  length: 0,
  message,
  fields,
});

interface Result {
  readonly isWhole: boolean;
  readonly count: number;
  readonly bytes: Uint8Array;
}

function plainly(list: string, reader: (source: ByteSource) => PlainRecords): Result {
  // In a document, whose other parts are no part of the list.
  const source = memorySource(Buffer.from(`[${list}]`));
  const records = reader(source);
  const sink = new MemorySink();
  return { ...records.write({ start: 1, end: source.size - 1 }, 0, sink), bytes: sink.result() };
}

/** Of the general reader: the bytes of each record; undefined for what it refuses, or finds incomplete. */
function generally(
  list: string,
  record: (json: Json, index: number) => CriuRecord,
): Uint8Array[] | undefined {
  try {
    return (parseCritJson(`[${list}]`) as readonly Json[]).map((json, index) => {
      const made = record(json, index) as MessageRecord;
      if (missingFields(messageLayout(made.message), made.fields).length > 0) throw new Error('incomplete');
      const sink = new MemorySink();
      encodeRecord(made, sink);
      return sink.result();
    });
  } catch {
    return undefined;
  }
}

/** What was read plainly is what the general reader makes of it. */
function compare({ isWhole, count, bytes }: Result, general: readonly Uint8Array[] | undefined): void {
  if (general === undefined) {
    expect(isWhole).toBe(false);
    return;
  }
  expect(Buffer.compare(bytes, Buffer.concat(general.slice(0, count)))).toBe(0);
  if (isWhole) expect(count).toBe(general.length);
}

const lossless = {
  plainly: (list: string) => plainly(list, plainLosslessRecords),
  generally: (list: string) => generally(list, (json) => recordFromJson(json, '$')),
};

const critOf = (type: ImageTypeName) => ({
  plainly: (list: string) => plainly(list, (source) => plainCritRecords(source, type)),
  generally: (list: string) => generally(list, (json, index) => critRecordFromJson({ type }, json, index)),
});

const types = (Object.keys(imageTypes) as ImageTypeName[]).filter(
  (type) => imageType(type).message !== undefined,
);

function recordsOf(type: ImageTypeName, next: Next): MessageRecord[] {
  const { message = 'core_entry', rest = message } = imageType(type);
  return [message, ...Array.from({ length: next(4) }, () => rest)].map((name) =>
    recordOf(name, inventedFields(messageLayout(name), next)),
  );
}

/** The entries as the document has them. */
function critList(type: ImageTypeName, records: readonly CriuRecord[], pretty: boolean): string {
  let text = '';
  writeCritJson({ name: 'x', type, magics: [] }, records, (piece) => (text += piece), { pretty });
  return text.slice(text.indexOf('[') + 1, text.lastIndexOf(']'));
}

const marks = [
  '"',
  ',',
  '}',
  ']',
  ':',
  '\\',
  '0',
  '-1',
  ' ',
  '\n',
  '"a"',
  'true',
  'null',
  '{}',
  '[]',
  '1e3',
  '"0x"',
];

function mutated(text: string, next: Next): string {
  const at = next(text.length);
  return text.slice(0, at) + (next(3) === 0 ? '' : marks[next(marks.length)]) + text.slice(at + next(3));
}

describe('invented records of all types', () => {
  test('in the lossless form are plain, if they are complete', () => {
    const next = random(11);
    for (const type of types)
      for (let round = 0; round < 8; round++) {
        const records = recordsOf(type, next);
        const json = records.map((record) => JSON.stringify(recordToJson(record), undefined, next(3)));
        const list = json.join(',\n');
        const general = lossless.generally(list);
        const plain = lossless.plainly(list);
        compare(plain, general);
        expect(plain.isWhole, list).toBe(general !== undefined);
        const other = mutated(list, next);
        compare(lossless.plainly(other), lossless.generally(other));
      }
  });

  test('have the same text in pieces, if they are long, as at once', () => {
    const next = random(13);
    for (const type of types)
      for (const made of recordsOf(type, next)) {
        const fields = { ...made.fields, ...(next(2) === 0 && { $unknown: [] }) };
        const record = { ...made, fields, length: 2 ** 20, ...(next(2) === 0 && { raw: Uint8Array.of(1) }) };
        const pieces: string[] = [];
        writeFileJson({ name: 'x', magics: [] }, [record], (piece) => void pieces.push(piece));
        expect(pieces.length).toBeGreaterThan(4);
        expect(pieces.join('').split('\n')[1]).toBe(JSON.stringify(recordToJson(record)));
      }
  });

  test('in the form of crit are what the general reader makes of them', () => {
    const next = random(12);
    let whole = 0;
    for (const type of types)
      for (let round = 0; round < 8; round++) {
        const crit = critOf(type);
        const list = critList(type, recordsOf(type, next), next(2) === 0);
        const plain = crit.plainly(list);
        whole += Number(plain.isWhole);
        compare(plain, crit.generally(list));
        const other = mutated(list, next);
        compare(crit.plainly(other), crit.generally(other));
      }
    expect(whole).toBeGreaterThan(200);
  });
});

const record = (fields: string, message = 'pagemap_entry') =>
  `{"kind":"message","offset":8,"length":6,"message":"${message}","fields":{${fields}}}`;

test.each([
  ['numbers as texts', record('"vaddr":"4096","compat_nr_pages":"0x1"')],
  ['capital digits', record('"vaddr":"0XAbCdEf","compat_nr_pages":"0x00000000000000FF"')],
  ['a negative zero', record('"vaddr":-0,"compat_nr_pages":0')],
  ['blanks', record(' "vaddr"\t:\n"0x1" , "compat_nr_pages" : 1 ').replaceAll(':', ' : ')],
  ['no places', record('"vaddr":1,"compat_nr_pages":1').replace('"offset":8,"length":6,', '')],
  ['escapes in a text', record('"name":"\\u0061\\"/"', 'aa_namespace')],
])('%s: plain', (_what, list) => {
  const general = lossless.generally(list);
  expect(general).toBeDefined();
  const plain = lossless.plainly(list);
  compare(plain, general);
  expect(plain.isWhole).toBe(true);
});

test.each([
  ['another order', record('"compat_nr_pages":1,"vaddr":1')],
  ['an unknown field', record('"vaddr":1,"compat_nr_pages":1,"x":1')],
  ['a field twice', record('"vaddr":1,"vaddr":1,"compat_nr_pages":1')],
  ['a required field absent', record('"vaddr":1')],
  ['a number out of range', record('"vaddr":1,"compat_nr_pages":4294967296')],
  ['a number with a fraction', record('"vaddr":1.0,"compat_nr_pages":1')],
  ['a number with leading zeros', record('"vaddr":01,"compat_nr_pages":1')],
  ['a number that a double does not hold', record('"vaddr":9007199254740993,"compat_nr_pages":1')],
  ['seventeen digits', record('"vaddr":"0x00000000000000001","compat_nr_pages":1')],
  ['no digits', record('"vaddr":"0x","compat_nr_pages":1')],
  ['a name that is no text', record('"vaddr":1,"compat_nr_pages":1').replace('"message"', '"m\\x"')],
  ['bytes of the message', record('"vaddr":1,"compat_nr_pages":1').replace(/\}$/, ',"raw":"CAEQAQ=="}')],
  ['an element that is missing', `${record('"vaddr":1,"compat_nr_pages":1')},`],
  ['nothing', ' '],
])('%s: for the general reader', (_what, list) => {
  const plain = lossless.plainly(list);
  expect(plain.isWhole).toBe(false);
  compare(plain, lossless.generally(list));
});

test.each([
  ['the name of before 4.2', '{"vaddr":1,"nr_pages":2,"flags":4}', true],
  ['the name of today', '{"vaddr":1,"compat_nr_pages":2,"flags":4,"nr_pages":18446744073709551615}', true],
  ['both, in the order of before', '{"vaddr":1,"nr_pages":2,"compat_nr_pages":2}', false],
  ['the name of before twice', '{"vaddr":1,"nr_pages":2,"nr_pages":2}', false],
  ['the name of before at the end', '{"vaddr":1,"flags":4,"nr_pages":2}', false],
])('pages of a pagemap of crit: %s', (_what, entry, isWhole) => {
  const crit = critOf('PAGEMAP');
  const list = `{"pages_id":1},${entry},{"vaddr":1,"nr_pages":2},{"vaddr":1,"compat_nr_pages":2}`;
  const plain = crit.plainly(list);
  expect([plain.isWhole, plain.count]).toEqual([isWhole, isWhole ? 4 : 1]);
  compare(plain, crit.generally(list));
});

test('records before one that is not plain are written, and it begins where they end', () => {
  const list = [1, 2, 3].map((number) => record(`"vaddr":${number},"compat_nr_pages":1`));
  const plain = lossless.plainly([...list, record('"vaddr":4'), ...list].join());
  expect([plain.isWhole, plain.count]).toEqual([false, 3]);
  compare(plain, lossless.generally(list.join()));
});

/** Of a list of many equal words in a record, made when it is read. */
function repeating(head: string, item: string, count: number, tail: string): ByteSource {
  const size = head.length + item.length * count + tail.length;
  return {
    ...memorySource(new Uint8Array()),
    size,
    view(offset, length) {
      const first = Math.max(0, Math.floor((offset - head.length) / item.length));
      const start = offset < head.length ? 0 : head.length + first * item.length;
      const items = Math.min(count - first, Math.ceil(length / item.length) + 1);
      const text = (start === 0 ? head : '') + item.repeat(items) + tail;
      return Buffer.from(text).subarray(offset - start, offset - start + length);
    },
  };
}

const saved = (count: number) =>
  repeating(
    `${record('', 'aa_namespace').slice(0, -2)}"name":"n"}},${record('"regs":[', 'user_aarch64_regs_entry').slice(0, -2)}"0x1"`,
    ',"0xffffffffffffffff"',
    count,
    '],"sp":"0x1","pc":"0x1","pstate":"0x1"}}',
  );

test('a record of any length is read a window at a time, and its bytes have a bound', () => {
  const sink = new MemorySink();
  const count = 40_000;
  const source = saved(count);
  const range = { start: 0, end: source.size };
  const records = plainLosslessRecords(source);
  expect(records.write(range, 0, sink)).toEqual({ count: 2, isWhole: true });
  const general = lossless.generally(Buffer.from(source.view(0, source.size)).toString());
  expect(Buffer.compare(sink.result(), Buffer.concat(general ?? []))).toBe(0);

  const large = saved(Math.ceil(limits.plainMessageBytes / 11));
  const nothing = new NullSink();
  const { isWhole } = plainLosslessRecords(large).write({ start: 0, end: large.size }, 0, nothing);
  expect(isWhole).toBe(false);
  expect(nothing.position).toBeLessThan(100);
});
