/**
 * What a rule is: handlers for record kinds, called in file order, and a last word when the image ends. Rules
 * know records only; they never keep page blocks, so that memory does not grow with the size of an image.
 */

import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import { type AnyRecord, imageHeaderPrefixBytes, objectHeaderBytes } from '../../parse/cpt/record.ts';
import { cptLayouts } from '../../parse/generated/cpt-layouts.ts';
import { type CptKind, cptKinds, type ImageHeaderFields } from '../../parse/generated/cpt-records.ts';
import { type FieldRange, fieldRanges } from '../../parse/layout.ts';
import type { ValidatorCode } from '../codes.ts';

/** Where a finding is, and how many bytes it concerns. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly path: string;
}

export interface RecordRuleContext {
  readonly source: ByteSource;
  readonly header: ImageHeaderFields;
  /** Kernel line that restores images of this version; undefined when none does. */
  readonly restorer: '2.6.18' | '2.6.32' | undefined;
  readonly report: (code: ValidatorCode, message: string, place: Place) => void;
}

export type Handlers = {
  readonly [K in AnyRecord['kind']]?: (record: Extract<AnyRecord, { readonly kind: K }>) => void;
};

export interface RecordRule {
  readonly on: Handlers;
  /** For every record, whatever its kind, after the handler of its kind. */
  readonly each?: (record: AnyRecord) => void;
  readonly finish?: () => void;
}

export type RecordRuleMaker = (context: RecordRuleContext) => RecordRule;

/** The header of a record. */
export const headerPlace = (record: AnyRecord): Place => ({
  offset: record.offset,
  length: objectHeaderBytes,
  path: recordPath(record),
});

/** The payload of a record; its header when it has none. */
export function payloadPlace(record: AnyRecord): Place {
  const { payload } = record;
  if (!('offset' in payload) || payload.length === 0) return headerPlace(record);
  return { offset: payload.offset, length: payload.length, path: recordPath(record) };
}

const headerFields = {
  next: { at: 0, length: 8 },
  type: { at: 8, length: 4 },
  hdrlen: { at: 12, length: 2 },
  content: { at: 14, length: 2 },
} as const;

/** One of the fields that every record starts with. */
export function headPlace(record: AnyRecord, field: keyof typeof headerFields): Place {
  const { at, length } = headerFields[field];
  return { offset: record.offset + at, length, path: `${recordPath(record)}.${field}` };
}

/** One field of the fixed part, as `pid` or `rlimCur[3]`; the header when the layout has no such field. */
export function fieldPlace(record: AnyRecord, path: string): Place {
  for (const range of rangesOf(record)) {
    if (range.path === path || range.path === `${path}[0]`) {
      return { offset: range.offset, length: range.length, path: `${recordPath(record)}.${range.path}` };
    }
  }
  return { ...headerPlace(record), path: `${recordPath(record)}.${path}` };
}

/** Every field of the fixed part with its place. */
export function rangesOf(record: AnyRecord): Iterable<FieldRange> {
  if (record.kind === 'image') return fieldRanges(record, cptLayouts, 'image_header', imageHeaderPrefixBytes);
  const layout = record.kind in cptKinds ? cptKinds[record.kind as CptKind].layout : undefined;
  return layout === undefined ? [] : fieldRanges(record, cptLayouts, layout, objectHeaderBytes);
}

/** Payload length, and the bytes of a short payload. */
export const payloadLength = ({ payload }: AnyRecord): number => payload.length;

export function payloadBytes({ source }: RecordRuleContext, record: AnyRecord, maxBytes: number): Uint8Array {
  const { payload } = record;
  if (!('offset' in payload)) return payload.bytes;
  return source.view(payload.offset, Math.min(payload.length, maxBytes));
}

export const hex = (value: number | bigint): string => `0x${value.toString(16)}`;
