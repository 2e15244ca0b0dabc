/** Internet sockets: addresses, state and options. The queues of TCP connections are in tcp-stream.ts. */
import type { OpenFile, Socket, SocketAddress } from '../../../../model/checkpoint.ts';
import type { InetSkEntry, IpOptsEntry, TcpOptsEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { type Conversion, namespaces } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { addressWords } from './addresses.ts';
import { ownerOf } from './file-owner.ts';
import { placeholder } from './regular.ts';
import { family, socketNumber } from './socket.ts';
import { number, optionsOf } from './socket-options.ts';
import { writeTcpStream } from './tcp-stream.ts';

const protocol = { icmp: 1, tcp: 6, udp: 17 } as const;
const type = { stream: 1, datagram: 2, raw: 3 } as const;
const tcpState = { synSent: 2, synReceived: 3, timeWait: 6, close: 7, listen: 10 } as const;

export function inetEntry(conversion: Conversion, socket: Socket, file: OpenFile, id: number): FileBody {
  const { losses } = conversion;
  if (socket.type !== type.stream && socket.type !== type.datagram && socket.type !== type.raw) {
    const name = `an internet socket of type ${socket.type}`;
    return placeholder(conversion, { name, loss: 'socket-kind', flags: file.flags, at: file.at }, id);
  }
  reportQueues(conversion, socket);
  const ino = socketNumber(conversion, socket);
  // A client that nobody accepted connects again by itself: repairs/pending-connections.ts.
  const isConnected = isTcpConnection(socket) && !conversion.repairs.remade.connected.has(socket);
  if (isConnected) writeTcpStream(conversion, socket, ino);
  if (socket.multicast.length > 0) losses.add('multicast-membership', 'an internet socket', socket);
  const isk: InetSkEntry = {
    id,
    ino,
    family: socket.family,
    type: socket.type,
    proto: protocolOf(socket),
    state: isTcp(socket) && !isConnected && socket.state !== tcpState.listen ? tcpState.close : socket.state,
    ...addressesOf(socket, isConnected),
    flags: file.flags,
    backlog: number(socket.options, 'maxAckBacklog'),
    fown: ownerOf(conversion, file),
    opts: optionsOf(conversion, socket),
    ...(socket.ip6 && { v6only: number(socket.ip6, 'ipv6only6') !== 0 }),
    ip_opts: ipOptions(socket),
    ns_id: namespaces.net,
    ...(socket.shutdown !== 0 && (isConnected || !isTcp(socket)) && { shutdown: socket.shutdown & 3 }),
    ...(isTcp(socket) && { tcp_opts: tcpOptions(conversion, socket) }),
  };
  return { type: fdType.inet, isk };
}

const isTcp = ({ protocol: stored, type: kind }: Socket): boolean =>
  stored === protocol.tcp && kind === type.stream;

/** criu/sk-inet.c takes every TCP socket with a remote port for a connection. */
export function isTcpConnection(socket: Socket): boolean {
  const idle: ReadonlySet<number> = new Set([
    ...[tcpState.close, tcpState.listen, tcpState.timeWait, tcpState.synReceived],
  ]);
  return isTcp(socket) && !idle.has(socket.state) && portOf(socket.remote) !== 0;
}

/** Stream and datagram sockets may have been made with protocol 0. */
function protocolOf(socket: Socket): number {
  if (socket.protocol !== 0) return socket.protocol;
  if (socket.type === type.stream) return protocol.tcp;
  return socket.type === type.datagram ? protocol.udp : 0;
}

const portOf = (address: SocketAddress | undefined): number =>
  address && 'port' in address ? address.port : 0;

function addressesOf(socket: Socket, isConnected: boolean): InetSkEntry {
  const { local, remote } = socket;
  const isRaw = socket.type === type.raw;
  const hasRemote = isConnected || (!isTcp(socket) && portOf(remote) !== 0);
  return {
    // A raw socket has its protocol where others have a port.
    src_port: isRaw ? 0 : portOf(local),
    dst_port: hasRemote && !isRaw ? portOf(remote) : 0,
    src_addr: addressWords(local, socket.family),
    dst_addr: addressWords(hasRemote ? remote : undefined, socket.family),
  };
}

/** IP_CMSG_PKTINFO of net/ip.h. */
const packetInfoFlag = 1;

function ipOptions(socket: Socket): IpOptsEntry {
  const { ip } = socket;
  const ttl = number(ip, 'ucTtl') | 0;
  const isRaw = socket.type === type.raw;
  const raw = { hdrincl: number(ip, 'hdrincl') !== 0, nodefrag: false, checksum: false, icmpv_filter: [] };
  return {
    freebind: number(ip, 'freebind') !== 0,
    ...(isRaw && { raw }),
    ...(socket.family === family.inet && {
      pktinfo: (number(ip, 'cmsgFlags') & packetInfoFlag) !== 0,
      tos: number(ip, 'tos') & 0xff,
      // -1 is the default of the system.
      ...(ttl > 0 && ttl < 256 && { ttl }),
    }),
  };
}

/** TCP_NAGLE_OFF and TCP_NAGLE_CORK of net/tcp.h. */
const nagle = { off: 1, cork: 2 } as const;

/** Times in ticks; 0 stands for the default of the system, which is left to the restoring side. */
function tcpOptions({ checkpoint }: Conversion, { tcp }: Socket): TcpOptsEntry {
  const hz = checkpoint.image.hz || 1000;
  const seconds = (name: string) => Math.min(32767, Math.ceil(number(tcp, name) / hz));
  const [keepidle, keepintvl] = [seconds('keepaliveTime'), seconds('keepaliveIntvl')];
  const keepcnt = number(tcp, 'keepaliveProbes');
  return {
    cork: (number(tcp, 'nonagle') & nagle.cork) !== 0,
    nodelay: (number(tcp, 'nonagle') & nagle.off) !== 0,
    ...(keepcnt > 0 && keepcnt < 128 && { keepcnt }),
    ...(keepidle > 0 && { keepidle }),
    ...(keepintvl > 0 && { keepintvl }),
  };
}

function reportQueues({ losses, repairs }: Conversion, socket: Socket): void {
  if (isTcp(socket)) {
    const { length } = socket.openRequests;
    if (length > 0) losses.add('connection-request', 'a listening socket', socket, length);
    return;
  }
  // Some are sent again: repairs/queued-datagrams.ts.
  const count = socket.buffers.filter((buffer) => !repairs.remade.sent.has(buffer)).length;
  const loss = socket.type === type.raw ? 'raw-queue' : 'udp-queue';
  if (count > 0) losses.add(loss, `${count} in one socket`, socket, count);
}
