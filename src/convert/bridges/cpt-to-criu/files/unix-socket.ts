/** Unix sockets: names, peers, and what waits in them, descriptors included. */
import type { OpenFile, Socket, SocketBuffer } from '../../../../model/checkpoint.ts';
import type { UnixSkEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { type Conversion, namespaces } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';
import { isUnaccepted, socketNumber } from './socket.ts';
import { number, optionsOf } from './socket-options.ts';

const state = { established: 1, close: 7, listen: 10 } as const;
const stream = 1;
const datagram = 2;
const shutdownBoth = 3;
const scmRights = 1;
const permissionBits = 0o7777;

export function unixEntry(conversion: Conversion, socket: Socket, file: OpenFile, id: number): FileBody {
  const peer = peerOf(conversion, socket);
  const name = nameOf(socket);
  const usk: UnixSkEntry = {
    id,
    ino: socketNumber(conversion, socket),
    type: socket.type,
    state: stateOf(socket),
    flags: file.flags,
    uflags: 0,
    backlog: number(socket.options, 'maxAckBacklog'),
    peer: peer === undefined ? 0 : socketNumber(conversion, peer),
    fown: ownerOf(conversion, file),
    opts: optionsOf(conversion, socket),
    name,
    shutdown: shutdownOf(conversion, socket, peer),
    ...pathOf(conversion, socket),
    ns_id: namespaces.net,
  };
  addQueue(conversion, socket, id);
  return { type: fdType.unix, usk };
}

function stateOf({ state: stored }: Socket): number {
  if (stored === state.listen || stored === state.established) return stored;
  return state.close;
}

const encoder = new TextEncoder();

/** The bytes behind the family: a path with its NUL, an abstract name with the NUL in front. */
function nameOf({ local }: Socket): Uint8Array {
  if (local?.family !== 'unix' || local.name === undefined) return new Uint8Array();
  return encoder.encode(local.isAbstract ? `\0${local.name}` : `${local.name}\0`);
}

function pathOf({ mounts }: Conversion, socket: Socket): UnixSkEntry {
  const { local, inodeMode, inodeUid, inodeGid, isDeleted } = socket;
  if (local?.family !== 'unix' || local.name === undefined || local.isAbstract) return {};
  const hasOwner = inodeMode !== undefined && inodeUid !== undefined && inodeGid !== undefined;
  return {
    ...(hasOwner && { file_perms: { mode: inodeMode & permissionBits, uid: inodeUid, gid: inodeGid } }),
    ...(isDeleted && { deleted: true }),
    mnt_id: mounts.of(local.name),
  };
}

/**
 * The other end. A connection that was not accepted yet leads to the listening socket: CRIU connects to it
 * again, and it is in the queue as before (observed with CRIU 4.2).
 */
function peerOf(conversion: Conversion, socket: Socket): Socket | undefined {
  const { checkpoint, losses } = conversion;
  const byIndex = (index: number) => [...checkpoint.sockets.values()].find((other) => other.index === index);
  if (socket.peerIndex === undefined) return undefined;
  const peer = byIndex(socket.peerIndex);
  const found = peer && isUnaccepted(peer) ? byIndex(peer.parentIndex ?? -1) : peer;
  if (!found?.opened) losses.add('socket-peer', `unix socket ${socket.index ?? ''}`, socket);
  return found?.opened === undefined ? undefined : found;
}

/** criu/sk-unix.c: a connected socket without a peer is one that was shut down on both sides. */
function shutdownOf(_conversion: Conversion, socket: Socket, peer: Socket | undefined): number {
  const isConnected = socket.state === state.established && socket.type !== datagram;
  return isConnected && !peer ? shutdownBoth : socket.shutdown & shutdownBoth;
}

/** What waits in the socket, and in connections that it has not accepted. */
function addQueue(conversion: Conversion, socket: Socket, id: number): void {
  const { checkpoint, losses } = conversion;
  for (const buffer of socket.buffers) addBuffer(conversion, socket, buffer, id);
  if (socket.state !== state.listen) return;
  for (const waiting of checkpoint.sockets.values()) {
    if (!isUnaccepted(waiting) || waiting.parentIndex !== socket.index) continue;
    const client = [...checkpoint.sockets.values()].find(({ index }) => index === waiting.peerIndex);
    if (!client?.opened)
      losses.add('unaccepted-connection', 'a unix connection whose client is gone', waiting);
    else for (const buffer of waiting.buffers) addBuffer(conversion, waiting, buffer, id);
  }
}

function addBuffer(conversion: Conversion, socket: Socket, buffer: SocketBuffer, id: number): void {
  const { files, losses, source } = conversion;
  const { content, passedFiles, queue } = buffer;
  if (queue !== 'receive' && queue !== 'none') return;
  const length = content?.length ?? 0;
  // A stream has no empty messages.
  if (length === 0 && socket.type === stream) return;
  const rights = passedFiles
    .flatMap(({ opened }) => (opened === undefined ? [] : [files.opened(opened)?.id ?? []]))
    .flat();
  if (number(socket.options, 'passcred') !== 0) losses.add('socket-credentials', 'a queued message', buffer);
  if (socket.type === datagram && hasNamedSender(conversion, buffer))
    losses.add('socket-sender', 'a queued datagram', buffer);
  const scm = rights.length > 0 ? { scm: [{ type: scmRights, rights }] } : {};
  const data = { source, offset: content?.offset ?? 0, length };
  files.packet({ id_for: id, length, ...scm }, [{ name: 'data', data, padding: 0 }]);
}

/** What recvfrom(2) would tell. */
function hasNamedSender({ checkpoint }: Conversion, { ownerIndex }: SocketBuffer): boolean {
  if (ownerIndex === undefined) return false;
  const sender = [...checkpoint.sockets.values()].find(({ index }) => index === ownerIndex);
  return sender?.local?.family === 'unix' && sender.local.name !== undefined;
}
