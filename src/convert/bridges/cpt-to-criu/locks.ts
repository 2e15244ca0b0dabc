/** filelocks.img: locks are taken again by a process and one of its descriptors. */
import type { FileLock, Id, OpenFile } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import type { FileLockEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';

const kind = { posix: 1, flock: 2, ofd: 4, lease: 8 } as const;
const typeMask = 0xff;
/** OFFSET_MAX of the kernel: a lock to the end of the file, however long it becomes. */
const endOfFile = 0x7fffffffffffffffn;

export function writeLocks(conversion: Conversion): void {
  const { checkpoint, losses, options, output } = conversion;
  const entries: FileLockEntry[] = [];
  for (const file of checkpoint.files.values()) {
    for (const lock of file.locks) {
      const holder = holderOf(conversion, file, lock);
      if (!holder) losses.add('file-lock', file.path ?? file.kind, lock);
      else entries.push({ ...entryOf(lock), ...holder });
    }
  }
  if (entries.length === 0) return;
  options.add('--file-locks');
  writeImage(
    output,
    'FILE_LOCKS',
    undefined,
    entries.map((entry) => message('file_lock_entry', entry)),
  );
}

function entryOf({ kind: name, type, start, end }: FileLock): FileLockEntry {
  const isWhole = end >= endOfFile || name === 'flock';
  return { flag: kind[name], type: type & typeMask, start, len: isWhole ? 0n : end + 1n - start };
}

/** POSIX locks belong to a descriptor table; flock locks to the open file, whoever has it. */
function holderOf({ checkpoint, tree }: Conversion, file: OpenFile, lock: FileLock) {
  for (const { pid, life, holder } of tree.processes) {
    const table = life === 'zombie' ? undefined : follow(checkpoint.fdTables, holder.fdTable);
    if (!table || (lock.kind === 'posix' && table.index !== lock.ownerIndex)) continue;
    const fd = descriptorOf(table.descriptors, file.id);
    if (fd !== undefined) return { pid, fd };
  }
  return undefined;
}

function descriptorOf(
  descriptors: Iterable<{ readonly fd: number; readonly opened?: Id<'file'> | undefined }>,
  file: Id<'file'>,
): number | undefined {
  for (const { fd, opened } of descriptors) if (opened === file) return fd;
  return undefined;
}
