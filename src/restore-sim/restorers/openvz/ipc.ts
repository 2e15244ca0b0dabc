/**
 * Semaphore sets and message queues: kernel/cpt/rst_sysvipc.c rst_sysv_ipc. They come before any task but
 * init. Values and sizes are stored as they are; only the limits of the image itself are in the way.
 */
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import {
  appendMessage,
  type IpcObject,
  ipcOverwrite,
  isRefusal,
  msggetFixed,
  type Refusal,
  semgetFixed,
} from '../../kernel/index.ts';
import { positionOf, type ReadObject } from './image-reader.ts';
import { ipcCrash, low32 } from './ipc-values.ts';
import type { Restore } from './restore.ts';
import { refuse } from './stop.ts';

/** u32 value and u32 pid. */
const semaphoreBytes = 8;

export function restoreSemaphores(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.sysv_sem);
  reader.place = 'SYSV_SEM';
  for (const set of reader.objects('sysv_sem', start, end)) restoreSet(restore, set);
}

function restoreSet(restore: Restore, stored: ReadObject<'sysv_sem'>): void {
  const { offset, body, next, hdrlen, fields } = stored;
  const task = restore.first!.task!;
  const nsems = Math.floor((next - hdrlen) / semaphoreBytes);
  restore.reader.checkRange(body, nsems * semaphoreBytes, 'the semaphores of a set');
  const id = fields.id | 0;
  const key = low32(fields.key);
  const made = semgetFixed(task, id, { key, nsems, flags: low32(fields.mode) });
  if (isRefusal(made)) refuseSet(restore, made, offset);
  const { object: set } = made;
  checkId(restore, 'semaphore set', task.ipcNamespace.sem.idOf(set), id, made.isExisting, offset);
  const count = Math.min(nsems, set.values.length);
  const bytes = restore.reader.bytes(body, count * semaphoreBytes, 'the semaphores of a set');
  const view = new DataView(bytes.buffer, bytes.byteOffset, count * semaphoreBytes);
  for (let number = 0; number < count; number += 1) {
    set.values[number] = view.getUint32(number * semaphoreBytes, true);
    set.lastUsers[number] = view.getUint32(number * semaphoreBytes + 4, true);
  }
  overwrite(restore, 'semaphore set', set, fields, id, offset);
  restore.did('semget', restore.first, offset, { id, key, nsems });
}

function refuseSet(restore: Restore, refusal: Refusal, offset: number): never {
  ipcCrash(restore, refusal, offset);
  const codes = { ENOSPC: 'sem-limit', EEXIST: 'ipc-slot-occupied' } as const;
  const code = codes[refusal.errno as keyof typeof codes] ?? 'ipc-refused';
  refuse(code, refusal.errno, restore.at(offset), refusal.reason);
}

/**
 * The restore looks for its object by id: another one in the same slot, or with the same key, is not it.
 */
function checkId(
  restore: Restore,
  what: string,
  found: number,
  wanted: number,
  isExisting: boolean,
  offset: number,
): void {
  if (found !== wanted) {
    const message = `${what} ${wanted} was not made: ${found} is in its place`;
    refuse('ipc-id-lost', 'ESRCH', restore.at(offset), message);
  }
  if (isExisting) restore.say('ids-merged', offset, `${what} ${wanted} occurs twice: the second overwrites`);
}

/** fixup_one_sem and fixup_one_msg: the sequence number is stored apart from the id, and wins. */
function overwrite(
  restore: Restore,
  what: string,
  object: IpcObject,
  fields: ReadObject<'sysv_sem' | 'sysvmsg'>['fields'],
  id: number,
  offset: number,
): void {
  const sequence = low32(fields.seq);
  if (sequence !== object.sequence) {
    const message = `${what} ${id} has sequence number ${sequence}: it comes back under another id`;
    restore.say('ipc-id-changed', offset, message);
  }
  ipcOverwrite(object, {
    uid: low32(fields.uid) >>> 0,
    gid: low32(fields.gid) >>> 0,
    cuid: low32(fields.cuid) >>> 0,
    cgid: low32(fields.cgid) >>> 0,
    mode: low32(fields.mode),
    sequence,
  });
}

export function restoreMessageQueues(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.sysv_msg);
  reader.place = 'SYSV_MSG';
  for (const queue of reader.objects('sysvmsg', start, end)) restoreQueue(restore, queue);
}

function restoreQueue(restore: Restore, stored: ReadObject<'sysvmsg'>): void {
  const { offset, body, end, fields } = stored;
  const task = restore.first!.task!;
  const id = fields.id | 0;
  const key = low32(fields.key);
  const made = msggetFixed(task, id, { key, flags: low32(fields.mode) });
  if (isRefusal(made)) {
    ipcCrash(restore, made, offset);
    const code = made.errno === 'EEXIST' ? 'ipc-slot-occupied' : 'ipc-refused';
    refuse(code, made.errno, restore.at(offset), made.reason);
  }
  const { object: queue } = made;
  checkId(restore, 'message queue', task.ipcNamespace.msg.idOf(queue), id, made.isExisting, offset);
  queue.limitBytes = low32(fields.qbytes);
  queue.lastSender = low32(fields.lastSender);
  queue.lastReceiver = low32(fields.lastReceiver);
  for (const message of restore.reader.objects('sysvmsg_msg', body, end)) {
    const length = positionOf(message.fields.size);
    if (!(message.body + length <= restore.reader.source.size)) {
      const text = `the text of a message has ${length} bytes and does not lie in the image`;
      refuse('message-text', 'EFAULT', restore.at(message.offset), text);
    }
    const content = { offset: message.body, length };
    appendMessage(queue, { type: BigInt.asIntN(64, message.fields.type), lengthBytes: length, content });
  }
  overwrite(restore, 'message queue', queue, fields, id, offset);
  restore.did('msgget', restore.first, offset, { id, key, messages: queue.messages.length });
}
