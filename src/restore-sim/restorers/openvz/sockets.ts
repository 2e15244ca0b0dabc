/**
 * Sockets: kernel/cpt/rst_socket.c, rst_sockets and open_socket. Listening ones come first, then the
 * others in file order. Addresses are not bound anywhere here; queues are in socket-queue.ts.
 */
import { noIndex } from '../../../parse/cpt/record.ts';
import {
  objectType,
  sectionType,
  socketFamily,
  sockFlag,
  tcpState,
} from '../../../parse/generated/cpt-records.ts';
import { positionOf, type ReadObject } from './image-reader.ts';
import { isNull, type Restore } from './restore.ts';
import { restorePacket } from './socket-queue.ts';
import { refuse, Stop } from './stop.ts';

export type Socket = ReadObject<'socket'>;

export function restoreSockets(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.socket);
  reader.place = 'SOCKET';
  for (const socket of reader.objects('socket', start, end)) {
    if (socket.fields.index !== noIndex) restore.sockets.set(socket.fields.index, socket.offset);
    if (socket.fields.state === tcpState.listen) openSocket(restore, socket);
  }
  for (const socket of reader.objects('socket', start, end)) {
    if (socket.fields.state !== tcpState.listen) openSocket(restore, socket);
  }
}

/** The first one that fails ends the list; 2.6.32 goes on with the rest of the restore. */
export function restoreOrphans(restore: Restore): void {
  const { reader, line } = restore;
  const { start, end } = restore.section(sectionType.orphans);
  reader.place = 'ORPHANS';
  try {
    for (const socket of reader.objects('socket', start, end)) openSocket(restore, socket);
  } catch (error) {
    if (!(error instanceof Stop) || error.verdict !== 'fails' || line.orphanErrorsCount) throw error;
    restore.say('section-ignored', start, `orphaned sockets are lost: ${error.failure.message}`);
  }
}

/** Families of which both kernels can make a socket in a container. */
const families: ReadonlySet<number> = new Set(Object.values(socketFamily).filter((family) => family !== 0));

function openSocket(restore: Restore, socket: Socket): void {
  const { offset, fields } = socket;
  if (!families.has(fields.family)) {
    refuse('socket-family', 'EINVAL', restore.at(offset), `sockets of family ${fields.family}`);
  }
  if (!isNull(fields.file)) {
    const position = positionOf(fields.file);
    restore.reader.object('file', position);
    restore.files.set(position, 'socket');
  }
  if (fields.family === socketFamily.unix) openUnixSocket(restore, socket);
  restore.did('socket', restore.first, offset, {
    family: fields.family,
    type: fields.type,
    index: fields.index | 0,
  });
  for (const child of restore.reader.headers(socket.body, socket.end, 'a part of a socket')) {
    restoreSocketPart(restore, socket, child);
  }
}

function restoreSocketPart(
  restore: Restore,
  socket: Socket,
  child: Parameters<typeof restorePacket>[2],
): void {
  const { reader } = restore;
  const at = restore.at(child.offset);
  if (child.object === objectType.skb) restorePacket(restore, socket, child);
  if (child.object === objectType.skfilter && (reader.fields('skfilter', child).size ?? 0) % 8 !== 0) {
    refuse('socket-filter', 'EINVAL', at, 'the length of a socket filter is not a multiple of 8');
  }
  if (child.object === objectType.sock_mcaddr) {
    const { family } = reader.fields('sock_mcaddr', child);
    if (family === socketFamily.inet || family === socketFamily.inet6) return;
    refuse('socket-multicast', 'EAFNOSUPPORT', at, `a multicast membership of family ${family}`);
  }
  if (child.object === objectType.sock_packet && socket.fields.family !== socketFamily.packet) {
    refuse('socket-packet', 'EINVAL', at, 'packet options on a socket of another family');
  }
}

/** sa_family in front of the path. */
const addressHeaderBytes = 2;

function openUnixSocket(restore: Restore, socket: Socket): void {
  const { offset, fields } = socket;
  if (fields.peer !== noIndex && !restore.sockets.has(fields.peer)) {
    const message = `the other end of a unix socket has index ${fields.peer}, which no socket has`;
    refuse('socket-peer', 'EINVAL', restore.at(offset), message);
  }
  const path = boundPath(fields);
  if (path === undefined) return;
  const { unixMountsFrom } = restore.line;
  if (unixMountsFrom === undefined || restore.version < unixMountsFrom) return;
  if ((fields.sockflags & sockFlag.delayed) !== 0) return;
  // The mount overlays two IPv4 addresses that unix sockets have no use for.
  const mount = (BigInt(fields.rcvSaddr) << 32n) | BigInt(fields.saddr);
  if (isNull(mount)) return;
  const point = restore.mounts.get(positionOf(mount));
  if (point !== undefined && path.length >= point.length) return;
  const message =
    point === undefined
      ? `${path} is bound in a mount that is not restored (position ${mount})`
      : `${path} is shorter than the mount point ${point} it is bound in`;
  refuse('socket-mount', 'EINVAL', restore.at(offset), message);
}

/** Undefined for sockets that are not bound, or bound to a name that is no path. */
function boundPath({ laddrlen, laddr }: Socket['fields']): string | undefined {
  if (laddrlen <= addressHeaderBytes) return undefined;
  const bytes = new Uint8Array(Uint32Array.from(laddr).buffer).subarray(addressHeaderBytes, laddrlen);
  if (bytes[0] === 0) return undefined;
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
}
