/**
 * Fields to protobuf bytes as CRIU's protobuf-c writes them: ascending field numbers, lists unpacked, unknown
 * fields in their places by number. Checks nothing; fields from outside are checked where they come in.
 */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { CriuUnknownField } from '../generated/criu-descriptors.ts';
import type { FieldLayout, MessageLayout } from './layouts.ts';
import type { Fields, FieldValue } from './record.ts';

const utf8 = new TextEncoder();

// One for all messages, of which there can be hundreds of thousands.
let writer = new BinaryWriter();

/** The canonical bytes of one message. */
export function encodeMessage(layout: MessageLayout, fields: Fields): Uint8Array<ArrayBuffer> {
  try {
    writeFields(writer, layout, fields);
    return writer.finish() as Uint8Array<ArrayBuffer>;
  } catch (error) {
    // What it holds of the message must not begin the next one.
    writer = new BinaryWriter();
    throw error;
  }
}

function writeFields(writer: BinaryWriter, layout: MessageLayout, fields: Fields): void {
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

/** Of numbers of 32 bits, the only ones that are. */
function writePacked(writer: BinaryWriter, { number }: FieldLayout, values: readonly number[]): void {
  if (values.length === 0) return;
  writer.tag(number, WireType.LengthDelimited).fork();
  for (const value of values) writer.uint32(value);
  writer.join();
}

function writeUnknown(writer: BinaryWriter, { number, wireType, bytes }: CriuUnknownField): void {
  writer.tag(number, wireType as WireType).raw(bytes);
}

function writeValue(writer: BinaryWriter, field: FieldLayout, value: FieldValue): void {
  switch (field.kind) {
    case 'message':
      writer.tag(field.number, WireType.LengthDelimited).fork();
      writeFields(writer, field.message as MessageLayout, value as Fields);
      writer.join();
      return;
    case 'string':
    case 'bytes':
      writer.tag(field.number, WireType.LengthDelimited);
      writer.bytes(typeof value === 'string' ? utf8.encode(value) : (value as Uint8Array));
      return;
    case 'fixed64':
      writer.tag(field.number, WireType.Bit64).fixed64(value as bigint);
      return;
    case 'bool':
      writer.tag(field.number, WireType.Varint).bool(value as boolean);
      return;
    case 'int64':
    case 'sint64':
    case 'uint64':
      writer.tag(field.number, WireType.Varint)[field.kind](value as bigint);
      return;
    case 'enum':
      writer.tag(field.number, WireType.Varint).int32(value as number);
      return;
    default:
      writer.tag(field.number, WireType.Varint)[field.kind](value as number);
  }
}
