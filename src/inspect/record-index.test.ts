/** The packed index against the records themselves, for every image at hand, in chunks of odd sizes. */
import { describe, expect, test } from 'vitest';
import { fileSource } from '../parse/bytes/file-source.ts';
import { readCptRecords } from '../parse/cpt/read.ts';
import type { AnyRecord } from '../parse/cpt/record.ts';
import { allImages } from '../test-support/images.ts';
import { type CptIndex, emptyCptIndex, numberOfKind } from './cpt/kinds.ts';
import { RecordReader } from './cpt/record-reader.ts';
import { ChunkBuilder } from './record-index.ts';

function indexInChunks(records: readonly AnyRecord[], size: number): CptIndex {
  const index = emptyCptIndex();
  const builder = new ChunkBuilder(size);
  for (const record of records) {
    builder.add(record.offset, numberOfKind(record.kind), record.depth);
    if (builder.isFull) index.append(builder.take());
  }
  index.append(builder.take());
  index.complete();
  return index;
}

describe.each(allImages)('$name', ({ path }) => {
  const source = fileSource(path);
  const records = [...readCptRecords(source, () => {})];

  test('every record is found and decoded as it was read', () => {
    const index = indexInChunks(records, 7);
    const reader = new RecordReader(source, index);
    expect(index.length).toBe(records.length);
    for (const [number, record] of records.entries()) {
      expect(index.recordAt(record.offset)).toBe(number);
      const again = reader.record(number);
      expect([again.kind, again.depth, again.hdrlen, again.fields]).toEqual([
        record.kind,
        record.depth,
        record.hdrlen,
        record.fields,
      ]);
      expect(again.parent?.offset).toBe(record.parent?.kind === 'image' ? undefined : record.parent?.offset);
    }
  });

  test('subtrees end where the records say', () => {
    const index = indexInChunks(records, 1000);
    for (const [number, { depth }] of records.entries()) {
      let end = number + 1;
      while (end < records.length && (records[end]?.depth ?? 0) > depth) end++;
      expect(index.end(number)).toBe(end);
    }
  });
});
