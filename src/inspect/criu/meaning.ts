/** The fields of a CRIU message with their places, values and meanings. Decodes one message and reads no files. */
import { hexText } from '../../byte-text.ts';
import {
  type CriuFieldRange,
  fieldRangesOf,
  type MessageLayout,
  releaseName,
  scalarAt,
} from '../../parse/criu/index.ts';
import type { FieldMeaning, Reference } from '../family.ts';
import { hex } from '../words.ts';
import { listText, type Scalar, scalarText } from './value-text.ts';

/** Looks up what a field refers to. `sibling` gives other fields of the same message. */
export type Resolve = (
  field: string,
  value: number | bigint,
  sibling: (name: string) => Scalar | undefined,
) => Resolved | undefined;

export type Resolved = { readonly to: Reference } | { readonly missing: string };

interface Valued extends CriuFieldRange {
  readonly value: Scalar;
}

/** Rows of a tree have small numbers; nothing that CRIU writes has so many fields outside of lists of messages. */
const fieldsMax = 20_000;

/** `start` is the position of the first of the bytes. */
export function messageMeanings(
  layout: MessageLayout,
  bytes: Uint8Array,
  start: number,
  resolve: Resolve,
): readonly FieldMeaning[] {
  const valued: Valued[] = [];
  for (const range of fieldRangesOf(layout, bytes)) {
    // Records of their own.
    if (range.isNested && range.field?.repeated === true) continue;
    valued.push({ ...range, value: scalarAt(bytes, range) });
    if (valued.length >= fieldsMax) break;
  }
  const byPath = new Map(valued.map(({ path, value }) => [path, value]));
  const meanings: FieldMeaning[] = [];
  for (let at = 0; at < valued.length; ) {
    const one = valued[at] as Valued;
    const sibling = (name: string) => byPath.get(prefixOf(one.path) + name);
    const resolved = referenceOf(one, resolve, sibling);
    const list = resolved === undefined ? listFrom(valued, at) : [one];
    meanings.push(list.length > 1 ? listMeaning(list, start) : meaningOf(one, start, resolved));
    at += list.length;
  }
  return meanings;
}

const prefixOf = (path: string): string => path.slice(0, path.lastIndexOf('.') + 1);

function referenceOf(
  { message, field, value }: Valued,
  resolve: Resolve,
  sibling: (name: string) => Scalar | undefined,
): Resolved | undefined {
  if (field === undefined || (typeof value !== 'number' && typeof value !== 'bigint')) return undefined;
  return resolve(`${message.name}.${field.name}`, value, sibling);
}

/** Numbers of one list that follow each other are one value, as registers and addresses are. */
function listFrom(valued: readonly Valued[], from: number): readonly Valued[] {
  const { field, path } = valued[from] as Valued;
  if (field?.repeated !== true || field.kind === 'string' || field.kind === 'bytes')
    return valued.slice(from, from + 1);
  const prefix = prefixOf(path);
  let end = from + 1;
  while (valued[end]?.field === field && prefixOf(valued[end]?.path ?? '') === prefix) end++;
  return valued.slice(from, end);
}

const places = ({ offset, end }: CriuFieldRange, start: number, last = end) => ({
  offset: start + offset,
  length: last - offset,
});

function listMeaning(list: readonly Valued[], start: number): FieldMeaning {
  const [first] = list as [Valued];
  return {
    ...places(first, start, list.at(-1)?.end),
    path: first.path.replace(/\[\d+\]$/, ''),
    value: '',
    text: listText(
      first.message,
      first.field!,
      list.map(({ value }) => value),
    ),
    raw: `${list.length} values`,
    isPad: false,
  };
}

function meaningOf(range: Valued, start: number, resolved: Resolved | undefined): FieldMeaning {
  const { path, field, message, value } = range;
  const missing = resolved !== undefined && 'missing' in resolved ? ` (${resolved.missing})` : '';
  const since = field?.note.since;
  return {
    ...places(range, start),
    path,
    kernelName: field === undefined ? 'unknown field' : kindText(range),
    doc: since === undefined ? undefined : `Since ${releaseName(since)}.`,
    value: typeof value === 'boolean' ? Number(value) : value,
    text: `${scalarText(message, field, value)}${missing}`,
    raw: rawText(value),
    ...(resolved !== undefined && 'to' in resolved && { refersTo: resolved.to }),
    isPad: false,
  };
}

const kindText = ({ message, field }: CriuFieldRange): string => `${field?.kind} of ${message.name}`;

function rawText(value: Scalar): string {
  if (value instanceof Uint8Array) return hexText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return hex(BigInt.asUintN(64, BigInt(value)));
  return String(value);
}
