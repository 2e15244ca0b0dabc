/**
 * protobuf bytes to fields, along a layout. Absent, unknown and undecodable values all survive, and a required
 * field may be missing.
 */
import { compareBytes } from '../../byte-text.ts';
import type { Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { CriuUnknownField } from '../generated/criu-descriptors.ts';
import { criuDiagnostic } from './codes.ts';
import { encodeMessage } from './encode-message.ts';
import type { MessageName } from './image-types.ts';
import { type FieldLayout, type MessageLayout, messageLayout } from './layouts.ts';
import { isBlockMessage } from './page-blocks.ts';
import type { Fields, FieldValue, MessageBody } from './record.ts';
import { WireReader, WireType } from './wire.ts';

/** Where a message stands, for diagnostics. */
export interface MessagePlace {
  readonly file: string;
  /** Of the first byte of the message. */
  readonly offset: number;
  readonly report: Report;
  /** Whether a diagnostic of this code would only be counted, so that it need not be made. */
  readonly skips?: (code: string) => boolean;
}

/** The last message that a field held, if there was nothing to say of it. */
interface Remembered {
  readonly bytes: Uint8Array;
  readonly fields: Fields;
  readonly values: number;
}

/**
 * What stands in one message stands in the next: the handlers of a task are equal, and so are the limits, credentials
 * and timers of all tasks. Equal bytes are the same object, made once.
 */
const lastOf = new Map<FieldLayout, Remembered>();
const rememberedBytes = 1024;

interface DecodeState {
  readonly place: MessagePlace;
  readonly path: string[];
  values: number;
  /** Required fields that were absent. */
  defects: number;
  /** What there is a diagnostic of, or would be. */
  oddities: number;
  /** Fields that are known, ascending, and not packed, as CRIU writes them. */
  isInOrder: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes one message; `undefined` after a `criu-malformed-message`. `bytes` must not change afterwards: byte
 * fields are views of it.
 */
export function decodeMessage(
  message: MessageName,
  bytes: Uint8Array,
  place: MessagePlace,
): MessageBody | undefined {
  const layout = messageLayout(message);
  const state: DecodeState = { place, path: [message], values: 0, defects: 0, oddities: 0, isInOrder: true };
  const reader = new WireReader(bytes);
  let fields: Fields;
  try {
    fields = readFields(reader, layout, bytes.length, state);
  } catch (error) {
    // The wire reader reports damage by throwing; the position is where it gave up.
    const at = place.offset + Math.min(reader.position, bytes.length);
    const why = `${state.path.join('.')} is not protobuf: ${(error as Error).message}`;
    place.report(criuDiagnostic('criu-malformed-message', why, location(place, at, state)));
    return undefined;
  }
  // Encoding takes as long as decoding, and what CRIU writes comes out the same.
  const isCanonical =
    (reader.isShortest && state.isInOrder) || sameBytes(encodeMessage(layout, fields), bytes);
  return isCanonical ? { message, fields } : { message, fields, raw: bytes };
}

/** Whether two byte arrays hold the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0;
}

function location(place: MessagePlace, offset: number, state: DecodeState) {
  return { file: place.file, offset, path: state.path.join('.') };
}

function readFields(reader: WireReader, layout: MessageLayout, end: number, state: DecodeState): Fields {
  const fields: Record<string, FieldValue> = {};
  let unknown: CriuUnknownField[] | undefined;
  let highest = 0;
  let required = 0;
  while (reader.position < end) {
    const tag = reader.tag();
    const number = tag >>> 3;
    const wireType = (tag & 7) as WireType;
    countValue(state);
    let field = layout.byNumber[number];
    if (field?.rival !== undefined) field = fieldOf(reader, field, field.rival, wireType);
    if (field === undefined || !fits(field, wireType)) {
      unknown ??= [];
      unknown.push(readUnknown(reader, number, wireType, field, state));
      state.isInOrder = false;
    } else {
      if (number > highest) {
        highest = number;
        if (field.required) required += 1;
      } else if (number < highest || !field.repeated) state.isInOrder = false;
      readField(reader, field, tag, end, fields, state);
    }
    if (reader.position > end) throw new Error('a value goes beyond its message');
  }
  if (required < layout.requiredCount) reportMissing(layout, fields, end, state);
  return unknown === undefined ? fields : { ...fields, $unknown: unknown };
}

/** Two forms of pagemap entries use one number; see page-blocks.ts. */
function fieldOf(
  reader: WireReader,
  field: FieldLayout,
  rival: FieldLayout,
  wireType: WireType,
): FieldLayout {
  return wireType === WireType.LengthDelimited && isBlockMessage(reader.peekDelimited()) ? field : rival;
}

function countValue(state: DecodeState): void {
  state.values += 1;
  if (state.values > limits.messageValues) throw new Error(`more than ${limits.messageValues} values`);
}

function fits(field: FieldLayout, wireType: WireType): boolean {
  // A packed list: allowed to readers, though CRIU never writes one.
  return wireType === field.wireType || (wireType === WireType.LengthDelimited && field.repeated);
}

function readField(
  reader: WireReader,
  field: FieldLayout,
  tag: number,
  end: number,
  fields: Record<string, FieldValue>,
  state: DecodeState,
): void {
  if (!field.repeated) {
    fields[field.name] = readValue(reader, field, state);
    return;
  }
  let list = fields[field.name] as FieldValue[] | undefined;
  if (list === undefined) {
    list = [];
    fields[field.name] = list;
  }
  if ((tag & 7) === field.wireType) {
    list.push(readValue(reader, field, state));
    // The rest of the list follows, nearly always.
    while (reader.position < end && reader.takes(tag)) {
      countValue(state);
      list.push(readValue(reader, field, state));
    }
    if (field.note.packed === true) state.isInOrder = false;
    return;
  }
  if (field.note.packed !== true || list.length > 0) state.isInOrder = false;
  const length = reader.uint32();
  const listEnd = reader.position + length;
  if (listEnd > reader.bytes.length) throw new RangeError('a packed list goes beyond its message');
  while (reader.position < listEnd) {
    countValue(state);
    list.push(readValue(reader, field, state));
  }
}

function readValue(reader: WireReader, field: FieldLayout, state: DecodeState): FieldValue {
  switch (field.kind) {
    case 'message':
      return readSubmessage(reader, field, state);
    case 'enum':
      return readEnum(reader, field, state);
    case 'string':
      return readString(reader.delimited());
    case 'bytes':
      return reader.delimited();
    default:
      return reader[field.kind]();
  }
}

function readSubmessage(reader: WireReader, field: FieldLayout, state: DecodeState): Fields {
  const length = reader.uint32();
  const start = reader.position;
  const end = start + length;
  if (end > reader.bytes.length) throw new RangeError('a message goes beyond the one around it');
  const known = lastOf.get(field);
  if (known !== undefined && known.bytes.length === length && reader.isNext(known.bytes)) {
    reader.position = end;
    state.values += known.values;
    return known.fields;
  }
  if (state.path.length > limits.messageDepth) throw new Error(`more than ${limits.messageDepth} levels`);
  const { isInOrder, oddities, values } = state;
  const { isShortest } = reader;
  state.isInOrder = true;
  reader.isShortest = true;
  state.path.push(field.name);
  const fields = readFields(reader, field.message as MessageLayout, end, state);
  state.path.pop();
  const isPlain = state.isInOrder && reader.isShortest && state.oddities === oddities;
  if (isPlain && length <= rememberedBytes) {
    lastOf.set(field, { bytes: reader.bytes.subarray(start, end), fields, values: state.values - values });
  }
  state.isInOrder &&= isInOrder;
  reader.isShortest &&= isShortest;
  return fields;
}

function readEnum(reader: WireReader, field: FieldLayout, state: DecodeState): number {
  const offset = state.place.offset + reader.position;
  const value = reader.int32();
  if (field.names?.has(value) === false) {
    state.oddities += 1;
    const path = [...state.path, field.name].join('.');
    const message = `${path} is ${value}, which has no name`;
    state.place.report(
      criuDiagnostic('criu-unknown-enum-value', message, { file: state.place.file, offset, path }),
    );
  }
  return value;
}

/** Longer strings are decoded as fast by the engine. */
const shortString = 32;

/** Names in Linux are bytes: one that is not UTF-8 stays bytes. */
export function readString(bytes: Uint8Array): string | Uint8Array {
  if (bytes.length <= shortString && bytes.every((byte) => byte < 0x80)) {
    return String.fromCharCode.apply(undefined, bytes as unknown as number[]);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes;
  }
}

function readUnknown(
  reader: WireReader,
  number: number,
  wireType: WireType,
  field: FieldLayout | undefined,
  state: DecodeState,
): CriuUnknownField {
  state.oddities += 1;
  // protobuf-c, which CRIU reads with, refuses groups.
  if (wireType === WireType.StartGroup || wireType === WireType.EndGroup) throw new Error('a group');
  const offset = state.place.offset + reader.position;
  const bytes = reader.skip(wireType);
  const path = `${state.path.join('.')}.${field?.name ?? `#${number}`}`;
  const [code, message] =
    field === undefined
      ? (['criu-unknown-field', `${state.path.join('.')} has field ${number}, which is not known`] as const)
      : (['criu-wire-type', `${path} has wire type ${wireType}, not that of ${field.kind}`] as const);
  state.place.report(criuDiagnostic(code, message, { file: state.place.file, offset, path }));
  return { number, wireType, bytes };
}

const missingCode = ({ note: { since } }: FieldLayout) =>
  since === undefined ? ('criu-missing-field' as const) : ('criu-missing-newer-field' as const);

function reportMissing(
  layout: MessageLayout,
  fields: Record<string, FieldValue>,
  end: number,
  state: DecodeState,
): void {
  for (const field of layout.fields) {
    if (!field.required || Object.hasOwn(fields, field.name)) continue;
    state.oddities += 1;
    // Older releases leave out what newer ones require; no release leaves out the rest.
    if (field.note.since === undefined) state.defects += 1;
    if (state.defects > limits.messageDefects) {
      throw new Error(`more than ${limits.messageDefects} required fields are absent`);
    }
    if (state.place.skips?.(missingCode(field)) === true) continue;
    const path = `${state.path.join('.')}.${field.name}`;
    const at = { file: state.place.file, offset: state.place.offset + end, path };
    const { since } = field.note;
    state.place.report(
      since === undefined
        ? criuDiagnostic('criu-missing-field', `${path} is absent, but required`, at)
        : criuDiagnostic('criu-missing-newer-field', `${path} is absent; required since CRIU ${since}`, at),
    );
  }
}
