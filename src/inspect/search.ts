/** Searching the bytes of a whole image in slices. Whoever drives it may stop. */
import { lastPlaceOf, placeOf } from '../byte-text.ts';
import type { Opened } from './family.ts';
import type { Hit, Wanted } from './hit.ts';

export type { Hit, Wanted } from './hit.ts';

/** Bytes looked at between two looks at the keyboard. */
const sliceBytes = 1024 * 1024;

/**
 * Yields the part that is done, 0 … 1. Goes on at the other end of the image. What two files hold only together is no
 * hit.
 */
export function* searchBytes(
  { source, stretchAt }: Pick<Opened, 'source' | 'stretchAt'>,
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
      for (const at of placesIn(bytes, needle, direction)) {
        const stretch = stretchAt(sliceStart + at);
        if (sliceStart + at + length <= stretch.offset + stretch.length)
          return { offset: sliceStart + at, length };
      }
      done += sliceEnd - sliceStart + 1;
      yield Math.min(1, done / source.size);
    }
  }
  return undefined;
}

/** The nearest first. */
function* placesIn(slice: Uint8Array, needle: Uint8Array, direction: 1 | -1): Generator<number> {
  if (direction === 1) {
    for (let at = placeOf(slice, needle); at >= 0; at = placeOf(slice, needle, at + 1)) yield at;
    return;
  }
  for (let at = lastPlaceOf(slice, needle); at >= 0; at = at === 0 ? -1 : lastPlaceOf(slice, needle, at - 1))
    yield at;
}

/** Ranges of starts, both ends included. */
function* slices(start: number, end: number, direction: 1 | -1): Generator<readonly [number, number]> {
  if (direction === 1) {
    for (let at = start; at <= end; at += sliceBytes) yield [at, Math.min(end, at + sliceBytes - 1)];
    return;
  }
  for (let at = end; at >= start; at -= sliceBytes) yield [Math.max(start, at - sliceBytes + 1), at];
}

/** Of hits in ascending order the nearest in the wanted direction, all around; numbers between them are progress. */
export function* nearest(
  hits: Iterable<Hit | number>,
  { from, direction }: Wanted,
): Generator<number, Hit | undefined> {
  let first: Hit | undefined;
  let before: Hit | undefined;
  let last: Hit | undefined;
  for (const hit of hits) {
    if (typeof hit === 'number') {
      yield hit;
      continue;
    }
    if (hit.offset > from && direction === 1) return hit;
    first ??= hit;
    last = hit;
    if (hit.offset < from) before = hit;
  }
  return direction === 1 ? first : (before ?? last);
}
