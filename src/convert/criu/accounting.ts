/**
 * Holds what a hop was given against what it made of it: every field that went in and did not come out, or came
 * out otherwise, must lie below a path that a reported row covers. Values are counted by path and summed up, so
 * that order and place do not matter and nothing large is kept.
 */

import type { Diagnostic } from '../../diagnostic.ts';
import { pushAll } from '../../lists.ts';
import {
  type CriuRecord,
  type Fields,
  type FieldValue,
  type MessageLayout,
  messageLayout,
} from '../../parse/criu/index.ts';
import { convertDiagnostic } from '../codes.ts';
import type { FileDraft } from './draft.ts';

/** What lies at one path: how many values, their sum, and which they are while they are few. */
interface Tally {
  count: number;
  sum: number;
  values: Set<number> | undefined;
}

type Tallies = Map<string, Tally>;

/** Beyond this many different values only their sum is compared. */
const distinctMax = 4096;

export interface Accounted {
  /** Paths that the reported rows cover. */
  readonly covers: ReadonlySet<string>;
  /** Pairs of places of which one took over the values of the other. */
  readonly moves: readonly (readonly [string, string])[];
}

/** What a hop changed and no row says; one diagnostic for each path. */
export function unaccounted(
  before: ReadonlyMap<string, FileDraft>,
  after: ReadonlyMap<string, FileDraft>,
  hop: string,
  { covers, moves }: Accounted,
): readonly Diagnostic[] {
  const [was, is] = [new Map(), new Map()] as [Tallies, Tallies];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, made] = [before.get(name), after.get(name)];
    // A file that no step touched is the same object.
    if (old === made) continue;
    if (old !== undefined) tallyFile(old, was);
    if (made !== undefined) tallyFile(made, is);
  }
  const found: Diagnostic[] = [];
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [old, made] = [was.get(path) ?? none, is.get(path) ?? none];
    if (old.count === made.count && old.sum === made.sum) continue;
    if (isCovered(path, covers)) continue;
    const how = old.count === made.count ? 'other values came out' : `${made.count} came out`;
    const message = `${path}: ${old.count} went into the hop to ${hop}, ${how}, and no row says so`;
    found.push(convertDiagnostic('unaccounted-change', message, { path }));
  }
  for (const [a, b] of moves) pushAll(found, lostOnTheWay(was, is, a, b, hop));
  return found;
}

const none: Tally = { count: 0, sum: 0, values: new Set() };

/** Each value that left one place must be at the other. */
function lostOnTheWay(was: Tallies, is: Tallies, a: string, b: string, hop: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const [path, old] of was) {
      if (!isBelow(path, from) || (is.get(path)?.count ?? 0) >= old.count) continue;
      const target = to + path.slice(from.length);
      const values = is.get(target)?.values ?? (is.has(target) ? undefined : new Set<number>());
      // What was in the new place before says nothing of what left the old one.
      const kept = is.get(path)?.values;
      const isLost = (value: number): boolean => !values?.has(value) && !kept?.has(value);
      if (values === undefined || old.values === undefined || ![...old.values].some(isLost)) continue;
      const message = `${path}: values did not arrive at ${target} in the hop to ${hop}`;
      found.push(convertDiagnostic('unaccounted-change', message, { path }));
    }
  }
  return found;
}

const isBelow = (path: string, cover: string): boolean =>
  path === cover || path.startsWith(`${cover}.`) || path.startsWith(`${cover}/`);

export function isCovered(path: string, covers: ReadonlySet<string>): boolean {
  for (const cover of covers) if (isBelow(path, cover)) return true;
  return false;
}

function tallyFile({ header, records }: FileDraft, into: Tallies): void {
  for (const magic of header.magics) tally(into, '/magic', magic);
  for (const record of records()) tallyRecord(record, header.type ?? header.name, into);
}

function tallyRecord(record: CriuRecord, file: string, into: Tallies): void {
  if (record.kind === 'opaque') {
    tallyBytes(into, `${file}/${record.reason}`, record.data.length);
    return;
  }
  tallyFields(messageLayout(record.message), record.fields, record.message, into);
  for (const { name, data, padding, head } of record.payload ?? []) {
    tallyBytes(into, `${record.message}/${name}`, data.length + padding);
    if (head !== undefined) {
      tallyFields(messageLayout(head.message), head.fields, `${record.message}/${head.message}`, into);
    }
  }
}

/** Lengths only: contents are references, and as they are copied they are not looked at. */
function tallyBytes(into: Tallies, path: string, length: number): void {
  const entry = entryOf(into, path);
  entry.count += length;
  entry.values = undefined;
}

function tallyFields(layout: MessageLayout, fields: Fields, path: string, into: Tallies): void {
  for (const field of layout.fields) {
    const value = fields[field.name] as FieldValue | undefined;
    if (value === undefined) continue;
    const own = `${path}.${field.name}`;
    const items = field.repeated ? (value as readonly FieldValue[]) : [value];
    for (const item of items) {
      if (field.message === undefined) tally(into, own, item as Scalar);
      else {
        // That it is there; what it says is counted below it.
        tallyBytes(into, own, 1);
        tallyFields(field.message, item as Fields, own, into);
      }
    }
  }
  for (const { number, bytes } of fields.$unknown ?? []) tally(into, `${path}.#${number}`, bytes);
}

type Scalar = number | bigint | boolean | string | Uint8Array;

function tally(into: Tallies, path: string, value: Scalar): void {
  const entry = entryOf(into, path);
  const number = digest(value);
  entry.count += 1;
  entry.sum = (entry.sum + number) >>> 0;
  entry.values?.add(number);
  if (entry.values !== undefined && entry.values.size > distinctMax) entry.values = undefined;
}

function entryOf(into: Tallies, path: string): Tally {
  let entry = into.get(path);
  if (entry === undefined) {
    entry = { count: 0, sum: 0, values: new Set() };
    into.set(path, entry);
  }
  return entry;
}

// FNV-1a, of the decimal digits of numbers, so that 32 and 64 bits of one number are the same.
const fnvStart = 0x811c9dc5;
const fnvPrime = 0x01000193;

export function digest(value: Scalar): number {
  let hash = fnvStart;
  if (value instanceof Uint8Array) {
    for (const byte of value) hash = Math.imul(hash ^ byte, fnvPrime);
    return hash >>> 0;
  }
  const text = String(value);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), fnvPrime);
  return hash >>> 0;
}
