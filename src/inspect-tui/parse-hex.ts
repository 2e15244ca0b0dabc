/** Bytes as people write them. */

/** `79 1c 01 63` or `791c0163`; undefined for anything else. */
export function parseHex(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+|0x/g, '');
  if (digits === '' || digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined;
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
