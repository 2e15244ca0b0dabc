/** Socket addresses as the kernel keeps them, see unix(7), ip(7), ipv6(7), netlink(7), packet(7). */
import type { SocketAddress } from '../checkpoint.ts';
import { hex, inet, inet6, text } from './values.ts';

export const family = { unix: 1, inet: 2, inet6: 10, netlink: 16, packet: 17 } as const;

/** Bytes of the family number in front of every address. */
const familyBytes = 2;
/** sockaddr_storage, which no address exceeds. */
const addressBytesMax = 128;

/**
 * Decodes `length` bytes of `bytes`. Undefined for an address that is not there; missing bytes count
 * as 0.
 */
export function socketAddress(bytes: Uint8Array, length: number): SocketAddress | undefined {
  if (length < familyBytes) return undefined;
  // Bytes beyond the length are stale, and a short address must not show them.
  const address = new Uint8Array(addressBytesMax);
  address.set(bytes.subarray(0, Math.min(length, addressBytesMax)));
  const view = new DataView(address.buffer);
  const number = view.getUint16(0, true);
  const port = view.getUint16(2, false);
  switch (number) {
    case family.unix:
      return unixAddress(address.subarray(familyBytes, Math.min(length, addressBytesMax)));
    case family.inet:
      return { family: 'inet', address: inet(address.subarray(4)), port };
    case family.inet6: {
      const flowInfo = view.getUint32(4, false);
      const scopeId = view.getUint32(24, true);
      return { family: 'inet6', address: inet6(address.subarray(8)), port, flowInfo, scopeId };
    }
    case family.netlink:
      return { family: 'netlink', pid: view.getUint32(4, true), groups: view.getUint32(8, true) };
    case family.packet:
      return { family: 'packet', protocol: view.getUint16(2, false), ifindex: view.getInt32(4, true) };
    default: {
      const rest = address.subarray(familyBytes, Math.min(length, addressBytesMax));
      return { family: 'other', number, hex: hex(rest) };
    }
  }
}

/** unix(7): a leading NUL makes the name abstract, and then every byte up to the length counts. */
function unixAddress(path: Uint8Array): SocketAddress {
  if (path.length === 0) return { family: 'unix', isAbstract: false };
  if (path[0] !== 0) return { family: 'unix', name: text(path), isAbstract: false };
  return { family: 'unix', name: new TextDecoder().decode(path.subarray(1)), isAbstract: true };
}
