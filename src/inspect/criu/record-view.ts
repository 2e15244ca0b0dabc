/** record of CRIU images: one entry, or what lies in it, with every field that it and its lists hold. */
import { hexText } from '../../byte-text.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { FieldMeaning } from '../family.ts';
import { properties, type Row, type Table } from '../table.ts';
import { hex } from '../words.ts';
import type { CriuRecords } from './records.ts';

/** Longer values are read better with `bytes`. */
const bytesShownMax = 24;

export function criuRecordTables(records: CriuRecords, record: number): readonly Table[] {
  const { source } = records;
  const { head, doc } = records.description(record);
  const { label } = records.words(record);
  const base = records.stretch(record).offset;
  return [
    properties(`${records.path(record)} ${records.index.kind(record)}`, [
      ['what', head],
      label === '' ? undefined : ['in short', label],
      doc === undefined ? undefined : ['note', doc],
    ]),
    {
      title: 'Fields',
      columns: [
        { title: 'OFFSET', align: 'right' },
        { title: 'BYTES', grows: true, drop: 1 },
        { title: 'FIELD' },
        { title: 'VALUE', grows: true },
      ],
      rows: [...fieldRows(records, record, base, source)],
      empty: 'none',
    },
  ];
}

function* fieldRows(records: CriuRecords, record: number, base: number, source: ByteSource): Generator<Row> {
  const { index } = records;
  const around = records.path(record);
  const end = index.end(record);
  for (let inner = record; inner < end; inner++) {
    const path = records.path(inner).slice(around.length).replace(/^[./]/, '');
    for (const field of records.fields(inner)) yield rowOf(records, field, path, base, source);
  }
}

function rowOf(
  records: CriuRecords,
  { path, offset, length, text, refersTo }: FieldMeaning,
  prefix: string,
  base: number,
  source: ByteSource,
): Row {
  const shown = hexText(source.view(offset, Math.min(length, bytesShownMax)));
  const target =
    refersTo &&
    ` → ${refersTo.kind}${refersTo.kind.endsWith('.img') ? '' : ` at ${records.placeText(refersTo.offset)}`}`;
  return {
    at: offset,
    cells: [
      hex(offset - base),
      `${shown}${length > bytesShownMax ? '…' : ''}`,
      prefix === '' ? path : `${prefix}.${path}`,
      `${text}${target ?? ''}`,
    ],
  };
}
