/**
 * S8: the private area of a TCP socket buffer. Up to 0x301 kernels without IPv6 start it with 16 bytes of IPv4
 * header info, later ones with 24 bytes that have room for IPv6; the TCP fields follow.
 */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { type HopContext, withFields } from '../step.ts';

type Skb = ObjectRecord<'skb'>;

const ipv4InfoBytes = 16;
const ipv6InfoBytes = 24;
/** seq, end_seq, when, flags, sacked, urg_ptr: what is the same in both forms. */
const tcpBytes = 16;

const familyInet = 2;
const familyInet6 = 10;
const typeStream = 1;

export function isTcpSocket(record: { readonly kind: string } | undefined): boolean {
  if (record?.kind !== 'socket') return false;
  const { family, type } = (record as ObjectRecord<'socket'>).fields;
  return type === typeStream && (family === familyInet || family === familyInet6);
}

/** IPv4 form → IPv6 form, for buffers in TCP queues that are not in that form already. */
export function controlBlockToIpv6(skb: Skb, context: HopContext): Skb {
  if (!isTcpSocket(skb.parent) || form(skb) !== 'ipv4') return skb;
  context.changed('S8', 'TCP control blocks moved to the IPv6 form');
  return move(skb, ipv4InfoBytes, ipv6InfoBytes);
}

/** IPv6 form → IPv4 form. A 2.6.18 kernel that meets the other form hangs when the program reads the socket. */
export function controlBlockToIpv4(skb: Skb, context: HopContext): Skb {
  if (!isTcpSocket(skb.parent) || form(skb) === 'ipv4') return skb;
  const info = view(skb);
  for (let at = ipv4InfoBytes; at < ipv6InfoBytes; at++) {
    if (info.getUint8(at) !== 0) {
      context.lost('S8', skb, 'IPv6 header info of a TCP buffer has no place in the IPv4 form');
      break;
    }
  }
  context.changed('S8', 'TCP control blocks moved to the IPv4 form');
  return move(skb, ipv6InfoBytes, ipv4InfoBytes);
}

/**
 * The form shows in the sequence numbers: end_seq - seq is the length of the data, plus one for SYN or FIN. The
 * flags byte that 2.6.18 kernels test instead is zero for segments that came over loopback.
 */
function form(skb: Skb): 'ipv4' | 'ipv6' | undefined {
  const block = view(skb);
  const fits = (at: number) => {
    const span = (block.getUint32(at + 4, true) - block.getUint32(at, true)) >>> 0;
    return span === skb.fields.len || span === skb.fields.len + 1;
  };
  const isZero = (at: number) => block.getUint32(at, true) === 0 && block.getUint32(at + 4, true) === 0;
  // Two zeros fit an empty buffer wherever they lie: sequence numbers that are there count for more.
  if (fits(ipv6InfoBytes) && !(isZero(ipv6InfoBytes) && fits(ipv4InfoBytes))) return 'ipv6';
  return fits(ipv4InfoBytes) && !isZero(ipv4InfoBytes) ? 'ipv4' : undefined;
}

function move(skb: Skb, from: number, to: number): Skb {
  const old = view(skb);
  const moved = new DataView(new ArrayBuffer(old.byteLength));
  const info = Math.min(from, to);
  for (let at = 0; at < info; at++) moved.setUint8(at, old.getUint8(at));
  for (let at = 0; at < tcpBytes; at++) moved.setUint8(to + at, old.getUint8(from + at));
  return withFields(skb, { cb: skb.fields.cb.map((_, index) => moved.getBigUint64(8 * index, true)) });
}

function view({ fields }: Skb): DataView {
  const bytes = new DataView(new ArrayBuffer(8 * fields.cb.length));
  for (const [index, word] of fields.cb.entries()) bytes.setBigUint64(8 * index, word, true);
  return bytes;
}
