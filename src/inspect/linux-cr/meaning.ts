/** What the fields of a record mean: stored bytes, value in words, and the object that a number refers to. */

import { hexText, latin1Text } from '../../byte-text.ts';
import { linuxCrEnums, linuxCrLayouts } from '../../parse/generated/linux-cr-layouts.ts';
import { type FieldRange, fieldRanges, type LayoutField } from '../../parse/layout.ts';
import { archOfNumber, formOf, objectOfNumber } from '../../parse/linux-cr/context.ts';
import { type AnyRecord, recordHeaderBytes } from '../../parse/linux-cr/record.ts';
import { plural } from '../../plural.ts';
import type { FieldMeaning } from '../family.ts';
import { bytesText, dateText, durationText, hex } from '../words.ts';
import type { LinuxCrIndex } from './record-index.ts';
import type { RecordReader } from './record-reader.ts';

export interface Place {
  readonly index: LinuxCrIndex;
  readonly reader: RecordReader;
}

export function recordDoc(record: AnyRecord, layout: number): string | undefined {
  const name = layoutNameOf(record, layout);
  const own = name === undefined ? undefined : linuxCrLayouts[name]?.doc;
  return own ?? linuxCrEnums['record_kind']?.find(({ id }) => id === record.kind)?.doc;
}

export const layoutNameOf = (record: AnyRecord, layout: number): string | undefined =>
  record.kind === 'unknown' || record.kind === 'raw' ? undefined : formOf(record.kind, layout)?.layout;

/** All fields in order, the header's own first. */
export function fieldMeanings(record: AnyRecord, place: Place): readonly FieldMeaning[] {
  const name = layoutNameOf(record, place.reader.context.layout);
  const ranges = name === undefined ? [] : fieldRanges(record, linuxCrLayouts, name, recordHeaderBytes);
  return [...headerMeanings(record), ...Array.from(ranges, (range) => meaningOf(range, record, place))];
}

function headerMeanings(record: AnyRecord): readonly FieldMeaning[] {
  if (record.kind === 'raw') return [];
  const isOld = record.owner !== undefined;
  const field = (path: string, at: number, length: number, value: number, doc: string): FieldMeaning => ({
    path,
    doc,
    offset: record.offset + at,
    length,
    value,
    text: String(value),
    raw: hex(value),
    isPad: false,
  });
  const size = record.hdrlen + record.payload.length;
  const type = field('header.type', 0, isOld ? 2 : 4, record.number, 'Number of the kind of record.');
  if (isOld) {
    return [
      type,
      field('header.len', 2, 2, size - recordHeaderBytes, 'Bytes behind this header.'),
      field('header.parent', 4, 4, record.owner ?? 0, 'Pid of the task that the record belongs to.'),
    ];
  }
  return [type, field('header.len', 4, 4, size, 'Bytes of the record, this header included.')];
}

function meaningOf(
  { path, field, value, offset, length }: FieldRange,
  record: AnyRecord,
  place: Place,
): FieldMeaning {
  return {
    path,
    kernelName: field.kernelName,
    doc: field.doc,
    unit: field.unit,
    offset,
    length,
    value,
    text: valueText(field, value, record, place.reader.context.layout),
    raw: value instanceof Uint8Array ? hexText(value) : hex(BigInt.asUintN(length * 8, BigInt(value))),
    refersTo: referenceOf(field, value, place),
    isPad: field.isPad === true,
  };
}

/** The announcement of the object: its records follow there. */
function referenceOf(field: LayoutField, value: FieldRange['value'], { index, reader }: Place) {
  if (field.objref === undefined || typeof value !== 'number' || value <= 0) return undefined;
  const record = reader.announcement(value);
  return record === undefined ? undefined : { offset: index.offset(record), kind: 'objref' };
}

function valueText(
  field: LayoutField,
  value: FieldRange['value'],
  record: AnyRecord,
  layout: number,
): string {
  if (value instanceof Uint8Array) {
    if (field.isText) return JSON.stringify(latin1Text(value).replace(/\0.*$/s, ''));
    return value.every((byte) => byte === 0) ? `${value.length} zero bytes` : hexText(value);
  }
  if (record.kind === 'objref' && field.name === 'objtype') {
    return `${value} ${objectOfNumber(layout, Number(value)) ?? '(unknown)'}`;
  }
  if (record.kind === 'header' && field.name === 'archId') {
    return `${value} ${archOfNumber(layout, Number(value)) ?? '(unknown)'}`;
  }
  if (field.enumName !== undefined) {
    const found = linuxCrEnums[field.enumName]?.find((one) => BigInt(one.value) === BigInt(value));
    return `${value} ${found?.id ?? '(unknown)'}`;
  }
  if (field.flagsName !== undefined) {
    const flags = (linuxCrEnums[field.flagsName] ?? []).filter(
      (one) => (BigInt(value) & BigInt(one.value)) !== 0n,
    );
    return flags.length === 0 ? String(value) : `${value} ${flags.map(({ id }) => id).join(' ')}`;
  }
  if (field.objref !== undefined) return value === 0 ? 'none' : `object ${value}`;
  return (
    unitText(field.unit, BigInt(value)) ??
    (typeof value === 'bigint' && value > 0xffffn ? hex(value) : String(value))
  );
}

/** Nobody checkpointed anything before 1990: smaller numbers are spans. */
const momentFrom = 631_152_000n;

function unitText(unit: string | undefined, count: bigint): string | undefined {
  if (unit === 'bytes')
    return count < 10_240n ? plural(count, 'byte') : `${count} bytes (${bytesText(count)})`;
  if (unit === 'ns') return `${count} ns (${durationText(count)})`;
  if (unit !== 's') return undefined;
  const date = count >= momentFrom ? dateText(count * 1_000_000_000n) : undefined;
  return `${count} s${date === undefined ? '' : ` (${date})`}`;
}
