/**
 * State that a process makes again before it goes on: semaphore adjustments, removed segments, connections
 * that wait to be accepted. Each is made once, by the first process that can.
 */
import type { Checkpoint, Id, Registers, Socket, SocketBuffer, Task } from '../../../../model/checkpoint.ts';
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import type { TreeProcess } from '../tree.ts';
import type { Fragment } from './fragment.ts';
import {
  connectionFragment,
  connectionsOf,
  type PendingConnections,
  pendingConnections,
} from './pending-connections.ts';
import { datagramFragment, type QueuedDatagram, queuedDatagrams, sendableBy } from './queued-datagrams.ts';
import type { RepairInput } from './repairs.ts';
import { removableSegments, removalFragment } from './segment-removal.ts';
import { semUndoFragment } from './sem-undo.ts';
import { undoCallsOf } from './undo-lists.ts';

export interface FragmentState {
  /** List → pid of the process that makes it. */
  readonly undone: Map<Id<'undoList'>, number>;
  readonly removed: Set<Id<'shm'>>;
  readonly pending: PendingConnections;
  /** Clients that connect again, and the ends that waited. */
  readonly connected: Set<Socket>;
  readonly datagrams: readonly QueuedDatagram[];
  readonly sent: Set<SocketBuffer>;
}

export const fragmentState = (checkpoint: Checkpoint, source: ByteSource): FragmentState => ({
  undone: new Map(),
  removed: new Set(),
  pending: pendingConnections(checkpoint),
  connected: new Set(),
  datagrams: queuedDatagrams(checkpoint, source),
  sent: new Set(),
});

/** Threads share their list, as CRIU makes them with CLONE_SYSVSEM: one of them makes it for all. */
export function undoFragments(
  { checkpoint, injectsCode, losses }: RepairInput,
  task: Task,
  registers: Registers,
  entryAx: bigint,
  { undone }: FragmentState,
): readonly Fragment[] {
  if (task.undoList === undefined) return [];
  const maker = undone.get(task.undoList);
  if (maker === task.tgid) return [];
  const calls = undoCallsOf(checkpoint, task, maker === undefined ? losses : undefined);
  if (calls.length === 0) return [];
  if (maker !== undefined) {
    losses.add('undo-sharing', `process ${task.tgid}`, task);
    return [];
  }
  undone.set(task.undoList, task.tgid);
  if (injectsCode) return [semUndoFragment(registers, entryAx, calls)];
  losses.add('semaphore-undo', `process ${task.tgid}`, task);
  return [];
}

/** What any thread of a process can make. */
export function processFragments(
  { checkpoint, source, injectsCode }: RepairInput,
  process: TreeProcess,
  registers: Registers,
  entryAx: bigint,
  { removed, pending, connected, datagrams, sent }: FragmentState,
): readonly Fragment[] {
  if (!injectsCode) return [];
  const fragments: Fragment[] = [];
  for (const segment of removableSegments(checkpoint, process.holder)) {
    if (removed.has(segment.segment)) continue;
    removed.add(segment.segment);
    fragments.push(removalFragment(registers, entryAx, segment));
  }
  for (const { fd, connection } of connectionsOf(checkpoint, process, pending)) {
    if (connected.has(connection.client)) continue;
    connected.add(connection.client).add(connection.waiting);
    fragments.push(connectionFragment(registers, entryAx, fd, connection, source));
  }
  const unsent = datagrams.filter(({ buffer }) => !sent.has(buffer));
  const sendings = sendableBy(checkpoint, process, unsent);
  for (const { datagram } of sendings) sent.add(datagram.buffer);
  if (sendings.length > 0) fragments.push(datagramFragment(registers, entryAx, sendings, source));
  return fragments;
}
