/**
 * What two places of an image name by one number, joined: who has an open file, the other ends of a pipe, the peer
 * of a socket. Made once for each view.
 */
import type { Checkpoint, Id, OpenFile, Socket, SocketAddress } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import { holders } from './process-names.ts';

/** A descriptor of a process. */
export interface End {
  readonly pid: number;
  readonly fd: number;
}

/** A file of ten thousand processes is not listed ten thousand times with each of them. */
const endsMax = 16;

export interface Ends {
  /** By pid and descriptor, not more than are worth listing. */
  readonly ends: readonly End[];
  /** All. */
  readonly count: number;
  /** Open files that they are descriptors of; one without any may be on its way in a message, see unix(7). */
  readonly files: number;
}

export interface Joins {
  /** Descriptors of an open file. */
  holdersOf(file: Id<'file'> | undefined): Ends;
  /** Descriptors that write what this one reads, or read what it writes. */
  otherEnds(file: OpenFile): Ends | undefined;
  /** The other end of a connection between sockets of the image. */
  peerOf(socket: Socket): Socket | undefined;
  socketOf(index: number | undefined): Socket | undefined;
}

const none: Ends = { ends: [], count: 0, files: 0 };

export function joinsOf(checkpoint: Checkpoint): Joins {
  const { byFile, counts } = descriptorsOf(checkpoint);
  const holdersOf = (file: Id<'file'> | undefined): Ends =>
    file === undefined ? none : { ends: byFile.get(file) ?? [], count: counts.get(file) ?? 0, files: 1 };
  const pipes = pipesOf(checkpoint);
  const known = new Map<string, Ends>();
  const byIndex = new Map<number, Socket>();
  for (const socket of checkpoint.sockets.values())
    if (socket.index !== undefined) byIndex.set(socket.index, socket);
  const byAddress = connections(checkpoint);
  return {
    holdersOf,
    otherEnds(file) {
      const key = pipeKey(file);
      if (key === undefined) return undefined;
      const pipe = pipes.get(key) ?? noPipe;
      const access = file.flags & accessMask;
      if (access === readOnly || access === writeOnly) {
        const side = access === readOnly ? 'writers' : 'readers';
        const found = known.get(`${side} ${key}`) ?? together(pipe[side], holdersOf);
        known.set(`${side} ${key}`, found);
        return found;
      }
      // Who reads and writes is its own other end, but not the only one.
      const all = known.get(key) ?? together(pipe.all, holdersOf);
      known.set(key, all);
      const own = holdersOf(file.id);
      const others = pipe.all.length === 1 ? none : together(othersOf(pipe.all, file.id), holdersOf);
      return { ends: others.ends, count: all.count - own.count, files: all.files - 1 };
    },
    peerOf(socket) {
      if (socket.peerIndex !== undefined) return byIndex.get(socket.peerIndex);
      const reversed = addressKey(socket, true);
      return follow(byAddress, reversed);
    },
    socketOf: (index) => follow(byIndex, index),
  };
}

// fcntl.h: O_ACCMODE and its values, the same on all machines.
const accessMask = 3;
const readOnly = 0;
const writeOnly = 1;

function descriptorsOf({ tasks, fdTables }: Checkpoint) {
  const byFile = new Map<number, End[]>();
  const counts = new Map<number, number>();
  const pidsByTable = holders(tasks, 'fdTable');
  for (const [id, { descriptors }] of fdTables) {
    const pids = pidsByTable.get(id) ?? [];
    for (const { fd, opened } of descriptors) {
      if (opened === undefined) continue;
      counts.set(opened, (counts.get(opened) ?? 0) + pids.length);
      const ends = byFile.get(opened) ?? [];
      if (ends.length === 0) byFile.set(opened, ends);
      for (let index = 0; index < pids.length && ends.length < endsMax; index++)
        ends.push({ pid: pids[index] as number, fd });
    }
  }
  for (const ends of byFile.values()) ends.sort(byPid);
  return { byFile, counts };
}

const byPid = (a: End, b: End): number => a.pid - b.pid || a.fd - b.fd;

/** Both ends of a pipe are open files of one inode; where an image has no inodes, of one name. */
function pipeKey({ kind, inode, name }: OpenFile): string | undefined {
  if (kind !== 'pipe' && kind !== 'fifo') return undefined;
  if (inode !== undefined) return `inode ${inode}`;
  return name === undefined ? undefined : `${kind} ${name}`;
}

interface Pipe {
  readonly all: Id<'file'>[];
  readonly readers: Id<'file'>[];
  readonly writers: Id<'file'>[];
}

const noPipe: Pipe = { all: [], readers: [], writers: [] };

function pipesOf({ files }: Checkpoint): ReadonlyMap<string, Pipe> {
  const pipes = new Map<string, Pipe>();
  for (const file of files.values()) {
    const key = pipeKey(file);
    if (key === undefined) continue;
    const pipe = pipes.get(key) ?? { all: [], readers: [], writers: [] };
    pipes.set(key, pipe);
    pipe.all.push(file.id);
    if ((file.flags & accessMask) !== writeOnly) pipe.readers.push(file.id);
    if ((file.flags & accessMask) !== readOnly) pipe.writers.push(file.id);
  }
  return pipes;
}

/** Those that are listed; more files than that are counted elsewhere. */
const othersOf = (files: readonly Id<'file'>[], own: Id<'file'>): readonly Id<'file'>[] =>
  files.slice(0, endsMax + 1).filter((id) => id !== own);

function together(files: readonly Id<'file'>[], holdersOf: Joins['holdersOf']): Ends {
  const ends: End[] = [];
  let count = 0;
  for (const id of files) {
    const part = holdersOf(id);
    count += part.count;
    for (const end of part.ends) if (ends.length < endsMax) ends.push(end);
  }
  return { ends: ends.sort(byPid), count, files: files.length };
}

/** Connected TCP sockets by namespace and both addresses: within an image, one has the addresses of its peer reversed. */
function connections({ sockets }: Checkpoint): ReadonlyMap<string, Socket> {
  const byAddress = new Map<string, Socket>();
  for (const socket of sockets.values()) {
    const key = addressKey(socket, false);
    if (key !== undefined) byAddress.set(key, socket);
  }
  return byAddress;
}

/** Undefined for what is no connection. */
function addressKey(socket: Socket, isReversed: boolean): string | undefined {
  const ends = [addressAndPort(socket.local), addressAndPort(socket.remote)];
  if (ends.includes(undefined) || !isConnected.test(socket.stateName)) return undefined;
  if (isReversed) ends.reverse();
  return `${socket.namespace ?? ''} ${socket.type} ${socket.protocol} ${ends.join(' ')}`;
}

/** An IPv4 peer of an IPv6 socket has an address of ::ffff:0:0/96 there (RFC 4291, 2.5.5.2). */
function addressAndPort(address: SocketAddress | undefined): string | undefined {
  if ((address?.family !== 'inet' && address?.family !== 'inet6') || address.port === 0) return undefined;
  return `${address.address.replace(/^::ffff:(?=\d+\.\d+\.)/, '')} ${address.port}`;
}

const isConnected = /^(established|close-wait|fin-wait-1|fin-wait-2|closing|last-ack|syn-recv)$/;

const shownEnds = 3;

/** `2 fd 5, 7 fd 3 and 4 more`. */
export function endsText({ ends, count }: Pick<Ends, 'ends' | 'count'>): string {
  const shown = ends.slice(0, shownEnds).map(({ pid, fd }) => `${pid} fd ${fd}`);
  const more = count - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
