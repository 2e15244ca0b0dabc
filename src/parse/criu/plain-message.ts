/**
 * Whether a message is as CRIU writes it: known fields in ascending order, each in its shortest form, nothing that is
 * required absent. The general decoder has nothing to say of such a message, so that it can be judged without making an
 * object of it. Whatever else there is, the answer is no, and the general decoder says why.
 */
import { limits } from '../../limits.ts';
import type { FieldLayout, MessageLayout } from './layouts.ts';

/** What bytes may follow a tag. */
const shape = {
  none: 0,
  bool: 1,
  word: 2,
  signedWord: 3,
  name: 4,
  wide: 5,
  fixed64: 6,
  piece: 7,
  message: 8,
};

const shapeOfKind: Readonly<Record<FieldLayout['kind'], number>> = {
  bool: shape.bool,
  bytes: shape.piece,
  enum: shape.name,
  fixed64: shape.fixed64,
  int32: shape.signedWord,
  int64: shape.wide,
  message: shape.message,
  sint32: shape.word,
  sint64: shape.wide,
  string: shape.piece,
  uint32: shape.word,
  uint64: shape.wide,
};

/** A layout by numbers of fields. */
interface Form {
  readonly shapes: Uint8Array;
  readonly wireTypes: Uint8Array;
  readonly isRepeated: Uint8Array;
  readonly isRequired: Uint8Array;
  readonly requiredCount: number;
  readonly names: readonly (ReadonlyMap<number, string> | undefined)[];
  readonly messages: readonly (MessageLayout | undefined)[];
}

const forms = new Map<MessageLayout, Form>();

function formOf(layout: MessageLayout): Form {
  const known = forms.get(layout);
  if (known !== undefined) return known;
  const { byNumber, requiredCount } = layout;
  const column = (read: (field: FieldLayout) => number) =>
    Uint8Array.from({ length: byNumber.length }, (_, number) => {
      const field = byNumber[number];
      return field === undefined ? 0 : read(field);
    });
  const form: Form = {
    // The few fields that have two forms, or lists without tags, are left to the general decoder.
    shapes: column(({ kind, rival, note }) =>
      rival !== undefined || note.packed === true ? shape.none : shapeOfKind[kind],
    ),
    wireTypes: column(({ wireType }) => wireType),
    isRepeated: column(({ repeated }) => Number(repeated)),
    isRequired: column(({ required }) => Number(required)),
    requiredCount,
    names: Array.from({ length: byNumber.length }, (_, number) => byNumber[number]?.names),
    messages: Array.from({ length: byNumber.length }, (_, number) => byNumber[number]?.message),
  };
  forms.set(layout, form);
  return form;
}

// Of the message that is walked: it holds no other, and nothing is called back.
let position = 0;
let values = 0;

/** Whether `bytes` from `start` to `end` are such a message, with all that is in it. */
export function isPlainMessage(
  layout: MessageLayout,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  position = start;
  values = 0;
  return walk(formOf(layout), bytes, end, 1) && values <= limits.messageValues;
}

function walk(form: Form, bytes: Uint8Array, end: number, depth: number): boolean {
  const { shapes, wireTypes, isRepeated, isRequired, requiredCount } = form;
  let highest = 0;
  let required = 0;
  while (position < end) {
    let tag = bytes[position++] as number;
    if (tag >= 0x80) {
      const upper = bytes[position++] as number;
      if (upper === 0 || upper >= 0x80 || position >= end) return false;
      tag = (tag & 0x7f) | (upper << 7);
    }
    const number = tag >>> 3;
    if (number >= shapes.length || (tag & 7) !== wireTypes[number]) return false;
    if (number > highest) {
      highest = number;
      required += isRequired[number] as number;
    } else if (number < highest || isRepeated[number] === 0) return false;
    values += 1;
    const kind = shapes[number] as number;
    if (kind === shape.word) {
      if (!word(bytes)) return false;
    } else if (kind === shape.wide) {
      if (!wide(bytes)) return false;
    } else if (kind === shape.message || kind === shape.piece) {
      const length = lengthAt(bytes);
      const inner = position + length;
      if (length < 0 || inner > end) return false;
      if (kind === shape.piece) position = inner;
      else if (depth >= limits.messageDepth) return false;
      else if (!walk(formOf(form.messages[number] as MessageLayout), bytes, inner, depth + 1)) return false;
    } else if (!otherValue(form, kind, number, bytes)) return false;
  }
  return position === end && required === requiredCount;
}

function otherValue(form: Form, kind: number, number: number, bytes: Uint8Array): boolean {
  if (kind === shape.bool) return (bytes[position++] as number) <= 1;
  if (kind === shape.fixed64) {
    position += 8;
    return true;
  }
  if (kind === shape.none) return false;
  const start = position;
  const value = lengthAt(bytes);
  if (value >= 0 && value <= 0x7fff_ffff)
    return kind === shape.signedWord || form.names[number]?.has(value) !== false;
  position = start;
  return kind === shape.signedWord && negative(bytes);
}

/** A number below zero, in ten bytes: its sign is in all of 64 bits. */
function negative(bytes: Uint8Array): boolean {
  const start = position;
  position += 10;
  for (let at = start; at < start + 4; at++) if ((bytes[at] as number) < 0x80) return false;
  if ((bytes[start + 4] as number) < 0xf8) return false;
  for (let at = start + 5; at < start + 9; at++) if (bytes[at] !== 0xff) return false;
  return bytes[start + 9] === 1;
}

/** A varint of 32 bits in its shortest form. */
function word(bytes: Uint8Array): boolean {
  let byte = bytes[position++] as number;
  if (byte < 0x80) return true;
  const first = position;
  while (byte >= 0x80) byte = bytes[position++] as number;
  const length = position - first;
  return byte !== 0 && (length < 4 || (length === 4 && byte <= 0x0f));
}

/** The same of 64 bits: of the tenth byte only one bit counts. */
function wide(bytes: Uint8Array): boolean {
  let byte = bytes[position++] as number;
  if (byte < 0x80) return true;
  const first = position;
  while (byte >= 0x80) byte = bytes[position++] as number;
  const length = position - first;
  return byte !== 0 && (length < 9 || (length === 9 && byte === 1));
}

/** The value of such a varint of 32 bits, or -1. */
function lengthAt(bytes: Uint8Array): number {
  const first = bytes[position] as number;
  if (first < 0x80) {
    position += 1;
    return first;
  }
  const start = position;
  if (!word(bytes)) return -1;
  let value = 0;
  for (let at = position - 1; at >= start; at--) value = value * 0x80 + ((bytes[at] as number) & 0x7f);
  return value;
}
