/**
 * Semaphore adjustments of tasks: kernel/cpt/rst_sysvipc.c rst_restore_semundo, with the defect of both
 * kernels that lists are not shared afterwards.
 */
import { isRefusal, semRestoreUndo } from '../../kernel/index.ts';
import { nullPosition, type ReadObject } from './image-reader.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { refuse } from './stop.ts';

/** kmalloc limit of both kernels, far above any set. */
const listBytesMax = 128 * 1024;

export function restoreUndo(restore: Restore, entry: TaskEntry): void {
  const { undo: position } = entry.image;
  if (position === nullPosition) return;
  const list = restore.reader.expect('sysvsem_undo', position);
  // The table entry is stored without its kernel object, so all lists share it and it knows the latest
  // position.
  if (restore.lastUndo === position) {
    if (list.body < list.end) sayLost(restore, entry, 'has none of them');
    return;
  }
  const isAgain = restore.undoLists.has(position);
  restore.lastUndo = position;
  restore.undoLists.add(position);
  for (const record of restore.reader.objects('sysvsem_undo_rec', list.body, list.end)) {
    restoreRecord(restore, entry, record);
  }
  if (isAgain && list.body < list.end) sayLost(restore, entry, 'has a copy: both will be applied');
}

function restoreRecord(restore: Restore, entry: TaskEntry, record: ReadObject<'sysvsem_undo_rec'>): void {
  const { offset, body, fields } = record;
  const length = fields.nsem * 2;
  if (length > listBytesMax) {
    const message = `adjustments for ${fields.nsem} semaphores, at most ${listBytesMax} bytes are allocated`;
    refuse('out-of-memory', 'ENOMEM', restore.at(offset), message);
  }
  const bytes = restore.reader.bytes(body, length, 'adjustments of semaphores');
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const adjust = Array.from({ length: fields.nsem }, (_, number) => view.getInt16(number * 2, true));
  const id = fields.id | 0;
  const refusal = semRestoreUndo(entry.task!, id, adjust);
  if (isRefusal(refusal)) {
    refuse('undo-set-missing', refusal.errno, restore.at(offset), `no semaphore set has id ${id}`);
  }
  restore.did('semundo', entry, offset, { id, semaphores: fields.nsem });
}

function sayLost(restore: Restore, { image, offset }: TaskEntry, what: string): void {
  const message = `task ${image.pid} shared semaphore adjustments with another task and ${what}`;
  restore.say('undo-sharing-lost', offset, message);
}
