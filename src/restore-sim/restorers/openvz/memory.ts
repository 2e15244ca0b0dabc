/**
 * Address spaces: kernel/cpt/rst_mm.c. Areas are mapped one after the other where the image says, each
 * with its file; blocks of pages are in page-blocks.ts. Protection and flags are not looked at, as there.
 */
import { contentType, objectType, vmaType } from '../../../parse/generated/cpt-records.ts';
import { isRefusal, shmat, unmapAll } from '../../kernel/index.ts';
import type { AreaRange } from './area-table.ts';
import { sayMissingVdso } from './hindsight.ts';
import { nullPosition, type ObjectHeader, positionOf, type ReadObject } from './image-reader.ts';
import { openFile } from './open-files.ts';
import { rangeText, restorePageBlocks } from './page-blocks.ts';
import { isNull, type Restore, type TaskEntry } from './restore.ts';
import { restoreSegment } from './segments.ts';
import { crash, refuse } from './stop.ts';

export function restoreMemory(restore: Restore, entry: TaskEntry): void {
  const { mm: position } = entry.image;
  if (position === nullPosition) return;
  if (restore.memories.has(position)) {
    // Observed on 2.6.18: the task keeps what it inherited, whatever the image says.
    if (entry.memory === position || restore.line.task.foreignMemory === 'inherits') return;
    const message = `task ${entry.image.pid} shares the memory at ${position}, but its creator has another`;
    crash('not-inherited', restore.at(entry.offset), message);
  }
  const memory = restore.reader.expect('mm', position);
  // Known from here on: blocks may copy from the space that is being restored.
  const areas = restore.areas.begin();
  restore.memories.set(position, areas);
  entry.memory = position;
  unmapAll(entry.task!);
  for (const child of restore.reader.headers(memory.body, memory.end, 'a part of an address space')) {
    restoreMemoryPart(restore, entry, areas, child);
  }
  restore.did('map', entry, position, { areas: restore.areas.count(areas) });
}

function restoreMemoryPart(restore: Restore, entry: TaskEntry, areas: AreaRange, child: ObjectHeader): void {
  const { object, content, offset, next, hdrlen } = child;
  if (object === objectType.vma) {
    restoreArea(restore, entry, areas, restore.reader.decode('vma', child));
    return;
  }
  if (object === objectType.bits && content === contentType.mm_context) return;
  if (object === objectType.aio_context) return;
  if (object === objectType.mm_auxv && restore.line.memory.auxiliaryVector) {
    checkVector(restore, offset, next - hdrlen);
    return;
  }
  const message = `an object of type ${object} in an address space, unknown to ${restore.line.title}`;
  refuse('memory-object', 'EINVAL', restore.at(offset), message);
}

const wordBytes = 8;
/** AT_VECTOR_SIZE of x86 without the pair that ends it. */
const vectorWordsMax = 42;

function checkVector(restore: Restore, offset: number, length: number): void {
  const words = Math.floor(length / wordBytes);
  if (words <= vectorWordsMax) return;
  const message = `an auxiliary vector of ${words} words, at most ${vectorWordsMax} fit`;
  refuse('auxiliary-vector', 'E2BIG', restore.at(offset), message);
}

const pageBytes = 4096n;
/** TASK_SIZE of x86_64. */
const taskBytes = 0x7ffffffff000n;

function restoreArea(restore: Restore, entry: TaskEntry, areas: AreaRange, area: ReadObject<'vma'>): void {
  const { fields, offset } = area;
  // The vdso is the kernel's own and is mapped without looking at the image.
  const isVdso = fields.type === vmaType.vdso || fields.type === vmaType.vdso_old;
  const segment = openAreaFile(restore, entry, fields);
  if (!isVdso) checkRange(restore, area);
  else sayMissingVdso(restore, entry, offset);
  if (segment !== undefined) {
    const refusal = shmat(entry.task!, segment);
    if (isRefusal(refusal)) refuse('shm-limit', refusal.errno, restore.at(offset), refusal.reason);
    restore.say('segment-times', offset, `segment ${segment} is attached again by task ${entry.image.pid}`);
    restore.did('shmat', entry, offset, { id: segment, address: fields.start });
  }
  addArea(restore, offset, positionOf(fields.start), positionOf(fields.end));
  restorePageBlocks(restore, areas, area);
}

/** The id of the segment, for an area of shared memory. */
function openAreaFile(
  restore: Restore,
  entry: TaskEntry,
  fields: ReadObject<'vma'>['fields'],
): number | undefined {
  if (isNull(fields.file)) return undefined;
  if (fields.type !== vmaType.shm) {
    openFile(restore, fields.file);
    return undefined;
  }
  const segment = restoreSegment(restore, entry, positionOf(fields.file));
  return entry.task!.ipcNamespace.shm.idOf(segment);
}

/** mm/mmap.c do_mmap_pgoff with MAP_FIXED, and the comparison of the result with the image. */
function checkRange(restore: Restore, { offset, fields }: ReadObject<'vma'>): void {
  const { start, end } = fields;
  const length = BigInt.asUintN(64, end - start);
  const refuseRange = (errno: string, what: string): never =>
    refuse('mapping-range', errno, restore.at(offset), `the area ${rangeText(start, end)} ${what}`);
  if (length === 0n) refuseRange('EINVAL', 'is empty');
  if (length > taskBytes || start > taskBytes - length) {
    refuseRange('ENOMEM', 'is beyond the memory of a process');
  }
  if (start % pageBytes !== 0n || end % pageBytes !== 0n) {
    refuseRange('EINVAL', 'is not made of whole pages');
  }
}

function addArea(restore: Restore, offset: number, start: number, end: number): void {
  const { areas } = restore;
  if (start < areas.lastEnd) {
    restore.say(
      'mapping-replaced',
      offset,
      `the area at ${start.toString(16)} replaces what was mapped there`,
    );
  }
  areas.add(start, end);
}
