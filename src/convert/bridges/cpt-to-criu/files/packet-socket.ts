/** Packet sockets. Rings are memory that the kernel shares with the program, and are not made again. */
import type { OpenFile, Socket } from '../../../../model/checkpoint.ts';
import { type Conversion, namespaces } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';
import { number, optionsOf } from './socket-options.ts';

const loopbackIndex = 1;

export function packetEntry(conversion: Conversion, socket: Socket, file: OpenFile, id: number): FileBody {
  const { losses } = conversion;
  const { packet, local } = socket;
  const fields = packet?.fields;
  const address = local?.family === 'packet' ? local : undefined;
  const ifindex = address?.ifindex ?? 0;
  if (ifindex > loopbackIndex) losses.add('network-device', `a packet socket on device ${ifindex}`, socket);
  if (socket.buffers.length > 0) losses.add('raw-queue', 'a packet socket', socket, socket.buffers.length);
  if (number(packet?.rxRing, 'tpBlockNr') + number(packet?.txRing, 'tpBlockNr') > 0) {
    losses.add('packet-ring', 'a packet socket', socket);
  }
  const kept = packet?.memberships.filter((membership) => membership.ifindex === loopbackIndex) ?? [];
  const left = (packet?.memberships.length ?? 0) - kept.length;
  if (left > 0) losses.add('multicast-membership', 'a packet socket', socket, left);
  const psk = {
    id,
    type: socket.type,
    protocol: networkOrder(address?.protocol ?? 0),
    flags: file.flags,
    // A socket of a device that is gone would not be bound.
    ifindex: ifindex > loopbackIndex ? 0 : ifindex,
    fown: ownerOf(conversion, file),
    opts: optionsOf(conversion, socket),
    version: number(fields, 'tpVersion'),
    reserve: number(fields, 'tpReserve'),
    aux_data: number(fields, 'auxdata') !== 0,
    orig_dev: number(fields, 'origdev') !== 0,
    vnet_hdr: false,
    loss: number(fields, 'tpLoss') !== 0,
    timestamp: number(fields, 'tpTstamp'),
    copy_thresh: number(fields, 'copyThresh'),
    mclist: kept.map(({ ifindex: index, type, address: addr }) => ({ index, type, addr: hexBytes(addr) })),
    ns_id: namespaces.net,
  };
  return { type: fdType.packet, psk };
}

/** criu/sk-packet.c hands the number over to socket(2), which wants it as packets have it. */
const networkOrder = (protocol: number): number => ((protocol & 0xff) << 8) | (protocol >> 8);

const hexBytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
