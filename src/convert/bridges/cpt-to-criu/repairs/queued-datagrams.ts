/**
 * Datagrams that wait in UDP sockets. CRIU has no place for them. A datagram whose sender is in the image,
 * with the port that it was sent from, is sent once more by that process.
 */

import type {
  ByteRange,
  Checkpoint,
  FdTable,
  Registers,
  SocketBuffer,
} from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import { plural } from '../../../../plural.ts';
import type { TreeProcess } from '../tree.ts';
import type { Fragment } from './fragment.ts';
import { type SocketOperation, socketCode } from './socket-calls.ts';

export interface QueuedDatagram {
  readonly buffer: SocketBuffer;
  readonly data: ByteRange;
  /** Of the sender. */
  readonly port: number;
  /** Where it was sent to, as an address of sendto(2). */
  readonly address: readonly number[];
}

const udp = 17;
const datagramType = 2;
const udpHeaderBytes = 8;
/** Lengths of the headers in front, and what is where in them: RFC 791 and RFC 8200. */
const ip4 = {
  bytes: 20,
  protocol: 9,
  destination: 16,
  address: 4,
  mask: 0xff,
  first: 0x45,
  family: 2,
} as const;
const ip6 = {
  bytes: 40,
  protocol: 6,
  destination: 24,
  address: 16,
  mask: 0xf0,
  first: 0x60,
  family: 10,
} as const;
/** What waits is part of the code; more than that stays lost. */
const bytesMax = 1024 * 1024;

/** Datagrams of all sockets whose headers are still in front of them. */
export function queuedDatagrams(checkpoint: Checkpoint, source: ByteSource): readonly QueuedDatagram[] {
  const found: QueuedDatagram[] = [];
  let bytes = 0;
  for (const socket of checkpoint.sockets.values()) {
    if (!socket.udp || socket.opened === undefined) continue;
    for (const buffer of socket.buffers) {
      bytes += buffer.lengthBytes;
      const datagram = bytes > bytesMax ? undefined : datagramOf(buffer, source);
      if (datagram) found.push(datagram);
    }
  }
  return found;
}

/**
 * The kernel leaves the UDP header in front of what is to be read; it is looked for in front of the buffer
 * too.
 */
function datagramOf(buffer: SocketBuffer, source: ByteSource): QueuedDatagram | undefined {
  const { head, content, queue } = buffer;
  if (!head || !content || queue !== 'receive') return undefined;
  const end = content.offset + content.length;
  for (const udpAt of [content.offset, content.offset - udpHeaderBytes]) {
    for (const ip of [ip4, ip6]) {
      const start = udpAt - ip.bytes;
      if (start < head.offset || udpAt + udpHeaderBytes > end) continue;
      const bytes = source.view(start, ip.bytes + udpHeaderBytes).slice();
      const word = (at: number) => ((bytes[ip.bytes + at] ?? 0) << 8) | (bytes[ip.bytes + at + 1] ?? 0);
      const first = (bytes[0] ?? 0) & ip.mask;
      if (first !== ip.first || bytes[ip.protocol] !== udp || word(4) !== end - udpAt) continue;
      const data = { offset: udpAt + udpHeaderBytes, length: end - udpAt - udpHeaderBytes };
      return { buffer, data, port: word(0), address: destination(ip, bytes) };
    }
  }
  return undefined;
}

function destination(ip: typeof ip4 | typeof ip6, bytes: Uint8Array): readonly number[] {
  const port = [...bytes.subarray(ip.bytes + 2, ip.bytes + 4)];
  const to = [...bytes.subarray(ip.destination, ip.destination + ip.address)];
  if (ip.family === ip4.family) return [ip.family, 0, ...port, ...to, 0, 0, 0, 0, 0, 0, 0, 0];
  return [ip.family, 0, ...port, 0, 0, 0, 0, ...to, 0, 0, 0, 0];
}

/** Those of `datagrams` that a descriptor of this process can send from the port that they came from. */
export function sendableBy(
  checkpoint: Checkpoint,
  { holder }: TreeProcess,
  datagrams: readonly QueuedDatagram[],
): readonly { readonly fd: number; readonly datagram: QueuedDatagram }[] {
  const table = datagrams.length === 0 ? undefined : follow(checkpoint.fdTables, holder.fdTable);
  if (table === undefined) return [];
  const fds = knownSenders.get(table) ?? sendersIn(checkpoint, table);
  knownSenders.set(table, fds);
  return datagrams.flatMap((datagram) => {
    const fd = fds.get(datagram.port);
    return fd === undefined ? [] : [{ fd, datagram }];
  });
}

/** The first descriptor of a table that sends from a port, by port. */
function sendersIn(checkpoint: Checkpoint, table: FdTable): ReadonlyMap<number, number> {
  const ports = portsOf(checkpoint);
  const fds = new Map<number, number>();
  for (const { fd, opened } of table.descriptors) {
    const port = opened === undefined ? undefined : ports.get(opened);
    if (port !== undefined && !fds.has(port)) fds.set(port, fd);
  }
  return fds;
}

/** Processes share tables. */
const knownSenders = new WeakMap<FdTable, ReadonlyMap<number, number>>();

/** The ports of sockets that can send, which are not shut down, by their open files. */
function portsOf(checkpoint: Checkpoint): ReadonlyMap<number, number | undefined> {
  const known = knownPorts.get(checkpoint);
  if (known !== undefined) return known;
  const ports = new Map<number, number | undefined>();
  for (const { opened, type, udp: state, local, shutdown } of checkpoint.sockets.values()) {
    if (opened === undefined || ports.has(opened)) continue;
    const canSend = type === datagramType && state !== undefined && (shutdown & 2) === 0;
    ports.set(opened, canSend && local && 'port' in local && local.port !== 0 ? local.port : undefined);
  }
  knownPorts.set(checkpoint, ports);
  return ports;
}

const knownPorts = new WeakMap<Checkpoint, ReadonlyMap<number, number | undefined>>();

export function datagramFragment(
  registers: Registers,
  entryAx: bigint,
  sendings: readonly { readonly fd: number; readonly datagram: QueuedDatagram }[],
  source: ByteSource,
): Fragment {
  const operations = sendings.map(
    ({ fd, datagram: { data, address } }): SocketOperation => ({
      name: 'sendto',
      fd,
      address,
      data: [...source.view(data.offset, data.length)],
    }),
  );
  const purpose = `sends ${plural(operations.length, 'datagram')} again that were waiting; without it they are gone`;
  return { repair: 'datagrams', purpose, code: socketCode(registers, entryAx, operations) };
}
