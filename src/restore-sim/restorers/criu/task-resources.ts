/** What one task restores for itself: descriptors, segments, signals, timers, limits, credentials. */
import { firstOf, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import { areaStatus } from '../../../model/from-criu/memory.ts';
import { fileKey, fileKindOf } from '../../../model/from-criu/open-files.ts';
import { follow } from '../../../model/look-up.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { CriuRestore, Item } from './context.ts';
import { checkCredentials, setCredentials } from './credentials.ts';
import { killed } from './fork.ts';
import type { Segments } from './ipc.ts';
import type { TaskMemory } from './memory.ts';
import { checkReadable, entriesUntil, missing } from './read-file.ts';
import { needRegular, type OpenFiles } from './shared-files.ts';
import { checkSharedAreas } from './shared-memory.ts';
import { fails, hangs } from './stop.ts';
import { checkThreads, registerThreads } from './threads.ts';
import { checkIntervalTimers, createTimers } from './timers.ts';

/** fs.nr_open of ordinary kernels. */
const descriptorsMax = 1_048_576;

/**
 * Descriptor tables, read by the root task for everybody (prepare_fd_pid). It reads a shared one for each of its tasks,
 * and finds the same; of those the one with the lowest pid counts, `tableUsers`.
 */
export function checkDescriptors(
  restore: CriuRestore,
  { ids, pid }: Item,
  files: OpenFiles,
  tableUsers: Map<number, number>,
): void {
  if (ids?.files_id === undefined) return;
  const user = tableUsers.get(ids.files_id);
  if (user === undefined) return;
  tableUsers.delete(ids.files_id);
  const { entries, stop } = entriesUntil(restore, 'FDINFO', 'fdinfo_entry', ids.files_id);
  const seen = new Map<number, string>();
  for (const entry of entries) {
    const { fd = 0, type, id = 0 } = entry.fields;
    const kind = fileKindOf(type);
    const key = kind === undefined ? '' : fileKey(kind, id);
    const first = restore.used.firstUsers.get(key);
    if (first === undefined || user < first.pid) restore.used.firstUsers.set(key, { pid: user, fd });
    const earlier = seen.get(fd);
    if (earlier !== undefined) {
      const isSame = earlier === key;
      restore.used.duplicates.set(ids.files_id ?? 0, { fd, key, isSame, at: placeOf(entry) });
    }
    seen.set(fd, key);
    if (fd >= descriptorsMax)
      fails(
        'criu-descriptor-range',
        placeOf(entry),
        `CRIU: "Too big FD number to restore ${fd}"; task ${pid}`,
      );
    if (files.has(key)) {
      restore.used.files.add(key);
      continue;
    }
    const message = `CRIU: "No file for fd ${fd} id 0x${id.toString(16)}"; task ${pid} has a ${kind ?? type} file that is not in the image`;
    fails('criu-file-reference', placeOf(entry), message);
  }
  if (stop !== undefined) throw stop;
}

/**
 * One number twice. Who opens a file, the first task that has it, puts it at its own first number without a
 * word to whoever waits for it there; anywhere else the number is found to be in use (criu/files.c,
 * send_fd_to_self and reopen_fd_as).
 */
function checkDuplicates(restore: CriuRestore, { ids, pid }: Item): void {
  const twice = follow(restore.used.duplicates, ids?.files_id);
  if (twice === undefined) return;
  const { fd, key, isSame, at } = twice;
  const opener = restore.used.firstUsers.get(key);
  const help = 'remove one of the two entries';
  if (isSame && opener?.pid === pid && opener.fd === fd) {
    const message = `CRIU waits for ever: task ${pid} has descriptor ${fd} twice`;
    hangs('criu-duplicate-descriptor', at, message, help);
  }
  const message = `CRIU: "fd ${fd} already in use"; task ${pid} has descriptor ${fd} twice`;
  fails('criu-duplicate-descriptor', at, message, { help });
}

/** The lowest pid that has a descriptor table, by its number. */
export function usersOfTables(items: Iterable<Item>): Map<number, number> {
  const users = new Map<number, number>();
  for (const { ids, pid, state } of items) {
    if (ids?.files_id === undefined || state === 'helper') continue;
    users.set(ids.files_id, Math.min(pid, users.get(ids.files_id) ?? pid));
  }
  return users;
}

/** Root and working directory; no file at all is no error here, the task dies of it later. */
export function checkDirectories(restore: CriuRestore, { pid }: Item, files: OpenFiles): void {
  const fs = firstOf(restore.image, 'FS', 'fs_entry', pid);
  checkReadable(restore, 'FS', pid);
  if (fs === undefined) {
    restore.used.withoutDirectories.add(pid);
    return;
  }
  needRegular(restore, files, fs.fields.cwd_id, fs, `the working directory of ${pid}`);
  needRegular(restore, files, fs.fields.root_id, fs, `the root directory of ${pid}`);
}

const signalCount = 62;

/** Handlers, in the core since 3.1 (prepare_sigactions). */
export function checkHandlers(restore: CriuRestore, item: Item): void {
  const count = item.core?.handlerCount ?? 0;
  const at = { file: `core-${item.pid}.img` };
  if (count === signalCount) return;
  if (count > 0) {
    const message = `CRIU: "Bad number of sigactions in the image (${count}, want ${signalCount})"`;
    fails('criu-core', at, message);
  }
  const { entries, stop } = entriesUntil(restore, 'SIGACT', 'sa_entry', item.pid);
  // It reads no further.
  if (entries.length >= signalCount) return;
  if (stop !== undefined) throw stop;
  missing(restore, 'SIGACT', item.pid, `: the core of ${item.pid} has no signal handlers either`);
}

/** The restore stage of a live task, in the order of restore_one_alive_task. */
export function restoreTask(
  restore: CriuRestore,
  item: Item,
  memory: TaskMemory | undefined,
  segments: Segments,
): void {
  checkDuplicates(restore, item);
  const place = { file: `mm-${item.pid}.img` };
  if (memory === undefined) killed(item.pid, place, `${place.file} is missing`);
  const directories = { file: `fs-${item.pid}.img` };
  checkSharedAreas(restore, memory);
  checkSegments(restore, item, memory, segments);
  checkThreads(restore, item);
  checkTimersAndLimits(restore, item);
  checkIntervalTimers(restore, item);
  if (restore.used.withoutDirectories.has(item.pid))
    killed(item.pid, directories, `${directories.file} is missing`);
  checkCredentials(restore, item);
}

/** An attachment is one shmat of the whole segment; areas after it only change its protection. */
function checkSegments(
  { page }: CriuRestore,
  { pid }: Item,
  { mm, vmas }: TaskMemory,
  segments: Segments,
): void {
  const at = placeOf(mm);
  const ends: { id: number; start: bigint; end: bigint }[] = [];
  for (const vma of vmas) {
    if (((vma.status ?? 0) & areaStatus.sysvIpc) === 0) continue;
    const { shmid = 0n, start = 0n, end = 0n, pgoff = 0n } = vma;
    const id = Number(shmid);
    if (!segments.has(id)) {
      const message = `CRIU: "Can't find sysv shmem for ${shmid.toString(16)}"; task ${pid} attaches it at 0x${start.toString(16)}`;
      fails('criu-segment-missing', at, message);
    }
    if (((vma.status ?? 0) & areaStatus.anonShared) === 0) {
      const message = `CRIU: "Can't restore 0x${start.toString(16)} mapping"; an attachment has to be marked as shared, too`;
      fails('criu-area', at, message, { errno: 'EINVAL' });
    }
    const last = ends.at(-1);
    if (pgoff !== 0n && last?.id === id && last.end === start) last.end = end;
    else {
      ends.push({ id, start, end });
    }
  }
  for (const { id, start, end } of ends) {
    const size = roundUp(segments.get(id) ?? 0n, page);
    if (start + size === end) continue;
    const message = `CRIU: "Sysv shmem ${id.toString(16)} with tail hole not supported"; the segment has ${size} bytes, task ${pid} maps ${end - start}`;
    fails('criu-segment-hole', at, message);
  }
}

const roundUp = (size: bigint, page: bigint): bigint => ((size + page - 1n) / page) * page;

/** The end of the restorer: what the kernel refuses of a task whose memory and threads are there. */
export function finishTask(restore: CriuRestore, item: Item): void {
  registerThreads(restore, item);
  createTimers(restore, item);
  setCredentials(restore, item);
}

/** In files of their own before 1.4, which CRIU reads with --deprecated only (prepare_itimers, prepare_rlimits). */
function checkTimersAndLimits({ image, asked }: CriuRestore, { core, pid }: Item): void {
  const at = { file: `core-${pid}.img` };
  for (const [what, isThere, type] of [
    ['Posix timers', core?.hasTimers, 'ITIMERS'],
    ['Rlimits', core?.hasLimits, 'RLIMIT'],
  ] as const) {
    if (isThere === true) continue;
    if (hasFile(image, type, pid)) {
      asked.deprecated.push({ what, at });
      continue;
    }
    const help = `put them into the core, or ${fileName(type, pid)} into the image and restore with --deprecated`;
    fails('criu-deprecated', at, `CRIU: "Deprecated functionality (${what}) rejected."`, { help });
  }
}
