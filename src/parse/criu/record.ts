/**
 * The lossless record form of a CRIU file: what the bytes say, in their order, with payloads as references.
 * Every byte of a file belongs to its magic numbers or to exactly one record, so that a file can be written
 * again.
 */
import type { ByteSource } from '../bytes/byte-source.ts';
import type { CriuMessages, CriuUnknownField } from '../generated/criu-descriptors.ts';
import type { ImageTypeName, MessageName } from './image-types.ts';

/**
 * One value of a field. 64-bit integers are `bigint`, enums their number. A string that is not UTF-8 stays
 * bytes, since names in Linux are bytes.
 */
export type FieldValue = number | bigint | boolean | string | Uint8Array | Fields | readonly FieldValue[];

/** Fields that are present, by protocol name; what the descriptors do not know is under `$unknown`. */
export interface Fields {
  readonly [name: string]: FieldValue | readonly CriuUnknownField[] | undefined;
  readonly $unknown?: readonly CriuUnknownField[];
}

/** Bytes `[offset, offset + length)` of `source`; without `source`, of the file that the record is from. */
export interface PayloadRef {
  readonly offset: number;
  readonly length: number;
  readonly source?: ByteSource;
}

/** A protobuf message as it stands in a file. */
export interface MessageBody {
  readonly message: MessageName;
  readonly fields: Fields;
  /**
   * The original bytes, only where encoding `fields` gives others (packed lists, odd order, long varints).
   * Used again if they still decode to `fields`, so a change of `fields` is enough to be rid of them.
   */
  readonly raw?: Uint8Array;
}

/** One piece of the data after a message. */
export interface PayloadPart {
  /** What it is: `data`, `values`, `message`, `inq`, `outq`, `keys`, `content`. */
  readonly name: string;
  /** The ipc_msg in front of each message of a queue. */
  readonly head?: MessageBody;
  readonly data: PayloadRef | Uint8Array;
  /** Bytes between the data and the next piece: zeros, unless `oddPadding` has them. */
  readonly padding: number;
  readonly oddPadding?: Uint8Array;
}

/** A message with the data that belongs to it. `offset` is that of its size word. */
export interface MessageRecord extends MessageBody {
  readonly kind: 'message';
  readonly offset: number;
  /** Of the size word and the message. */
  readonly length: number;
  readonly payload?: readonly PayloadPart[];
}

/** Bytes that are carried and not read. */
export interface OpaqueRecord {
  readonly kind: 'opaque';
  /** `raw`: the type has no records. `trailing`: after the only record. `unreadable`: see the diagnostics. */
  readonly reason: 'raw' | 'trailing' | 'unreadable';
  readonly offset: number;
  readonly data: PayloadRef | Uint8Array;
}

export type CriuRecord = MessageRecord | OpaqueRecord;

/** What is known of a file before its first record. */
export interface FileHeader {
  /** The member's name in its directory. */
  readonly name: string;
  /** Absent: not an image, or a damaged one; its bytes are one opaque record. */
  readonly type?: ImageTypeName;
  readonly id?: number;
  /** The words before the first record: none, the type's, or a head magic and the type's. */
  readonly magics: readonly number[];
}

/** The fields of a record as the type of its message, or undefined if it is another message. */
export function fieldsOf<Name extends MessageName>(
  record: CriuRecord,
  message: Name,
): CriuMessages[Name] | undefined {
  if (record.kind !== 'message' || record.message !== message) return undefined;
  return record.fields as CriuMessages[Name];
}
