/** What Math has for numbers only. */

export function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
