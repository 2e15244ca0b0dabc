/** Locks of the image with the files that they are on, and which of them a restore takes only to lose (criu/file-lock.c). */
import { type Entry, entriesOf, firstOf, textOf } from '../../../model/from-criu/image.ts';
import { areaStatus, areasOf } from '../../../model/from-criu/memory.ts';
import { fieldsAs, openFilesOf } from '../../../model/from-criu/open-files.ts';
import { type CriuRestore, isAlive, preorder } from './context.ts';

// criu/include/file-lock.h: FL_*, which are not those of linux/fs.h, in the words of /proc/locks.
const lockFlags: Readonly<Record<number, string>> = { 1: 'POSIX', 2: 'FLOCK', 4: 'OFDLCK', 8: 'LEASE' };

export interface LockedFile {
  readonly entry: Entry<'file_lock_entry'>;
  readonly pid: number;
  readonly kind: string;
  readonly path: string;
}

/** What names no regular file, or is of no known kind, is left out. */
export function lockedFiles({ image, root }: CriuRestore): readonly LockedFile[] {
  const locks = [...entriesOf(image, 'FILE_LOCKS', 'file_lock_entry')];
  if (locks.length === 0) return [];
  const paths = regularPaths(image);
  const descriptors = new Map<string, number>();
  for (const item of preorder(root)) {
    const table = item.ids?.files_id;
    if (table === undefined || !isAlive(item)) continue;
    for (const { fields } of entriesOf(image, 'FDINFO', 'fdinfo_entry', table))
      descriptors.set(`${item.pid} ${fields.fd ?? 0}`, fields.id ?? 0);
  }
  return locks.flatMap((entry) => {
    const { pid = 0, fd = 0, flag = 0 } = entry.fields;
    const path = paths.get(descriptors.get(`${pid} ${fd}`) ?? -1);
    const kind = lockFlags[flag];
    return path === undefined || kind === undefined ? [] : [{ entry, pid, kind, path }];
  });
}

function regularPaths(image: CriuRestore['image']): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (const file of openFilesOf(image)) {
    const path = textOf(fieldsAs(file, 'REG')?.name);
    if (path !== undefined) paths.set(file.id, path);
  }
  return paths;
}

const fileArea = areaStatus.filePrivate | areaStatus.fileShared;

/**
 * A task takes its locks, then maps its memory, and closes what it opened for that (map_vma of the restorer); with any
 * descriptor of a file that is closed, the POSIX locks of the task on it go (fcntl(2)). Others stay.
 */
export function locksLostToMappings(restore: CriuRestore): readonly LockedFile[] {
  const posix = lockedFiles(restore).filter(({ kind }) => kind === 'POSIX');
  if (posix.length === 0) return [];
  const paths = regularPaths(restore.image);
  const mapped = new Map<number, ReadonlySet<string>>();
  for (const pid of new Set(posix.map(({ pid }) => pid))) {
    const mm = firstOf(restore.image, 'MM', 'mm_entry', pid);
    const areas = mm === undefined ? [] : areasOf(restore, pid, mm);
    const ids = areas.flatMap((vma) => (((vma.status ?? 0) & fileArea) === 0 ? [] : [Number(vma.shmid)]));
    mapped.set(pid, new Set(ids.flatMap((id) => paths.get(id) ?? [])));
  }
  return posix.filter(({ pid, path }) => mapped.get(pid)?.has(path) === true);
}
