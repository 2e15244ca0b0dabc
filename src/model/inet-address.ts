/** Addresses of IPv4 and IPv6 as text, from their bytes in the order of the network. */

export const inet = (bytes: Uint8Array): string => bytes.subarray(0, 4).join('.');

/** RFC 5952: the longest run of zero groups, if longer than one, is left out. */
export function inet6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[index * 2]! << 8) | bytes[index * 2 + 1]!);
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const digits = (from: number, to: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  if (best.length === 1) return digits(0, 8);
  return `${digits(0, best.start)}::${digits(best.start + best.length, 8)}`;
}
