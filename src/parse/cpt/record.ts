/**
 * The decoded unit of a CPT image. Records come in file order with a depth, so that an image of any size is
 * a stream; payload bytes stay where they are and are only referred to.
 */
import type { CptFields, CptKind, ImageHeaderFields } from '../generated/cpt-records.ts';

/** New bytes for a range of a payload; `at` is relative to the payload's start. */
export interface Patch {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Bytes that are carried, not read: a range of the source, or bytes that a step or an edited JSON made. */
export type Payload =
  | { readonly offset: number; readonly length: number; readonly patches?: readonly Patch[] }
  | { readonly bytes: Uint8Array; readonly length: number };

export const noPayload: Payload = { bytes: new Uint8Array(0), length: 0 };

interface Base {
  /** Position in the image it was read from; the identity that references use. */
  readonly offset: number;
  /** 0 for the header and for sections, 1 for the objects of a section, and so on. */
  readonly depth: number;
  /** Length of the fixed part, header included, as stored. */
  readonly hdrlen: number;
  /** The end of the fixed part that no known layout describes. */
  readonly extra: Uint8Array;
  readonly payload: Payload;
  readonly parent?: AnyRecord | undefined;
}

export interface ImageRecord extends Base {
  readonly kind: 'image';
  readonly fields: ImageHeaderFields;
}

export interface SectionRecord extends Base {
  readonly kind: 'section';
  readonly fields: { readonly section: number; readonly align: number };
}

export interface ObjectRecord<K extends CptKind = CptKind> extends Base {
  readonly kind: K;
  /** Object number as stored: kernel 042stab076.8 numbered POSIX timers differently. */
  readonly object: number;
  readonly content: number;
  readonly fields: CptFields[K];
}

/** An object of a number that no layout is known for; carried as it is. */
export interface UnknownRecord extends Base {
  readonly kind: 'unknown';
  readonly object: number;
  readonly content: number;
  readonly fields: Readonly<Record<never, never>>;
}

/** Bytes inside a section or object that are no object: the pid list of a control group, stray bytes. */
export interface RawRecord extends Base {
  readonly kind: 'raw';
  readonly fields: Readonly<Record<never, never>>;
}

export type AnyObject = { readonly [K in CptKind]: ObjectRecord<K> }[CptKind];

export type AnyRecord = ImageRecord | SectionRecord | AnyObject | UnknownRecord | RawRecord;

/** CPT_NULL: no position. */
export const noPosition = 0xffffffffffffffffn;
/** CPT_NOINDEX: no index. */
export const noIndex = 0xffffffff;

export const objectHeaderBytes = 16;
export const imageHeaderBytes = 80;
/** Signature and hdrlen, in front of the fields of the image header. */
export const imageHeaderPrefixBytes = 6;
export const cptSignature = Uint8Array.of(0x79, 0x1c, 0x01, 0x63);

/** The section that a record lies in, by number. */
export function sectionOf(record: AnyRecord): number | undefined {
  let current: AnyRecord | undefined = record;
  while (current && current.kind !== 'section') current = current.parent;
  return current?.kind === 'section' ? current.fields.section : undefined;
}
