/** sockets: addresses, states, peers, and what waits in their queues. */
import { type Machine, machines } from '../../abi/machines.ts';
import { addTo } from '../../lists.ts';
import type { Checkpoint, FdTable, Socket, SocketBuffer } from '../../model/checkpoint.ts';
import { follow, headOf } from '../../model/look-up.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { socketName, socketNameAt, toFd, toSocket } from '../links.ts';
import type { Link, Row, Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, durationText } from '../words.ts';
import { type End, endsText, type Joins, joinsOf } from './joins.ts';
import { addressText } from './process-names.ts';
import { socketStateNames, socketTypeWords, socketWords } from './socket-words.ts';

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
  /** Who has it open; at most 16. */
  readonly descriptors: readonly End[];
  readonly descriptorCount: number;
  readonly family: string;
  readonly type: string;
  readonly protocol: number;
  /** `tcp`, `udplite`, `icmp`, `raw icmp`, `netlink route`, `packet raw` … */
  readonly kind: string;
  readonly state: string;
  readonly local: string;
  readonly remote: string;
  /** SYN queue aside: how many connections may wait, of a listening socket. */
  readonly backlog?: number | undefined;
  /** Of shutdown(2): `read`, `write`, `both`. */
  readonly shutdown?: string | undefined;
  readonly options: Readonly<Record<string, number | bigint | string | readonly number[]>>;
  readonly receiveBufferBytes: bigint;
  readonly sendBufferBytes: bigint;
  readonly isExternal: boolean;
  /** Number of the network namespace. */
  readonly networkNamespace?: number | undefined;
  readonly peerIndex?: number | undefined;
  /** Who has the peer open, where the image holds that too. */
  readonly peerDescriptors?: readonly End[] | undefined;
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
  const machine = machines[checkpoint.image.architecture];
  const joins = joinsOf(checkpoint);
  const rows = [...checkpoint.sockets.values()].map((socket) =>
    socketRow(socket, machine, pidsByFile, joins),
  );
  return {
    sockets: rows.filter(
      ({ pids, family, type, state, kind }) =>
        (filter.pids.length === 0 || pids.some((pid) => wanted.has(pid))) &&
        isWantedType(filter, family, type, state, ...kind.split(' ')),
    ),
  };
}

/** Processes that have a descriptor of an open file, by the file. */
function usersOf(checkpoint: Checkpoint): ReadonlyMap<number, readonly number[]> {
  const socketFiles = new Set([...checkpoint.sockets.values()].map(({ opened }) => opened));
  const tables = [...pidsByTable(checkpoint)];
  const tablesOf = new Map<number, number[]>();
  for (const [index, [{ descriptors }]] of tables.entries()) {
    const here = new Set<number>();
    for (const { opened } of descriptors)
      if (opened !== undefined && socketFiles.has(opened)) here.add(opened);
    for (const file of here) addTo(tablesOf, file, index);
  }
  // Sockets that the same processes have share one list of them.
  const lists = new Map<string, readonly number[]>();
  const places = new Map(checkpoint.processes.map(({ pid }, place) => [pid, place]));
  const users = new Map<number, readonly number[]>();
  for (const [file, indexes] of tablesOf) {
    const key = indexes.join();
    const inOrder = () =>
      indexes
        .flatMap((index) => tables[index]?.[1] ?? [])
        .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    const pids = lists.get(key) ?? inOrder();
    lists.set(key, pids);
    users.set(file, pids);
  }
  return users;
}

/** Which processes have each table, in the order of the image. */
function pidsByTable(checkpoint: Checkpoint): ReadonlyMap<FdTable, readonly number[]> {
  const tables = new Map<FdTable, number[]>();
  for (const process of checkpoint.processes) {
    const table = follow(checkpoint.fdTables, headOf(process).fdTable);
    if (table !== undefined) addTo(tables, table, process.pid);
  }
  return tables;
}

function socketRow(
  socket: Socket,
  machine: Machine,
  pidsByFile: ReadonlyMap<number, readonly number[]>,
  joins: Joins,
): SocketRow {
  const own = joins.holdersOf(socket.opened);
  const peer = joins.peerOf(socket);
  const { family, type, kind } = socketWords(socket, machine);
  const inQueue = (wanted: (buffer: SocketBuffer) => boolean) => queueRow(socket.buffers.filter(wanted));
  return {
    at: socket.at,
    index: socket.index,
    pids: socket.opened === undefined ? [] : (pidsByFile.get(socket.opened) ?? []),
    descriptors: own.ends,
    descriptorCount: own.count,
    family,
    type,
    protocol: socket.protocol,
    kind,
    state: socket.stateName,
    local: addressText(socket.local),
    remote: addressText(socket.remote),
    backlog: socket.stateName === 'listen' ? socket.backlog : undefined,
    shutdown: shutdownWords[socket.shutdown],
    options: optionsOf(socket),
    receiveBufferBytes: BigInt(socket.rcvbufBytes),
    sendBufferBytes: BigInt(socket.sndbufBytes),
    isExternal: socket.isExternal === true,
    networkNamespace: socket.namespace,
    peerIndex: socket.peerIndex ?? peer?.index,
    peerDescriptors: peer && joins.holdersOf(peer.opened).ends,
    listenerIndex: socket.parentIndex,
    isOrphan: socket.isOrphan,
    isDeleted: socket.isDeleted,
    openRequests: socket.openRequests.length,
    receive: inQueue(({ queue }) => queue !== 'write'),
    send: inQueue(({ queue }) => queue === 'write'),
  };
}

/** linux/net.h: RCV_SHUTDOWN 1, SEND_SHUTDOWN 2. */
const shutdownWords: readonly (string | undefined)[] = [undefined, 'read', 'write', 'both'];

function optionsOf(socket: Socket): SocketRow['options'] {
  const { rcvTimeoutNs, sndTimeoutNs, lingerNs, boundDevice, directory } = socket;
  // OpenVZ kernels never write `debug`: stale bytes.
  const { debug: _, ...options } = socket.options;
  return {
    ...options,
    ...(rcvTimeoutNs !== undefined && { rcvTimeoutNs }),
    ...(sndTimeoutNs !== undefined && { sndTimeoutNs }),
    ...(lingerNs !== undefined && { lingerNs }),
    ...(boundDevice !== undefined && { boundDevice }),
    ...(directory !== undefined && { directory }),
  };
}

const queueRow = (buffers: readonly SocketBuffer[]): QueueRow => ({
  buffers: buffers.length,
  contentBytes: buffers.reduce((sum, { content }) => sum + BigInt(content?.length ?? 0), 0n),
  passedFiles: buffers.reduce((sum, { passedFiles }) => sum + passedFiles.length, 0),
});

function queueText({ buffers, contentBytes, passedFiles }: QueueRow): string {
  if (buffers === 0) return '';
  const files = passedFiles === 0 ? '' : ` +${passedFiles} fd`;
  return `${bytesText(contentBytes)} in ${buffers}${files}`;
}

function remoteText(row: SocketRow): string {
  const { remote, peerIndex, peerDescriptors = [], listenerIndex, isOrphan, isExternal, openRequests } = row;
  const held = peerDescriptors.length === 0 ? '' : ` (${endsText(endsFrom(peerDescriptors))})`;
  const parts = [
    remote,
    peerIndex !== undefined && `peer ${peerIndex}${held}`,
    listenerIndex !== undefined && `of listener ${listenerIndex}`,
    isOrphan && 'orphan',
    isExternal && 'other end not in the dump',
    openRequests > 0 && `${openRequests} being opened`,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
}

const endsFrom = (ends: readonly End[]) => ({ ends, count: ends.length });

/** What every socket has unless a program changed it says nothing: socket(7), ip(7), tcp(7). */
const usualOptions: Readonly<Record<string, number>> = {
  so_rcvlowat: 1,
  rcvlowat: 1,
  ttl: 64,
  keepcnt: 9,
  keepidle: 7200,
  keepintvl: 75,
  tcp_keepcnt: 9,
  tcp_keepidle: 7200,
  tcp_keepintvl: 75,
};

/** Sizes of buffers are the kernel's choice; the time of the linger option stands beside its number. */
const hiddenOptions: ReadonlySet<string> = new Set([
  'so_sndbuf',
  'so_rcvbuf',
  'so_buf_lock',
  'so_linger',
  'maxAckBacklog',
]);

/** Names and numbers of what was set: `reuseaddr keepalive priority=3 linger=7.000 s`. */
function optionText({ options, backlog, shutdown }: SocketRow): string {
  const words = Object.entries(options).flatMap(([name, value]) => {
    if (value === (usualOptions[name] ?? 0) || hiddenOptions.has(name) || Array.isArray(value)) return [];
    const word = name.replace(/^so_/, '').replace(/Ns$/, '');
    if (value === 0n) return [];
    if (typeof value === 'bigint') return [`${word}=${name.endsWith('Ns') ? durationText(value) : value}`];
    return value === 1 ? [word] : [`${word}=${value}`];
  });
  const first = [
    backlog !== undefined && `backlog=${backlog}`,
    shutdown !== undefined && `shutdown=${shutdown}`,
  ].filter((part) => part !== false);
  return [...first, ...words].join(' ');
}

function linksOf({
  descriptors,
  index,
  peerIndex,
  peerDescriptors = [],
  listenerIndex,
}: SocketRow): readonly Link[] {
  return [
    ...descriptors.map((end) => toFd(end, 'open in')),
    ...(peerIndex === undefined || peerIndex === index ? [] : [toSocket(peerIndex, 'peer')]),
    ...peerDescriptors.map((end) => toFd(end, 'peer open in')),
    ...(listenerIndex === undefined ? [] : [toSocket(listenerIndex, 'listener')]),
  ];
}

const tableRow = (row: SocketRow): Row => ({
  at: row.at,
  names: [socketNameAt(row.at), ...(row.index === undefined ? [] : [socketName(row.index)])],
  links: linksOf(row),
  cells: [
    row.index === undefined ? '—' : String(row.index),
    endsText({ ends: row.descriptors, count: row.descriptorCount }),
    row.kind,
    row.state,
    queueText(row.receive),
    queueText(row.send),
    `${row.local}${row.isDeleted ? ' (deleted)' : ''}`,
    remoteText(row),
    optionText(row),
  ],
});

const socketTables = ({ sockets }: SocketRows): readonly Table[] => [
  {
    columns: [
      { title: 'IDX', align: 'right' },
      { title: 'OPEN IN', grows: true },
      { title: 'KIND' },
      { title: 'STATE' },
      { title: 'RECEIVED', drop: 2 },
      { title: 'TO SEND', drop: 3 },
      { title: 'LOCAL', grows: true },
      { title: 'REMOTE', grows: true, drop: 1 },
      { title: 'OPTIONS', grows: true, drop: 4 },
    ],
    rows: sockets.map(tableRow),
    empty: 'no sockets',
  },
];

export const socketsView: View<SocketRows> = {
  typeWords: [...socketTypeWords, ...socketStateNames],
  rows: socketRows,
  tables: socketTables,
};
