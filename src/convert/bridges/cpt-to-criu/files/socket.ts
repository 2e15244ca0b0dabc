/** Sockets, by family. */
import type { OpenFile, Socket } from '../../../../model/checkpoint.ts';
import type { Conversion } from '../context.ts';
import type { FileBody } from '../file-book.ts';
import { inetEntry } from './inet-socket.ts';
import { netlinkEntry } from './netlink-socket.ts';
import { packetEntry } from './packet-socket.ts';
import { placeholder } from './regular.ts';
import { unixEntry } from './unix-socket.ts';

export const family = { unix: 1, inet: 2, inet6: 10, netlink: 16, packet: 17 } as const;

export type MakeSocket = (conversion: Conversion, socket: Socket, file: OpenFile, id: number) => FileBody;

const makers: ReadonlyMap<number, MakeSocket> = new Map([
  [family.unix, unixEntry],
  [family.inet, inetEntry],
  [family.inet6, inetEntry],
  [family.netlink, netlinkEntry],
  [family.packet, packetEntry],
]);

export function socketEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const socket = socketOf(conversion, file);
  const make = socket && makers.get(socket.family);
  if (make) return make(conversion, socket, file, id);
  const name = `a socket of family ${socket?.family ?? 'unknown'}`;
  return placeholder(conversion, { name, loss: 'socket-kind', flags: file.flags, at: file.at }, id);
}

function socketOf({ checkpoint }: Conversion, file: OpenFile): Socket | undefined {
  for (const socket of checkpoint.sockets.values()) if (socket.opened === file.id) return socket;
  return undefined;
}

/** Stands for the inode number that other entries and file names refer to. */
export const socketNumber = ({ numbers }: Conversion, { id }: Socket): number => numbers.of('socket', id);

/**
 * In the queue of a listening socket: accepted connections keep the number of their listener, and have a
 * file.
 */
export const isUnaccepted = ({ parentIndex, opened, isOrphan }: Socket): boolean =>
  parentIndex !== undefined && opened === undefined && !isOrphan;
