/** SOCKET and ORPHANS sections: sockets and what lies in them. Buffers are in socket-buffers.ts. */
import { type ObjectRecord, sectionOf } from '../../parse/cpt/record.ts';
import { sectionType, sockFlag } from '../../parse/generated/cpt-records.ts';
import type { NamedNumbers, Socket, SocketAddress } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import {
  add,
  type Collect,
  type Collectors,
  type Context,
  idAt,
  indexOrNone,
  isTopLevel,
  open,
  parentOf,
  rangeUpTo,
  refer,
} from './context.ts';
import type { Drafts } from './drafts.ts';
import { family, socketAddress } from './socket-address.ts';
import { ip6AddressNames, ip6Names, ipNames, optionNames, tcpNames, udpNames } from './socket-fields.ts';
import { bytesOf32, bytesOf64, hex, inet, inet6, pick, signed32, swap16, text, timevalNs } from './values.ts';

type SocketRecord = ObjectRecord<'socket'>;

const protocol = { tcp: 6, udp: 17 } as const;

const collectSocket: Collect<'socket'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields } = record;
  const socket: Mutable<Socket> = {
    at: record.offset,
    id: idAt<'socket'>(record),
    isOrphan: sectionOf(record) === sectionType.orphans,
    opened: undefined,
    ...relationsOf(record),
    ...kindOf(record),
    ...pathOf(record),
    ...timesOf(context, record),
    options: pick(fields, optionNames),
    ...protocolStateOf(record),
    filter: undefined,
    multicast: [],
    packet: undefined,
    buffers: [],
    openRequests: [],
  };
  referSocket(context, record, socket);
  add(context, 'socket', socket, socket.id);
  open(context, record, socket);
};

function relationsOf({ fields }: SocketRecord) {
  return {
    index: indexOrNone(fields.index),
    parentIndex: indexOrNone(fields.parent),
    peerIndex: indexOrNone(fields.peer),
    isSocketPair: fields.socketpair !== 0,
    peerCredentials: { pid: signed32(fields.peerPid), uid: fields.peerUid, gid: fields.peerGid },
  };
}

function kindOf({ fields }: SocketRecord) {
  return {
    family: fields.family,
    type: fields.type,
    protocol: fields.protocol,
    socketState: fields.sstate,
    state: fields.state,
    stateName: tcpStateNames[fields.state] ?? 'unknown',
    shutdown: fields.shutdown,
    rcvbufBytes: fields.rcvbuf,
    sndbufBytes: fields.sndbuf,
    flags: fields.flags,
    socketFlags: fields.ssflags,
  };
}

/** net/tcp_states.h; all protocols of the kernel use these numbers. */
export const tcpStateNames: readonly string[] = [
  ...['none', 'established', 'syn-sent', 'syn-recv', 'fin-wait-1', 'fin-wait-2', 'time-wait', 'close'],
  ...['close-wait', 'last-ack', 'listen', 'closing'],
];

function pathOf({ fields }: SocketRecord) {
  const { dAlias, dAliaslen } = fields;
  const alias = dAlias && dAliaslen ? text(bytesOf32(dAlias).subarray(0, dAliaslen)) : undefined;
  return {
    local: socketAddress(bytesOf32(fields.laddr), fields.laddrlen) ?? inetAddress(fields, 'local'),
    remote: socketAddress(bytesOf32(fields.raddr), fields.raddrlen) ?? inetAddress(fields, 'remote'),
    isDeleted: (fields.sockflags & sockFlag.deleted) !== 0,
    isDelayed: (fields.sockflags & sockFlag.delayed) !== 0,
    mount: undefined,
    inodeMode: fields.iMode,
    inodeUid: fields.iUid,
    inodeGid: fields.iGid,
    alias: alias === '' ? undefined : alias,
  };
}

/**
 * A connection that was not accepted yet has no file to ask for its names: only the protocol knows
 * them. The numbers are stored as packets have them. No port means no address.
 */
function inetAddress(fields: SocketRecord['fields'], side: 'local' | 'remote'): SocketAddress | undefined {
  const isLocal = side === 'local';
  const port = swap16(isLocal ? fields.sport : fields.dport);
  if (port === 0) return undefined;
  if (fields.family === family.inet) {
    const address = inet(bytesOf32([isLocal ? fields.rcvSaddr : fields.daddr]));
    return { family: 'inet', address, port };
  }
  if (fields.family !== family.inet6) return undefined;
  const address = inet6(bytesOf64(isLocal ? fields.rcvSaddr6 : fields.daddr6));
  return { family: 'inet6', address, port, flowInfo: fields.flowLabel6, scopeId: fields.boundDevIf };
}

/** MAX_SCHEDULE_TIMEOUT, on 64-bit and on 32-bit kernels, and CPT_NULL. */
const endless: ReadonlySet<bigint> = new Set([0xffffffffffffffffn, 0x7fffffffffffffffn, 0x7fffffffn]);

/** sk_stamp starts as -1 s, in two encodings: no packet came yet. */
const neverStamps: ReadonlySet<bigint> = new Set([0xfffffffeffffffffn, 0xffffffff00000000n]);

const stampNs = (stamp: bigint): bigint | undefined =>
  neverStamps.has(stamp) ? undefined : timevalNs(stamp);

/** Ticks by the nominal rate, not by their true length: setsockopt(2) makes them so (net/core/sock.c). */
function timesOf({ header }: Context, { fields }: SocketRecord) {
  const hz = BigInt(header.hz || 1000);
  const limit = (ticks: bigint) => (endless.has(ticks) ? undefined : (ticks * 1_000_000_000n) / hz);
  return {
    rcvTimeoutNs: limit(fields.rcvtimeo),
    sndTimeoutNs: limit(fields.sndtimeo),
    lingerNs: limit(fields.lingertime),
    stampNs: stampNs(fields.stamp),
  };
}

/** Fields of other families and protocols are stale in every image. */
function protocolStateOf({ fields }: SocketRecord) {
  const isIp6 = fields.family === family.inet6;
  const isIp = isIp6 || fields.family === family.inet;
  const isProtocol = (number: number) => isIp && fields.protocol === number;
  const ip6: NamedNumbers | undefined = isIp6
    ? { ...pick(fields, ip6Names), ...ip6AddressesOf(fields) }
    : undefined;
  return {
    ip: isIp ? pick(fields, ipNames) : undefined,
    ip6,
    udp: isProtocol(protocol.udp) ? pick(fields, udpNames) : undefined,
    tcp: isProtocol(protocol.tcp) ? pick(fields, tcpNames) : undefined,
  };
}

/** As bytes, since the two 64-bit halves are in network order. */
const ip6AddressesOf = (fields: SocketRecord['fields']): NamedNumbers =>
  Object.fromEntries(ip6AddressNames.map((name) => [name, [...bytesOf64(fields[name])]]));

function referSocket(context: Context, record: SocketRecord, socket: Mutable<Socket>): void {
  const { fields } = record;
  refer(context, record, { target: 'file', field: 'file', position: fields.file }, (id) => {
    socket.opened = id;
  });
  if (fields.family !== family.unix || !context.rules.storesUnixMount) return;
  // cpt_vfsmount_ref lies over the two addresses that other families have there.
  const position = BigInt(fields.saddr) | (BigInt(fields.rcvSaddr) << 32n);
  // Sockets without a path leave the place as it was.
  if (socket.local?.family !== 'unix' || socket.local.name === undefined || socket.local.isAbstract) return;
  refer(context, record, { target: 'mount', field: 'vfsmountRef', position }, (id) => {
    socket.mount = id;
  });
}

const collectFilter: Collect<'skfilter'> = (context, record) => {
  const socket = parentOf(context, record, 'socket');
  if (socket) socket.filter = rangeUpTo(record, record.fields.size ?? 0);
};

const collectMulticast: Collect<'sock_mcaddr'> = (context, record) => {
  const { mode, ifindex, mcaddr } = record.fields;
  const bytes = bytesOf32(mcaddr);
  const address = record.fields.family === family.inet6 ? inet6(bytes) : inet(bytes);
  parentOf(context, record, 'socket')?.multicast.push({
    at: record.offset,
    family: record.fields.family,
    mode,
    ifindex,
    addresses: [address, ...multicastSources(context, record)],
  });
};

/** More sources than a socket may have (igmp_max_msf is 10 by default) are damage. */
const sourcesMax = 4096;

/** Sources follow as addresses of 16 bytes. */
function multicastSources(context: Context, record: ObjectRecord<'sock_mcaddr'>): readonly string[] {
  const { offset, length } = rangeUpTo(record, sourcesMax * 16);
  const bytes = context.source.view(offset, length).slice();
  return Array.from({ length: Math.floor(length / 16) }, (_, index) => {
    const address = bytes.subarray(index * 16, index * 16 + 16);
    return record.fields.family === family.inet6 ? inet6(address) : inet(address);
  });
}

const collectOpenRequest: Collect<'openreq'> = (context, record) => {
  const { family: number, locAddr, rmtAddr, rmtPort, expires } = record.fields;
  const address = (words: readonly bigint[]) =>
    number === family.inet6 ? inet6(bytesOf64(words)) : inet(bytesOf64(words));
  parentOf(context, record, 'socket')?.openRequests.push({
    at: record.offset,
    family: number,
    localAddress: address(locAddr),
    remoteAddress: address(rmtAddr),
    // Stored as the packet has it.
    remotePort: swap16(rmtPort),
    expiresTicks: expires,
    fields: pick(record.fields, openRequestNames),
  });
};

const openRequestNames = [
  ...(['rcvIsn', 'sntIsn', 'mss', 'retrans', 'sndWscale', 'rcvWscale', 'tstampOk', 'sackOk'] as const),
  ...(['wscaleOk', 'ecnOk', 'acked', 'windowClamp', 'rcvWnd', 'tsRecent', 'iif'] as const),
];

const collectPacket: Collect<'sock_packet'> = (context, record) => {
  const socket = parentOf(context, record, 'socket');
  if (!socket) return;
  const { rxRing, txRing } = record.fields;
  const packet: Drafts['sock_packet'] = {
    at: record.offset,
    fields: pick(record.fields, packetNames),
    rxRing: { ...rxRing },
    txRing: { ...txRing },
    memberships: [],
  };
  socket.packet = packet;
  open(context, record, packet);
};

const packetNames = [
  ...(['statsTpPackets', 'statsTpDrops', 'tpLoss', 'auxdata', 'origdev', 'copyThresh'] as const),
  ...(['tpVersion', 'tpReserve', 'tpTstamp'] as const),
];

const collectPacketMembership: Collect<'sock_packet_mc'> = (context, record) => {
  const { ifindex, count, type, alen, addr } = record.fields;
  const address = hex(addr.subarray(0, alen));
  const membership = { at: record.offset, ifindex, count, type, address };
  parentOf(context, record, 'sock_packet')?.memberships.push(membership);
};

export const socketCollectors = {
  socket: collectSocket,
  skfilter: collectFilter,
  sock_mcaddr: collectMulticast,
  openreq: collectOpenRequest,
  sock_packet: collectPacket,
  sock_packet_mc: collectPacketMembership,
} satisfies Collectors;
