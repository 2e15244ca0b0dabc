/** MM section, and page blocks wherever they lie. Never looks at a page. */
import { type AnyObject, noPosition } from '../../parse/cpt/record.ts';
import { contentType, vmaType } from '../../parse/generated/cpt-records.ts';
import type { ByteRange, PageBlock } from '../checkpoint.ts';
import { RowSlice } from '../rows.ts';
import {
  add,
  type Collect,
  type Collectors,
  type Context,
  idAt,
  isTopLevel,
  misplaced,
  open,
  parentIf,
  parentOf,
  rangeOf,
  rangeUpTo,
  refer,
  reportAt,
} from './context.ts';
import type { MemoryDraft } from './drafts.ts';
import { areaCells, blockCells, type CptAreaKind, type CptBlockKind } from './page-rows.ts';

/** pgoff counts pages of 4096 bytes on every architecture that was dumped. */
const pageShift = 12n;

const collectMm: Collect<'mm'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset } = record;
  const areas = new RowSlice(context.tables.areas);
  const memory: MemoryDraft['memory'] = {
    at: offset,
    id: idAt<'memory'>(record),
    startCode: fields.startCode,
    endCode: fields.endCode,
    startData: fields.startData,
    endData: fields.endData,
    startBrk: fields.startBrk,
    brk: fields.brk,
    startStack: fields.startStack,
    startArg: fields.startArg,
    endArg: fields.endArg,
    startEnv: fields.startEnv,
    endEnv: fields.endEnv,
    defFlags: fields.defFlags,
    // With flags of their own, kernels leave the byte stale: the mode is in the flags (linux/sched.h, MMF_*).
    dumpable: fields.mmFlags === undefined ? fields.dumpable : dumpableMode(fields.mmFlags),
    vpsDumpable: fields.vpsDumpable,
    usedHugetlb: fields.usedHugetlb,
    flags: fields.mmFlags,
    vdso: context.rules.storesVdso ? BigInt(fields.vdso) : undefined,
    beancounter: undefined,
    ldt: undefined,
    auxv: undefined,
    areas,
    aioContexts: [],
  };
  const reference = { target: 'beancounter', field: 'mmub', position: fields.mmub } as const;
  refer(context, record, reference, (id) => {
    memory.beancounter = id;
  });
  add(context, 'memory', memory, memory.id);
  open(context, record, { memory, areas });
};

/** get_dumpable of 2.6.32: bit 1 set means mode 2 whatever bit 0 is. */
const dumpableMode = (flags: bigint): number => ((flags & 2n) === 2n ? 2 : Number(flags & 1n));

const collectVma: Collect<'vma'> = (context, record) => {
  const draft = parentOf(context, record, 'mm');
  if (!draft) return;
  const { fields } = record;
  const { blocks } = context.tables;
  const area = {
    at: record.offset,
    kind: areaKind(draft, fields),
    start: fields.start,
    end: fields.end,
    vmFlags: fields.flags,
    pgprot: fields.pgprot,
    offsetBytes: BigInt.asUintN(64, fields.pgoff << pageShift),
    isOldVdso: fields.type === vmaType.vdso_old,
    hasAnonVma: fields.anonvma !== 0,
    anonVmaId: fields.anonvmaid,
  };
  draft.areas.push(...areaCells(area, fields.file, blocks.length));
  open(context, record, draft);
};

function areaKind(
  { memory }: MemoryDraft,
  { type, file, start, end }: (AnyObject & { readonly kind: 'vma' })['fields'],
): CptAreaKind {
  if (type === vmaType.shm) return 'shm';
  if (type === vmaType.vdso || type === vmaType.vdso_old) return 'vdso';
  if (file !== noPosition) return 'file';
  if (start <= memory.startStack && memory.startStack < end) return 'stack';
  // fs/proc/task_mmu.c, show_map: the area that the program break lies in or ends.
  return start <= memory.brk && end >= memory.startBrk ? 'heap' : 'anon';
}

type BlockRecord = AnyObject & {
  readonly kind: 'pages' | 'copypages' | 'remappages' | 'lazypages' | 'iterpages' | 'iteryoungpages';
};

/** Puts a block where its parent keeps blocks. */
function addBlock(
  context: Context,
  record: BlockRecord,
  kind: CptBlockKind,
  { content, place }: { readonly content?: ByteRange; readonly place?: bigint } = {},
): void {
  const { start, end } = record.fields;
  const cells = blockCells({ at: record.offset, kind, start, end, content }, place);
  const inode = parentIf(context, record, 'inode');
  if (parentIf(context, record, 'vma')) context.tables.blocks.push(...cells);
  else if (inode) (inode.content as RowSlice<PageBlock>).push(...cells);
  else misplaced(context, record);
}

const collectPages: Collect<'pages'> = (context, record) => {
  if (record.content === contentType.void) addBlock(context, record, 'zero');
  else if (record.content === contentType.pram) addBlock(context, record, 'external');
  else addBlock(context, record, 'stored', { content: storedRange(context, record) });
};

function storedRange(context: Context, record: AnyObject & { readonly kind: 'pages' }): ByteRange {
  const { start, end } = record.fields;
  // Padding may follow the last page of a file; a kernel reads by the addresses, not by the length.
  const wanted = end > start ? Number(end - start) : 0;
  const range = rangeUpTo(record, wanted);
  if (range.length < wanted) {
    reportAt(context, record, 'short-payload', `${range.length} bytes for ${wanted} bytes of memory`);
  }
  return range;
}

/** The pages went ahead in the side stream of an iterative migration; what is here are their handles. */
const collectIterPages: Collect<'iterpages'> & Collect<'iteryoungpages'> = (context, record) =>
  addBlock(context, record, 'external', { content: rangeOf(record) });

const collectAuxv: Collect<'mm_auxv'> = (context, record) => {
  const draft = parentOf(context, record, 'mm');
  if (draft) draft.memory.auxv = rangeOf(record);
};

const collectAio: Collect<'aio_context'> = (context, record) => {
  const { maxReqs, ringPages, tail, nr, mmapBase } = record.fields;
  parentOf(context, record, 'mm')?.memory.aioContexts.push({
    at: record.offset,
    maxReqs,
    ringPages,
    tail,
    nr,
    mmapBase,
  });
};

export const memoryCollectors = {
  mm: collectMm,
  vma: collectVma,
  pages: collectPages,
  copypages: (context, record) => addBlock(context, record, 'copy', { place: record.fields.source }),
  remappages: (context, record) => addBlock(context, record, 'remap', { place: record.fields.pgoff }),
  lazypages: (context, record) => addBlock(context, record, 'lazy', { place: record.fields.index }),
  iterpages: collectIterPages,
  iteryoungpages: collectIterPages,
  mm_auxv: collectAuxv,
  aio_context: collectAio,
} satisfies Collectors;
