/** Attached areas and the segments that they show. Contents and sizes are not compared. */
import type { Checkpoint, Id, MemoryArea } from '../../model/checkpoint.ts';
import { ruleDiagnostic } from './codes.ts';
import { placeOf, type Rule } from './rule.ts';

export const shmAttachment: Rule = function* ({ checkpoint }) {
  for (const memory of checkpoint.memories.values()) {
    for (const area of memory.areas) {
      if (area.kind !== 'shm' || segmentOf(checkpoint, area) !== undefined) continue;
      const message = `the area at 0x${area.start.toString(16)} is attached to no segment of the checkpoint`;
      yield ruleDiagnostic('shm-attachment', message, placeOf(area, `area 0x${area.start.toString(16)}`));
    }
  }
};

/** ipc/shm.c shm_close: the last detach frees a segment that is marked SHM_DEST. */
const shmDestroy = 0o1000;

export const shmDestroyed: Rule = function* ({ checkpoint, segments }) {
  const removed = segments.filter(({ mode }) => (mode & shmDestroy) !== 0);
  if (removed.length === 0) return;
  const attached = new Set<Id<'shm'>>();
  for (const memory of checkpoint.memories.values()) {
    for (const area of memory.areas) {
      const segment = area.kind === 'shm' ? segmentOf(checkpoint, area) : undefined;
      if (segment !== undefined) attached.add(segment);
    }
  }
  for (const segment of removed) {
    if (attached.has(segment.segment)) continue;
    const message = `segment ${segment.id} is removed and attached nowhere, but still there`;
    yield ruleDiagnostic('shm-destroyed', message, placeOf(segment, `segment ${segment.id}`));
  }
};

/** Area, open file, inode, segment: the way that all families store an attachment. */
function segmentOf({ files, inodes, sharedMemories }: Checkpoint, area: MemoryArea): Id<'shm'> | undefined {
  const file = area.mapped === undefined ? undefined : files.get(area.mapped);
  const inode = file?.inode === undefined ? undefined : inodes.get(file.inode);
  return inode?.shm !== undefined && sharedMemories.has(inode.shm) ? inode.shm : undefined;
}
