/** fds: descriptor tables with what each descriptor refers to. Processes that share a table are listed together. */

import { type Machine, type MachineName, machines } from '../../abi/machines.ts';
import { traitsOf } from '../../families/traits.ts';
import { LazyList } from '../../lazy-list.ts';
import type {
  Checkpoint,
  FdTable,
  FileDescriptor,
  FileKind,
  OpenFile,
  Socket,
} from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import type { Rows } from '../../model/rows.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { fdName, socketNameAt, toFd, toPid } from '../links.ts';
import { emptyTable, type Link, type LongTable, type Row } from '../table.ts';
import type { View } from '../view.ts';
import { openFlagsText, plural } from '../words.ts';
import {
  type DescriptorDetails,
  detailReader,
  detailTexts,
  type LockRow,
  lockRow,
} from './descriptor-details.ts';
import { type End, type Ends, endsText, type Joins, joinsOf } from './joins.ts';
import { addressText, commsOf, holders, nameOfFile, pidNames } from './process-names.ts';
import { socketWords } from './socket-words.ts';

export interface DescriptorRow extends DescriptorDetails {
  readonly at: number;
  readonly fd: number;
  readonly isCloseOnExec: boolean;
  readonly kind: FileKind;
  /** Target of `/proc/PID/fd/N`; for sockets of CPT images, which have no inode number, what they are. */
  readonly name: string;
  readonly isDeleted: boolean;
  /** `O_*` of the architecture. */
  readonly flags: number;
  readonly pos: bigint;
  /** Record of the open file: equal numbers are one open file. */
  readonly openFile?: number;
  readonly socket?: number | undefined;
  /** Of a pipe or fifo: descriptors at its other end. Of a socket: those of its peer. At most 16 of `endCount`. */
  readonly ends?: readonly End[];
  readonly endCount?: number;
  readonly locks: readonly LockRow[];
  /** What else there is to say, in words. */
  readonly detail: string;
}

export interface FdTableRow {
  readonly at: number;
  readonly pids: readonly number[];
  readonly names: string;
  /** Room in the table; only CPT images have it. */
  readonly maxFds?: number;
  /** Made as they are read. */
  readonly descriptors: Rows<DescriptorRow>;
}

export interface FdRows {
  readonly machine: MachineName;
  readonly tables: readonly FdTableRow[];
}

function fdRows({ checkpoint }: Image, filter: Filter): FdRows {
  const wanted = new Set(wantedProcesses(checkpoint, filter).map(({ pid }) => pid));
  const comms = commsOf(checkpoint);
  const describe = descriptorReader(checkpoint);
  const pidsByTable = holders(checkpoint.tasks, 'fdTable');
  const describedIn = ({ id, descriptors }: FdTable): Rows<DescriptorRow> => {
    const all = new LazyList(descriptors, describe(id));
    return filter.types.length === 0 ? all : [...all].filter(({ kind }) => isWantedType(filter, kind));
  };
  const traits = traitsOf(checkpoint.image.family);
  const tables = [...checkpoint.fdTables.values()]
    .map((table: FdTable) => ({ table, pids: pidsByTable.get(table.id) ?? [] }))
    .filter(({ pids }) => filter.pids.length === 0 || pids.some((pid) => wanted.has(pid)))
    .map(({ table, pids }) => ({
      at: table.at,
      pids,
      names: pidNames(comms, pids),
      ...(traits.hasTableSizes && { maxFds: table.maxFds }),
      descriptors: describedIn(table),
    }));
  return {
    machine: checkpoint.image.architecture,
    tables: tables.sort((a, b) => (a.pids[0] ?? 0) - (b.pids[0] ?? 0)),
  };
}

function descriptorReader(
  checkpoint: Checkpoint,
): (table: FdTable['id']) => (descriptor: FileDescriptor) => DescriptorRow {
  const sockets = new Map<number, Socket>();
  for (const socket of checkpoint.sockets.values())
    if (socket.index !== undefined) sockets.set(socket.index, socket);
  const joins = joinsOf(checkpoint);
  const { hasSocketInodes } = traitsOf(checkpoint.image.family);
  const machine = machines[checkpoint.image.architecture];
  const linkOf = (socket: Socket) => {
    if (!hasSocketInodes) return socketName(socket, machine);
    // Packet sockets have none.
    return `socket:[${socket.family === packetFamily ? '?' : socket.index}]`;
  };
  const socketOf = ({ socketIndex }: OpenFile) => follow(sockets, socketIndex);
  const detailsOf = detailReader(checkpoint, (id) => {
    const file = follow(checkpoint.files, id);
    const socket = file && socketOf(file);
    return socket ? linkOf(socket) : file && nameOfFile(file);
  });
  return (table) =>
    ({ at, fd, isCloseOnExec, opened }) => {
      const file = follow(checkpoint.files, opened);
      if (!file) {
        const unknown = {
          kind: 'unknown',
          name: 'a file that is not in the image',
          isDeleted: false,
        } as const;
        return { at, fd, isCloseOnExec, ...unknown, flags: 0, pos: 0n, locks: [], detail: '' };
      }
      const socket = socketOf(file);
      const details = detailsOf(file, `${table}/${fd}`);
      const texts = detailTexts(checkpoint, file, details);
      const ends = endsOf(file, socket, joins);
      return {
        at,
        fd,
        isCloseOnExec,
        kind: file.kind,
        name: socket ? linkOf(socket) : nameOfFile(file),
        isDeleted: file.isDeleted,
        flags: file.flags,
        pos: file.pos,
        openFile: file.at,
        socket: socket?.at,
        ...(ends && { ends: ends.ends, endCount: ends.count }),
        locks: file.locks.map(lockRow),
        ...details,
        detail: [
          ...(socket && hasSocketInodes ? [socketName(socket, machine)] : []),
          ...joinTexts(file, socket, ends),
          ...texts,
        ].join(', '),
      };
    };
}

function endsOf(file: OpenFile, socket: Socket | undefined, joins: Joins): Ends | undefined {
  if (socket === undefined) return joins.otherEnds(file);
  const peer = joins.peerOf(socket);
  return peer && joins.holdersOf(peer.opened);
}

/** Where the other end of a pipe or connection is. */
function joinTexts(
  { flags, kind }: OpenFile,
  socket: Socket | undefined,
  ends: Ends | undefined,
): readonly string[] {
  if (ends === undefined) return [];
  if (socket !== undefined) return ends.count === 0 ? [] : [`peer ${endsText(ends)}`];
  const [readers, writers] = [(flags & 3) !== 1, (flags & 3) !== 0];
  // A fifo has a name by which others open it later; an end may be on its way in a message.
  if (ends.count === 0 && (kind === 'fifo' || ends.files > 0)) return [];
  if (readers && writers) return ends.count === 0 ? [] : [`also ${endsText(ends)}`];
  const [verb, noun] = readers ? ['written by', 'writer'] : ['read by', 'reader'];
  return [ends.count === 0 ? `no ${noun} in the image` : `${verb} ${endsText(ends)}`];
}

const fileKinds: readonly FileKind[] = [
  ...(['regular', 'directory', 'character-device', 'block-device', 'tty', 'pipe', 'fifo', 'socket'] as const),
  ...(['epoll', 'inotify', 'eventfd', 'signalfd', 'timerfd', 'tun', 'futex', 'symlink', 'memfd'] as const),
  ...(['fanotify', 'namespace', 'pidfd', 'unknown'] as const),
];

/** AF_PACKET. */
const packetFamily = 17;

function socketName(socket: Socket, machine: Machine): string {
  const ends = [addressText(socket.local), addressText(socket.remote)].filter((end) => end !== '');
  return `${socketWords(socket, machine).kind} ${ends.join(' → ')}`.trim();
}

function fdTables({ machine, tables }: FdRows): Iterable<LongTable> {
  if (tables.length === 0) return [emptyTable('no descriptor tables')];
  return new LazyList(tables, ({ names, pids, maxFds, descriptors }) => ({
    // Only CPT images say for how many there is room.
    title: `${names || 'nobody'} (${maxFds === undefined ? plural(descriptors.length, 'descriptor') : `${descriptors.length} of ${maxFds}`})`,
    columns: [
      { title: 'FD', align: 'right' },
      { title: 'KIND' },
      { title: 'OPENED', drop: 2 },
      { title: 'POS', align: 'right', drop: 1 },
      { title: 'WHAT', grows: true },
      { title: 'DETAIL', grows: true },
    ],
    rows: keptIfFew(descriptors, (row) => ({
      at: row.openFile ?? row.at,
      names: pids.slice(0, namedMax).map((pid) => fdName(pid, row.fd)),
      links: linksOf(row, pids[0]),
      cells: [
        `${row.fd}`,
        row.kind,
        `${openFlagsText(row.flags, machine)}${row.isCloseOnExec ? ' cloexec' : ''}`,
        row.pos === noPosition ? '—' : String(row.pos),
        row.name,
        row.detail,
      ],
    })),
    empty: 'no descriptors',
  }));
}

/** Images of CRIU have it for what has no position, and is not set to one (criu/files-reg.c, do_open_reg). */
const noPosition = 0xffff_ffff_ffff_ffffn;

/** Of a table that is larger they are made twice: for the widths of columns, and to be written. */
const keptRows = 10_000;

function keptIfFew(descriptors: Rows<DescriptorRow>, make: (row: DescriptorRow) => Row): Rows<Row> {
  const rows = new LazyList(descriptors, make);
  return rows.length > keptRows ? rows : [...rows];
}

/** A table that thousands of threads share has one name for each of the first. */
const namedMax = 16;

/** Targets of an epoll that a row leads to. */
const linkedMax = 64;

/** Other ends, the socket, what an epoll watches, the process of a pidfd, who holds locks. */
function linksOf(row: DescriptorRow, pid: number | undefined): readonly Link[] {
  const { kind, ends = [], socket, targets = [], pidfdPid = 0, locks } = row;
  return [
    ...(socket === undefined ? [] : [{ label: 'its socket', view: 'sockets', name: socketNameAt(socket) }]),
    ...ends.map((end) => toFd(end, kind === 'socket' ? 'peer' : 'other end')),
    ...(pid === undefined ? [] : targets.slice(0, linkedMax).map(({ fd }) => toFd({ pid, fd }, 'watches'))),
    ...(pidfdPid > 0 ? [toPid(pidfdPid)] : []),
    ...[...new Set(locks.map((lock) => lock.pid))]
      .filter((own) => own > 0)
      .map((own) => toPid(own, 'locked by')),
  ];
}

export const fdsView: View<FdRows> = {
  typeWords: fileKinds,
  rows: fdRows,
  tables: fdTables,
};
