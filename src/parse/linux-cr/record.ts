/**
 * The decoded unit of a linux-cr image. Records come in stream order; payload bytes stay where they are and are only
 * referred to.
 */
import type { LinuxCrFields, LinuxCrKind, NoFields } from '../generated/linux-cr-records.ts';

/** Bytes that are carried, not read: a range of the source, or bytes that a step or an edited JSON made. */
export type Payload =
  | { readonly offset: number; readonly length: number }
  | { readonly bytes: Uint8Array; readonly length: number }
  /** Several, one behind the other. */
  | { readonly parts: readonly Payload[]; readonly length: number };

export const noPayload: Payload = { bytes: new Uint8Array(0), length: 0 };
export const joined = (parts: readonly Payload[]): Payload => ({
  parts,
  length: parts.reduce((sum, { length }) => sum + length, 0),
});
export const payloadOf = (bytes: Uint8Array): Payload => ({ bytes, length: bytes.length });

interface Base {
  /** Position in the stream it was read from. */
  readonly offset: number;
  /** Record number as stored. */
  readonly number: number;
  /** Header and fields, bytes; the payload follows them in the same record. */
  readonly hdrlen: number;
  readonly payload: Payload;
  /** Pid that the record belongs to; only the first framing has it. */
  readonly owner?: number | undefined;
}

export interface KnownRecord<K extends LinuxCrKind = LinuxCrKind> extends Base {
  readonly kind: K;
  readonly fields: LinuxCrFields[K];
}

/** A record whose number or length no layout is known for; its body is the payload. */
export interface UnknownRecord extends Base {
  readonly kind: 'unknown';
  readonly fields: NoFields;
}

/** Bytes that belong to no record: of the first framing, or where the stream is damaged. */
export interface RawRecord extends Base {
  readonly kind: 'raw';
  readonly fields: NoFields;
}

export type AnyKnown = { readonly [K in LinuxCrKind]: KnownRecord<K> }[LinuxCrKind];
export type AnyRecord = AnyKnown | UnknownRecord | RawRecord;

export const recordHeaderBytes = 8;
export { headMagic } from './framing.ts';
export const tailMagic = 0x002d2a0cc0deef00n;

/** How diagnostics name a record: `vma record`. */
export const recordPath = (record: Pick<AnyRecord, 'kind' | 'number'>): string =>
  record.kind === 'unknown' ? `record of type ${record.number}` : record.kind;
