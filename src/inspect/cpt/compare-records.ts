/** Records of two images that differ, field by field. Positions are compared by what they lead to. */
import { utf8Text } from '../../byte-text.ts';
import { pushAll } from '../../lists.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { firstDifference } from '../../parse/bytes/first-difference.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import type { FieldChange, RecordChange } from '../compare/record-change.ts';
import type { FieldMeaning } from '../family.ts';
import { type Filter, isWantedType } from '../filter.ts';
import { clockOf, fieldMeanings, positionsOf } from './meaning.ts';
import type { NamedRecords } from './paired-records.ts';

/** In the order of the first image, then what only the second has. */
export function* compareRecords(
  a: NamedRecords,
  b: NamedRecords,
  filter: Filter,
): Generator<number, readonly RecordChange[]> {
  const changes: RecordChange[] = [];
  for (let number = 0; number < a.index.length; number++) {
    if (number % 1024 === 1023) yield (number + 1) / a.index.length;
    if (!a.hasName(number) || !isWantedType(filter, a.index.kind(number))) continue;
    const other = a.others[number] as number;
    if (other < 0) pushAll(changes, onlyIn(a, number, 'only-in-a'));
    else pushAll(changes, differing(a, b, number, other));
  }
  for (let number = 0; number < b.index.length; number++) {
    if (!b.hasName(number) || !isWantedType(filter, b.index.kind(number))) continue;
    if ((b.others[number] as number) < 0) pushAll(changes, onlyIn(b, number, 'only-in-b'));
  }
  return changes;
}

function onlyIn(
  own: NamedRecords,
  number: number,
  change: 'only-in-a' | 'only-in-b',
): readonly RecordChange[] {
  // What lies in a record that is missing is missing with it.
  const parent = own.index.parent(number);
  if (parent >= 0 && (own.others[parent] as number) < 0) return [];
  const offset = own.index.offset(number);
  const places = change === 'only-in-a' ? { a: offset, b: null } : { a: null, b: offset };
  const inside = own.index.end(number) - number - 1;
  return [{ path: own.path(number), kind: own.index.kind(number), change, ...places, inside, fields: [] }];
}

function differing(
  a: NamedRecords,
  b: NamedRecords,
  numberA: number,
  numberB: number,
): readonly RecordChange[] {
  const recordA = a.reader.record(numberA);
  const recordB = b.reader.record(numberB);
  const changes = isSameBytes(a, recordA, b, recordB) ? [] : fieldChanges(a, recordA, b, recordB);
  const fields = [...changes, ...payloadChange(a, recordA, b, recordB)];
  if (fields.length === 0) return [];
  const places = { a: recordA.offset, b: recordB.offset };
  const path = a.path(numberA);
  return [{ path, kind: recordA.kind, change: 'differs', ...places, inside: 0, fields }];
}

/** The length of an object counts what lies in it, too, and is no field. */
const lengthBytes = 8;

/** The same bytes to the same reader, and positions in them that lead to the same: no field needs to be looked at. */
function isSameBytes(a: NamedRecords, recordA: AnyRecord, b: NamedRecords, recordB: AnyRecord): boolean {
  const [headerA, headerB] = [a.reader.header, b.reader.header];
  if (headerA.imageVersion !== headerB.imageVersion || headerA.osArch !== headerB.osArch) return false;
  const { kind, hdrlen } = recordA;
  if (kind !== recordB.kind || hdrlen !== recordB.hdrlen) return false;
  const skipped = kind === 'image' ? 0 : Math.min(lengthBytes, hdrlen);
  const [startA, startB] = [recordA.offset + skipped, recordB.offset + skipped];
  if (firstDifference(a.source, startA, b.source, startB, hdrlen - skipped) !== undefined) return false;
  return positionsOf(recordA).every((offset) => isSameTarget(a, offset, b, offset));
}

const isSameTarget = (a: NamedRecords, offsetA: number, b: NamedRecords, offsetB: number): boolean => {
  const [numberA, numberB] = [a.referred(offsetA), b.referred(offsetB)];
  // One that the other image has not leads nowhere else, either.
  return numberA < 0 || numberB < 0 ? numberA === numberB : a.others[numberA] === numberB;
};

function fieldChanges(
  a: NamedRecords,
  recordA: AnyRecord,
  b: NamedRecords,
  recordB: AnyRecord,
): FieldChange[] {
  const fieldsA = fieldMeanings(recordA, clockOf(a.reader.header));
  const fieldsB = new Map(
    fieldMeanings(recordB, clockOf(b.reader.header)).map((field) => [field.path, field]),
  );
  const changes: FieldChange[] = [];
  for (const field of fieldsA) {
    const other = fieldsB.get(field.path);
    fieldsB.delete(field.path);
    if (field.isPad) continue;
    if (other === undefined || !isSameField(a, field, b, other))
      changes.push({ field: field.path, a: shown(a, field), b: other ? shown(b, other) : null });
  }
  for (const field of fieldsB.values()) {
    if (!field.isPad) changes.push({ field: field.path, a: null, b: shown(b, field) });
  }
  return changes;
}

/** Fields that mean the same. Raw values, since texts may be shortened. */
const isSameField = (a: NamedRecords, field: FieldMeaning, b: NamedRecords, other: FieldMeaning): boolean =>
  field.refersTo === undefined || other.refersTo === undefined
    ? field.refersTo === other.refersTo && field.raw === other.raw
    : isSameTarget(a, field.refersTo.offset, b, other.refersTo.offset);

function shown(image: NamedRecords, { refersTo, text }: FieldMeaning): string {
  if (refersTo === undefined) return text;
  const number = image.referred(refersTo.offset);
  return `→ ${number < 0 ? text : image.path(number)}`;
}

function payloadChange(
  a: NamedRecords,
  recordA: AnyRecord,
  b: NamedRecords,
  recordB: AnyRecord,
): FieldChange[] {
  const rangeA = rangeOf(recordA);
  const rangeB = rangeOf(recordB);
  if (recordA.kind === 'name' && recordB.kind === 'name') {
    // The padding behind a name depends on where it lies.
    const textA = nameOf(a.source, rangeA);
    const textB = nameOf(b.source, rangeB);
    return textA === textB ? [] : [{ field: 'text', a: textA, b: textB }];
  }
  if (rangeA.length === rangeB.length) {
    const at = firstDifference(a.source, rangeA.offset, b.source, rangeB.offset, rangeA.length);
    if (at === undefined) return [];
    const text = `${rangeA.length} bytes`;
    return [{ field: 'payload', a: text, b: `${text}, other from byte ${at} on` }];
  }
  return [{ field: 'payload', a: `${rangeA.length} bytes`, b: `${rangeB.length} bytes` }];
}

function rangeOf({ payload }: AnyRecord): { readonly offset: number; readonly length: number } {
  return 'offset' in payload ? payload : { offset: 0, length: 0 };
}

function nameOf(
  source: ByteSource,
  { offset, length }: { readonly offset: number; readonly length: number },
): string {
  // Longer ones are no names but archives, and are told apart by their start well enough here.
  const bytes = source.view(offset, Math.min(length, 4096));
  return utf8Text(bytes).replace(/\0.*$/s, '');
}
