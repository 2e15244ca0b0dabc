/** Laws that hold for every image: nothing is lost by reading and writing, as bytes and as JSON. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { allImages, realImages, sample } from '../../test-support/images.ts';
import { MemorySink } from '../bytes/byte-sink.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { readJsonHead } from '../json/record-document.ts';
import { readCptJson } from './json-read.ts';
import { cptToJson } from './json-write.ts';
import { readCptRecords } from './read.ts';
import type { AnyRecord } from './record.ts';
import { CptWriter } from './write.ts';

function written(
  records: Iterable<AnyRecord>,
  bytes: Uint8Array,
  report: (found: Diagnostic) => void,
): Uint8Array {
  const sink = new MemorySink();
  const writer = new CptWriter(sink, memorySource(bytes), report);
  for (const record of records) writer.write(record);
  writer.finish();
  return sink.result();
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b));

describe('decode → encode is the identical file', () => {
  test.each(allImages.map(({ name, path }) => [name, path]))('%s', (_name, path) => {
    const bytes = Uint8Array.from(readFileSync(path));
    const found: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => found.push(diagnostic);
    expect(isSame(written(readCptRecords(memorySource(bytes), report), bytes, report), bytes)).toBe(true);
    expect(found).toEqual([]);
  });
});

describe('image → JSON → image is the identical file', () => {
  test.each(allImages.map(({ name, path }) => [name, path]))('%s', (_name, path) => {
    const bytes = Uint8Array.from(readFileSync(path));
    const source = memorySource(bytes);
    for (const image of [{ name: 'image.cpt', sha256: 'a'.repeat(64) }, undefined]) {
      const header = { variant: 'cpt-2.6.18.2', image };
      const text = [
        ...cptToJson(
          readCptRecords(source, () => {}),
          source,
          header,
        ),
      ].join('');
      const json = memorySource(new TextEncoder().encode(text));
      expect(readJsonHead(json).image).toEqual(image ?? null);
      expect(JSON.parse(text).schemaVersion).toBe(1);
      const records = readCptJson(json, image === undefined ? 0 : bytes.length);
      expect(
        isSame(
          written(records, bytes, () => {}),
          bytes,
        ),
      ).toBe(true);
    }
  });
});

test('real images need not be clean: every byte is accounted for without raw records', () => {
  for (const { path } of realImages) {
    const bytes = Uint8Array.from(readFileSync(path));
    for (const record of readCptRecords(memorySource(bytes), () => {})) expect(record.kind).not.toBe('raw');
  }
});

test('a longer name in edited JSON moves everything behind it, and references follow', () => {
  const bytes = Uint8Array.from(readFileSync(sample('2.6.18-tree')));
  const source = memorySource(bytes);
  const text = [
    ...cptToJson(
      readCptRecords(source, () => {}),
      source,
      { variant: 'cpt-2.6.18.2' },
    ),
  ].join('');
  const edited = JSON.parse(text);
  const names = edited.records.filter(({ kind }: { kind: string }) => kind === 'name');
  names[0].payload.text = '/a/longer/name/than/before';
  const json = memorySource(new TextEncoder().encode(JSON.stringify(edited)));
  const found: Diagnostic[] = [];
  const result = written(readCptJson(json, 0), bytes, (diagnostic) => found.push(diagnostic));
  expect(found).toEqual([]);
  expect(result.length).toBeGreaterThan(bytes.length);
  expect(result.length % 8).toBe(0);
  // Resolving every position again finds each target, so writing what was written changes nothing.
  const again = written(
    readCptRecords(memorySource(result), (diagnostic) => found.push(diagnostic)),
    result,
    (diagnostic) => found.push(diagnostic),
  );
  expect(found).toEqual([]);
  expect(isSame(again, result)).toBe(true);
});

describe('JSON that is no image, or says what no image can hold, is one located diagnostic', () => {
  const head = '"schemaVersion":1,"family":"cpt","variant":"x","image":null';
  const records = (...texts: readonly string[]) => `{${head},"records":[${texts.join(',')}]}`;
  const section = '{"kind":"section","depth":0,"offset":0,"hdrlen":16,"fields":{"section":4,"align":0}}';
  const raw = (payload: string) => records(`{"kind":"raw","depth":0,"offset":0,"payload":${payload}}`);
  const name = (payload: string) =>
    records(section, `{"kind":"name","depth":1,"offset":0,"hdrlen":16,"content":3,"payload":${payload}}`);
  const rows: readonly (readonly [text: string, code: string, path: string])[] = [
    ['{"schemaVersion":1', 'json-malformed', ''],
    ['[]', 'json-malformed', ''],
    [`{${head}}`, 'json-malformed', ''],
    [`{${head},"records":[],"more":1}`, 'json-malformed', ''],
    [`{${head},"family":"cpt","records":[]}`, 'json-malformed', ''],
    [`{${head},"f\\u0061mily":"cpt","records":[]}`, 'json-malformed', ''],
    [`{${head},"__proto__":{"records":[]}}`, 'json-malformed', ''],
    [records('['.repeat(100_000)), 'json-malformed', ''],
    [`{"${'k'.repeat(5000)}":1,${head},"records":[]}`, 'json-malformed', ''],
    ...['5', '"x"', 'true', '[]', '{}', '{"path":5,"size":1}', '{"name":"../x","sha256":"00"}'].map(
      (image) => [`{${head.replace('null', image)},"records":[]}`, 'json-malformed', ''] as const,
    ),
    [records('{"kind":"nothing"}'), 'json-record', 'records[0]'],
    [records('{"kind":"constructor","depth":0}'), 'json-record', 'records[0]'],
    [records('{"kind":"raw","depth":0,"offset":0,"pay":1}'), 'json-record', 'records[0]'],
    [records('{"kind":"raw","depth":0,"offset":0,"fields":{"a":1}}'), 'json-record', 'records[0]'],
    [records('{"kind":"raw","depth":99,"offset":0}'), 'json-record', 'records[0].depth'],
    [records('{"kind":"raw","depth":0,"offset":0,"extra":"0"}'), 'json-record', 'records[0]'],
    [raw('{"offset":0,"length":9}'), 'json-payload', 'records[0]'],
    [raw('null'), 'json-record', 'records[0].payload'],
    [raw('{"hex":"0g"}'), 'json-record', 'records[0].payload'],
    [raw('{"hex":"00","base64":""}'), 'json-record', 'records[0].payload'],
    [raw('{"base64":"AA"}'), 'json-record', 'records[0].payload'],
    [raw('{"base64":"A*=="}'), 'json-record', 'records[0].payload'],
    [raw('{"offset":0,"length":-1}'), 'json-record', 'records[0].payload.length'],
    [name('{"text":"\u20ac","length":8}'), 'json-record', 'records[1].payload'],
    [name(`{"text":"${'x'.repeat(70_000)}"}`), 'json-record', 'records[1].payload'],
    [records(section.replace('"hdrlen"', '"name":"FILES","hdrlen"')), 'json-record', 'records[0]'],
    [records(section.replace('"align":0', '"align":70000')), 'json-record', 'records[0].fields.align'],
    [records('{"kind":"name","depth":1,"offset":0,"hdrlen":16,"content":3}'), 'json-record', 'records[0]'],
  ];
  test.each(rows)('%.120s', (text, code, path) => {
    const json = memorySource(new TextEncoder().encode(text));
    const read = () => [readJsonHead(json), ...readCptJson(json, 0)];
    const at = path === '' ? {} : { at: expect.objectContaining({ path }) };
    expect(read).toThrowError(
      expect.objectContaining({ diagnostic: expect.objectContaining({ code, ...at }) }),
    );
  });

  test('texts that are too long for their field are refused, not cut', () => {
    const bytes = Uint8Array.from(readFileSync(sample('2.6.18-tree')));
    const source = memorySource(bytes);
    const pieces = cptToJson(
      readCptRecords(source, () => {}),
      source,
      { variant: 'cpt-2.6.18.2' },
    );
    const edited = JSON.parse([...pieces].join(''));
    const task = edited.records.findIndex(({ kind }: { kind: string }) => kind === 'task');
    for (const comm of ['a name of more than sixteen bytes', 'na\u20ac']) {
      edited.records[task].fields.comm = comm;
      const json = memorySource(new TextEncoder().encode(JSON.stringify(edited)));
      expect(() => [...readCptJson(json, 0)]).toThrow(`records[${task}].fields`);
    }
  });
});
