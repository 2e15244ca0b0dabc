/**
 * What a conversion step is: two neighbouring variants of a family, and for each direction what happens to
 * the records whose meaning or layout differs. A step knows no other step and no bytes of payloads except
 * through `Payloads`.
 */

import type {
  AnyObject,
  AnyRecord,
  ImageRecord,
  ObjectRecord,
  Patch,
  SectionRecord,
} from '../../parse/cpt/record.ts';
import type { CptVariantId } from '../../parse/cpt/variants.ts';
import type { CptKind } from '../../parse/generated/cpt-records.ts';
import type { Allowance } from '../allowances.ts';
import type { Facts } from './facts.ts';
import { defaultOf, type FieldValues, isDispensable, isPad, lengthChange } from './layouts.ts';
import type { RowId } from './rows.ts';

/** What a handler may do besides returning its record. */
export interface HopContext {
  readonly facts: Facts;
  /** Bytes of a payload, for the few steps that must look inside. */
  readonly payloads: Payloads;
  /** How many records of the same kind lie in front of this one in what it lies in. */
  siblingIndex(): number;
  /** Counts a change for the report; `what` says it in the plural, as in "start times to jiffies". */
  changed(row: RowId, what: string): void;
  /** Something of the image that the target cannot hold, or holds only approximately. */
  lost(row: RowId, record: AnyRecord, message: string): void;
  /** The image cannot be converted unless the user allows the loss by its name. Returns whether it is allowed. */
  refused(row: RowId, record: AnyRecord, message: string, allowedBy?: Allowance): boolean;
}

export interface Payloads {
  /** The bytes `[from, from + length)` of a payload; valid until the next call. */
  view(record: AnyRecord, from: number, length: number): Uint8Array;
}

export type ObjectHandler<K extends CptKind> = (
  record: ObjectRecord<K>,
  context: HopContext,
) => ObjectRecord<K> | undefined;

export interface Hop {
  /** Handlers by kind; a handler that returns undefined drops the record and everything in it. */
  readonly objects?: { readonly [K in CptKind]?: ObjectHandler<K> };
  readonly section?: (section: SectionRecord, context: HopContext) => SectionRecord | undefined;
  readonly image?: (image: ImageRecord, context: HopContext) => ImageRecord;
}

export interface Step {
  readonly from: CptVariantId;
  readonly to: CptVariantId;
  /** What differs between the two, in one sentence. */
  readonly summary: string;
  /** Rows of the version table that this step carries out, in one or both directions. */
  readonly rows: readonly RowId[];
  readonly forward: Hop;
  readonly backward: Hop;
}

/** One direction of a step. */
export interface RouteHop {
  readonly step: Step;
  readonly direction: 'forward' | 'backward';
}

export const hopOf = ({ step, direction }: RouteHop): Hop => step[direction];
export const hopSource = ({ step, direction }: RouteHop) => (direction === 'forward' ? step.from : step.to);
export const hopTarget = ({ step, direction }: RouteHop) => (direction === 'forward' ? step.to : step.from);

/** The record with some fields replaced. */
export function withFields<K extends CptKind>(
  record: ObjectRecord<K>,
  fields: Partial<ObjectRecord<K>['fields']>,
): ObjectRecord<K> {
  return { ...record, fields: { ...record.fields, ...fields } };
}

/**
 * The record with a longer fixed part: every field that it lacks up to there gets what kernels take for it,
 * or what is given. Does nothing when it is that long already.
 */
export function grown<K extends CptKind>(
  record: ObjectRecord<K>,
  hdrlen: number,
  { facts }: HopContext,
  given: Partial<ObjectRecord<K>['fields']> = {},
): ObjectRecord<K> {
  if (record.hdrlen >= hdrlen) return record;
  const { added, gone } = lengthChange(record, hdrlen, facts.osArch);
  const old = record.fields as FieldValues;
  const fields: Record<string, unknown> = { ...old };
  for (const name of gone) fields[name] = undefined;
  for (const [name, blank] of added) {
    fields[name] = old[name] ?? (given as FieldValues)[name] ?? defaultOf<K>(record, name, blank, facts);
  }
  return { ...record, hdrlen, fields: fields as ObjectRecord<K>['fields'], extra: noExtra };
}

/**
 * The record cut to a shorter fixed part. What goes and is not what a kernel takes for it anyway is reported
 * as lost; a step that says it in better words sets the field to `undefined` first.
 */
export function cut<K extends CptKind>(
  record: ObjectRecord<K>,
  hdrlen: number,
  context: HopContext,
  row: RowId,
): ObjectRecord<K> {
  if (record.hdrlen <= hdrlen) return record;
  const { facts } = context;
  const { added, gone } = lengthChange(record, hdrlen, facts.osArch);
  const old = record.fields as FieldValues;
  const fields: Record<string, unknown> = { ...old };
  for (const [name, blank] of added) fields[name] = old[name] ?? blank;
  for (const name of gone) {
    const value = old[name];
    fields[name] = undefined;
    if (value === undefined || isPad(record.kind, name)) continue;
    if (isDispensable(record, name, value, facts)) continue;
    context.lost(row, record as AnyObject, `${name} ${valueText(value)} has no place`);
  }
  if (record.extra.some((byte) => byte !== 0))
    context.lost(
      row,
      record as AnyObject,
      `${record.extra.length} bytes that no known layout describes have no place`,
    );
  return { ...record, hdrlen, fields: fields as ObjectRecord<K>['fields'], extra: noExtra };
}

const noExtra = new Uint8Array(0);

const valueText = (value: unknown): string => {
  if (typeof value === 'bigint') return `0x${value.toString(16)}`;
  return typeof value === 'object' ? '(several values)' : String(value);
};

/** The record with bytes of its payload replaced; patches of earlier hops are kept unless they overlap. */
export function withPatches<K extends CptKind>(
  record: ObjectRecord<K>,
  patches: readonly Patch[],
): ObjectRecord<K> {
  if ('bytes' in record.payload) {
    const bytes = record.payload.bytes.slice();
    for (const patch of patches) bytes.set(patch.bytes, patch.at);
    return { ...record, payload: { bytes, length: bytes.length } };
  }
  const places = new Set(patches.map(({ at }) => at));
  const kept = (record.payload.patches ?? []).filter(({ at }) => !places.has(at));
  const all = [...kept, ...patches].sort((a, b) => a.at - b.at);
  return { ...record, payload: { ...record.payload, patches: all } };
}
