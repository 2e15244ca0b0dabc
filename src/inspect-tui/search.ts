/** Searching a whole image in slices: names and values of records, or bytes. Whoever drives it may stop. */
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { ExactStream } from '../parse/bytes/exact-stream.ts';
import { sectionName } from '../parse/cpt/path.ts';
import { readCptRecords } from '../parse/cpt/read.ts';
import type { AnyRecord } from '../parse/cpt/record.ts';
import { imageHeaderBytes, imageHeaderPrefixBytes } from '../parse/cpt/record.ts';
import { readImageHeader } from '../parse/generated/cpt-records.ts';
import { type Clock, clockOf, fieldMeanings } from './meaning.ts';
import { recordLabel } from './views/records.ts';

export interface Hit {
  readonly offset: number;
  readonly length: number;
}

export interface Wanted {
  /** Where one is: hits there do not count until everything else was searched. */
  readonly from: number;
  readonly direction: 1 | -1;
}

/** Bytes looked at between two looks at the keyboard. */
const sliceBytes = 1024 * 1024;

/** Yields the part that is done, 0 … 1. Goes on at the other end of the file. */
export function* searchBytes(
  source: ByteSource,
  needle: Uint8Array,
  { from, direction }: Wanted,
): Generator<number, Hit | undefined> {
  const { length } = needle;
  const last = source.size - length;
  if (length === 0 || last < 0) return undefined;
  // Starts of a hit, as ranges in the order they are searched.
  const ranges: readonly (readonly [number, number])[] =
    direction === 1
      ? [
          [from + 1, last],
          [0, Math.min(from, last)],
        ]
      : [
          [0, Math.min(from - 1, last)],
          [Math.max(0, from), last],
        ];
  let done = 0;
  for (const [start, end] of ranges) {
    for (const [sliceStart, sliceEnd] of slices(start, end, direction)) {
      const bytes = source.view(sliceStart, sliceEnd - sliceStart + length);
      const slice = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const at = direction === 1 ? slice.indexOf(needle) : slice.lastIndexOf(needle);
      if (at >= 0) return { offset: sliceStart + at, length };
      done += sliceEnd - sliceStart + 1;
      yield Math.min(1, done / source.size);
    }
  }
  return undefined;
}

/** Ranges of starts, both ends included. */
function* slices(start: number, end: number, direction: 1 | -1): Generator<readonly [number, number]> {
  if (direction === 1) {
    for (let at = start; at <= end; at += sliceBytes) yield [at, Math.min(end, at + sliceBytes - 1)];
    return;
  }
  for (let at = end; at >= start; at -= sliceBytes) yield [Math.max(start, at - sliceBytes + 1), at];
}

/** Records decoded between two looks at the keyboard. */
const sliceRecords = 1024;

/** Looks at kinds, names of fields and their values, in words and as stored. Case does not matter. */
export function* searchNames(
  source: ByteSource,
  text: string,
  { from, direction }: Wanted,
): Generator<number, Hit | undefined> {
  const wanted = text.toLowerCase();
  const clock = clockOfImage(source);
  let first: Hit | undefined;
  let before: Hit | undefined;
  let lastSeen: Hit | undefined;
  let count = 0;
  for (const record of readCptRecords(source, () => {})) {
    if (++count % sliceRecords === 0) yield record.offset / source.size;
    for (const hit of hitsIn(source, record, wanted, clock)) {
      first ??= hit;
      lastSeen = hit;
      if (hit.offset < from) before = hit;
      if (hit.offset > from && direction === 1) return hit;
    }
  }
  return direction === 1 ? first : (before ?? lastSeen);
}

function clockOfImage(source: ByteSource): Clock {
  const fixed = source.view(imageHeaderPrefixBytes, imageHeaderBytes - imageHeaderPrefixBytes);
  return clockOf(readImageHeader(new ExactStream().load(fixed)));
}

function* hitsIn(source: ByteSource, record: AnyRecord, wanted: string, clock: Clock): Generator<Hit> {
  const name = record.kind === 'section' ? sectionName(record.fields.section) : record.kind;
  if (`${name} ${recordLabel(source, record)}`.toLowerCase().includes(wanted)) {
    yield { offset: record.offset, length: record.hdrlen };
  }
  for (const { path, kernelName = '', text, raw, offset, length } of fieldMeanings(record, clock)) {
    if (`${path} ${kernelName} ${text} ${raw}`.toLowerCase().includes(wanted)) yield { offset, length };
  }
}
