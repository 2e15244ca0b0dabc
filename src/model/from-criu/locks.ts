/** File locks, which CRIU keeps by process and descriptor. */
import { addTo } from '../../lists.ts';
import type { FdTable, FileLock, Id, OpenFile } from '../checkpoint.ts';
import { follow } from '../look-up.ts';
import type { Context } from './draft.ts';
import { entriesOf } from './image.ts';

// criu/include/file-lock.h: FL_*, which are not those of linux/fs.h.
const lockKinds: ReadonlyMap<number, FileLock['kind']> = new Map([
  [1, 'posix'],
  [2, 'flock'],
  [4, 'ofd'],
  [8, 'lease'],
]);

type FilesByFd = ReadonlyMap<number, Id<'file'> | undefined>;

/** Of descriptors that stand twice the first counts. */
function filesByFd(table: FdTable, known: Map<FdTable, FilesByFd>): FilesByFd {
  const found = known.get(table);
  if (found !== undefined) return found;
  const files = new Map<number, Id<'file'> | undefined>();
  for (const { fd, opened } of table.descriptors) if (!files.has(fd)) files.set(fd, opened);
  known.set(table, files);
  return files;
}

/** Needs tasks and descriptor tables. */
export function collectLocks(context: Context): void {
  const { model } = context;
  const tasks = new Map(model.tasks.map((task) => [task.pid, task]));
  const tables = new Map<FdTable, FilesByFd>();
  const locks = new Map<OpenFile, FileLock[]>();
  for (const { fields, at, file } of entriesOf(context.image, 'FILE_LOCKS', 'file_lock_entry')) {
    const { flag = 0, type = 0, pid = 0, fd = 0, start = 0n, len = 0n } = fields;
    const task = tasks.get(pid);
    const table = follow(model.fdTables, task?.fdTable);
    const opened = table && filesByFd(table, tables).get(fd);
    const known = follow(model.files, opened);
    if (known === undefined) continue;
    const lock: FileLock = {
      at,
      file,
      kind: lockKinds.get(flag) ?? 'flock',
      pid,
      start,
      flags: flag,
      type,
      // A length of zero reaches to the end of the file (struct flock of fcntl(2)).
      end: len === 0n ? 0x7fff_ffff_ffff_ffffn : start + len - 1n,
      isDelayed: false,
    };
    addTo(locks, known, lock);
  }
  for (const [known, own] of locks) model.files.set(known.id, { ...known, locks: [...known.locks, ...own] });
}
