/**
 * Tracked connections as the kernel lists them (linux/netfilter/nfnetlink_conntrack.h, enum ctattr_type): what CRIU
 * writes to a file. Numbers of attributes are in the order of the network.
 */
import type { ConnTuple } from './checkpoint.ts';
import { Attributes, messagesOf, type Order } from './rtnetlink.ts';

/** IPCTNL_MSG_CT_NEW of NFNL_SUBSYS_CTNETLINK; struct nfgenmsg of 4 bytes comes first. */
const newConnection = 0x0100;
const headBytes = 4;

const tupleOriginal = 1;
const tupleReply = 2;
const tupleAddresses = 1;
const tupleProtocol = 2;

/** Original direction, then reply; others are left out. */
export interface TrackedConnection {
  readonly tuples: readonly ConnTuple[];
}

export function connectionsOf(bytes: Uint8Array, order: Order): readonly TrackedConnection[] {
  const found: TrackedConnection[] = [];
  for (const { type, body } of messagesOf(bytes, 0, order)) {
    if (type !== newConnection || body.byteLength < headBytes) continue;
    const family = body.getUint8(0);
    const attributes = new Attributes(body, headBytes, order);
    const tuples = [tupleOriginal, tupleReply].flatMap((number, direction) => {
      const tuple = attributes.inside(number);
      return tuple === undefined ? [] : [tupleOf(tuple, family, direction)];
    });
    found.push({ tuples });
  }
  return found;
}

/** CTA_TUPLE_IP and CTA_TUPLE_PROTO; ICMP has an id in the place of ports. */
function tupleOf(tuple: Attributes, family: number, direction: number): ConnTuple {
  const addresses = tuple.inside(tupleAddresses);
  const protocol = tuple.inside(tupleProtocol);
  const port = (number: number): number => {
    const view = protocol?.view(number);
    return view !== undefined && view.byteLength >= 2 ? view.getUint16(0) : 0;
  };
  const number = protocol?.view(1);
  return {
    source: addresses?.address(1) ?? addresses?.address(3) ?? '?',
    sourcePort: port(2) || port(4) || port(7),
    destination: addresses?.address(2) ?? addresses?.address(4) ?? '?',
    destinationPort: port(3),
    protocol: number !== undefined && number.byteLength >= 1 ? number.getUint8(0) : 0,
    direction,
    l3num: family,
  };
}
