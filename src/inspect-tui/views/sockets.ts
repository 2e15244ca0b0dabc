/** sockets: addresses, states, peers, and what waits in their queues. */
import type { Checkpoint, Socket, SocketBuffer } from '../../model/checkpoint.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import type { Row, Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, enumText } from '../words.ts';
import { addressText } from './process-names.ts';

export interface QueueRow {
  readonly buffers: number;
  readonly contentBytes: bigint;
  readonly passedFiles: number;
}

export interface SocketRow {
  readonly at: number;
  /** Absent for orphans. */
  readonly index?: number | undefined;
  readonly pids: readonly number[];
  readonly family: string;
  readonly type: string;
  readonly protocol: number;
  readonly state: string;
  readonly local: string;
  readonly remote: string;
  readonly peerIndex?: number | undefined;
  readonly listenerIndex?: number | undefined;
  readonly isOrphan: boolean;
  readonly isDeleted: boolean;
  /** SYN queue. */
  readonly openRequests: number;
  readonly receive: QueueRow;
  readonly send: QueueRow;
}

export interface SocketRows {
  readonly sockets: readonly SocketRow[];
}

function socketRows({ checkpoint }: Image, filter: Filter): SocketRows {
  const pidsByFile = usersOf(checkpoint);
  const wanted = new Set(wantedProcesses(checkpoint, filter).map(({ pid }) => pid));
  const rows = [...checkpoint.sockets.values()].map((socket) => socketRow(socket, pidsByFile));
  return {
    sockets: rows.filter(
      ({ pids, family, type, state }) =>
        (filter.pids.length === 0 || pids.some((pid) => wanted.has(pid))) &&
        isWantedType(filter, family, type, state, protocolWord(family, type)),
    ),
  };
}

/** Processes that have a descriptor of an open file, by the file. */
function usersOf(checkpoint: Checkpoint): ReadonlyMap<number, readonly number[]> {
  const socketFiles = new Set([...checkpoint.sockets.values()].map(({ opened }) => opened));
  const users = new Map<number, number[]>();
  for (const { pid, leader, tasks } of checkpoint.processes) {
    const id = (leader ?? tasks[0])?.fdTable;
    for (const { opened } of (id === undefined ? undefined : checkpoint.fdTables.get(id)?.descriptors) ??
      []) {
      if (opened === undefined || !socketFiles.has(opened)) continue;
      const pids = users.get(opened);
      if (!pids) users.set(opened, [pid]);
      else if (!pids.includes(pid)) pids.push(pid);
    }
  }
  return users;
}

function socketRow(socket: Socket, pidsByFile: ReadonlyMap<number, readonly number[]>): SocketRow {
  const family = (enumText('socket_family', socket.family) ?? `AF_${socket.family}`)
    .replace('AF_', '')
    .toLowerCase();
  const type = (enumText('socket_type', socket.type) ?? `type${socket.type}`)
    .replace('SOCK_', '')
    .toLowerCase();
  const inQueue = (wanted: (buffer: SocketBuffer) => boolean) => queueRow(socket.buffers.filter(wanted));
  return {
    at: socket.at,
    index: socket.index,
    pids: socket.opened === undefined ? [] : (pidsByFile.get(socket.opened) ?? []),
    family,
    type,
    protocol: socket.protocol,
    state: socket.stateName,
    local: addressText(socket.local),
    remote: addressText(socket.remote),
    peerIndex: socket.peerIndex,
    listenerIndex: socket.parentIndex,
    isOrphan: socket.isOrphan,
    isDeleted: socket.isDeleted,
    openRequests: socket.openRequests.length,
    receive: inQueue(({ queue }) => queue !== 'write'),
    send: inQueue(({ queue }) => queue === 'write'),
  };
}

const queueRow = (buffers: readonly SocketBuffer[]): QueueRow => ({
  buffers: buffers.length,
  contentBytes: buffers.reduce((sum, { content }) => sum + BigInt(content?.length ?? 0), 0n),
  passedFiles: buffers.reduce((sum, { passedFiles }) => sum + passedFiles.length, 0),
});

/** What people call it. */
function protocolWord(family: string, type: string): string | undefined {
  const isInternet = family === 'inet' || family === 'inet6';
  if (isInternet && type === 'stream') return 'tcp';
  return isInternet && type === 'dgram' ? 'udp' : undefined;
}

function queueText({ buffers, contentBytes, passedFiles }: QueueRow): string {
  if (buffers === 0) return '';
  const files = passedFiles === 0 ? '' : ` +${passedFiles} fd`;
  return `${bytesText(contentBytes)} in ${buffers}${files}`;
}

function remoteText({ remote, peerIndex, listenerIndex, isOrphan, openRequests }: SocketRow): string {
  const parts = [
    remote,
    peerIndex !== undefined && `peer ${peerIndex}`,
    listenerIndex !== undefined && `of listener ${listenerIndex}`,
    isOrphan && 'orphan',
    openRequests > 0 && `${openRequests} being opened`,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
}

const tableRow = (row: SocketRow): Row => ({
  at: row.at,
  cells: [
    row.index === undefined ? '—' : String(row.index),
    row.pids.join(','),
    protocolWord(row.family, row.type) ?? `${row.family} ${row.type}`,
    row.state,
    queueText(row.receive),
    queueText(row.send),
    `${row.local}${row.isDeleted ? ' (deleted)' : ''}`,
    remoteText(row),
  ],
});

const socketTables = ({ sockets }: SocketRows): readonly Table[] => [
  {
    columns: [
      { title: 'IDX', align: 'right' },
      { title: 'PIDS' },
      { title: 'KIND' },
      { title: 'STATE' },
      { title: 'RECEIVED', drop: 1 },
      { title: 'TO SEND', drop: 2 },
      { title: 'LOCAL', grows: true },
      { title: 'REMOTE', grows: true },
    ],
    rows: sockets.map(tableRow),
    empty: 'no sockets',
  },
];

export const socketsView: View<SocketRows> = {
  id: 'sockets',
  summary: 'sockets with addresses, states, peers and what waits in their queues',
  types: 'families, types and states: unix inet inet6 netlink packet tcp udp stream dgram listen …',
  rows: socketRows,
  tables: socketTables,
};
