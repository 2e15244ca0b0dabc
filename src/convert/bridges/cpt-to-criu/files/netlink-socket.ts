/** Netlink sockets. */
import type { OpenFile, Socket } from '../../../../model/checkpoint.ts';
import { type Conversion, namespaces } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';
import { socketNumber } from './socket.ts';
import { optionsOf } from './socket-options.ts';

const unconnected = 0;

/** CRIU binds to a port only when there is one, and to another when that is taken. */
export function netlinkEntry(conversion: Conversion, socket: Socket, file: OpenFile, id: number): FileBody {
  const { losses } = conversion;
  const { local } = socket;
  const address = local?.family === 'netlink' ? local : undefined;
  if (!address) losses.add('netlink-address', `a socket of protocol ${socket.protocol}`, socket);
  if (socket.buffers.length > 0) losses.add('raw-queue', 'a netlink socket', socket, socket.buffers.length);
  const nlsk = {
    id,
    ino: socketNumber(conversion, socket),
    protocol: socket.protocol,
    state: unconnected,
    flags: file.flags,
    portid: address?.pid ?? 0,
    groups: address && address.groups !== 0 ? [address.groups] : [],
    dst_portid: 0,
    dst_group: 0,
    fown: ownerOf(conversion, file),
    opts: optionsOf(conversion, socket),
    ns_id: namespaces.net,
  };
  return { type: fdType.netlink, nlsk };
}
