/** What one task restores for itself: descriptors, segments, signals, timers, limits, credentials. */
import { type Entry, entriesOf, firstOf, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import { areaStatus } from '../../../model/from-criu/memory.ts';
import { fieldsAs, fileKey, fileKindOf, openFilesOf } from '../../../model/from-criu/open-files.ts';
import { pageBytes } from '../../../model/from-criu/page-runs.ts';
import type { ThreadCoreEntry } from '../../../parse/generated/criu-descriptors.ts';
import {
  type CriuRestore,
  type Item,
  isEnding,
  listEntries,
  missing,
  needEntry,
  readProblem,
} from './context.ts';
import { type Ending, fails, firstEnding, hangs } from './ending.ts';
import { killed } from './fork.ts';
import type { Segments } from './ipc.ts';
import type { TaskMemory } from './memory.ts';
import { needRegular, type OpenFiles } from './shared-files.ts';

/** fs.nr_open of ordinary kernels. */
const descriptorsMax = 1_048_576;

/** Descriptor tables, read by the root task for everybody (prepare_fd_pid). */
export function checkDescriptors(
  restore: CriuRestore,
  { ids, pid }: Item,
  files: OpenFiles,
): Ending | undefined {
  if (ids?.files_id === undefined) return undefined;
  const { entries, problem } = listEntries(restore, 'FDINFO', 'fdinfo_entry', ids.files_id);
  const seen = new Set<number>();
  const ending = firstEnding(entries, (entry) => {
    const { fd = 0, type, id = 0 } = entry.fields;
    if (seen.has(fd)) restore.duplicates.set(ids.files_id ?? 0, { fd, at: placeOf(entry) });
    seen.add(fd);
    if (fd >= descriptorsMax) {
      return fails(
        'criu-descriptor-range',
        placeOf(entry),
        `CRIU: "Too big FD number to restore ${fd}"; task ${pid}`,
      );
    }
    const kind = fileKindOf(type);
    if (kind !== undefined && files.has(fileKey(kind, id))) return undefined;
    const message = `CRIU: "No file for fd ${fd} id 0x${id.toString(16)}"; task ${pid} has a ${kind ?? type} file that is not in the image`;
    return fails('criu-file-reference', placeOf(entry), message);
  });
  return ending ?? problem;
}

/** One number twice: the second waits for a file that was delivered to the first. */
function checkDuplicates({ duplicates }: CriuRestore, { ids, pid }: Item): Ending | undefined {
  const twice = ids?.files_id === undefined ? undefined : duplicates.get(ids.files_id);
  if (twice === undefined) return undefined;
  const message = `CRIU waits for ever: task ${pid} has descriptor ${twice.fd} twice`;
  return hangs('criu-duplicate-descriptor', twice.at, message, 'remove one of the two entries');
}

/** Root and working directory; no file at all is no error here, the task dies of it later. */
export function checkDirectories(restore: CriuRestore, { pid }: Item, files: OpenFiles): Ending | undefined {
  const fs = firstOf(restore.image, 'FS', 'fs_entry', pid);
  const problem = readProblem(restore, 'FS', pid);
  if (fs === undefined) restore.withoutDirectories.add(pid);
  if (problem !== undefined || fs === undefined) return problem;
  return (
    needRegular(files, fs.fields.cwd_id, fs, `the working directory of ${pid}`) ??
    needRegular(files, fs.fields.root_id, fs, `the root directory of ${pid}`)
  );
}

const signalCount = 62;

/** Handlers, in the core since 3.1 (prepare_sigactions). */
export function checkHandlers(restore: CriuRestore, item: Item): Ending | undefined {
  const count = item.core?.handlerCount ?? 0;
  const at = { file: `core-${item.pid}.img` };
  if (count === signalCount) return undefined;
  if (count > 0) {
    const message = `CRIU: "Bad number of sigactions in the image (${count}, want ${signalCount})"`;
    return fails('criu-core', at, message);
  }
  const { entries, problem } = listEntries(restore, 'SIGACT', 'sa_entry', item.pid);
  if (problem !== undefined || entries.length >= signalCount) return problem;
  return missing('SIGACT', item.pid, `: the core of ${item.pid} has no signal handlers either`);
}

/** The restore stage of a live task, in the order of restore_one_alive_task. */
export function restoreTask(
  restore: CriuRestore,
  item: Item,
  memory: TaskMemory | undefined,
  segments: Segments,
): Ending | undefined {
  const duplicate = checkDuplicates(restore, item);
  if (duplicate !== undefined) return duplicate;
  const place = { file: `mm-${item.pid}.img` };
  if (memory === undefined) return killed(item.pid, place, `${place.file} is missing`);
  const directories = { file: `fs-${item.pid}.img` };
  return (
    checkSharedContent(restore, memory) ??
    checkSegments(item, memory, segments) ??
    checkThreads(restore, item) ??
    checkTimersAndLimits(restore, item) ??
    (restore.withoutDirectories.has(item.pid)
      ? killed(item.pid, directories, `${directories.file} is missing`)
      : undefined) ??
    checkCredentials(restore, item)
  );
}

/** Anonymous shared memory and memfds are filled from pagemaps of their own (do_restore_shmem_content). */
function checkSharedContent(restore: CriuRestore, { mm, vmas }: TaskMemory): Ending | undefined {
  return firstEnding(vmas, ({ status = 0, shmid = 0n }) => {
    const isAnonymous = (status & areaStatus.anonShared) !== 0 && (status & areaStatus.sysvIpc) === 0;
    const id = isAnonymous
      ? Number(shmid)
      : (status & areaStatus.memfd) === 0
        ? undefined
        : memfdContent(restore, shmid);
    if (id === undefined || hasFile(restore.image, 'SHMEM_PAGEMAP', id)) return undefined;
    const file = `pagemap-shmem-${id}.img`;
    const message = `CRIU: "Can't restore shmem content"; ${file} is missing, which ${mm.file} refers to`;
    return fails('criu-file-missing', { file }, message);
  });
}

/** The number of the pagemap of a memfd that is not empty. */
function memfdContent({ image }: CriuRestore, fileId: bigint): number | undefined {
  for (const opened of openFilesOf(image)) {
    const memfd = opened.id === Number(fileId) ? fieldsAs(opened, 'MEMFD') : undefined;
    if (memfd === undefined) continue;
    for (const { fields } of entriesOf(image, 'MEMFD_INODE', 'memfd_inode_entry')) {
      if (fields.inode_id === BigInt(memfd.inode_id ?? 0) && fields.size !== 0n) return fields.shmid;
    }
  }
  return undefined;
}

/** An attachment is one shmat of the whole segment; areas after it only change its protection. */
function checkSegments({ pid }: Item, { mm, vmas }: TaskMemory, segments: Segments): Ending | undefined {
  const at = placeOf(mm);
  const ends: { id: number; start: bigint; end: bigint }[] = [];
  for (const vma of vmas) {
    if (((vma.status ?? 0) & areaStatus.sysvIpc) === 0) continue;
    const { shmid = 0n, start = 0n, end = 0n, pgoff = 0n } = vma;
    const id = Number(shmid);
    if (!segments.has(id)) {
      const message = `CRIU: "Can't find sysv shmem for ${shmid.toString(16)}"; task ${pid} attaches it at 0x${start.toString(16)}`;
      return fails('criu-segment-missing', at, message);
    }
    if (((vma.status ?? 0) & areaStatus.anonShared) === 0) {
      const message = `CRIU: "Can't restore 0x${start.toString(16)} mapping"; an attachment has to be marked as shared, too`;
      return fails('criu-area', at, message, { errno: 'EINVAL' });
    }
    const last = ends.at(-1);
    if (pgoff !== 0n && last?.id === id && last.end === start) last.end = end;
    else ends.push({ id, start, end });
  }
  return firstEnding(ends, ({ id, start, end }) => {
    const size = roundUp(segments.get(id) ?? 0n);
    if (start + size === end) return undefined;
    const message = `CRIU: "Sysv shmem ${id.toString(16)} with tail hole not supported"; the segment has ${size} bytes, task ${pid} maps ${end - start}`;
    return fails('criu-segment-hole', at, message);
  });
}

const roundUp = (size: bigint): bigint => {
  const page = BigInt(pageBytes);
  return ((size + page - 1n) / page) * page;
};

function checkThreads(restore: CriuRestore, item: Item): Ending | undefined {
  if (item.threads.length === 0) {
    return fails(
      'criu-core',
      item.at,
      `CRIU: "Can't mmap section for restore code"; task ${item.pid} has no list of threads`,
    );
  }
  const leader = item.core?.scheduling;
  const bad = leader && badScheduling(leader);
  if (bad)
    return fails(
      'criu-scheduling',
      { file: `core-${item.pid}.img` },
      `CRIU: "Inconsistent sched params"; ${bad}`,
    );
  return firstEnding(item.threads.slice(1), (tid) => {
    const core = needEntry(restore, 'CORE', 'core_entry', tid);
    if (isEnding(core)) return core;
    if (core.fields.thread_core === undefined) {
      return killed(item.pid, placeOf(core), `the core of thread ${tid} has no thread_core`);
    }
    const wrong = badScheduling(core.fields.thread_core);
    if (wrong) return fails('criu-scheduling', placeOf(core), `CRIU: "Inconsistent sched params"; ${wrong}`);
    if (core.fields.thread_info !== undefined) return undefined;
    return fails(
      'criu-core',
      placeOf(core),
      `CRIU: "Can't read core data for thread ${tid}"; it has no registers`,
    );
  });
}

// sched(7): SCHED_FIFO and SCHED_RR have a priority, the others do not.
function badScheduling({
  sched_nice = 0,
  sched_policy = 0,
  sched_prio = 0,
}: ThreadCoreEntry): string | undefined {
  const nice = sched_nice | 0;
  if (nice < -20 || nice > 19) return `nice ${nice}`;
  const policy = sched_policy & ~0x4000_0000;
  if (policy === 1 || policy === 2)
    return sched_prio > 0 && sched_prio < 100 ? undefined : `priority ${sched_prio} of policy ${policy}`;
  if (policy !== 0 && policy !== 3 && policy !== 5) return `policy ${policy}`;
  return sched_prio === 0 ? undefined : `priority ${sched_prio} of policy ${policy}`;
}

function checkTimersAndLimits({ options }: CriuRestore, { core, pid }: Item): Ending | undefined {
  if (options.deprecated === true) return undefined;
  const at = { file: `core-${pid}.img` };
  const help = 'restore with --deprecated, or put them into the core';
  const refused = (what: string) =>
    fails('criu-deprecated', at, `CRIU: "Deprecated functionality (${what}) rejected."`, { help });
  if (core?.hasTimers !== true) return refused('Posix timers');
  return core.hasLimits ? undefined : refused('Rlimits');
}

/** Credentials of each thread; old images have those of the process only (rst_prep_creds). */
function checkCredentials(restore: CriuRestore, item: Item): Ending | undefined {
  const { core, pid, threads } = item;
  const cores = threads.slice(1).map((tid) => firstOf(restore.image, 'CORE', 'core_entry', tid));
  const without = cores.find((thread) => thread?.fields.thread_core?.creds === undefined);
  if (core?.hasCredentials !== true) {
    const creds = needEntry(restore, 'CREDS', 'creds_entry', pid);
    if (isEnding(creds)) return creds;
    if (core !== undefined) Object.assign(core, { uid: creds.fields.uid ?? 0, gid: creds.fields.gid ?? 0 });
    if (without === undefined) return undefined;
    const message = `CRIU waits for ever: threads of ${pid} have no credentials of their own, as in images before 2.0`;
    const help = 'convert the image: the credentials of the process then stand in the core of every thread';
    return hangs('criu-thread-credentials', placeOf(without as Entry<'core_entry'>), message, help);
  }
  if (without === undefined) return undefined;
  return killed(pid, placeOf(without as Entry<'core_entry'>), 'a thread has no credentials');
}
