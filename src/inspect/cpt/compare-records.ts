/** Records of two images that differ, field by field. Positions are compared by what they lead to. */
import { utf8Text } from '../../byte-text.ts';
import { pushAll } from '../../lists.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { firstDifference } from '../../parse/bytes/first-difference.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import type { FieldChange, RecordChange } from '../compare/record-change.ts';
import type { FieldMeaning } from '../family.ts';
import { type Filter, isWantedType } from '../filter.ts';
import type { KeyedRecords } from './keyed-records.ts';
import { clockOf, fieldMeanings } from './meaning.ts';

/** In the order of the first image, then what only the second has. */
export function* compareRecords(
  a: KeyedRecords,
  b: KeyedRecords,
  filter: Filter,
): Generator<number, readonly RecordChange[]> {
  const changes: RecordChange[] = [];
  let seen = 0;
  for (const [key, number] of a.byKey) {
    if (++seen % 1024 === 0) yield seen / a.byKey.size;
    if (!isWantedType(filter, a.index.kind(number))) continue;
    const other = b.byKey.get(key);
    if (other === undefined) pushAll(changes, onlyIn(a, b, key, number, 'only-in-a'));
    else pushAll(changes, differing(a, b, key, number, other));
  }
  for (const [key, number] of b.byKey) {
    if (!isWantedType(filter, b.index.kind(number)) || a.byKey.has(key)) continue;
    pushAll(changes, onlyIn(b, a, key, number, 'only-in-b'));
  }
  return changes;
}

function onlyIn(
  own: KeyedRecords,
  other: KeyedRecords,
  path: string,
  number: number,
  change: 'only-in-a' | 'only-in-b',
): readonly RecordChange[] {
  // What lies in a record that is missing is missing with it.
  const parent = own.index.parent(number);
  const parentKey = parent < 0 ? undefined : own.keyAt.get(own.index.offset(parent));
  if (parentKey !== undefined && !other.byKey.has(parentKey)) return [];
  const offset = own.index.offset(number);
  const places = change === 'only-in-a' ? { a: offset, b: null } : { a: null, b: offset };
  const inside = own.index.end(number) - number - 1;
  return [{ path, kind: own.index.kind(number), change, ...places, inside, fields: [] }];
}

function differing(
  a: KeyedRecords,
  b: KeyedRecords,
  path: string,
  numberA: number,
  numberB: number,
): readonly RecordChange[] {
  const recordA = a.reader.record(numberA);
  const recordB = b.reader.record(numberB);
  const fields = [...fieldChanges(a, recordA, b, recordB), ...payloadChange(a, recordA, b, recordB)];
  if (fields.length === 0) return [];
  const places = { a: recordA.offset, b: recordB.offset };
  return [{ path, kind: recordA.kind, change: 'differs', ...places, inside: 0, fields }];
}

function fieldChanges(
  a: KeyedRecords,
  recordA: AnyRecord,
  b: KeyedRecords,
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
    const textA = comparable(a, field);
    const textB = other && comparable(b, other);
    if (textA !== textB)
      changes.push({ field: field.path, a: shown(a, field), b: other ? shown(b, other) : null });
  }
  for (const field of fieldsB.values()) {
    if (!field.isPad) changes.push({ field: field.path, a: null, b: shown(b, field) });
  }
  return changes;
}

/** Equal for fields that mean the same. Raw values, since texts may be shortened. */
const comparable = (image: KeyedRecords, { refersTo, raw }: FieldMeaning): string =>
  refersTo === undefined ? raw : `→ ${image.keyAt.get(refersTo.offset) ?? 'nothing'}`;

const shown = (image: KeyedRecords, { refersTo, text }: FieldMeaning): string =>
  refersTo === undefined ? text : `→ ${image.keyAt.get(refersTo.offset) ?? text}`;

function payloadChange(
  a: KeyedRecords,
  recordA: AnyRecord,
  b: KeyedRecords,
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
