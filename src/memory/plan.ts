/**
 * What lies where: from a question about addresses to a list of ranges, before a byte is read. Pure. Follows stored
 * pages, copy-on-write sources, remapped pages, and the content of files and segments that only the image has.
 */
import { smaller } from '../model/bigint.ts';
import type {
  AreaKind,
  Checkpoint,
  Id,
  Inode,
  MemoryArea,
  MemoryMap,
  PageBlock,
} from '../model/checkpoint.ts';
import { follow } from '../model/look-up.ts';
import { RowSlice, type Rows } from '../model/rows.ts';

/** Why an image has no bytes for addresses. */
export const missingWords = {
  unmapped: 'nothing is mapped there',
  'in-file': 'only in the mapped file, which is not part of the image',
  kernel: 'filled in by the kernel',
  lazy: 'left with the page server of a lazy migration',
  elsewhere: 'in an older image, a side stream or a file that is not here',
  unreadable: 'stored in a form that cannot be read',
  guard: 'guard pages, which nothing may touch',
  cut: 'cut off: the image ends before them',
  packed: 'packed by gzip: `extract` saves them as they are',
} as const;

export type Missing = keyof typeof missingWords;

/** Of these there are bytes, which may be any. */
export const notHere: ReadonlySet<Missing> = new Set(['lazy', 'elsewhere', 'unreadable', 'cut']);

/** What an image has no bytes for. */
export type MissingPiece = Range & { readonly kind: 'missing'; readonly why: Missing };

/** Consecutive addresses (or offsets of a file) of one kind. */
export type Piece =
  | MissingPiece
  | (Range & { readonly kind: 'zero' })
  | (Range & {
      readonly kind: 'stored';
      /** Position in the source of the image. */
      readonly offset: number;
      /** The file or segment whose content it is, shared by all that map it. */
      readonly inode?: Id<'inode'> | undefined;
    });

export interface Range {
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
}

/** All of `[start, end)` of a memory in ascending pieces. */
export function* planMemory(checkpoint: Checkpoint, id: Id<'memory'>, range: Range): Generator<Piece> {
  let next = range.start;
  for (const area of rowsFrom(checkpoint.memories.get(id)?.areas ?? [], next)) {
    if (area.start >= range.end) break;
    if (area.end <= next) continue;
    if (area.start > next) yield missing(next, area.start, 'unmapped');
    const part = { start: larger(area.start, next), end: smaller(area.end, range.end) };
    yield* planArea(checkpoint, id, area, part);
    next = part.end;
  }
  if (next < range.end) yield missing(next, range.end, 'unmapped');
}

/** A part of one area of a memory. */
export function planArea(
  checkpoint: Checkpoint,
  id: Id<'memory'>,
  area: MemoryArea,
  range: Range = area,
): Generator<Piece> {
  return alongBlocks(
    area.blocks,
    range,
    (block, part) => ofAreaBlock(checkpoint, id, area, block, part),
    (gap) => ofGap(checkpoint, area, gap),
  );
}

/** Content of a file or segment by offsets; holes are zeros. */
export function planContent({ id, content }: Inode, range: Range): Generator<Piece> {
  return alongBlocks(
    content,
    range,
    function* (block, part) {
      for (const piece of ofBlock(block, part))
        yield piece.kind === 'stored' ? { ...piece, inode: id } : piece;
    },
    function* (gap) {
      yield { ...gap, kind: 'zero' };
    },
  );
}

/** What the image has of the file behind an area; undefined where its content is elsewhere. */
export function contentBehind(
  { files, inodes }: Pick<Checkpoint, 'files' | 'inodes'>,
  { mapped }: Pick<MemoryArea, 'mapped'>,
): Inode | undefined {
  const inodeId = follow(files, mapped)?.inode;
  const inode = follow(inodes, inodeId);
  // Inodes of files that have a name on a disk say what they are, and hold nothing.
  return inode !== undefined && (inode.content.length > 0 || inode.nlink === 0) ? inode : undefined;
}

const missing = (start: bigint, end: bigint, why: Missing): Piece => ({ start, end, kind: 'missing', why });

/** The rows from the first that ends behind a place; they ascend in every image that a kernel wrote. */
export function* rowsFrom<Row extends Range>(rows: Rows<Row> | readonly Row[], from: bigint): Generator<Row> {
  for (let index = indexFrom(rows, from); index < rows.length; index++) yield rows.at(index)!;
}

export function indexFrom<Row extends Range>(rows: Rows<Row> | readonly Row[], from: bigint): number {
  let low = 0;
  let high = rows.length;
  const packed = rows instanceof RowSlice && rows.hasEnds ? rows : undefined;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((packed === undefined ? rows.at(middle)!.end : packed.endAt(middle)) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* alongBlocks(
  blocks: Rows<PageBlock>,
  range: Range,
  ofOne: (block: PageBlock, part: Range) => Iterable<Piece>,
  ofNone: (gap: Range) => Iterable<Piece>,
): Generator<Piece> {
  let next = range.start;
  for (const block of rowsFrom(blocks, next)) {
    if (block.start >= range.end) break;
    if (block.end <= next) continue;
    if (block.start > next) yield* ofNone({ start: next, end: block.start });
    const part = { start: larger(block.start, next), end: smaller(block.end, range.end) };
    yield* ofOne(block, part);
    next = part.end;
  }
  if (next < range.end) yield* ofNone({ start: next, end: range.end });
}

function* ofBlock(block: PageBlock, part: Range): Generator<Piece> {
  if (block.kind === 'zero') yield { ...part, kind: 'zero' };
  else if (block.kind === 'stored' && block.content !== undefined)
    yield* ofStored(block, block.content, part);
  else yield missing(part.start, part.end, missingOf[block.kind] ?? 'unreadable');
}

const missingOf: Partial<Record<PageBlock['kind'], Missing>> = {
  lazy: 'lazy',
  external: 'elsewhere',
  cut: 'cut',
  guard: 'guard',
  remap: 'in-file',
};

/** A damaged block holds less than its addresses say. */
function* ofStored(
  { start }: PageBlock,
  { offset, length }: { readonly offset: number; readonly length: number },
  part: Range,
): Generator<Piece> {
  const end = smaller(part.end, start + BigInt(length));
  if (end > part.start)
    yield { start: part.start, end, kind: 'stored', offset: offset + Number(part.start - start) };
  const cut = larger(end, part.start);
  if (cut < part.end) yield missing(cut, part.end, 'cut');
}

function* ofAreaBlock(
  checkpoint: Checkpoint,
  id: Id<'memory'>,
  area: MemoryArea,
  block: PageBlock,
  part: Range,
): Generator<Piece> {
  if (block.kind === 'copy') {
    // rst_mm.c: the source of a copy was restored before, so it has a lower position; this ends the chain.
    const isEarlier = block.source !== undefined && block.source < id;
    if (isEarlier) yield* planMemory(checkpoint, block.source, part);
    else yield missing(part.start, part.end, 'unreadable');
  } else if (block.kind === 'remap') {
    const inode = contentBehind(checkpoint, area);
    const from = (block.index ?? 0n) * remapUnit + (part.start - block.start);
    if (inode === undefined) yield missing(part.start, part.end, 'in-file');
    else yield* shifted(inode, part, from);
  } else yield* ofBlock(block, part);
}

/** remap_file_pages(2) counts pages of 4096 bytes on every machine that was dumped. */
const remapUnit = 4096n;

/** Areas that the kernel fills. */
const ofTheKernel: ReadonlySet<AreaKind> = new Set(['vdso', 'vvar', 'vsyscall', 'aio']);

/** Untouched memory: zero when nothing is mapped, else as in the file, whose content the image may hold. */
function* ofGap(checkpoint: Checkpoint, area: MemoryArea, gap: Range): Generator<Piece> {
  const vdso = sharedVdso(checkpoint, area);
  if (vdso !== undefined) yield* ofBlock(vdso, gap);
  else if (ofTheKernel.has(area.kind)) yield missing(gap.start, gap.end, 'kernel');
  else if (area.kind === 'pages') yield missing(gap.start, gap.end, 'unmapped');
  else if (isAnonymous(area)) yield { ...gap, kind: 'zero' };
  else {
    const inode = contentBehind(checkpoint, area);
    if (inode === undefined) yield missing(gap.start, gap.end, 'in-file');
    else yield* shifted(inode, gap, gap.start - area.start + area.offsetBytes);
  }
}

const compatEnd = 1n << 32n;

/**
 * The vdso of 32-bit tasks of OpenVZ: all have the same, which lies once in an image, outside of their areas (rst_mm.c,
 * do_rst_vma; a 64-bit task has its own at the upper end of its addresses, and that is nowhere).
 */
export function sharedVdso(
  { container }: Pick<Checkpoint, 'container'>,
  { at, kind, isOldVdso, start, end }: MemoryArea,
): PageBlock | undefined {
  const content = container.vsyscallPage;
  if (kind !== 'vdso' || isOldVdso || end > compatEnd || end <= start || content === undefined)
    return undefined;
  return { at, kind: 'stored', start, end, content };
}

const isAnonymous = ({ mapped, kind }: MemoryArea): boolean =>
  mapped === undefined && kind !== 'file' && kind !== 'shm';

/** Content of a file from an offset on, by the addresses where it is mapped. */
function* shifted(inode: Inode, { start, end }: Range, from: bigint): Generator<Piece> {
  const by = start - from;
  for (const piece of planContent(inode, { start: from, end: from + (end - start) }))
    yield { ...piece, start: piece.start + by, end: piece.end + by };
}

export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Where the areas of a memory begin and end. */
export function extentOf({ areas }: MemoryMap): Range {
  const first = areas.at(0)?.start ?? 0n;
  return { start: first, end: areas.at(areas.length - 1)?.end ?? first };
}
