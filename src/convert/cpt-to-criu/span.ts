/** Ranges of addresses or offsets; `end` is exclusive. */
import { smaller } from '../../model/bigint.ts';

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
