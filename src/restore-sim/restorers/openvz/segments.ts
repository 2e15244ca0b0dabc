/**
 * Shared memory segments: kernel/cpt/rst_sysvipc.c. A segment is a FILE whose inode starts with SYSV_SHM;
 * it is made when the first area maps it, or at the end when nobody does.
 */
import { objectType, sectionType } from '../../../parse/generated/cpt-records.ts';
import { ipcOverwrite, isRefusal, type SharedMemorySegment, shmgetFixed } from '../../kernel/index.ts';
import { positionOf, type ReadObject } from './image-reader.ts';
import { ipcCrash, low32 } from './ipc-values.ts';
import { checkPages } from './open-files.ts';
import { isNull, type Restore, type TaskEntry } from './restore.ts';
import { refuse } from './stop.ts';

/** Where the content of a segment is: page blocks between two positions. */
export interface SegmentContent {
  readonly from: number;
  readonly to: number;
}

/** The segment of the FILE at a position, made if it is not there yet. */
export function restoreSegment(restore: Restore, entry: TaskEntry, file: number): SharedMemorySegment {
  const { reader } = restore;
  const { fields } = reader.object('file', file);
  const inode = reader.object('inode', positionOf(fields.inode));
  const stored = reader.object('sysv_shm', inode.body);
  const segment = make(restore, entry, stored, { from: stored.end, to: inode.end });
  restore.files.set(file, 'segment');
  return segment;
}

function make(
  restore: Restore,
  entry: TaskEntry,
  { offset, fields }: ReadObject<'sysv_shm'>,
  content: SegmentContent,
): SharedMemorySegment {
  const id = fields.id | 0;
  const key = low32(fields.key);
  const mode = low32(fields.mode);
  const made = shmgetFixed(entry.task!, id, { key, sizeBytes: fields.segsz, flags: mode });
  if (isRefusal(made)) return takeOther(restore, entry, id, made, offset);
  const { object: segment, isExisting } = made;
  if (isExisting) {
    warnOfOther(restore, entry, id, segment, offset);
    return segment;
  }
  checkPages(restore, content.from, content.to);
  ipcOverwrite(segment, {
    uid: low32(fields.uid) >>> 0,
    gid: low32(fields.gid) >>> 0,
    cuid: low32(fields.cuid) >>> 0,
    cgid: low32(fields.cgid) >>> 0,
    mode,
  });
  segment.creator = low32(fields.creator);
  segment.lastUser = low32(fields.last);
  segment.content = content;
  restore.did('shmget', entry, offset, { id, key, bytes: fields.segsz });
  return segment;
}

/** 2.6.32 answers EEXIST for a taken slot, and the restore then uses what is in it. */
function takeOther(
  restore: Restore,
  entry: TaskEntry,
  id: number,
  refusal: { readonly errno: string; readonly reason: string; readonly fatal?: true },
  offset: number,
): SharedMemorySegment {
  ipcCrash(restore, refusal, offset);
  const { shm } = entry.task!.ipcNamespace;
  const inSlot = refusal.errno === 'EEXIST' ? shm.atIndex(shm.slots.slotOf(id).index) : undefined;
  if (inSlot === undefined) refuse('shm-limit', refusal.errno, restore.at(offset), refusal.reason);
  warnOfOther(restore, entry, id, inSlot, offset);
  return inSlot;
}

function warnOfOther(
  restore: Restore,
  entry: TaskEntry,
  id: number,
  segment: SharedMemorySegment,
  offset: number,
): void {
  const existing = entry.task!.ipcNamespace.shm.idOf(segment);
  if (existing === id) return;
  restore.say('ids-merged', offset, `segment ${existing} is used in place of ${id}: they have one slot`);
}

/** Every FILE that nobody has opened is taken for a segment (rst_stray_files). */
export function restoreStrayFiles(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.files);
  reader.place = 'FILES';
  for (const file of reader.objects('file', start, end)) {
    if (restore.files.has(file.offset)) continue;
    checkStray(restore, file);
    restoreSegment(restore, restore.first!, file.offset);
  }
}

function checkStray(restore: Restore, { offset, body, fields }: ReadObject<'file'>): void {
  const { reader } = restore;
  const name = reader.name(body)?.text ?? 'a file without a name';
  const message = `nobody has ${name} open, and it is no shared memory segment`;
  const help = 'A file that nothing refers to must not be in the image.';
  if (isNull(fields.inode)) refuse('stray-file', 'EIO', restore.at(offset), message, help);
  const inode = reader.object('inode', positionOf(fields.inode));
  const first = reader.header(inode.body, 'the content of an inode');
  if (first.object !== objectType.sysv_shm) refuse('stray-file', 'EINVAL', restore.at(offset), message, help);
}
