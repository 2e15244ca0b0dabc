/** record: one record, every field with its offset, raw bytes and meaning. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import type { FieldMeaning } from '../family.ts';
import { childrenMax, type FieldRow, type RecordRows } from '../record-table.ts';
import type { CptIndex } from './kinds.ts';
import { clockOf, fieldMeanings, hexBytes, recordDoc } from './meaning.ts';
import type { RecordReader } from './record-reader.ts';

export interface RecordPlace {
  readonly source: ByteSource;
  readonly index: CptIndex;
  readonly reader: RecordReader;
}

/** What there is to say about the record of a number. */
export function recordRows({ source, index, reader }: RecordPlace, number: number): RecordRows {
  const record = reader.record(number);
  const meanings = fieldMeanings(record, clockOf(reader.header));
  const { parent, offset, hdrlen, payload } = record;
  const described = meanings.reduce((end, field) => Math.max(end, field.offset + field.length), offset + 16);
  const extra = Math.max(0, offset + hdrlen - described);
  return {
    path: recordPath(record),
    kind: record.kind,
    doc: recordDoc(record) ?? null,
    offset,
    length: reader.extent(number),
    headerLength: hdrlen,
    fields: meanings.map((field) => fieldRow({ source, index, reader }, field)),
    extra: hexBytes(source.view(described, extra)),
    payload:
      payload.length > 0 && 'offset' in payload ? { offset: payload.offset, length: payload.length } : null,
    children: childrenOf(index, number),
    parent: parent === undefined ? null : { offset: parent.offset, path: recordPath(parent) },
  };
}

function fieldRow({ source, index, reader }: RecordPlace, field: FieldMeaning): FieldRow {
  const target = field.refersTo && index.recordAt(field.refersTo.offset);
  return {
    path: field.path,
    kernelName: field.kernelName ?? null,
    offset: field.offset,
    length: field.length,
    bytes: hexBytes(source.view(field.offset, field.length)),
    text: field.text,
    unit: field.unit ?? null,
    doc: field.doc ?? null,
    isPad: field.isPad,
    refersTo: field.refersTo
      ? {
          ...field.refersTo,
          path: target === undefined || target < 0 ? null : recordPath(reader.record(target)),
        }
      : null,
  };
}

function childrenOf(index: CptIndex, number: number): RecordRows['children'] {
  const children: { offset: number; kind: string }[] = [];
  const end = index.end(number);
  for (let child = number + 1; child < end && children.length < childrenMax; child = index.end(child)) {
    children.push({ offset: index.offset(child), kind: index.kind(child) });
  }
  return children;
}
