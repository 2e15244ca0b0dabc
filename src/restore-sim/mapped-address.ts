/** IPv4 in an address of IPv6 is bound as IPv4, in whichever of its forms: `::ffff:127.0.0.1`, `::ffff:7f00:1`. */
export function plainAddress(address: string): string {
  const words = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)?.slice(1);
  if (words === undefined) return address.replace(/^::ffff:(?=\d+\.)/i, '');
  return words.flatMap((word) => [parseInt(word, 16) >> 8, parseInt(word, 16) & 255]).join('.');
}
