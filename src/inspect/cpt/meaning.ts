/** What the fields of a record mean: raw value, decoded value, unit, doc and reference. Shows nothing itself. */

import { hexText, latin1Text } from '../../byte-text.ts';
import { tickNs, versionRules } from '../../model/from-cpt/version-rules.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import { noIndex, noPosition, objectHeaderBytes } from '../../parse/cpt/record.ts';
import { cptEnums } from '../../parse/generated/cpt-enums.ts';
import { cptLayouts } from '../../parse/generated/cpt-layouts.ts';
import { cptKinds } from '../../parse/generated/cpt-records.ts';
import { type FieldRange, fieldRanges, type LayoutField } from '../../parse/layout.ts';
import { plural } from '../../plural.ts';
import type { FieldMeaning } from '../family.ts';
import {
  bitNames,
  bytesText,
  dateText,
  durationText,
  enumText,
  flagNames,
  hex,
  signalSetText,
} from '../words.ts';

/** How the writing kernel counted time. */
export interface Clock {
  readonly tickNs?: bigint | undefined;
  /** Old images hold jiffies where later ones hold times; the specs give the unit of the later ones. */
  readonly countsJiffies?: boolean;
}

export const clockOf = ({
  hz,
  imageVersion,
}: {
  readonly hz: number;
  readonly imageVersion: number;
}): Clock => ({
  tickNs: tickNs(hz),
  countsJiffies: versionRules(imageVersion).countsJiffies,
});

/** rst_process.c: what images older than 0x100 hold in jiffies. */
const onceJiffies = new Set(['starttime', 'itRealValue', 'itRealIncr']);

/** Bytes in front of the fields: signature and length of the image header, the header of all others. */
const headerBytes = (record: AnyRecord): number => (record.kind === 'image' ? 6 : objectHeaderBytes);

export function layoutNameOf(record: AnyRecord): string | undefined {
  switch (record.kind) {
    case 'image':
      return 'image_header';
    case 'section':
    case 'unknown':
    case 'raw':
      return undefined;
    default:
      return cptKinds[record.kind].layout;
  }
}

/** The sentences of the specs about a kind of record. */
export function recordDoc(record: AnyRecord): string | undefined {
  const name = layoutNameOf(record);
  if (name !== undefined) return cptLayouts[name]?.doc;
  const enumName = record.kind === 'section' ? 'section_type' : 'object_type';
  const id = record.kind === 'section' ? record.fields.section : undefined;
  const entries = cptEnums[enumName] ?? [];
  return entries.find((entry) => (id === undefined ? entry.id === record.kind : entry.value === id))?.doc;
}

/** All fields in file order, the header's own first; what the header length leaves out is not listed. */
export function fieldMeanings(record: AnyRecord, clock: Clock = {}): readonly FieldMeaning[] {
  const layout = layoutNameOf(record);
  const ranges = layout === undefined ? [] : fieldRanges(record, cptLayouts, layout, headerBytes(record));
  return [...headerMeanings(record), ...Array.from(ranges, (range) => meaningOf(range, clock))];
}

/** The fields that every section and object starts with. */
function headerMeanings(record: AnyRecord): readonly FieldMeaning[] {
  if (record.kind === 'raw' || record.kind === 'image') return [];
  const of = (
    path: string,
    at: number,
    length: number,
    value: number,
    text: string,
    doc: string,
  ): FieldMeaning => ({
    path,
    doc,
    offset: record.offset + at,
    length,
    value,
    text,
    raw: hex(value),
    isPad: false,
  });
  const isSection = record.kind === 'section';
  const type = isSection ? record.fields.section : record.object;
  const typeText = enumText(isSection ? 'section_type' : 'object_type', type) ?? 'unknown';
  const last = isSection ? record.fields.align : record.content;
  return [
    of('header.type', 8, 4, type, `${type} ${typeText}`, `Type of the ${isSection ? 'section' : 'object'}.`),
    of(
      'header.hdrlen',
      12,
      2,
      record.hdrlen,
      String(record.hdrlen),
      'Length of the fixed part, this header included.',
    ),
    isSection
      ? of('header.align', 14, 2, last, String(last), 'Always 0; never read.')
      : of(
          'header.content',
          14,
          2,
          last,
          `${last} ${enumText('content_type', last) ?? ''}`.trim(),
          'What follows the fixed part.',
        ),
  ];
}

export function meaningOf({ path, field, value, offset, length }: FieldRange, clock: Clock): FieldMeaning {
  return {
    path,
    kernelName: field.kernelName,
    doc: field.doc,
    unit: field.unit,
    offset,
    length,
    value,
    text: valueText(field, value, clock),
    raw: value instanceof Uint8Array ? hexBytes(value) : hex(BigInt.asUintN(length * 8, BigInt(value))),
    refersTo: referenceOf(field, value),
    isPad: field.isPad === true,
  };
}

function referenceOf(field: LayoutField, value: FieldRange['value']): FieldMeaning['refersTo'] {
  if (field.positionOf === undefined || typeof value !== 'bigint') return undefined;
  // A position beyond what a file can have is shown, but leads nowhere.
  if (value === noPosition || value > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return { offset: Number(value), kind: field.positionOf };
}

const positionFields = new Map<string, readonly LayoutField[]>();

/** Positions of other records in the fields of one; those beyond the end of its header may be among them. */
export function positionsOf(record: AnyRecord): readonly number[] {
  const layout = layoutNameOf(record);
  if (layout === undefined) return [];
  let fields = positionFields.get(layout);
  if (fields === undefined) {
    fields = (cptLayouts[layout]?.fields ?? []).filter(({ positionOf }) => positionOf !== undefined);
    positionFields.set(layout, fields);
  }
  const values = record.fields as Readonly<
    Record<string, FieldRange['value'] | readonly bigint[] | undefined>
  >;
  return fields.flatMap((field) => {
    const value = values[field.name];
    const all = Array.isArray(value) ? (value as readonly bigint[]) : [value as bigint];
    return all.flatMap((one) => referenceOf(field, one)?.offset ?? []);
  });
}

export const hexBytes = (bytes: Uint8Array): string => hexText(bytes);

function valueText(field: LayoutField, value: FieldRange['value'], clock: Clock): string {
  if (value instanceof Uint8Array) return bytesFieldText(field, value);
  if (field.positionOf !== undefined) return value === noPosition ? 'none' : hex(value);
  // Versions are known by their hexadecimal number.
  if (field.enumName === 'image_version') return `0x${value.toString(16).padStart(3, '0')}`;
  if (field.enumName !== undefined) return named(value, enumText(field.enumName, value));
  if (field.flagsName !== undefined) return flagsText(flagNames(field.flagsName, value));
  if (field.bitsName !== undefined) return flagsText(bitNames(field.bitsName, BigInt(value)));
  if (isSignalMask(field)) return signalSetText(BigInt(value));
  if (typeof value === 'bigint' && value === noPosition) return '2^64-1';
  if (value === noIndex) return '2^32-1';
  const unit = clock.countsJiffies && onceJiffies.has(field.name) ? 'jiffies' : field.unit;
  const inUnit = unitText(unit, value, clock);
  return inUnit ?? (typeof value === 'bigint' && isHexadecimal(field, value) ? hex(value) : String(value));
}

/** Addresses, registers and bit masks say nothing in decimal. */
const isHexadecimal = ({ doc }: LayoutField, value: bigint): boolean =>
  value > 0xffffffffn || doc === undefined || /address|bits|mask|register/i.test(doc);

const named = (value: number | bigint, name: string | undefined): string =>
  name === undefined ? `${value} (unknown)` : `${value} ${name}`;

const flagsText = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(' '));

/** The specs say of every mask of signals that bit n-1 is signal n. */
const isSignalMask = ({ doc, type }: LayoutField): boolean =>
  type === 'u8' && /bit n-1 is signal n/.test(doc ?? '');

function bytesFieldText({ isText }: LayoutField, value: Uint8Array): string {
  if (isText) return JSON.stringify(latin1Text(value).replace(/\0.*$/s, ''));
  return value.every((byte) => byte === 0) ? `${value.length} zero bytes` : hexBytes(value);
}

function unitText(unit: string | undefined, value: number | bigint, { tickNs }: Clock): string | undefined {
  const count = BigInt(value);
  switch (unit) {
    case 'bytes':
      return count < 10_240n ? plural(count, 'byte') : `${count} bytes (${bytesText(count)})`;
    case 'pages':
      return plural(count, 'page');
    case 'ns':
      return `${count} ns (${durationText(count)})`;
    case 's':
      return secondsText(count);
    case 'timespec':
    case 'timeval':
      return splitTimeText(count, unit === 'timespec' ? 1n : 1000n);
    case 'jiffies':
    case 'jiffies_delta': {
      const ticks = unit === 'jiffies' ? count : BigInt.asIntN(32, count);
      return `${ticks} jiffies${tickNs === undefined ? '' : ` (${durationText(ticks * tickNs)})`}`;
    }
    default:
      return undefined;
  }
}

/** Moments are large, spans are small: nobody checkpointed anything before 1990. */
const momentFrom = 631_152_000n;

function secondsText(seconds: bigint): string {
  const date = seconds >= momentFrom ? dateText(seconds * 1_000_000_000n) : undefined;
  return `${seconds} s${date === undefined ? '' : ` (${date})`}`;
}

/** cpt_obj.h: seconds in the upper half, nanoseconds or microseconds in the lower. */
function splitTimeText(value: bigint, partNs: bigint): string {
  const seconds = value >> 32n;
  const ns = seconds * 1_000_000_000n + (value & 0xffffffffn) * partNs;
  return seconds >= momentFrom ? (dateText(ns) ?? hex(value)) : durationText(ns);
}
