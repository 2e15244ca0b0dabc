/** The ends of a list of 64-bit numbers; 0 for an empty list. */
import { smaller } from '../../../../model/bigint.ts';

export const largest = (values: readonly bigint[]): bigint => values.reduce(larger, values[0] ?? 0n);
export const smallest = (values: readonly bigint[]): bigint => values.reduce(smaller, values[0] ?? 0n);

function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
