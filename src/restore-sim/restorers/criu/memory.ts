/**
 * Mappings and page contents of one task: where CRIU puts pages, which file bytes it reads for them, and what
 * it never finds out (criu/mem.c, criu/pagemap.c, the restorer). No page is read.
 */
import type { Location } from '../../../diagnostic.ts';
import { type Entry, entriesOf, firstOf, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import { parentPrefix } from '../../../model/from-criu/image-source.ts';
import { areaStatus, vmasOf } from '../../../model/from-criu/memory.ts';
import { fileKey } from '../../../model/from-criu/open-files.ts';
import { normalEntry, pageBytes, pageFlags, pageRuns } from '../../../model/from-criu/page-runs.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { MmEntry, VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import { criuRestoreDiagnostic } from './codes.ts';
import { type CriuRestore, type Item, missing, readProblem } from './context.ts';
import { type Ending, fails, firstEnding, hangs } from './ending.ts';
import { needRegular, type OpenFiles } from './shared-files.ts';

/** End of the user's addresses on x86-64, and of 32-bit tasks. */
const taskSize = 0x7fff_ffff_f000n;

export interface TaskMemory {
  readonly mm: Entry<'mm_entry'>;
  readonly vmas: readonly VmaEntry[];
}

/** The mm entry with its areas and the files that they map; missing is no error yet (prepare_mm_pid). */
export function readMemory(
  restore: CriuRestore,
  item: Item,
  files: OpenFiles,
): TaskMemory | Ending | undefined {
  const { image } = restore;
  const mm = firstOf(image, 'MM', 'mm_entry', item.pid);
  const problem = readProblem(restore, 'MM', item.pid);
  if (problem !== undefined) return problem;
  if (mm === undefined) return undefined;
  const exe = needRegular(files, mm.fields.exe_file_id, mm, `the executable of ${item.pid}`);
  if (exe !== undefined) return exe;
  const vmas = [...vmasOf({ image }, item.pid, mm)].map(({ vma }) => vma);
  const ending =
    readProblem(restore, 'VMAS', item.pid) ?? firstEnding(vmas, (vma) => checkMapped(vma, mm, files));
  return ending ?? { mm, vmas };
}

const isKind = ({ status = 0 }: VmaEntry, bits: number): boolean => (status & bits) !== 0;

function checkMapped(vma: VmaEntry, mm: Entry<'mm_entry'>, files: OpenFiles): Ending | undefined {
  if (isKind(vma, areaStatus.anonShared) || !isKind(vma, areaStatus.filePrivate | areaStatus.fileShared))
    return undefined;
  const id = Number(vma.shmid ?? 0n);
  if (!isKind(vma, areaStatus.memfd))
    return needRegular(files, id, mm, `the file of the area at ${hex(vma.start)}`);
  if (files.has(fileKey('MEMFD', id))) return undefined;
  const message = `CRIU: "No entry for memfd 0x${id.toString(16)}"; the area at ${hex(vma.start)} maps it`;
  return fails('criu-file-reference', placeOf(mm), message);
}

const hex = (value: bigint | undefined): string => `0x${(value ?? 0n).toString(16)}`;

/** criu/include/vma.h vma_entry_is_private: areas whose pages CRIU fills one by one. */
function isPrivate(vma: VmaEntry): boolean {
  const { status = 0, end = 0n } = vma;
  const kinds = areaStatus.anonPrivate | areaStatus.filePrivate;
  const isOwn = (status & 1) !== 0 && (status & kinds) !== 0;
  return (isOwn || isKind(vma, areaStatus.aioRing)) && end <= taskSize;
}

/** Fills private areas along the pagemap of the task (prepare_mappings). */
export function checkPages(restore: CriuRestore, item: Item, { vmas }: TaskMemory): Ending | undefined {
  if (vmas.length === 0) return undefined;
  const { image, layout } = restore;
  const file = fileName('PAGEMAP', item.pid);
  if (!hasFile(image, 'PAGEMAP', item.pid)) {
    return fails('criu-file-missing', { file }, `CRIU gives up without a word: ${file} is missing`);
  }
  const head = firstOf(image, 'PAGEMAP', 'pagemap_head', item.pid);
  const damaged = readProblem(restore, 'PAGEMAP', item.pid);
  if (damaged !== undefined) return damaged;
  if (head === undefined) return missing('PAGEMAP', item.pid);
  const walk: Walk = {
    ...{
      file,
      vmas,
      area: 0,
      end: 0n,
      position: 0,
      size: 0,
      short: undefined,
      hasParent: layout.chain.length > 1,
    },
    pages: fileName('PAGES', head.fields.pages_id ?? 0),
    vdso: undefined,
    isShifted: undefined,
  };
  const size = image.sizes.get(walk.pages);
  walk.size = size ?? 0;
  for (const { fields, at } of entriesOf(image, 'PAGEMAP', 'pagemap_entry', item.pid)) {
    const ending = walkEntry(walk, normalEntry(fields), { file, offset: at });
    if (ending !== undefined) return ending;
  }
  const unreadable = readProblem(restore, 'PAGEMAP', item.pid);
  if (unreadable !== undefined) return unreadable;
  return finishPages(restore, item, walk, size === undefined);
}

interface Walk {
  readonly file: string;
  readonly vmas: readonly VmaEntry[];
  readonly pages: string;
  readonly hasParent: boolean;
  /** The area that the last page lay in. */
  area: number;
  /** Where the last entry ended. */
  end: bigint;
  /** Position in the file of pages. */
  position: number;
  size: number;
  /** The first entry whose bytes are not all in the file. */
  short: Location | undefined;
  /** Where CRIU reads the first page of the vdso. */
  vdso: { readonly position: number | undefined; readonly at: Location } | undefined;
  /** The first entry without bytes: what follows it is read from the wrong places. */
  isShifted: Location | undefined;
}

type NormalEntry = ReturnType<typeof normalEntry>;

function walkEntry(walk: Walk, { vaddr, pages, flags }: NormalEntry, at: Location): Ending | undefined {
  const length = pages * BigInt(pageBytes);
  const end = vaddr + length;
  for (let address = vaddr; address < end; ) {
    const vma = nextArea(walk, address);
    if (vma === undefined || address < (vma.start ?? 0n) || !isPrivate(vma)) {
      const area = vma ?? walk.vmas[walk.vmas.length - 1];
      const message = `CRIU: "Page entry address ${address.toString(16)} outside of VMA ${hex(area?.start).slice(2)}-${hex(area?.end).slice(2)}"`;
      return fails('criu-pages-outside', at, message);
    }
    if (isKind(vma, areaStatus.vdso) && address === vma.start) {
      const position = isFromParent(walk, flags) ? undefined : walk.position + Number(address - vaddr);
      walk.vdso ??= { position, at };
    }
    address = vma.end ?? end;
  }
  if (vaddr < walk.end) {
    const message = `CRIU waits for ever: pages from ${hex(vaddr)} on overlap the entry before, which ends at ${hex(walk.end)}`;
    return hangs('criu-pages-overlap', at, message, 'entries have to ascend without overlap');
  }
  walk.end = end;
  countBytes(walk, flags, length, at);
  return undefined;
}

const isFromParent = ({ hasParent }: Walk, flags: number): boolean =>
  hasParent && (flags & pageFlags.parent) !== 0;

/**
 * Without a parent image CRIU asks for the bytes of every entry, also of one that has none, but goes on in
 * the file only for those that have (pagemap_enqueue_iovec, skip_pagemap_pages).
 */
function countBytes(walk: Walk, flags: number, length: bigint, at: Location): void {
  if (isFromParent(walk, flags)) return;
  if (BigInt(walk.position) + length > BigInt(walk.size)) walk.short ??= at;
  if ((flags & pageFlags.present) !== 0 || walk.hasParent) walk.position += Number(length);
  else walk.isShifted ??= at;
}

function nextArea(walk: Walk, address: bigint): VmaEntry | undefined {
  while (walk.area < walk.vmas.length && address >= (walk.vmas[walk.area]?.end ?? 0n)) walk.area += 1;
  return walk.vmas[walk.area];
}

function finishPages(restore: CriuRestore, item: Item, walk: Walk, isMissing: boolean): Ending | undefined {
  const { pages, file } = walk;
  if (walk.end > 0n && isMissing) {
    const message = `CRIU: "Can't read async pr bytes"; ${pages} is missing, which ${file} refers to`;
    return fails('criu-pages-missing', { file: pages }, message);
  }
  if (walk.hasParent) {
    const lost = missingInParents(restore, item);
    if (lost !== undefined) return lost;
  }
  if (walk.short !== undefined) {
    const message = `CRIU waits for ever: ${pages} has ${walk.size} bytes, fewer than ${file} refers to`;
    return hangs('criu-pages-short', walk.short, message, 'the file was cut: take it from the dump again');
  }
  return checkVdso(restore, walk);
}

const elfMagic = [0x7f, 0x45, 0x4c, 0x46];

/** criu/pie/util-vdso.c: symbols of the old vdso are compared with those of the new one. */
function checkVdso(restore: CriuRestore, walk: Walk): Ending | undefined {
  const { vmas, vdso, pages, file, isShifted } = walk;
  if (!vmas.some((vma) => isKind(vma, areaStatus.vdso))) return undefined;
  const at = isShifted ?? vdso?.at ?? { file };
  if (vdso !== undefined) {
    if (vdso.position === undefined) return undefined;
    const source = restore.image.directory.open(pages);
    const head = source && vdso.position + 4 <= source.size ? [...source.view(vdso.position, 4)] : [];
    source?.close();
    if (elfMagic.every((byte, index) => head[index] === byte)) return noteShift(restore, isShifted);
  }
  const why = isShifted
    ? 'an entry without data makes CRIU read all later pages from the wrong places'
    : 'the first page of the vdso is not in the image';
  return fails('criu-vdso-pages', at, `CRIU: "vdso: Invalid ELF magic"; ${why}`);
}

function noteShift({ notes }: CriuRestore, at: Location | undefined): undefined {
  if (at === undefined) return undefined;
  const message =
    'an entry without data: CRIU fills later pages of the task with wrong bytes, and says nothing';
  notes.push(criuRestoreDiagnostic('criu-silently-accepted', message, at));
  return undefined;
}

/** A range that is in the parent must be there in full, or in the parents of the parent. */
function missingInParents({ layout }: CriuRestore, item: Item): Ending | undefined {
  for (const { kind, start, at } of pageRuns(layout, 'PAGEMAP', item.pid, () => {})) {
    if (kind !== 'missing') continue;
    const parent = `${parentPrefix(1)}${fileName('PAGEMAP', item.pid)}`;
    if (!layout.byPath.has(parent)) {
      const message = `CRIU: "No parent for snapshot pagemap"; ${parent} is missing`;
      return fails('criu-pages-missing', { file: fileName('PAGEMAP', item.pid), offset: at }, message);
    }
    const message = `CRIU: "Missing ${start.toString(16)} in parent pagemap"`;
    return fails('criu-pages-missing', { file: fileName('PAGEMAP', item.pid), offset: at }, message);
  }
  return undefined;
}

/** Mapping at the final addresses, in the restorer. */
export function checkAreas(item: Item, { mm, vmas }: TaskMemory): Ending | undefined {
  const at = placeOf(mm);
  return firstEnding(vmas, (vma) => {
    const { start = 0n, end = 0n } = vma;
    if (isKind(vma, areaStatus.vsyscall)) return undefined;
    if (end % BigInt(pageBytes) !== 0n) {
      const message = `CRIU waits for ever: the area of ${item.pid} at ${hex(start)} ends at ${hex(end)}, which is no page border`;
      return hangs('criu-area-alignment', at, message);
    }
    if (end <= taskSize && start < end && start % BigInt(pageBytes) === 0n) return undefined;
    const message = `CRIU: "Can't restore ${hex(start)} mapping with"; ${hex(start)}-${hex(end)} is no range of user addresses`;
    return fails('criu-area', at, message, { errno: 'EINVAL' });
  });
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

/** AT_VECTOR_SIZE words of the kernel's mm_struct. */
const auxvWordsMax = 2 * (22 + 20 + 1);

/** vm.mmap_min_addr of ordinary kernels. */
const lowestAddress = 0x10000n;

/** prctl(PR_SET_MM, PR_SET_MM_MAP) at the end of the restorer. */
export function checkLayout(item: Item, { mm }: TaskMemory): Ending | undefined {
  const { fields } = mm;
  const at = placeOf(mm);
  if ((fields.mm_saved_auxv ?? []).length > auxvWordsMax) {
    const message = `CRIU: "Image corrupted on pid ${item.pid}"; the auxiliary vector is too long`;
    return fails('criu-auxv', at, message);
  }
  const value = (name: AddressName): bigint => (fields[name] as bigint | undefined) ?? 0n;
  const wrong = pairs.find(
    ([low, high]) => value(low) > value(high) || (low === 'mm_start_code' && value(low) === value(high)),
  );
  const names = [...new Set(pairs.flat()), 'mm_start_stack' as const];
  // Generated images may leave addresses at zero only where the kernel takes them: nowhere.
  const outside = names.find(
    (name) => value(name) >= taskSize || (value(name) < lowestAddress && value(name) !== 0n),
  );
  if (wrong === undefined && outside === undefined) return undefined;
  const what =
    wrong === undefined
      ? `${outside} is ${hex(value(outside as AddressName))}`
      : `${wrong[0]} is not below ${wrong[1]}`;
  return fails('criu-memory-layout', at, `CRIU: "prctl failed"; ${what}`, { errno: 'EINVAL' });
}
