/** Laws that hold for every image: nothing is lost by reading and writing, as bytes and as JSON. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { allImages, projectRoot, realImages, sample } from '../../test-support/images.ts';
import { MemorySink } from '../bytes/byte-sink.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { readCptJson, readJsonHead } from './json-read.ts';
import { cptToJson } from './json-write.ts';
import { readCptRecords } from './read.ts';
import type { AnyRecord } from './record.ts';
import { CptWriter } from './write.ts';

const schema = JSON.parse(readFileSync(`${projectRoot}/formats/cpt/cpt-record.schema.json`, 'utf8'));

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
    for (const sourcePath of ['image.cpt', undefined]) {
      const header = { variant: 'cpt-2.6.18.2', ...(sourcePath !== undefined && { sourcePath }) };
      const text = [
        ...cptToJson(
          readCptRecords(source, () => {}),
          source,
          header,
        ),
      ].join('');
      const json = memorySource(new TextEncoder().encode(text));
      expect(readJsonHead(json).image).toEqual(
        sourcePath === undefined ? null : { path: sourcePath, size: bytes.length },
      );
      expect(JSON.parse(text).schemaVersion).toBe(1);
      const records = readCptJson(json, sourcePath === undefined ? 0 : bytes.length, schema);
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
  const result = written(readCptJson(json, 0, schema), bytes, (diagnostic) => found.push(diagnostic));
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

describe('JSON that is no image is one located diagnostic', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['{"schemaVersion":1', 'json-malformed', ''],
    [
      '{"schemaVersion":1,"family":"cpt","variant":"x","image":null,"records":[{"kind":"nothing"}]}',
      'json-record',
      'records[0]',
    ],
    [
      '{"family":"cpt","variant":"x","image":null,"records":[{"kind":"raw","depth":0,"offset":0,"payload":{"offset":0,"length":9}}]}',
      'json-payload',
      'records[0]',
    ],
    [
      '{"family":"cpt","variant":"x","image":null,"records":[{"kind":"name","depth":1,"offset":0,"hdrlen":16,"content":3}]}',
      'json-record',
      'records[0]',
    ],
  ];
  test.each(rows)('%s', (text, code, path) => {
    const json = memorySource(new TextEncoder().encode(text));
    const read = () => [...readCptJson(json, 0, schema)];
    expect(read).toThrowError(expect.objectContaining({ diagnostic: expect.objectContaining({ code }) }));
    if (path !== '') {
      expect(read).toThrowError(
        expect.objectContaining({
          diagnostic: expect.objectContaining({ at: expect.objectContaining({ path }) }),
        }),
      );
    }
  });
});
