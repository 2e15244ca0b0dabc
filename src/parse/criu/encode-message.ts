/**
 * Fields to protobuf bytes as CRIU's protobuf-c writes them: ascending field numbers, lists unpacked, unknown
 * fields in their places by number. Checks nothing; fields from outside are checked where they come in.
 */
import type { CriuUnknownField } from '../generated/criu-descriptors.ts';
import type { FieldLayout, MessageLayout } from './layouts.ts';
import type { Fields, FieldValue } from './record.ts';
import { WireType } from './wire.ts';
import { WireWriter } from './wire-writer.ts';

const utf8 = new TextEncoder();

// One for all messages, of which there can be hundreds of thousands.
const shared = new WireWriter();

/** The canonical bytes of one message. */
export function encodeMessage(layout: MessageLayout, fields: Fields): Uint8Array<ArrayBuffer> {
  shared.cut(0);
  writeMessage(shared, layout, fields);
  return shared.written().slice();
}

export function writeMessage(writer: WireWriter, layout: MessageLayout, fields: Fields): void {
  const unknown =
    fields.$unknown === undefined ? [] : [...fields.$unknown].sort((a, b) => a.number - b.number);
  let next = 0;
  for (const field of layout.fields) {
    const value = fields[field.name] as FieldValue | undefined;
    if (value === undefined) continue;
    for (; next < unknown.length && unknown[next]!.number < field.number; next++) {
      writeUnknown(writer, unknown[next]!);
    }
    if (field.note.packed === true) writePacked(writer, field, value as readonly number[]);
    else if (field.repeated)
      for (const item of value as readonly FieldValue[]) writeValue(writer, field, item);
    else writeValue(writer, field, value);
  }
  for (; next < unknown.length; next++) writeUnknown(writer, unknown[next]!);
}

export const tagOf = (number: number, wireType: number): number => ((number << 3) | wireType) >>> 0;

/** Of numbers of 32 bits, the only ones that are. */
function writePacked(writer: WireWriter, { number }: FieldLayout, values: readonly number[]): void {
  if (values.length === 0) return;
  writer.varint(tagOf(number, WireType.LengthDelimited));
  const start = writer.beginPiece();
  for (const value of values) writer.varint(value);
  writer.endPiece(start);
}

function writeUnknown(writer: WireWriter, { number, wireType, bytes }: CriuUnknownField): void {
  writer.varint(tagOf(number, wireType));
  writer.raw(bytes);
}

/** One value of a field that is not packed, with its tag. */
export function writeValue(writer: WireWriter, field: FieldLayout, value: FieldValue): void {
  writer.varint(tagOf(field.number, field.wireType));
  switch (field.kind) {
    case 'message': {
      const start = writer.beginPiece();
      writeMessage(writer, field.message as MessageLayout, value as Fields);
      writer.endPiece(start);
      return;
    }
    case 'string':
    case 'bytes':
      writer.piece(typeof value === 'string' ? utf8.encode(value) : (value as Uint8Array));
      return;
    case 'bool':
      writer.varint(Number(value));
      return;
    case 'int64':
    case 'sint64':
    case 'uint64':
    case 'fixed64':
      // Converters may have a number where it is small.
      writer[field.kind](BigInt(value as bigint));
      return;
    case 'uint32':
      writer.varint(value as number);
      return;
    case 'enum':
      writer.int32(value as number);
      return;
    default:
      writer[field.kind](value as number);
  }
}
