/** Sockets with their queues. Inode numbers of the dumped kernel tell peers, and serve as index here. */

import { machines } from '../../abi/machines.ts';
import { addTo } from '../../lists.ts';
import { addressText, fileName } from '../../parse/criu/index.ts';
import type { SkOptsEntry, UnixSkEntry } from '../../parse/generated/criu-descriptors.ts';
import { blankSocket } from '../blank.ts';
import type { NamedNumbers, PassedFile, Socket, SocketAddress, SocketBuffer } from '../checkpoint.ts';
import { type Context, idOf, rangeOf } from './draft.ts';
import { fileId } from './files.ts';
import { entriesOf, firstOf, textOf } from './image.ts';
import { type CriuOpenFile, fieldsAs, openFilesOf } from './open-files.ts';

/** net/tcp_states.h; all protocols of the kernel use these numbers. */
const stateNames: readonly string[] = [
  ...['none', 'established', 'syn-sent', 'syn-recv', 'fin-wait-1', 'fin-wait-2', 'time-wait', 'close'],
  ...['close-wait', 'last-ack', 'listen', 'closing'],
];

// linux/socket.h and linux/net.h.
const families = { unix: 1, inet: 2, inet6: 10, netlink: 16, packet: 17 } as const;
const states = { established: 1, listen: 10, close: 7 } as const;
const socketStates = { unconnected: 1, connected: 3 } as const;
const tcpProtocol = 6;

/** criu/include/sockets.h: USK_EXTERN, a socket whose other end is not in the dump. */
const externalUnix = 1;

export function collectSockets(context: Context): void {
  const queues = queuesOf(context);
  for (const opened of openFilesOf(context.image)) {
    const parts = partsOf(context, opened);
    if (parts === undefined) continue;
    const id = idOf(context, 'socket', `${opened.kind} ${opened.id}`);
    const file = fileId(context, opened.kind, opened.id);
    const socket: Socket = {
      ...blankSocket,
      ...commonParts(opened),
      ...parts,
      id,
      opened: file,
      stateName: stateNames[parts.state ?? states.close] ?? 'unknown',
      buffers: [...(queues.get(opened.id) ?? []), ...(parts.buffers ?? [])],
    };
    context.model.sockets.set(id, socket);
    const known = context.model.files.get(file);
    if (known) context.model.files.set(file, { ...known, socketIndex: socket.index });
  }
}

type Parts = Partial<Socket>;

function commonParts({ at, file, fields }: CriuOpenFile): Parts {
  const { opts, shutdown } = fields as { opts?: SkOptsEntry; shutdown?: number };
  return {
    at,
    file,
    socketState: socketStates.unconnected,
    state: states.close,
    shutdown: shutdown ?? 0,
    ...timeouts(opts),
    lingerNs: opts?.so_linger === undefined ? undefined : BigInt(opts.so_linger) * second,
    boundDevice: textOf(opts?.so_bound_dev),
    rcvbufBytes: opts?.so_rcvbuf ?? 0,
    sndbufBytes: opts?.so_sndbuf ?? 0,
    options: optionsOf(opts),
  };
}

const second = 1_000_000_000n;

/** Numbers and switches by their names in `sk_opts_entry`; of a filter the number of its instructions. */
function optionsOf(opts: SkOptsEntry | undefined): NamedNumbers {
  const filter = opts?.so_filter?.length ?? 0;
  return { ...numbersOf(opts), ...(filter > 0 && { so_filter: filter }) };
}

/** The fields of a message that are numbers or switches. */
function numbersOf(message: object | undefined): Record<string, number> {
  const named: Record<string, number> = {};
  for (const [name, value] of Object.entries(message ?? {})) {
    if (typeof value === 'number') named[name] = value;
    else if (typeof value === 'boolean') named[name] = Number(value);
  }
  return named;
}

function timeouts(opts: SkOptsEntry | undefined): Pick<Socket, 'rcvTimeoutNs' | 'sndTimeoutNs'> {
  const timeNs = (seconds = 0n, microseconds = 0n) => {
    const sum = seconds * second + microseconds * 1000n;
    return sum === 0n ? undefined : sum;
  };
  return {
    rcvTimeoutNs: timeNs(opts?.so_rcv_tmo_sec, opts?.so_rcv_tmo_usec),
    sndTimeoutNs: timeNs(opts?.so_snd_tmo_sec, opts?.so_snd_tmo_usec),
  };
}

function partsOf(context: Context, opened: CriuOpenFile): Parts | undefined {
  switch (opened.kind) {
    case 'INETSK':
      return inetParts(context, opened);
    case 'UNIXSK':
      return unixParts(context, opened);
    case 'NETLINKSK':
      return netlinkParts(opened);
    case 'PACKETSK':
      return packetParts(context, opened);
    default:
      return undefined;
  }
}

function inetParts(context: Context, opened: CriuOpenFile): Parts {
  const socket = fieldsAs(opened, 'INETSK') ?? {};
  const { ino = 0, family = 0, type = 0, proto = 0, state = 0, backlog = 0 } = socket;
  const scope = textOf(socket.ifname);
  const address = (words: readonly number[] = [], port = 0): SocketAddress | undefined => {
    const text = addressText(isBigEndian(context) ? words.map(swapped) : words);
    if (text === undefined) return undefined;
    if (family !== families.inet6) return { family: 'inet', address: text, port };
    // A link-local address means something on its device only, see ipv6(7).
    const scoped = scope !== undefined && text.startsWith('fe80:') ? `${text}%${scope}` : text;
    return { family: 'inet6', address: scoped, port, flowInfo: 0, scopeId: 0 };
  };
  // Every state after the first packet has a remote end; what has none has zeros there.
  const { dst_addr: remote = [], dst_port: remotePort = 0 } = socket;
  const hasRemote = remotePort !== 0 || remote.some((word) => word !== 0);
  return {
    index: ino,
    family,
    type,
    protocol: proto,
    state,
    backlog,
    namespace: socket.ns_id,
    socketState: hasRemote ? socketStates.connected : socketStates.unconnected,
    local: address(socket.src_addr, socket.src_port),
    remote: hasRemote ? address(remote, remotePort) : undefined,
    options: {
      ...optionsOf(socket.opts),
      ...numbersOf(socket.ip_opts),
      ...numbersOf(socket.ip_opts?.raw),
      ...numbersOf(socket.tcp_opts),
      ...(socket.v6only !== undefined && { v6only: Number(socket.v6only) }),
    },
    ...(proto === tcpProtocol && tcpParts(context, ino)),
  };
}

/** Addresses are words as the kernel has them in memory. */
const isBigEndian = ({ model }: Context): boolean => machines[model.image.architecture].isBigEndian;

const swapped = (word: number): number =>
  ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);

/** A connection has an image of its own, named by the inode of the socket, from its first packet to its end. */
function tcpParts(context: Context, ino: number): Parts {
  const stream = firstOf(context.image, 'TCP_STREAM', 'tcp_stream_entry', ino);
  if (stream === undefined) return {};
  const tcp: Record<string, number> = {};
  for (const [name, value] of Object.entries(stream.fields)) if (typeof value === 'number') tcp[name] = value;
  const file = fileName('TCP_STREAM', ino);
  const buffers = stream.payload.flatMap((part): SocketBuffer[] => {
    const content = rangeOf(context, file, part);
    if (content === undefined || content.length === 0) return [];
    return [bufferOf(content, file, part.name === 'inq' ? 'receive' : 'write')];
  });
  return { tcp, buffers };
}

const bufferOf = (
  content: { readonly offset: number; readonly length: number },
  file: string,
  queue: SocketBuffer['queue'],
): SocketBuffer => ({
  at: content.offset,
  file,
  queue,
  stampNs: 0n,
  lengthBytes: content.length,
  content,
  passedFiles: [],
  cb: [],
  fields: {},
});

function unixParts(context: Context, opened: CriuOpenFile): Parts {
  const socket = fieldsAs(opened, 'UNIXSK') ?? {};
  const { ino = 0, type = 0, state = 0, peer = 0, name, file_perms: perms, uflags = 0 } = socket;
  return {
    index: ino,
    family: families.unix,
    type,
    state,
    namespace: socket.ns_id,
    // Of other states the field has what the kernel counts of the queue to the peer.
    backlog: state === states.listen ? socket.backlog : 0,
    isExternal: (uflags & externalUnix) !== 0,
    directory: textOf(socket.name_dir),
    peerIndex: peer === 0 ? undefined : peer,
    isSocketPair: peer !== 0 && (name === undefined || name.length === 0),
    socketState: peer === 0 ? socketStates.unconnected : socketStates.connected,
    local: unixAddress(socket),
    isDeleted: socket.deleted === true,
    mount: socket.mnt_id === undefined ? undefined : idOf(context, 'mount', socket.mnt_id),
    inodeMode: perms?.mode,
    inodeUid: perms?.uid,
    inodeGid: perms?.gid,
  };
}

/** An abstract name begins with NUL; a path may end with one. */
function unixAddress({ name }: UnixSkEntry): SocketAddress {
  if (name === undefined || name.length === 0) return { family: 'unix', isAbstract: false };
  if (name[0] === 0) return { family: 'unix', name: textOf(name.subarray(1)) ?? '', isAbstract: true };
  return { family: 'unix', name: (textOf(name) ?? '').replace(/\0+$/, ''), isAbstract: false };
}

function netlinkParts(opened: CriuOpenFile): Parts {
  const {
    ino = 0,
    protocol = 0,
    state = 0,
    portid = 0,
    groups = [],
    dst_portid = 0,
    dst_group = 0,
  } = fieldsAs(opened, 'NETLINKSK') ?? {};
  const { ns_id: namespace } = fieldsAs(opened, 'NETLINKSK') ?? {};
  const hasRemote = dst_portid !== 0 || dst_group !== 0;
  return {
    // The type is not in the image: SOCK_RAW and SOCK_DGRAM are the same here, see netlink(7).
    index: ino,
    family: families.netlink,
    type: 0,
    protocol,
    namespace,
    // AF_NETLINK has two states of its own, NETLINK_UNCONNECTED 0 and NETLINK_CONNECTED 1, after that of a new socket.
    state: state === states.established ? states.established : states.close,
    local: { family: 'netlink', pid: portid, groups: groups[0] ?? 0 },
    remote: hasRemote ? { family: 'netlink', pid: dst_portid, groups: dst_group } : undefined,
  };
}

function packetParts(context: Context, opened: CriuOpenFile): Parts {
  const socket = fieldsAs(opened, 'PACKETSK') ?? {};
  const { type = 0, protocol: stored = 0, ifindex = 0, ns_id: namespace } = socket;
  // As socket(2) takes it, in the order of the network: sk-packet.c, packet_receive_one.
  const protocol = isBigEndian(context) ? stored : ((stored & 0xff) << 8) | ((stored >>> 8) & 0xff);
  const local = { family: 'packet', protocol, ifindex } as const;
  return { index: opened.id, family: families.packet, type, protocol, local, namespace };
}

/** SCM_RIGHTS of linux/socket.h. */
const scmRights = 1;

/** Packets in the receive queues of unix sockets, by number of the socket's file. */
function queuesOf(context: Context): ReadonlyMap<number, SocketBuffer[]> {
  const queues = new Map<number, SocketBuffer[]>();
  const kinds = kindsById(context);
  for (const { fields, at, file, payload } of entriesOf(context.image, 'SK_QUEUES', 'sk_packet_entry')) {
    const { id_for: socket = 0, length = 0, scm = [] } = fields;
    const passedFiles = scm
      .filter(({ type }) => type === scmRights)
      .flatMap(({ rights = [] }) =>
        rights.map((id, fd): PassedFile => ({ at, file, fd, opened: kinds.get(id) })),
      );
    const content = rangeOf(context, file, payload[0]);
    const buffer: SocketBuffer = {
      at,
      file,
      queue: 'receive',
      stampNs: 0n,
      lengthBytes: length,
      content,
      passedFiles,
      cb: [],
      fields: {},
    };
    addTo(queues, socket, buffer);
  }
  return queues;
}

/** Passed descriptors name files by number alone: numbers are unique over all kinds. */
function kindsById(context: Context): ReadonlyMap<number, PassedFile['opened']> {
  const found = new Map<number, PassedFile['opened']>();
  for (const { kind, id } of openFilesOf(context.image)) found.set(id, fileId(context, kind, id));
  return found;
}
