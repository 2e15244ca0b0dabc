/**
 * Where the fields of a message lie in its bytes, for those who show them. Goes along the wire format as the
 * decoder does, but keeps places instead of values, and stops where the bytes are no protobuf.
 */
import type { FieldLayout, MessageLayout } from './layouts.ts';
import { WireReader, WireType } from './wire.ts';

/** A value, or an element of a list, with its tag. */
export interface CriuFieldRange {
  /** From the message down: `tc.task_state`, `groups[2]`. */
  readonly path: string;
  /** Absent for numbers that the layout does not know. */
  readonly field?: FieldLayout;
  /** The message that the field is of. */
  readonly message: MessageLayout;
  /** Of the tag, from the start of the bytes. */
  readonly offset: number;
  /** Of the content: behind the tag, and behind the length where there is one. */
  readonly content: number;
  readonly end: number;
  /** The content is one message of a list: what lies in it is not gone into. */
  readonly isNested: boolean;
}

// As deep as the decoder goes.
const depthLimit = 100;

/** Fields in the order of the bytes. Messages in messages are gone through, those of lists are not. */
export function* fieldRangesOf(layout: MessageLayout, bytes: Uint8Array): Generator<CriuFieldRange> {
  const reader = new WireReader(bytes);
  try {
    yield* rangesIn(reader, layout, bytes.length, '', 0);
  } catch {
    // The wire reader reports damage by throwing; the decoder has said what it is.
  }
}

function* rangesIn(
  reader: WireReader,
  message: MessageLayout,
  end: number,
  prefix: string,
  depth: number,
): Generator<CriuFieldRange> {
  const met = new Map<number, number>();
  while (reader.position < end) {
    const offset = reader.position;
    const tag = reader.tag();
    const number = tag >>> 3;
    const wireType = (tag & 7) as WireType;
    const field = message.byNumber[number];
    const content = skipValue(reader, wireType);
    if (reader.position > end) return;
    const base = { message, offset, content, end: reader.position };
    if (field === undefined) {
      yield { ...base, path: `${prefix}#${number}`, isNested: false };
      continue;
    }
    const index = met.get(number) ?? 0;
    met.set(number, index + 1);
    const path = `${prefix}${field.name}${field.repeated ? `[${index}]` : ''}`;
    const isMessage = field.message !== undefined && wireType === WireType.LengthDelimited;
    if (!isMessage || field.repeated || depth >= depthLimit) {
      yield { ...base, path, field, isNested: isMessage };
      continue;
    }
    const after = reader.position;
    reader.position = content;
    if (content === after) yield { ...base, path, field, isNested: false };
    else yield* rangesIn(reader, field.message as MessageLayout, after, `${path}.`, depth + 1);
    reader.position = after;
  }
}

/** A message of a list, by its places in the bytes. */
export interface NestedMessage {
  readonly message: MessageLayout;
  /** Of the tag. */
  readonly offset: number;
  readonly content: number;
  readonly end: number;
}

/**
 * The messages of lists in a message and in the single ones inside of it, in the order of the bytes. Skips all that
 * cannot hold any, since it is asked of every entry of an image.
 */
export function nestedMessagesOf(layout: MessageLayout, bytes: Uint8Array): readonly NestedMessage[] {
  const found: NestedMessage[] = [];
  try {
    if (canNest(layout)) collectNested(new WireReader(bytes), layout, bytes.length, found, 0);
  } catch {
    // The wire reader reports damage by throwing; the decoder has said what it is.
  }
  return found;
}

function collectNested(
  reader: WireReader,
  layout: MessageLayout,
  end: number,
  found: NestedMessage[],
  depth: number,
): void {
  while (reader.position < end) {
    const offset = reader.position;
    const tag = reader.tag();
    const number = tag >>> 3;
    const wireType = (tag & 7) as WireType;
    const content = skipValue(reader, wireType);
    const after = reader.position;
    if (after > end) return;
    const field = layout.byNumber[number];
    if (field?.message === undefined || wireType !== WireType.LengthDelimited) continue;
    if (field.repeated) found.push({ message: field.message, offset, content, end: after });
    else if (depth < depthLimit && canNest(field.message)) {
      reader.position = content;
      collectNested(reader, field.message, after, found, depth + 1);
      reader.position = after;
    }
  }
}

const nesting = new Map<MessageLayout, boolean>();

/** Whether lists of messages can lie in a message. */
export function canNest(layout: MessageLayout): boolean {
  const known = nesting.get(layout);
  if (known !== undefined) return known;
  // Some messages contain themselves.
  nesting.set(layout, false);
  const can = layout.fields.some(
    ({ message, repeated }) => message !== undefined && (repeated || canNest(message)),
  );
  nesting.set(layout, can);
  return can;
}

/** Returns where the content starts. */
function skipValue(reader: WireReader, type: WireType): number {
  const start = reader.position;
  if (type !== WireType.LengthDelimited) {
    reader.skip(type);
    return start;
  }
  const { length } = reader.delimited();
  return reader.position - length;
}

/**
 * One scalar of a field at a place that `fieldRangesOf` gave. What the field's type does not fit stays bytes, as
 * lists that are packed.
 */
export function scalarAt(
  bytes: Uint8Array,
  { field, content, end }: Pick<CriuFieldRange, 'field' | 'content' | 'end'>,
): number | bigint | boolean | string | Uint8Array {
  const raw = bytes.subarray(content, end);
  if (field === undefined || field.kind === 'message' || field.kind === 'bytes') return raw;
  try {
    if (field.kind === 'string') return utf8.decode(raw);
    const reader = new WireReader(raw);
    const value = field.kind === 'enum' ? reader.int32() : reader[field.kind]();
    return reader.position === raw.length ? value : raw;
  } catch {
    return raw;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
