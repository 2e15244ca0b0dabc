/**
 * TCP connections that nobody has accepted. CRIU has no place for them: it would bring back one end of a
 * connection whose other end is gone. When the client is in the image too, it is written as a bound socket that
 * is not connected, and its process connects it to the listening socket again and sends what was waiting.
 */
import type { Checkpoint, Id, Registers, Socket, SocketAddress } from '../../../model/checkpoint.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { addressBytes } from '../files/addresses.ts';
import { isUnaccepted } from '../files/socket.ts';
import type { TreeProcess } from '../tree.ts';
import { type Bits, call, callNumber, immediate, socketCall } from './assembler.ts';
import { type Fragment, restoreAll, withData } from './fragment.ts';
import { bitsOf } from './syscall-restart.ts';

/** The client of a connection that waits, and the end that waits. */
export interface PendingConnection {
  readonly client: Socket;
  readonly waiting: Socket;
}

/** By the open file of the client. */
export type PendingConnections = ReadonlyMap<Id<'file'>, PendingConnection>;

/** What waits is part of the code; more than a receive buffer of those kernels holds is damage. */
const waitingBytesMax = 1024 * 1024;

export function pendingConnections(checkpoint: Checkpoint): PendingConnections {
  const clients = new Map<string, Socket>();
  for (const socket of checkpoint.sockets.values()) {
    if (socket.tcp && socket.opened !== undefined) clients.set(`${key(socket.local)} ${key(socket.remote)}`, socket);
  }
  const pending = new Map<Id<'file'>, PendingConnection>();
  for (const waiting of checkpoint.sockets.values()) {
    if (!waiting.tcp || !isUnaccepted(waiting)) continue;
    const client = clients.get(`${key(waiting.remote)} ${key(waiting.local)}`);
    const bytes = waiting.buffers.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
    if (client?.opened === undefined || bytes > waitingBytesMax) continue;
    pending.set(client.opened, { client, waiting });
  }
  return pending;
}

const key = (address: SocketAddress | undefined): string =>
  address && 'port' in address ? `${address.address}:${address.port}` : '-';

/** The connections whose client is a descriptor of this process, with that descriptor. */
export function connectionsOf(
  checkpoint: Checkpoint,
  { holder }: TreeProcess,
  pending: PendingConnections,
): readonly { readonly fd: number; readonly connection: PendingConnection }[] {
  const table = holder.fdTable === undefined ? undefined : checkpoint.fdTables.get(holder.fdTable);
  const found = new Map<PendingConnection, number>();
  for (const { fd, opened } of table?.descriptors ?? []) {
    const connection = opened === undefined ? undefined : pending.get(opened);
    if (connection && !found.has(connection)) found.set(connection, fd);
  }
  return [...found].map(([connection, fd]) => ({ fd, connection }));
}

const messageFlags = { noSignal: 0x4000n, dontWait: 0x40n } as const;
const shutWrite = 1n;
const sendShutdown = 2;

export function connectionFragment(
  registers: Registers,
  entryAx: bigint,
  fd: number,
  { client, waiting }: PendingConnection,
  source: ByteSource,
): Fragment {
  const bits = bitsOf(registers);
  const address = socketAddress(client.remote);
  const waitingData = waiting.buffers.flatMap(({ content }) =>
    content ? [...source.view(content.offset, content.length)] : [],
  );
  const closes = (client.shutdown & sendShutdown) !== 0;
  const calls = (dataAt: bigint, argumentsAt: bigint) => {
    const sockets = socketCalls(bits, argumentsAt);
    const start = dataAt + BigInt(address.length);
    sockets.add('connect', [BigInt(fd), dataAt, BigInt(address.length)]);
    if (waitingData.length > 0) {
      const flags = messageFlags.noSignal | messageFlags.dontWait;
      sockets.add('sendto', [BigInt(fd), start, BigInt(waitingData.length), flags, 0n, 0n]);
    }
    if (closes) sockets.add('shutdown', [BigInt(fd), shutWrite]);
    return sockets;
  };
  const length = address.length + waitingData.length;
  const code = (at: bigint) => {
    // Arguments in memory stand behind the data, and hold its address.
    const placed = (dataAt: bigint) => calls(dataAt, dataAt + BigInt(length));
    const size = placed(0n).memory.length;
    const make = (dataAt: bigint) => [...placed(dataAt).code, ...restoreAll(registers, entryAx)];
    const dataAt = dataPlace(at, length + size, make);
    return withData(at, [...address, ...waitingData, ...placed(dataAt).memory], make);
  };
  const purpose =
    `connects descriptor ${fd} again, whose connection was not accepted yet, and sends ${waitingData.length} ` +
    'bytes; without it the connection is gone';
  return { repair: 'connection', purpose, code };
}

/** Where `withData` puts data of a length. */
function dataPlace(at: bigint, length: number, make: (dataAt: bigint) => readonly number[]): bigint {
  const whole = withData(at, new Array<number>(length).fill(0), make).length;
  return at + BigInt(whole - length);
}

/** 32-bit code hands its arguments over in memory: socketcall(2). */
function socketCalls(bits: Bits, argumentsAt: bigint) {
  const code: number[] = [];
  const memory: number[] = [];
  const add = (name: keyof typeof socketCall, parameters: readonly bigint[]): void => {
    if (bits === 64) {
      code.push(...call(64, callNumber[64][name], parameters));
      return;
    }
    const at = argumentsAt + BigInt(memory.length);
    memory.push(...parameters.flatMap((value) => immediate(value, 4)));
    code.push(...call(32, callNumber[32].socketcall, [socketCall[name], at]));
  };
  return { code, memory, add };
}

/** struct sockaddr_in or sockaddr_in6: ip(7), ipv6(7). */
function socketAddress(address: SocketAddress | undefined): readonly number[] {
  if (address?.family !== 'inet' && address?.family !== 'inet6') return [];
  const bytes = [...addressBytes(address.address)];
  const port = [address.port >> 8, address.port & 0xff];
  if (address.family === 'inet') return [2, 0, ...port, ...bytes, 0, 0, 0, 0, 0, 0, 0, 0];
  return [10, 0, ...port, 0, 0, 0, 0, ...bytes, ...immediate(BigInt(address.scopeId), 4)];
}
