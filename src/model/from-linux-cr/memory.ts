/** Address spaces, areas and pages. Never looks at a page. */
import { oldVmaType, vmaType } from '../../parse/generated/linux-cr-records.ts';
import { isOldFraming } from '../../parse/linux-cr/context.ts';
import type { AnyRecord, KnownRecord } from '../../parse/linux-cr/record.ts';
import type { Id, MemoryArea, MemoryMap } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { RowSlice } from '../rows.ts';
import { type Collectors, type Context, describedId, idOf, rangeOf, reportAt } from './context.ts';
import { sharedInode } from './inodes.ts';
import { type AreaInput, areaCells, blockCells } from './page-rows.ts';

const pageBytes = 4096;
const pageShift = 12n;

const current = new WeakMap<Context, { memory: Mutable<MemoryMap>; areas: RowSlice<MemoryArea> }>();

const collectMm = (context: Context, record: KnownRecord<'mm'>): void => {
  const { fields, offset } = record;
  const areas = new RowSlice(context.tables.areas);
  const id = (fields.objref ?? describedId(context, 'mm', record)) as Id<'memory'>;
  const memory: Mutable<MemoryMap> = {
    at: offset,
    id,
    startCode: fields.startCode,
    endCode: fields.endCode,
    startData: fields.startData,
    endData: fields.endData,
    startBrk: fields.startBrk,
    brk: fields.brk,
    startStack: fields.startStack,
    startArg: fields.argStart,
    endArg: fields.argEnd,
    startEnv: fields.envStart,
    endEnv: fields.envEnd,
    defFlags: fields.defFlags ?? 0n,
    exe: idOf<'file'>(fields.exeObjref ?? 0),
    // MMF_DUMPABLE_MASK of linux/sched.h; the first framing has no flags.
    dumpable: fields.flags === undefined ? 1 : Number(fields.flags & 3n),
    ...(fields.flags !== undefined && { flags: fields.flags }),
    areas,
    aioContexts: [],
  };
  context.model.memories.set(id, memory);
  current.set(context, { memory, areas });
  if (isOldFraming(context.image)) {
    const task = context.drafts.at(-1)?.task;
    if (task !== undefined) task.memory = id;
    return;
  }
  context.expecting.buffer = (auxv) => {
    memory.auxv = rangeOf(auxv);
  };
};

const collectVma = (context: Context, record: KnownRecord<'vma'>): void => {
  const draft = current.get(context);
  if (draft === undefined) {
    reportAt(context, record, 'misplaced-object', 'an area that belongs to no address space');
    return;
  }
  const { fields } = record;
  const { blocks } = context.tables;
  const isOld = isOldFraming(context.image);
  const area = {
    at: record.offset,
    kind: isOld ? oldKind(draft.memory, fields) : areaKind(draft.memory, fields),
    start: fields.vmStart,
    end: fields.vmEnd,
    vmFlags: fields.vmFlags,
    pgprot: fields.vmPageProt,
    offsetBytes: BigInt.asUintN(64, fields.vmPgoff << pageShift),
    file: mappedFile(context, record),
  };
  draft.areas.push(...areaCells(area, blocks.length));
  context.expecting.pages = {
    step: BigInt(pageBytes),
    add: (start, end, content, at) => blocks.push(...blockCells(at, start, end, content)),
  };
  if (fields.vmaType === vmaType.shm_anon && !isOld) sharedPages(context, record);
  if (isOld && fields.vmaType === oldVmaType.file) expectMappedName(context, record);
};

type VmaFields = KnownRecord<'vma'>['fields'];

const isSysV = (type: number): boolean => type === vmaType.shm_ipc || type === vmaType.shm_ipc_skip;
const isShared = (type: number): boolean =>
  isSysV(type) || type === vmaType.shm_anon || type === vmaType.shm_anon_skip;

/** System V and anonymous shared memory are files of the kernel's own, which several areas may map. */
function mappedFile(context: Context, record: KnownRecord<'vma'>): number {
  const { vmaType: type, vmaObjref = 0, inoObjref = 0, inoSize = 0n } = record.fields;
  if (isOldFraming(context.image) || !isShared(type) || inoObjref === 0) return vmaObjref;
  return sharedInode(context, {
    number: inoObjref,
    at: record.offset,
    sizeBytes: inoSize,
    isSysV: isSysV(type),
  });
}

function areaKind(
  memory: Mutable<MemoryMap>,
  { vmaType: type, vmaObjref = 0, vmStart, vmEnd }: VmaFields,
): AreaInput['kind'] {
  if (isSysV(type)) return 'shm';
  if (type === vmaType.vdso) return 'vdso';
  // Shared anonymous memory is a file of the kernel's own.
  if (vmaObjref !== 0 || isShared(type)) return 'file';
  return privateKind(memory, vmStart, vmEnd);
}

const oldKind = (
  memory: Mutable<MemoryMap>,
  { vmaType: type, vmStart, vmEnd }: VmaFields,
): AreaInput['kind'] => (type === oldVmaType.file ? 'file' : privateKind(memory, vmStart, vmEnd));

/** fs/proc/task_mmu.c, show_map_vma: the area that the program break lies in or ends. */
function privateKind(memory: Mutable<MemoryMap>, start: bigint, end: bigint): AreaInput['kind'] {
  if (start <= memory.startStack && memory.startStack < end) return 'stack';
  return start <= memory.brk && end >= memory.startBrk ? 'heap' : 'anon';
}

/** The first area of shared anonymous memory is followed by all of it, by page index. */
function sharedPages(context: Context, record: KnownRecord<'vma'>): void {
  const { inoObjref = 0 } = record.fields;
  if (inoObjref !== 0) expectSharedPages(context, inoObjref);
}

/** Pages that follow are of the shared memory with that inode, and their addresses are page indexes. */
export function expectSharedPages(context: Context, inode: number): void {
  const content = new RowSlice(context.tables.sharedBlocks);
  const found = context.model.inodes.get(inode as Id<'inode'>);
  if (found !== undefined) context.model.inodes.set(found.id, { ...found, content });
  context.expecting.pages = {
    step: 1n,
    add: (start, end, bytes, at) =>
      content.push(...blockCells(at, start << pageShift, end << pageShift, bytes)),
  };
}

function expectMappedName(context: Context, record: KnownRecord<'vma'>): void {
  const id = (-record.offset - 1) as Id<'file'>;
  context.expecting.names = [
    (path, name) => {
      context.model.files.set(id, namedFile(id, path, name.offset));
    },
  ];
}

const namedFile = (id: Id<'file'>, path: string, at: number) => ({
  at,
  id,
  kind: 'regular' as const,
  name: path,
  path,
  isDeleted: false,
  flags: 0,
  mode: 0,
  pos: 0n,
  uid: 0,
  gid: 0,
  inodeMode: 0,
  locks: [],
  owner: { fd: 0, pid: 0, uid: 0, euid: 0, signo: 0 },
});

/** Addresses that are looked at at once. */
const addressesMax = 4096;

const collectPages = (context: Context, record: KnownRecord<'pgarr'>): void => {
  if (record.fields.nrPages === 0n) return;
  const target = context.expecting.pages;
  const wanted = record.fields.nrPages;
  context.expecting.buffer = (buffer) => {
    if (target === undefined) reportAt(context, buffer, 'misplaced-object', 'pages that belong to no area');
    else addPages(context, buffer, wanted, target);
  };
};

type PageTarget = NonNullable<Context['expecting']['pages']>;

/** All addresses, then all pages; neighbours become one block. Of shared memory they are page indexes. */
function addPages(context: Context, record: AnyRecord, wanted: bigint, { step, add }: PageTarget): void {
  const { word } = context.image;
  const { offset, length } = rangeOf(record);
  const fitting = Math.floor(length / (word + pageBytes));
  const count = Number(wanted < BigInt(fitting) ? wanted : BigInt(fitting));
  if (BigInt(count) < wanted) {
    reportAt(context, record, 'short-payload', `${length} bytes hold ${count} of ${wanted} pages`);
  }
  const pages = offset + Number(wanted) * word;
  let start = 0n;
  let first = 0;
  let run = 0;
  const flush = () => {
    if (run === 0) return;
    add(start, start + BigInt(run) * step, pages + first * pageBytes, record.offset);
  };
  for (let done = 0; done < count; done += addressesMax) {
    const part = Math.min(addressesMax, count - done);
    const bytes = context.source.view(offset + done * word, part * word);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < part; index++) {
      const address =
        word === 8 ? view.getBigUint64(8 * index, true) : BigInt(view.getUint32(4 * index, true));
      if (run > 0 && address === start + BigInt(run) * step) {
        run += 1;
        continue;
      }
      flush();
      start = address;
      first = done + index;
      run = 1;
    }
  }
  flush();
}

export const memoryCollectors = {
  mm: collectMm,
  vma: collectVma,
  pgarr: collectPages,
  mm_context: (context, { fields }) => {
    const draft = current.get(context);
    if (draft !== undefined && fields.vdso !== undefined && fields.vdso !== 0n)
      draft.memory.vdso = fields.vdso;
  },
  mm_context_ldt: (context, record) => {
    const draft = current.get(context);
    if (draft !== undefined && record.payload.length > 0) draft.memory.ldt = rangeOf(record);
  },
} satisfies Collectors;
