/** Decoding of single values of CPT fields: times, texts, numbers with a sign, network addresses. */

/** (sec << 32) + nsec, both unsigned: cpt_timespec_export of the OpenVZ kernels. */
export function timespecNs(code: bigint): bigint {
  return (code >> 32n) * 1_000_000_000n + (code & 0xffffffffn);
}

/** (sec << 32) + usec. */
export function timevalNs(code: bigint): bigint {
  return (code >> 32n) * 1_000_000_000n + (code & 0xffffffffn) * 1000n;
}

export const secondsNs = (seconds: bigint): bigint => seconds * 1_000_000_000n;

export const signed32 = (value: number): number => value | 0;

/** A port in network order. */
export const swap16 = (value: number): number => ((value & 0xff) << 8) | (value >> 8);

/** Uids, keys and pids that the image keeps in 64 bits. */
export const low32 = (value: bigint): number => Number(BigInt.asUintN(32, value));

const decoder = new TextDecoder();

/** Bytes up to the first NUL as UTF-8; names on Linux are bytes, so invalid ones become U+FFFD. */
export function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

export function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}

/** The memory that little-endian 32-bit words stand for. */
export function bytesOf32(words: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true);
  return bytes;
}

/** The memory that little-endian 64-bit words stand for. */
export function bytesOf64(words: readonly bigint[]): Uint8Array {
  return new Uint8Array(BigUint64Array.from(words).buffer);
}

export { inet, inet6 } from '../inet-address.ts';

/** Fields by name, for parts that the model carries without giving each a place. */
export function pick<Fields extends object, const Names extends readonly (keyof Fields)[]>(
  fields: Fields,
  names: Names,
): Pick<Fields, Names[number]> {
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as Pick<Fields, Names[number]>;
}
