/**
 * Files of an older dump that was made into the same directory: CRIU writes over what has the same name and leaves the
 * rest. Nothing of the newest dump refers to them, and a restore never opens them. Only kinds of files are judged
 * whose every user is known; where the files that name users are damaged, nothing is said.
 */
import { fileName, type ImageDirectory, type ImageTypeName } from '../../parse/criu/index.ts';
import { filesByType } from './files-by-type.ts';
import { remapOf, remapTypes } from './ghosts.ts';
import { type CriuImage, entriesOf, firstOf, hasFile, openCriuImage } from './image.ts';
import { areaStatus, vmasOf } from './memory.ts';
import { fieldsAs, openFileMap } from './open-files.ts';
import type { PagemapFacts } from './pagemap-facts.ts';

/** Named by the number of a task or thread. */
const taskTypes: ReadonlySet<ImageTypeName> = new Set<ImageTypeName>([
  ...(['CORE', 'IDS', 'MM', 'FS', 'PAGEMAP', 'CREDS', 'SIGACT', 'VMAS', 'ITIMERS'] as const),
  ...(['POSIX_TIMERS', 'RLIMIT', 'SIGNAL', 'PSIGNAL'] as const),
]);

/** Sorted by name; empty for what is no whole dump. `pagemaps` are all of the directory. */
export function leftOverFiles(
  directory: ImageDirectory,
  pagemaps: readonly Pick<PagemapFacts, 'file' | 'pagesId'>[],
): readonly string[] {
  let isDamaged = false;
  const image = openCriuImage(directory, ({ severity }) => {
    isDamaged ||= severity === 'error';
  });
  if (!hasFile(image, 'PSTREE') || !hasFile(image, 'INVENTORY')) return [];
  const numbered = (type: ImageTypeName) =>
    (filesByType(directory).get(type) ?? []).filter((file): file is NumberedFile => file.id !== undefined);
  const tasks = taskNumbers(image);
  const found: string[] = [];
  for (const type of filesByType(directory).keys()) {
    const files = numbered(type);
    const used = usedNumbers(image, type, tasks, files);
    if (used !== undefined) found.push(...files.filter(({ id }) => !used.has(id)).map(({ name }) => name));
  }
  found.push(...unusedPages(numbered('PAGES'), pagemaps, new Set(found)));
  return isDamaged ? [] : found.sort();
}

interface NumberedFile {
  readonly name: string;
  readonly id: number;
}

interface TaskNumbers {
  readonly leaders: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

function taskNumbers(image: CriuImage): TaskNumbers {
  const leaders = new Set<number>();
  const all = new Set<number>();
  for (const { fields } of entriesOf(image, 'PSTREE', 'pstree_entry')) {
    leaders.add(fields.pid ?? 0);
    for (const number of [fields.pid ?? 0, ...(fields.threads ?? [])]) all.add(number);
  }
  return { leaders, all };
}

/** The numbers that files of a type have in the newest dump; undefined for types that are not judged. */
function usedNumbers(
  image: CriuImage,
  type: ImageTypeName,
  tasks: TaskNumbers,
  files: readonly NumberedFile[],
): ReadonlySet<number> | undefined {
  if (taskTypes.has(type)) return tasks.all;
  switch (type) {
    case 'FDINFO':
      return descriptorTables(image, tasks);
    case 'SHMEM_PAGEMAP':
      return sharedMemories(image, tasks, files);
    case 'GHOST_FILE':
      return new Set(
        [...entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')]
          .map(({ fields }) => remapOf(fields))
          .filter(({ type: remap }) => remap === remapTypes.ghost)
          .map(({ target }) => target),
      );
    case 'TCP_STREAM':
      return new Set([...openFileMap(image).values()].map((file) => fieldsAs(file, 'INETSK')?.ino ?? 0));
    default:
      return undefined;
  }
}

/** Each has a file of its own to be read: that of very many tasks is not worth it. */
const tasksMax = 1000;

/** Undefined where a live task lacks the record that names its table. */
function descriptorTables(image: CriuImage, { leaders }: TaskNumbers): ReadonlySet<number> | undefined {
  if (leaders.size > tasksMax) return undefined;
  const used = new Set<number>();
  for (const pid of leaders) {
    const ids =
      firstOf(image, 'IDS', 'task_kobj_ids_entry', pid)?.fields ??
      firstOf(image, 'CORE', 'core_entry', pid)?.fields.ids;
    if (ids?.files_id !== undefined) used.add(ids.files_id);
    // A zombie has nothing but its core.
    else if (hasFile(image, 'MM', pid)) return undefined;
  }
  return used;
}

/** Segments, memfds, and (before 3.14) areas of shared anonymous memory; these last only if they are needed. */
function sharedMemories(
  image: CriuImage,
  { leaders }: TaskNumbers,
  files: readonly NumberedFile[],
): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { fields } of entriesOf(image, 'MEMFD_INODE', 'memfd_inode_entry')) used.add(fields.shmid ?? 0);
  for (const { id } of filesByType(image.directory).get('IPCNS_SHM') ?? []) {
    for (const { fields } of entriesOf(image, 'IPCNS_SHM', 'ipc_shm_entry', id))
      used.add(fields.desc?.id ?? 0);
  }
  if (files.every(({ id }) => used.has(id))) return used;
  for (const pid of leaders) {
    const mm = firstOf(image, 'MM', 'mm_entry', pid);
    if (mm === undefined) continue;
    for (const vma of vmasOf({ image }, pid, mm)) {
      if (((vma.status ?? 0) & areaStatus.anonShared) !== 0) used.add(Number(vma.shmid ?? 0n));
    }
  }
  return used;
}

/** Files of pages that only left-over pagemaps name, or none at all. */
function unusedPages(
  files: readonly NumberedFile[],
  pagemaps: readonly Pick<PagemapFacts, 'file' | 'pagesId'>[],
  leftOver: ReadonlySet<string>,
): string[] {
  if (pagemaps.some(({ pagesId }) => pagesId === undefined)) return [];
  const used = new Set(
    pagemaps.flatMap(({ file, pagesId }) => (pagesId === undefined || leftOver.has(file) ? [] : [pagesId])),
  );
  // Before pagemaps existed, pages files were named by pid: they claim themselves.
  return used.size === 0 ? [] : files.filter(({ id }) => !used.has(id)).map(({ name }) => name);
}

/** Pages files that more than one pagemap of the newest dump names: [pages, pagemaps]. */
export function sharedPagesFiles(
  pagemaps: readonly Pick<PagemapFacts, 'file' | 'pagesId'>[],
): readonly (readonly [pages: string, pagemaps: readonly string[]])[] {
  const users = new Map<number, string[]>();
  for (const { file, pagesId } of pagemaps) {
    if (pagesId === undefined) continue;
    const files = users.get(pagesId);
    if (files === undefined) users.set(pagesId, [file]);
    else files.push(file);
  }
  return [...users]
    .filter(([, files]) => files.length > 1)
    .map(([id, files]) => [fileName('PAGES', id), files]);
}
