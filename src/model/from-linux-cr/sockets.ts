/** Sockets, their addresses and what is queued in them. */
import { utf8Text } from '../../byte-text.ts';
import type { KnownRecord } from '../../parse/linux-cr/record.ts';
import type { Id, Socket, SocketAddress, SocketBuffer } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { type Collectors, type Context, describedId, rangeOf, textIn, textOf } from './context.ts';

/** net/tcp_states.h; all protocols of the kernel use these numbers. */
const stateNames: readonly string[] = [
  ...['none', 'established', 'syn-sent', 'syn-recv', 'fin-wait-1', 'fin-wait-2', 'time-wait', 'close'],
  ...['close-wait', 'last-ack', 'listen', 'closing'],
];
const listenState = 10;
const families = { unix: 1, inet: 2, inet6: 10 } as const;

const collectSocket = (context: Context, record: KnownRecord<'socket'>): void => {
  const { fields, offset } = record;
  const id = describedId(context, 'socket', record) as Id<'socket'>;
  const socket: Mutable<Socket> = {
    at: offset,
    id,
    index: id,
    isOrphan: false,
    isSocketPair: false,
    family: fields.commonFamily,
    type: fields.sockType,
    protocol: fields.sockProtocol,
    socketState: fields.socketState,
    state: fields.commonState,
    stateName: stateNames[fields.commonState] ?? 'unknown',
    peerCredentials: { pid: 0, uid: 0, gid: 0 },
    isDeleted: false,
    isDelayed: false,
    ...(fields.commonState === listenState && { backlog: fields.sockBacklog }),
    shutdown: fields.sockShutdown,
    rcvbufBytes: fields.sockRcvbuf,
    sndbufBytes: fields.sockSndbuf,
    flags: fields.sockFlags,
    socketFlags: fields.socketFlags,
    options: {
      reuse: fields.commonReuse,
      boundDevIf: fields.commonBoundDevIf,
      rcvlowat: fields.sockRcvlowat,
      priority: fields.sockPriority,
      userlocks: fields.sockUserlocks,
      noCheck: fields.sockNoCheck,
      lingerOn: fields.sockLingerLOnoff,
      linger: fields.sockLingerLLinger,
    },
    multicast: [],
    buffers: [],
    openRequests: [],
  };
  context.model.sockets.set(id, socket);
  context.socket = socket;
};

const collectUnix = (context: Context, { fields }: KnownRecord<'socket_unix'>): void => {
  const found = context.model.sockets.get(fields.thisRef as Id<'socket'>) ?? context.socket;
  if (found === undefined) return;
  const socket = found as Mutable<Socket>;
  context.socket = socket;
  socket.peerIndex = fields.peerRef === 0 ? undefined : fields.peerRef;
  socket.local = unixAddress(fields.laddrPath, fields.laddrLen);
  socket.remote = unixAddress(fields.raddrPath, fields.raddrLen);
  const cred = context.creds.get(fields.peercred ?? 0);
  socket.peerCredentials = {
    pid: 0,
    uid: fields.peercredUid ?? cred?.euid ?? 0,
    gid: fields.peercredGid ?? cred?.egid ?? 0,
  };
  context.expecting.string = (directory) => {
    socket.directory = textOf(context, directory);
  };
};

/** Length of sa_family_t. */
const familyBytes = 2;

function unixAddress(path: Uint8Array, length: number): SocketAddress | undefined {
  if (length === 0) return undefined;
  if (length <= familyBytes) return { family: 'unix', isAbstract: false };
  const bytes = path.subarray(0, Math.min(path.length, length - familyBytes));
  if (bytes[0] !== 0) return { family: 'unix', name: textIn(bytes), isAbstract: false };
  return { family: 'unix', name: utf8Text(bytes.subarray(1)), isAbstract: true };
}

const collectInet = (context: Context, { fields }: KnownRecord<'socket_inet'>): void => {
  const { socket } = context;
  if (socket === undefined) return;
  if (socket.family === families.inet6) {
    socket.local = inet6Address(fields.inet6RcvSaddr, fields.sport);
    socket.remote = inet6Address(fields.inet6Daddr, fields.dport);
  } else {
    socket.local = inetAddress(fields.rcvSaddr ?? fields.laddrAddr, fields.sport ?? fields.laddrPort);
    socket.remote = inetAddress(fields.daddr ?? fields.raddrAddr, fields.dport ?? fields.raddrPort);
  }
};

const swap16 = (value: number): number => ((value & 0xff) << 8) | (value >>> 8);

/** Stored as packets have them. No port means no address. */
function inetAddress(address: number, port: number): SocketAddress | undefined {
  if (port === 0) return undefined;
  const parts = [0, 8, 16, 24].map((shift) => (address >>> shift) & 0xff);
  return { family: 'inet', address: parts.join('.'), port: swap16(port) };
}

function inet6Address(bytes: Uint8Array | undefined, port: number | undefined): SocketAddress | undefined {
  if (bytes === undefined || port === undefined || port === 0) return undefined;
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  );
  return { family: 'inet6', address: shortened(groups), port: swap16(port), flowInfo: 0, scopeId: 0 };
}

/** RFC 5952: the first longest run of two or more zeros becomes "::". */
function shortened(groups: readonly string[]): string {
  const runs = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return groups.join(':');
  return groups
    .join(':')
    .replace(longest, ':')
    .replace(/^:(?!:)|(?<!:):$/g, '::')
    .replace(/:{3,}/g, '::');
}

const collectBuffer = (context: Context, record: KnownRecord<'socket_buffer'>): void => {
  const { fields, offset } = record;
  const buffer: Mutable<SocketBuffer> = {
    at: offset,
    queue: 'receive',
    ...(fields.skObjref !== 0 && { ownerIndex: fields.skObjref }),
    stampNs: 0n,
    lengthBytes: fields.skbLen ?? 0,
    passedFiles: [],
    cb: [],
    fields: {},
  };
  context.socket?.buffers.push(buffer);
  context.expecting.buffer = (data) => {
    buffer.content = rangeOf(data);
    if (buffer.lengthBytes === 0) buffer.lengthBytes = data.payload.length;
  };
};

export const socketCollectors = {
  socket: collectSocket,
  socket_unix: collectUnix,
  socket_inet: collectInet,
  socket_buffer: collectBuffer,
  net_ns: (context, record) => {
    describedId(context, 'net_ns', record);
  },
  netdev: (context, record) => {
    describedId(context, 'netdev', record);
  },
} satisfies Collectors;
