/** Unix and IP sockets with what is queued in them. */
import { isIP } from 'node:net';
import type { Socket, SocketAddress } from '../../../model/checkpoint.ts';
import type { Build, Records } from './build.ts';

type Numbered = Generator<ReturnType<Build['record']>, number>;

const families = { unix: 1, inet: 2, inet6: 10 } as const;
const familyBytes = 2;
const pathBytes = 108;
const listenState = 10;
const tcp = 6;

const number = (value: unknown): number | bigint | undefined =>
  typeof value === 'number' || typeof value === 'bigint' ? value : undefined;

export function* socketRecords(build: Build, socket: Socket): Numbered {
  return yield* build.shared('socket', String(socket.id), function* (thisRef) {
    const { options } = socket;
    if (socket.family !== families.unix && socket.protocol === tcp && socket.state !== listenState) {
      build.lose('L11', `TCP connection in state ${socket.stateName}`);
    }
    yield build.record('socket', {
      hasBuffers: socket.buffers.length > 0 ? 1 : 0,
      socketFlags: socket.socketFlags,
      socketState: socket.socketState,
      commonBoundDevIf: number(options['boundDevIf']),
      commonReuse: number(options['reuse']),
      commonFamily: socket.family,
      commonState: socket.state,
      sockRcvlowat: number(options['rcvlowat']) ?? 1,
      sockFlags: socket.flags,
      // MAX_SCHEDULE_TIMEOUT: no limit.
      sockRcvtimeo: 0x7fff_ffff_ffff_ffffn,
      sockSndtimeo: 0x7fff_ffff_ffff_ffffn,
      sockPriority: number(options['priority']),
      sockRcvbuf: socket.rcvbufBytes,
      sockSndbuf: socket.sndbufBytes,
      sockType: socket.type,
      sockBacklog: socket.backlog ?? number(options['maxAckBacklog']),
      sockProtocol: socket.protocol,
      sockState: socket.state,
      sockShutdown: socket.shutdown,
      sockUserlocks: number(options['userlocks']),
      sockNoCheck: number(options['noCheck']),
    });
    if (socket.family === families.unix) yield* unixRecords(build, socket, thisRef);
    else yield inetRecord(build, socket);
    yield* queueRecords(build, socket);
  });
}

function* unixRecords(build: Build, socket: Socket, thisRef: number): Records {
  const peer =
    socket.peerIndex === undefined
      ? undefined
      : [...build.checkpoint.sockets.values()].find(({ index }) => index === socket.peerIndex);
  // The other end is announced from inside this one.
  const peerRef = peer === undefined ? 0 : yield* socketRecords(build, peer);
  const local = unixPath(socket.local);
  const remote = unixPath(socket.remote);
  yield build.record('socket_unix', {
    thisRef,
    peerRef,
    peercredUid: socket.peerCredentials.uid,
    peercredGid: socket.peerCredentials.gid,
    flags: 0,
    laddrLen: local.length,
    raddrLen: remote.length,
    laddrFamily: families.unix,
    laddrPath: local.path,
    raddrFamily: families.unix,
    raddrPath: remote.path,
  });
}

function unixPath(address: SocketAddress | undefined): {
  readonly path: Uint8Array;
  readonly length: number;
} {
  if (address?.family !== 'unix') return { path: new Uint8Array(pathBytes), length: 0 };
  if (address.name === undefined) return { path: new Uint8Array(pathBytes), length: familyBytes };
  const name = Buffer.from(address.isAbstract ? `\0${address.name}` : `${address.name}\0`, 'utf8');
  return { path: name.subarray(0, pathBytes), length: familyBytes + Math.min(name.length, pathBytes) };
}

const swap16 = (value: number): number => ((value & 0xff) << 8) | (value >>> 8);

function inetRecord(build: Build, { family, local, remote }: Socket) {
  const word = (address: SocketAddress | undefined): number =>
    address?.family === 'inet' && isIP(address.address) === 4
      ? address.address
          .split('.')
          .reduce((sum, part, index) => (sum | (Number(part) << (8 * index))) >>> 0, 0)
      : 0;
  const port = (address: SocketAddress | undefined): number =>
    address?.family === 'inet' || address?.family === 'inet6' ? swap16(address.port) : 0;
  return build.record('socket_inet', {
    daddr: word(remote),
    rcvSaddr: word(local),
    saddr: word(local),
    dport: port(remote),
    num: swap16(port(local)),
    sport: port(local),
    inet6Saddr: bytes6(local),
    inet6RcvSaddr: bytes6(local),
    inet6Daddr: bytes6(remote),
    ...(family === families.inet && {
      laddrLen: 16,
      laddrFamily: families.inet,
      laddrPort: port(local),
      laddrAddr: word(local),
      raddrLen: 16,
      raddrFamily: families.inet,
      raddrPort: port(remote),
      raddrAddr: word(remote),
    }),
  });
}

function bytes6(address: SocketAddress | undefined): Uint8Array {
  const bytes = new Uint8Array(16);
  if (address?.family !== 'inet6' || isIP(address.address) !== 6) return bytes;
  const [head = '', tail] = address.address.split('::');
  const groups = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const front = groups(head);
  const back = tail === undefined ? [] : groups(tail);
  const view = new DataView(bytes.buffer);
  front.forEach((group, index) => {
    if (index < 8) view.setUint16(2 * index, group);
  });
  back.forEach((group, index) => {
    const place = 8 - back.length + index;
    if (place >= 0) view.setUint16(2 * place, group);
  });
  return bytes;
}

function* queueRecords(build: Build, socket: Socket): Records {
  if (
    socket.buffers.some(({ passedFiles, credentials }) => passedFiles.length > 0 || credentials !== undefined)
  ) {
    build.lose('L12', 'a message with descriptors or credentials');
  }
  const received = socket.buffers.filter(
    ({ queue, content }) => queue === 'receive' && content !== undefined,
  );
  if (received.length < socket.buffers.length) build.lose('L12', 'buffers besides those to be read');
  const total = received.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  yield build.record('socket_queue', { skbCount: received.length, totalBytes: total });
  for (const { content } of received) {
    if (content === undefined) continue;
    yield build.record('socket_buffer', { linLen: content.length, skbLen: content.length });
    yield build.buffer(content);
  }
  yield build.record('socket_queue', { skbCount: 0, totalBytes: 0 });
}
