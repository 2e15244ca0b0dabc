/**
 * ipcns-*-N.img: limits, semaphores, queues with their messages, segments. SEM_UNDO is rebuilt in repairs/.
 */

import { largestOf } from '../../../lists.ts';
import type {
  IpcLimits,
  IpcPermissions,
  MessageQueue,
  SemaphoreSet,
  SharedMemory,
} from '../../../model/checkpoint.ts';
import { messageBytes, messageText } from '../../../model/message-text.ts';
import type { PayloadPart } from '../../../parse/criu/index.ts';
import type { IpcDescEntry, IpcVarEntry } from '../../../parse/generated/criu-descriptors.ts';
import { plural } from '../../../plural.ts';
import { larger } from '../span.ts';
import { type Conversion, namespaces, refuse } from './context.ts';
import { writeImage } from './output.ts';
import { body, message } from './record.ts';
import { isRemoved } from './repairs/segment-removal.ts';
import { writeObject } from './shared-memory.ts';

const permissionBits = 0o777;

export function writeIpc(conversion: Conversion): void {
  const { checkpoint, output, losses } = conversion;
  const { semaphoreSets, messageQueues } = checkpoint;
  const segments = [...checkpoint.sharedMemories.values()];
  const count = semaphoreSets.length + messageQueues.length + segments.length;
  if (count > 0) losses.add('ipc-metadata', plural(count, 'object'), {}, count);
  writeImage(output, 'IPC_VAR', namespaces.ipc, [message('ipc_var_entry', variablesOf(conversion))]);
  if (semaphoreSets.length > 0) {
    writeImage(output, 'IPCNS_SEM', namespaces.ipc, semaphoreSets.map(semaphoreRecord));
  }
  if (messageQueues.length > 0) {
    const records = messageQueues.map((queue) => queueRecord(conversion, queue));
    writeImage(output, 'IPCNS_MSG', namespaces.ipc, records);
  }
  if (segments.length > 0) {
    writeImage(
      output,
      'IPCNS_SHM',
      namespaces.ipc,
      segments.map((segment) => segmentRecord(conversion, segment)),
    );
    for (const segment of segments) writeContent(conversion, segment);
  }
}

/** IPCMNI: ids that are equal modulo this have one slot, and CRIU gets another id for the second. */
const slots = 32768;

/** Refuses objects that no kernel could have, or that could not be made with their ids and keys. */
export function checkIpc(conversion: Conversion): void {
  const { semaphoreSets, messageQueues, sharedMemories } = conversion.checkpoint;
  for (const objects of [semaphoreSets, messageQueues, [...sharedMemories.values()]]) {
    const taken = new Set<number>();
    const keys = new Set<number>();
    for (const { id, key, at } of objects) {
      const isKeyTaken = key !== 0 && keys.has(key);
      if (id < 0 || taken.has(id % slots) || isKeyTaken) {
        refuse(conversion, `System V object ${id}: its id or key is taken, or no number of one`, { at });
      }
      taken.add(id % slots);
      keys.add(key);
    }
  }
  for (const { id, messages, at } of messageQueues) {
    // ipc/msg.c: msgsnd(2) refuses such a type.
    if (messages.some(({ type }) => type <= 0n))
      refuse(conversion, `a message in queue ${id} has no type`, { at });
  }
}

/** Bits above the permissions would come back as none. */
const descriptorOf = ({ key, uid, gid, cuid, cgid, mode, id }: IpcPermissions): IpcDescEntry => ({
  key,
  uid,
  gid,
  cuid,
  cgid,
  mode: mode & permissionBits,
  id,
});

function semaphoreRecord(set: SemaphoreSet) {
  const values = new Uint8Array(set.semaphores.length * 2);
  const view = new DataView(values.buffer);
  for (const [index, { value }] of set.semaphores.entries()) view.setUint16(index * 2, value, true);
  const payload = [{ name: 'values', data: values, padding: paddingTo(8, values.length) }];
  return message('ipc_sem_entry', { desc: descriptorOf(set), nsems: set.semaphores.length }, payload);
}

const paddingTo = (alignment: number, length: number): number =>
  (alignment - (length % alignment)) % alignment;

function queueRecord({ checkpoint, source, losses }: Conversion, queue: MessageQueue) {
  const payload = queue.messages.map((message): PayloadPart => {
    const data = messageText(message, source);
    const head = body('ipc_msg', { mtype: BigInt.asUintN(64, message.type), msize: data.length });
    return { name: 'message', head, data, padding: paddingTo(8, data.length) };
  });
  const limit = checkpoint.container.ipcLimits?.msgMnbBytes;
  if (limit !== undefined && queue.limitBytes !== BigInt(limit)) {
    losses.add('message-limit', `queue ${queue.id} of ${queue.limitBytes} bytes`, queue);
  }
  const qbytes = Number(BigInt.asUintN(32, queue.limitBytes));
  return message(
    'ipc_msg_entry',
    { desc: descriptorOf(queue), qbytes, qnum: queue.messages.length },
    payload,
  );
}

/** SHM_LOCKED of linux/shm.h. */
const lockedMark = 0o2000;

function segmentRecord({ losses, repairs }: Conversion, segment: SharedMemory) {
  if (isRemoved(segment) && !repairs.remade.removed.has(segment.segment))
    losses.add('shm-destroy', `segment ${segment.id}`, segment);
  if ((segment.mode & lockedMark) !== 0) losses.add('segment-lock', `segment ${segment.id}`, segment);
  return message('ipc_shm_entry', {
    desc: descriptorOf(segment),
    size: segment.sizeBytes,
    in_pagemaps: true,
  });
}

function writeContent(conversion: Conversion, { inode, id }: SharedMemory): void {
  const content = conversion.checkpoint.inodes.get(inode);
  if (content) writeObject(conversion, id, content);
}

/** Of a fresh namespace: ipc/*.c of Linux. */
const usualLimits: IpcLimits = {
  shmMaxBytes: 33554432n,
  shmAllPages: 2097152n,
  shmMni: 4096,
  msgMaxBytes: 8192,
  msgMni: 16,
  msgMnbBytes: 16384,
  semMsl: 250,
  semMns: 32000,
  semOpm: 32,
  semMni: 128,
  areShmLimitsReliable: false,
};
const pageBytes = 4096n;
/** What current kernels start with: no limit but that of the arithmetic. */
const noShmLimit = 0xfffffffffeffffffn;

/**
 * Objects must fit the limits, or they are not made: limits below what the image itself has are raised.
 * Observed with CRIU 4.2: a queue with more bytes than msgmnb cannot be filled.
 */
function variablesOf({ checkpoint, defaults }: Conversion): IpcVarEntry {
  const limits = checkpoint.container.ipcLimits ?? usualLimits;
  const segments = [...checkpoint.sharedMemories.values()];
  const largest = segments.reduce((max, { sizeBytes }) => larger(max, sizeBytes), 0n);
  const pages = segments.reduce((sum, { sizeBytes }) => sum + (sizeBytes + pageBytes - 1n) / pageBytes, 0n);
  const fits = limits.areShmLimitsReliable && limits.shmMaxBytes >= largest && limits.shmAllPages >= pages;
  if (!fits) defaults.push({ what: 'shared memory limits', value: 'those of a fresh namespace' });
  const queues = checkpoint.messageQueues;
  const queued = queues.map(({ messages }) =>
    messages.reduce((sum, message) => sum + messageBytes(message), 0),
  );
  const largestMessage = Math.max(0, ...queues.flatMap(({ messages }) => messages.map(messageBytes)));
  return {
    sem_ctls: semaphoreLimits(limits, checkpoint.semaphoreSets),
    msg_ctlmax: Math.max(limits.msgMaxBytes, largestMessage),
    msg_ctlmnb: largestOf(queued, limits.msgMnbBytes),
    msg_ctlmni: Math.max(limits.msgMni, queues.length),
    auto_msgmni: 0,
    shm_ctlmax: fits ? limits.shmMaxBytes : noShmLimit,
    shm_ctlall: fits ? limits.shmAllPages : noShmLimit,
    shm_ctlmni: Math.max(limits.shmMni, segments.length),
    shm_rmid_forced: 0,
    mq_queues_max: 256,
    mq_msg_max: 10,
    mq_msgsize_max: 8192,
  };
}

function semaphoreLimits(limits: IpcLimits, sets: readonly SemaphoreSet[]): readonly number[] {
  const counts = sets.map(({ semaphores }) => semaphores.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return [
    largestOf(counts, limits.semMsl),
    Math.max(limits.semMns, total),
    limits.semOpm,
    Math.max(limits.semMni, sets.length),
  ];
}
