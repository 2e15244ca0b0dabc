/** record: one record, every field with its offset, raw bytes and meaning. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import type { FieldMeaning } from '../family.ts';
import { properties, type Row, type Table } from '../table.ts';
import { bytesText, hex } from '../words.ts';
import type { CptIndex } from './kinds.ts';
import { clockOf, fieldMeanings, hexBytes, recordDoc } from './meaning.ts';
import type { RecordReader } from './record-reader.ts';

export interface FieldRow {
  readonly path: string;
  readonly kernelName: string | null;
  readonly offset: number;
  readonly length: number;
  /** The stored bytes, hexadecimal. */
  readonly bytes: string;
  /** In words. */
  readonly text: string;
  readonly unit: string | null;
  readonly doc: string | null;
  readonly isPad: boolean;
  readonly refersTo: { readonly offset: number; readonly kind: string; readonly path: string | null } | null;
}

export interface RecordRows {
  readonly path: string;
  readonly kind: string;
  readonly doc: string | null;
  readonly offset: number;
  readonly length: number;
  readonly headerLength: number;
  readonly fields: readonly FieldRow[];
  /** End of the fixed part that no known layout describes, hexadecimal. */
  readonly extra: string;
  readonly payload: { readonly offset: number; readonly length: number } | null;
  readonly children: readonly { readonly offset: number; readonly kind: string }[];
  readonly parent: { readonly offset: number; readonly path: string } | null;
}

/** More are counted, not listed; `records` lists them all. */
const childrenMax = 200;

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

const textOfReference = ({ refersTo }: FieldRow): string =>
  refersTo === null ? '' : ` → ${refersTo.path ?? `no ${refersTo.kind} lies there`}`;

/** Tables of a record. */
export function recordTables(rows: RecordRows): readonly Table[] {
  const fieldTable: Table = {
    title: 'Fields',
    columns: [
      { title: 'OFFSET', align: 'right' },
      { title: 'BYTES', grows: true, drop: 1 },
      { title: 'FIELD' },
      { title: 'VALUE', grows: true },
    ],
    rows: rows.fields.map((field) => ({
      at: field.offset,
      tone: field.isPad ? 'dim' : field.refersTo?.path === null ? 'bad' : 'plain',
      cells: [hex(field.offset), field.bytes, field.path, `${field.text}${textOfReference(field)}`],
    })),
    empty: 'none',
  };
  return [headTable(rows), fieldTable, ...(rows.children.length === 0 ? [] : [childTable(rows)])];
}

function headTable({
  path,
  kind,
  doc,
  offset,
  length,
  headerLength,
  payload,
  extra,
  parent,
}: RecordRows): Table {
  return properties(path, [
    ['kind', kind],
    ['at', `${hex(offset)} (${offset}), ${length} bytes, ${headerLength} of them fixed part`],
    parent === null ? undefined : ['inside', `${parent.path} at ${hex(parent.offset)}`],
    payload === null ? undefined : ['payload', `${bytesText(payload.length)} at ${hex(payload.offset)}`],
    extra === '' ? undefined : ['undescribed', extra],
    doc === null ? undefined : ['what', doc],
  ]);
}

const childTable = ({ children }: RecordRows): Table => ({
  title: `Objects inside (${children.length}${children.length === childrenMax ? ' or more' : ''})`,
  columns: [
    { title: 'OFFSET', align: 'right' },
    { title: 'KIND', grows: true },
  ],
  rows: children.map(({ offset, kind }): Row => ({ at: offset, cells: [hex(offset), kind] })),
});
