/** Internet addresses as the words of memory that CRIU stores: network order, read as little-endian words. */
import type { SocketAddress } from '../../../../model/checkpoint.ts';

const inet6 = 10;
const inet6Words = 4;

/** One word, or four; zeros for an address that is not there. */
export function addressWords(address: SocketAddress | undefined, family: number): readonly number[] {
  const bytes =
    address?.family === 'inet' || address?.family === 'inet6' ? addressBytes(address.address) : undefined;
  const wanted = family === inet6 ? inet6Words : 1;
  const view = bytes && new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: wanted }, (_, index) =>
    view && (index + 1) * 4 <= view.byteLength ? view.getUint32(index * 4, true) : 0,
  );
}

/** A dotted address, or groups of RFC 5952 with `::` for the longest run of zeros. */
export function addressBytes(text: string): Uint8Array {
  if (!text.includes(':')) return Uint8Array.from(text.split('.').map(Number));
  const [left = '', right] = text.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const [front, back] = [groups(left), groups(right ?? '')];
  const middle = right === undefined ? 0 : 8 - front.length - back.length;
  const all = [...front, ...new Array<number>(Math.max(0, middle)).fill(0), ...back];
  return Uint8Array.from(all.slice(0, 8).flatMap((group) => [group >> 8, group & 0xff]));
}
