/** filelocks.img: locks are taken again by a process and one of its descriptors. */
import type { FileLock, Id, OpenFile } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import type { FileLockEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';
import { type FileHolder, fileHolders } from './file-holders.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';

const kind = { posix: 1, flock: 2, ofd: 4, lease: 8 } as const;
const typeMask = 0xff;
/** OFFSET_MAX of the kernel: a lock to the end of the file, however long it becomes. */
const endOfFile = 0x7fffffffffffffffn;

export function writeLocks(conversion: Conversion): void {
  const { checkpoint, losses, options, output } = conversion;
  const holderOf = lockHolders(conversion);
  const entries: FileLockEntry[] = [];
  for (const file of checkpoint.files.values()) {
    for (const lock of file.locks) {
      const holder = holderOf(file, lock);
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
function lockHolders(conversion: Conversion) {
  const { files } = conversion.checkpoint;
  const holders = fileHolders(conversion, (file) => (follow(files, file)?.locks.length ?? 0) > 0);
  const byTable = new Map<Id<'file'>, ReadonlyMap<number | undefined, FileHolder>>();
  for (const [file, all] of holders)
    byTable.set(file, new Map(all.toReversed().map((one) => [one.table.index, one])));
  return ({ id }: OpenFile, { kind: name, ownerIndex }: FileLock) => {
    const holder = name === 'posix' ? byTable.get(id)?.get(ownerIndex) : holders.get(id)?.[0];
    return holder && { pid: holder.pid, fd: holder.fd };
  };
}
