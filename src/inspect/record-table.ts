/** One record as rows and tables, whatever its family: fields with offset, stored bytes and meaning. */
import { properties, type Row, type Table } from './table.ts';
import { bytesText, hex } from './words.ts';

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
export const childrenMax = 200;

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
