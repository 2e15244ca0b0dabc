/** Mappings of one task: areas and what they map, and the addresses of its parts (criu/mem.c, the restorer). */
import { type Entry, firstOf, placeOf } from '../../../model/from-criu/image.ts';
import { areaStatus, areasOf } from '../../../model/from-criu/memory.ts';
import { fileKey } from '../../../model/from-criu/open-files.ts';
import type { MmEntry, VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import { areaOrigins, isPrivateArea, isRestored } from './area-origin.ts';
import { askOfMapping } from './asked.ts';
import type { CriuRestore, Item } from './context.ts';
import { checkReadable } from './read-file.ts';
import { needRegular, type OpenFiles } from './shared-files.ts';
import { fails } from './stop.ts';

export interface TaskMemory {
  readonly mm: Entry<'mm_entry'>;
  readonly vmas: readonly VmaEntry[];
}

/** The mm entry with its areas and the files that they map; missing is no error yet (prepare_mm_pid). */
export function readMemory(restore: CriuRestore, item: Item, files: OpenFiles): TaskMemory | undefined {
  const { image } = restore;
  const mm = firstOf(image, 'MM', 'mm_entry', item.pid);
  checkReadable(restore, 'MM', item.pid);
  if (mm === undefined) return undefined;
  needRegular(restore, files, mm.fields.exe_file_id, mm, `the executable of ${item.pid}`);
  const program = mm.fields.exe_file_id ?? 0;
  if (!restore.used.runners.has(program)) restore.used.runners.set(program, item.pid);
  const vmas = areasOf({ image }, item.pid, mm);
  checkReadable(restore, 'VMAS', item.pid);
  for (const vma of vmas) checkMapped(restore, vma, mm, files);
  return { mm, vmas };
}

/** The same for a later stage: areas of all tasks together would be large, and what they map was looked at. */
export function memoryAgain({ image }: CriuRestore, { pid }: Item): TaskMemory | undefined {
  const mm = firstOf(image, 'MM', 'mm_entry', pid);
  return mm && { mm, vmas: areasOf({ image }, pid, mm) };
}

const isKind = ({ status = 0 }: VmaEntry, bits: number): boolean => (status & bits) !== 0;

function checkMapped(restore: CriuRestore, vma: VmaEntry, mm: Entry<'mm_entry'>, files: OpenFiles): void {
  if (isKind(vma, areaStatus.anonShared) || !isKind(vma, areaStatus.filePrivate | areaStatus.fileShared))
    return;
  const id = Number(vma.shmid ?? 0n);
  if (!isKind(vma, areaStatus.memfd)) {
    needRegular(restore, files, id, mm, `the file of the area at ${hex(vma.start)}`);
    if (isSharedForWriting(vma)) restore.used.sharedForWriting.add(fileKey('REG', id));
    return;
  }
  if (files.has(fileKey('MEMFD', id))) {
    restore.used.files.add(fileKey('MEMFD', id));
    if (isSharedForWriting(vma)) restore.used.sharedForWriting.add(fileKey('MEMFD', id));
    return;
  }
  const message = `CRIU: "No entry for memfd 0x${id.toString(16)}"; the area at ${hex(vma.start)} maps it`;
  fails('criu-file-reference', placeOf(mm), message);
}

/** PROT_WRITE of mmap(2); O_RDWR and O_ACCMODE of open(2). */
const writable = 2;
const openForBoth = 2;
const accessMode = 3;

/** criu/files-reg.c collect_filemap: where no fdflags are stored, as in old images, the area itself says it. */
function isSharedForWriting(vma: VmaEntry): boolean {
  const { prot = 0, fdflags = (prot & writable) === 0 ? 0 : openForBoth } = vma;
  return isKind(vma, areaStatus.fileShared) && (fdflags & accessMode) === openForBoth;
}

export const hex = (value: bigint | number | undefined): string => `0x${(value ?? 0).toString(16)}`;

export interface MappingProblem {
  readonly errno: string;
  readonly why: string;
}

/** What mmap(2) refuses of an area, whoever maps it, and wherever. */
// Holds for newer kernels: types and flags that are not known here are conditions.
export function mappingProblem(
  { page, machine: { taskSize } }: Pick<CriuRestore, 'page' | 'machine'>,
  vma: VmaEntry,
  { start = 0n, end = 0n }: Pick<VmaEntry, 'start' | 'end'> = vma,
): MappingProblem | undefined {
  const { pgoff = 0n, flags = 0 } = vma;
  const type = flags & mapType;
  // Other types may be those of a newer kernel, as MAP_DROPPABLE was: a condition, not an error.
  if (type === 0) return { errno: 'EINVAL', why: `its flags are ${hex(flags)}` };
  if (pgoff % page !== 0n) return { errno: 'EINVAL', why: `its offset ${pgoff} is no multiple of a page` };
  if (start % page !== 0n)
    return { errno: 'EINVAL', why: `it begins at ${hex(start)}, which is no page border` };
  if (end <= taskSize && start < end) return undefined;
  const why = `${hex(start)}-${hex(end)} is no range of user addresses`;
  return { errno: end > taskSize ? 'ENOMEM' : 'EINVAL', why };
}

// mmap(2).
const mapType = 0xf;

/** Mapping at the final addresses, in the restorer. What relatives share is only moved there. */
export function checkAreas(restore: CriuRestore, item: Item, memory: TaskMemory): void {
  const { mm, vmas } = memory;
  const originOf = areaOrigins(restore, item, memory, restore.layout.chain.length > 1);
  for (const vma of vmas) {
    if (!isRestored(vma) || isKind(vma, areaStatus.sysvIpc)) continue;
    const isPrivate = isPrivateArea(vma, restore.machine);
    if (!isPrivate || originOf(vma) !== 'inherited') askOfMapping(restore.asked, vma, placeOf(mm));
    const problem = mappingProblem(restore, vma);
    if (problem === undefined) continue;
    const { start = 0n } = vma;
    const isMoved = start % restore.page === 0n && isPrivate && originOf(vma) !== 'late';
    if (isMoved) continue;
    const message = `CRIU: "Can't restore ${hex(start)} mapping with"; ${problem.why}`;
    fails('criu-area', placeOf(mm), message, { errno: problem.errno });
  }
}

type AddressName = Extract<keyof MmEntry, `mm_${string}`> & Exclude<keyof MmEntry, 'mm_saved_auxv'>;

// kernel/sys.c, validate_prctl_map_addr: pairs that must be in order, the first one strictly.
const pairs: readonly (readonly [low: AddressName, high: AddressName])[] = [
  ['mm_start_code', 'mm_end_code'],
  ['mm_start_data', 'mm_end_data'],
  ['mm_start_brk', 'mm_brk'],
  ['mm_arg_start', 'mm_arg_end'],
  ['mm_env_start', 'mm_env_end'],
];

/** vm.mmap_min_addr of ordinary kernels. */
const lowestAddress = 0x10000n;

/** prctl(PR_SET_MM, PR_SET_MM_MAP) at the end of the restorer. */
export function checkLayout(
  { machine: { auxvWordsMax, taskSize } }: CriuRestore,
  item: Item,
  { mm }: TaskMemory,
): void {
  const { fields } = mm;
  const at = placeOf(mm);
  if ((fields.mm_saved_auxv ?? []).length > auxvWordsMax) {
    const message = `CRIU: "Image corrupted on pid ${item.pid}"; the auxiliary vector is too long`;
    fails('criu-auxv', at, message);
  }
  const value = (name: AddressName): bigint => (fields[name] as bigint | undefined) ?? 0n;
  const wrong = pairs.find(
    ([low, high]) => value(low) > value(high) || (low === 'mm_start_code' && value(low) === value(high)),
  );
  const names = [...new Set(pairs.flat()), 'mm_start_stack' as const];
  const outside = names.find((name) => value(name) >= taskSize || value(name) < lowestAddress);
  if (wrong === undefined && outside === undefined) return;
  const what =
    wrong === undefined
      ? `${outside} is ${hex(value(outside as AddressName))}`
      : `${wrong[0]} is not below ${wrong[1]}`;
  fails('criu-memory-layout', at, `CRIU: "prctl failed"; ${what}`, { errno: 'EINVAL' });
}
