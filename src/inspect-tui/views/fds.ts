/** fds: descriptor tables with what each descriptor refers to. Processes that share a table are listed together. */
import type { MachineName } from '../../abi/machines.ts';
import type {
  Checkpoint,
  FdTable,
  FileDescriptor,
  FileKind,
  FileLock,
  OpenFile,
  Socket,
} from '../../model/checkpoint.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { emptyTable, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, enumText, openFlagsText, signalSetText } from '../words.ts';
import { addressText, commsOf, holders, nameOfFile, pidNames } from './process-names.ts';

export interface DescriptorRow {
  readonly at: number;
  readonly fd: number;
  readonly isCloseOnExec: boolean;
  readonly kind: FileKind;
  readonly name: string;
  readonly isDeleted: boolean;
  /** `O_*` of the architecture. */
  readonly flags: number;
  readonly pos: bigint;
  /** Record of the open file: equal numbers are one open file. */
  readonly openFile?: number;
  readonly socket?: number | undefined;
  readonly locks: readonly { readonly kind: string; readonly type: string; readonly pid: number }[];
  /** What else there is to say, in words. */
  readonly detail: string;
}

export interface FdTableRow {
  readonly at: number;
  readonly pids: readonly number[];
  readonly names: string;
  readonly maxFds: number;
  readonly descriptors: readonly DescriptorRow[];
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
  const tables = [...checkpoint.fdTables.values()]
    .map((table: FdTable) => ({ table, pids: pidsByTable.get(table.id) ?? [] }))
    .filter(({ pids }) => filter.pids.length === 0 || pids.some((pid) => wanted.has(pid)))
    .map(({ table, pids }) => ({
      at: table.at,
      pids,
      names: pidNames(comms, pids),
      maxFds: table.maxFds,
      descriptors: Array.from(table.descriptors, describe).filter(({ kind }) => isWantedType(filter, kind)),
    }));
  return {
    machine: checkpoint.image.architecture,
    tables: tables.sort((a, b) => (a.pids[0] ?? 0) - (b.pids[0] ?? 0)),
  };
}

function descriptorReader(checkpoint: Checkpoint): (descriptor: FileDescriptor) => DescriptorRow {
  const sockets = new Map<number, Socket>();
  for (const socket of checkpoint.sockets.values())
    if (socket.index !== undefined) sockets.set(socket.index, socket);
  return ({ at, fd, isCloseOnExec, opened }) => {
    const file = opened === undefined ? undefined : checkpoint.files.get(opened);
    if (!file) {
      const unknown = { kind: 'unknown', name: 'a file that is not in the image', isDeleted: false } as const;
      return { at, fd, isCloseOnExec, ...unknown, flags: 0, pos: 0n, locks: [], detail: '' };
    }
    const socket = file.socketIndex === undefined ? undefined : sockets.get(file.socketIndex);
    return {
      at,
      fd,
      isCloseOnExec,
      kind: file.kind,
      name: socket ? socketName(socket) : nameOfFile(file),
      isDeleted: file.isDeleted,
      flags: file.flags,
      pos: file.pos,
      openFile: file.at,
      socket: socket?.at,
      locks: file.locks.map(lockOf),
      detail: detailOf(checkpoint, file),
    };
  };
}

function socketName(socket: Socket): string {
  const family = enumText('socket_family', socket.family) ?? `family ${socket.family}`;
  const type = enumText('socket_type', socket.type) ?? `type ${socket.type}`;
  const ends = [addressText(socket.local), addressText(socket.remote)].filter((end) => end !== '');
  return [family.replace('AF_', ''), type.replace('SOCK_', '').toLowerCase(), ends.join(' → ')]
    .join(' ')
    .trim();
}

const lockOf = ({ kind, type, pid }: FileLock) => ({
  kind,
  type: enumText('flock_type', type) ?? String(type),
  pid,
});

function detailOf(checkpoint: Checkpoint, file: OpenFile): string {
  const inode = file.inode === undefined ? undefined : checkpoint.inodes.get(file.inode);
  const stored = [...(inode?.content ?? [])].reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  const parts = [
    inode?.buffered && `${bytesText(inode.buffered.length)} unread`,
    stored > 0 && `${bytesText(stored)} stored`,
    file.signalMask !== undefined && signalSetText(file.signalMask, checkpoint.image.architecture),
    file.eventFd && `count ${file.eventFd.count}`,
    file.timerFd && `${file.timerFd.ticks} ticks`,
    ...file.locks.map(lockOf).map(({ kind, type, pid }) => `${kind} ${type} by ${pid}`),
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}

function fdTables({ machine, tables }: FdRows): readonly Table[] {
  if (tables.length === 0) return [emptyTable('no descriptor tables')];
  return tables.map(({ names, maxFds, descriptors }) => ({
    title: `${names || 'nobody'} (${descriptors.length} of ${maxFds})`,
    columns: [
      { title: 'FD', align: 'right' },
      { title: 'KIND' },
      { title: 'OPENED', drop: 2 },
      { title: 'POS', align: 'right', drop: 1 },
      { title: 'WHAT', grows: true },
      { title: 'DETAIL', grows: true },
    ],
    rows: descriptors.map((row) => ({
      at: row.openFile ?? row.at,
      cells: [
        `${row.fd}`,
        row.kind,
        `${openFlagsText(row.flags, machine)}${row.isCloseOnExec ? ' cloexec' : ''}`,
        String(row.pos),
        row.name,
        row.detail,
      ],
    })),
    empty: 'no descriptors',
  }));
}

export const fdsView: View<FdRows> = {
  id: 'fds',
  summary: 'file descriptors and what they refer to, with locks and unread data',
  types: 'kinds of files: regular pipe fifo socket tty epoll inotify eventfd …',
  rows: fdRows,
  tables: fdTables,
};
