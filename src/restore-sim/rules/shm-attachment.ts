/** Attached areas and the segments that they show. Contents and sizes are not compared. */
import { traitsOf } from '../../families/traits.ts';
import type { Checkpoint, Id, MemoryArea, SharedMemory } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointFacts, type CheckpointRule, placeOf } from './rule.ts';

// Holds for memory shared by fork, in CRIU images an area of the same kind without a segment.
export const shmAttachment: CheckpointRule = function* (facts) {
  const { checkpoint } = facts;
  const segments = segmentsByInode(facts);
  for (const memory of checkpoint.memories.values()) {
    for (const area of memory.areas) {
      if (area.kind !== 'shm' || segmentOf(checkpoint, segments, area) !== undefined) continue;
      if (isAnonymous(checkpoint, area)) continue;
      const message = `the area at 0x${area.start.toString(16)} is attached to no segment of the checkpoint`;
      yield checkpointDiagnostic(
        'shm-attachment',
        message,
        placeOf(area, `area 0x${area.start.toString(16)}`),
      );
    }
  }
};

/** Memory shared by fork: mmap(2) with MAP_ANONYMOUS. */
function isAnonymous({ files, image }: Checkpoint, { mapped }: MemoryArea): boolean {
  const path = follow(files, mapped)?.path;
  // ipc/shm.c newseg names the file of a segment SYSV, with its key.
  return !traitsOf(image.family).isForkedMemoryApart && path !== undefined && !path.startsWith('/SYSV');
}

/** ipc/shm.c shm_close: the last detach frees a segment that is marked SHM_DEST. */
const shmDestroy = 0o1000;

export const shmDestroyed: CheckpointRule = function* (facts) {
  const { checkpoint, segments } = facts;
  const removed = segments.filter(({ mode }) => (mode & shmDestroy) !== 0);
  if (removed.length === 0) return;
  const byInode = segmentsByInode(facts);
  const attached = new Set<SharedMemory>();
  for (const memory of checkpoint.memories.values()) {
    for (const area of memory.areas) {
      const segment = area.kind === 'shm' ? segmentOf(checkpoint, byInode, area) : undefined;
      if (segment !== undefined) attached.add(segment);
    }
  }
  for (const segment of removed) {
    if (attached.has(segment)) continue;
    const message = `segment ${segment.id} is removed and attached nowhere, but still there`;
    yield checkpointDiagnostic('shm-destroyed', message, placeOf(segment, `segment ${segment.id}`));
  }
};

const segmentsByInode = ({ segments }: CheckpointFacts): ReadonlyMap<Id<'inode'>, SharedMemory> =>
  new Map(segments.map((segment) => [segment.inode, segment]));

/** Area, open file, inode, segment: the way that all families store an attachment. */
function segmentOf(
  { files }: Checkpoint,
  segments: ReadonlyMap<Id<'inode'>, SharedMemory>,
  { mapped }: MemoryArea,
): SharedMemory | undefined {
  const inode = follow(files, mapped)?.inode;
  return follow(segments, inode);
}
