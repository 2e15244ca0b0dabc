/** Ranges of addresses or offsets; `end` is exclusive. */
import { smaller } from '../../model/bigint.ts';
import type { Rows } from '../../model/rows.ts';

export interface Span {
  readonly start: bigint;
  readonly end: bigint;
}

export function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

/** What two ranges have in common; empty or turned round when that is nothing. */
export const overlap = (a: Span, b: Span): Span => ({
  start: larger(a.start, b.start),
  end: smaller(a.end, b.end),
});

const sorted = new WeakMap<Rows<Span>, boolean>();

/** Kernels write ascending lists; edited images may not be. Looked at once for each list. */
export function isAscending(rows: Rows<Span>): boolean {
  const known = sorted.get(rows);
  if (known !== undefined) return known;
  let previous = 0n;
  let ascending = true;
  for (const { start, end } of rows) {
    ascending &&= start >= previous;
    previous = end;
  }
  sorted.set(rows, ascending);
  return ascending;
}

/** Rows that have something in common with a range. */
export function* rowsIn<Row extends Span>(rows: Rows<Row>, { start, end }: Span): Generator<Row> {
  const ascending = isAscending(rows);
  for (let index = ascending ? firstEndingAfter(rows, start) : 0; index < rows.length; index++) {
    const row = rows.at(index);
    if (row === undefined) return;
    if (row.start < end && row.end > start) yield row;
    else if (ascending && row.start >= end) return;
  }
}

function firstEndingAfter(rows: Rows<Span>, address: bigint): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows.at(middle);
    if (row && row.end <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}
