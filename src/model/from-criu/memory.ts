/** Address spaces: areas with the pages that the image and the images before it hold. */
import { fileName } from '../../parse/criu/index.ts';
import type { VmaEntry } from '../../parse/generated/criu-descriptors.ts';
import { smaller } from '../bigint.ts';
import type { AreaKind, Id, MemoryArea, MemoryMap } from '../checkpoint.ts';
import { RowSlice } from '../rows.ts';
import { type Context, idOf } from './draft.ts';
import { openedBy } from './files.ts';
import { type CriuImage, type Entry, entriesOf, firstOf, hasFile } from './image.ts';
import { idsOfType } from './ipc.ts';
import { larger, type PageRun, pageRuns } from './page-runs.ts';
import { pageBytesOf } from './page-size.ts';
import { areaCells, blockCells } from './rows.ts';
import { sharedFile } from './shared-memory.ts';

// criu/include/image.h: VMA_*, what an area is.
export const areaStatus = {
  stack: 0x2,
  vsyscall: 0x4,
  vdso: 0x8,
  heap: 0x20,
  filePrivate: 0x40,
  fileShared: 0x80,
  anonShared: 0x100,
  anonPrivate: 0x200,
  sysvIpc: 0x400,
  socket: 0x800,
  vvar: 0x1000,
  aioRing: 0x2000,
  memfd: 0x4000,
  shadowStack: 0x8000,
  guard: 0x1_0000,
  uprobes: 0x2_0000,
  plugin: 0x800_0000,
} as const;

/** mmap(2). */
export const mapShared = 1;
const mapHugePages = 0x40000;

/** Areas stand in the mm entry since 1.4, in a file of their own before. */
export function vmasOf(
  { image }: Pick<Context, 'image'>,
  pid: number,
  mm: Entry<'mm_entry'>,
): readonly VmaEntry[] {
  const own = mm.fields.vmas ?? [];
  return own.length > 0 ? own : vmasBeside(image, pid).map(({ fields }) => fields);
}

const vmasBeside = (image: CriuImage, pid: number) => [...entriesOf(image, 'VMAS', 'vma_entry', pid)];

/** Guard pages (MADV_GUARD_INSTALL) stand behind all areas, lie in them, and are none: CRIU maps nothing for them. */
export function areasOf(
  context: Pick<Context, 'image'>,
  pid: number,
  mm: Entry<'mm_entry'>,
): readonly VmaEntry[] {
  const vmas = vmasOf(context, pid, mm);
  return vmas.some(isGuard) ? vmas.filter((vma) => !isGuard(vma)) : vmas;
}

export function collectMemory(context: Context, pid: number): Id<'memory'> | undefined {
  const mm = firstOf(context.image, 'MM', 'mm_entry', pid);
  if (mm === undefined) return undefined;
  const { fields, at, file } = mm;
  const id = idOf(context, 'memory', pid);
  const memory: MemoryMap = {
    at,
    file,
    id,
    startCode: fields.mm_start_code ?? 0n,
    endCode: fields.mm_end_code ?? 0n,
    startData: fields.mm_start_data ?? 0n,
    endData: fields.mm_end_data ?? 0n,
    startBrk: fields.mm_start_brk ?? 0n,
    brk: fields.mm_brk ?? 0n,
    startStack: fields.mm_start_stack ?? 0n,
    startArg: fields.mm_arg_start ?? 0n,
    endArg: fields.mm_arg_end ?? 0n,
    startEnv: fields.mm_env_start ?? 0n,
    endEnv: fields.mm_env_end ?? 0n,
    defFlags: 0n,
    exe:
      openedBy(context, 'REG', fields.exe_file_id ?? 0) ??
      openedBy(context, 'MEMFD', fields.exe_file_id ?? 0),
    dumpable: fields.dumpable ?? 1,
    areas: collectAreas(context, pid, mm),
    aioContexts: (fields.aios ?? []).map((ring) => ({
      at,
      maxReqs: ring.nr_req ?? 0,
      ringPages: Math.ceil((ring.ring_len ?? 0) / pageBytesOf(context.image.directory)),
      tail: 0,
      nr: 0,
      mmapBase: ring.id ?? 0n,
    })),
  };
  context.model.memories.set(id, memory);
  return id;
}

/** Memory without tasks, as pre-dumps have it: what stretches of pages there are, by pid and address. */
export function collectPagesAlone(context: Context): void {
  const { image, tables, model } = context;
  if (hasFile(image, 'PSTREE')) return;
  for (const pid of idsOfType(image, 'PAGEMAP')) {
    if (hasFile(image, 'MM', pid)) continue;
    const areas = new RowSlice(tables.areas);
    for (const runs of stretchesOf(pageRuns(context.layout, 'PAGEMAP', pid, context.report))) {
      const [{ at, start }] = runs;
      const end = runs.at(-1)?.end ?? start;
      const area = {
        at,
        start,
        end,
        prot: 0,
        isShared: false,
        offsetBytes: 0n,
        kind: 'pages',
      } as const;
      areas.push(...areaCells({ ...area, mapped: undefined }, tables.blocks.length));
      for (const run of runs) pushBlock(context, run, run.start, run.end);
    }
    const id = idOf(context, 'memory', pid);
    model.memories.set(id, {
      ...noLayout,
      at: 0,
      file: fileName('PAGEMAP', pid),
      id,
      areas,
      pagesOfPid: pid,
    });
  }
}

/** Runs that adjoin. */
function* stretchesOf(runs: Iterable<PageRun>): Generator<[PageRun, ...PageRun[]]> {
  let stretch: [PageRun, ...PageRun[]] | undefined;
  for (const run of runs) {
    if (stretch !== undefined && stretch.at(-1)?.end === run.start) stretch.push(run);
    else {
      if (stretch !== undefined) yield stretch;
      stretch = [run];
    }
  }
  if (stretch !== undefined) yield stretch;
}

const noLayout = {
  startCode: 0n,
  endCode: 0n,
  startData: 0n,
  endData: 0n,
  startBrk: 0n,
  brk: 0n,
  startStack: 0n,
  startArg: 0n,
  endArg: 0n,
  startEnv: 0n,
  endEnv: 0n,
  defFlags: 0n,
  dumpable: 1,
  aioContexts: [],
} as const;

function collectAreas(context: Context, pid: number, mm: Entry<'mm_entry'>): RowSlice<MemoryArea> {
  const { areas, blocks } = context.tables;
  const slice = new RowSlice(areas);
  const own = mm.fields.vmas ?? [];
  const beside = own.length > 0 ? [] : vmasBeside(context.image, pid);
  const all = own.length > 0 ? own : beside.map(({ fields }) => fields);
  const pages = pageRuns(context.layout, 'PAGEMAP', pid, context.report);
  const placeOfVma = (index: number): number => beside[index]?.at ?? mm.at;
  const runs = withGuards(pages, guardsIn(all, placeOfVma));
  let run = runs.next();
  for (const [index, vma] of all.entries()) {
    // Guard pages are a part of other areas: /proc/PID/maps does not show them, mem.c of CRIU maps nothing for them.
    if (isGuard(vma)) continue;
    const at = placeOfVma(index);
    const { start = 0n, end = 0n, prot = 0, flags = 0, pgoff = 0n } = vma;
    const area = {
      at,
      start,
      end,
      prot,
      kind: areaKind(vma, mm),
      isShared: (flags & mapShared) !== 0,
      offsetBytes: pgoff,
      mapped: mappedFile(context, vma),
    };
    slice.push(...areaCells(area, blocks.length));
    // Which pages had content is in the file that is missing: none of them may be taken for zeros, or for the mapped file.
    if (!pages.isPresent && !area.isShared && hasOwnPages.has(area.kind) && end > start) {
      pushBlock(context, { kind: 'missing', start, end, offset: 0, at }, start, end);
      continue;
    }
    // Runs before the area lie in no area; a damaged pagemap has such, and a checkpoint no place for them.
    while (run.done !== true && run.value.end <= start) run = runs.next();
    while (run.done !== true && run.value.start < end) {
      pushBlock(context, run.value, start, end);
      if (run.value.end > end) break;
      run = runs.next();
    }
  }
  // The last area may end before the pagemap does; its file is closed all the same.
  runs.return?.(undefined);
  return slice;
}

/** Others are filled by the kernel. */
const hasOwnPages: ReadonlySet<AreaKind> = new Set<AreaKind>(['anon', 'heap', 'stack', 'file']);

const isGuard = ({ status = 0 }: VmaEntry): boolean => (status & areaStatus.guard) !== 0;

type Run = Omit<PageRun, 'kind'> & { readonly kind: PageRun['kind'] | 'guard' };

const guardsIn = (vmas: readonly VmaEntry[], placeOfVma: (index: number) => number): Run[] =>
  vmas
    .flatMap((vma, index): Run[] => {
      const { start = 0n, end = 0n } = vma;
      return isGuard(vma) ? [{ kind: 'guard', start, end, offset: 0, at: placeOfVma(index) }] : [];
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1));

/** Runs of pages and of guard pages, ascending. */
function* withGuards(runs: Iterable<PageRun>, waiting: Run[]): Generator<Run, undefined, undefined> {
  for (const run of runs) {
    while (waiting[0] !== undefined && waiting[0].start < run.start) yield waiting.shift() as Run;
    yield run;
  }
  yield* waiting;
}

function pushBlock({ tables }: Context, run: Run, from: bigint, to: bigint): void {
  const start = larger(run.start, from);
  const end = smaller(run.end, to);
  const kind = run.kind === 'missing' ? 'external' : run.kind;
  const offset = run.offset + Number(start - run.start);
  tables.blocks.push(...blockCells({ at: run.at, kind, start, end, offset }));
}

const specialAreas = [
  [areaStatus.vdso, 'vdso'],
  [areaStatus.vvar, 'vvar'],
  [areaStatus.vsyscall, 'vsyscall'],
  [areaStatus.aioRing, 'aio'],
] as const;

function areaKind({ status = 0, start = 0n, end = 0n }: VmaEntry, { fields }: Entry<'mm_entry'>): AreaKind {
  const is = (bit: number) => (status & bit) !== 0;
  if (is(areaStatus.sysvIpc) || is(areaStatus.anonShared)) return 'shm';
  if (is(areaStatus.filePrivate) || is(areaStatus.fileShared)) return 'file';
  const special = specialAreas.find(([bit]) => is(bit));
  if (special !== undefined) return special[1];
  const { mm_start_stack: stack = 0n, mm_start_brk: heapStart = 0n, mm_brk: heapEnd = 0n } = fields;
  if (is(areaStatus.stack) || (start <= stack && stack < end)) return 'stack';
  // fs/proc/task_mmu.c: the area that the program break lies in or ends.
  return is(areaStatus.heap) || (start <= heapEnd && end >= heapStart && heapEnd > heapStart)
    ? 'heap'
    : 'anon';
}

/** `shmid` names a regular file, a memfd file or a shared memory object, by the kind of the area. */
function mappedFile(
  context: Context,
  { status = 0, shmid = 0n, flags = 0 }: VmaEntry,
): Id<'file'> | undefined {
  const is = (bit: number) => (status & bit) !== 0;
  if (is(areaStatus.sysvIpc)) return sharedFile(context, 'sysv', shmid);
  if (is(areaStatus.memfd)) return openedBy(context, 'MEMFD', Number(shmid));
  if (is(areaStatus.filePrivate) || is(areaStatus.fileShared)) return openedBy(context, 'REG', Number(shmid));
  if (is(areaStatus.anonShared)) {
    context.needs(fileName('SHMEM_PAGEMAP', Number(shmid)));
    return sharedFile(context, 'anon', shmid);
  }
  if ((flags & mapHugePages) !== 0) return sharedFile(context, 'hugetlb', 0n);
  return undefined;
}
