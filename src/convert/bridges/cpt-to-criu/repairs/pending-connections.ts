/**
 * TCP connections that nobody has accepted. CRIU has no place for them: it would bring back one end of a
 * connection whose other end is gone. When the client is in the image too, it is written as a bound socket
 * that is not connected, and its process connects it to the listening socket again and sends what was
 * waiting.
 */
import type {
  Checkpoint,
  FdTable,
  Id,
  Registers,
  Socket,
  SocketAddress,
} from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import { isUnaccepted } from '../files/socket.ts';
import type { TreeProcess } from '../tree.ts';
import type { Fragment } from './fragment.ts';
import { type SocketOperation, socketAddress, socketCode } from './socket-calls.ts';

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
    if (socket.tcp && socket.opened !== undefined)
      clients.set(`${key(socket.local)} ${key(socket.remote)}`, socket);
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
  const table = pending.size === 0 ? undefined : follow(checkpoint.fdTables, holder.fdTable);
  if (table === undefined) return [];
  const known = knownIn.get(table);
  if (known !== undefined) return known;
  const found = new Map<PendingConnection, number>();
  for (const { fd, opened } of table.descriptors) {
    const connection = follow(pending, opened);
    if (connection && !found.has(connection)) found.set(connection, fd);
  }
  const connections = [...found].map(([connection, fd]) => ({ fd, connection }));
  knownIn.set(table, connections);
  return connections;
}

/** Processes share tables, and a checkpoint is converted once. */
const knownIn = new WeakMap<FdTable, ReturnType<typeof connectionsOf>>();

const shutWrite = 1n;
const sendShutdown = 2;

export function connectionFragment(
  registers: Registers,
  entryAx: bigint,
  fd: number,
  { client, waiting }: PendingConnection,
  source: ByteSource,
): Fragment {
  const data = waiting.buffers.flatMap(({ content }) =>
    content ? [...source.view(content.offset, content.length)] : [],
  );
  const operations: SocketOperation[] = [{ name: 'connect', fd, address: socketAddress(client.remote) }];
  if (data.length > 0) operations.push({ name: 'sendto', fd, data, address: [] });
  if ((client.shutdown & sendShutdown) !== 0) operations.push({ name: 'shutdown', fd, how: shutWrite });
  const purpose =
    `connects descriptor ${fd} again, which nobody had accepted, and sends ${data.length} bytes; ` +
    'without it the connection is gone';
  return { repair: 'connection', purpose, code: socketCode(registers, entryAx, operations) };
}
