/** Memory of two images, page by page: areas of the same process, segments and deleted files of the same id. */

import { smaller } from '../../model/bigint.ts';
import type { Checkpoint, Inode, MemoryArea, PageBlock } from '../../model/checkpoint.ts';
import type { Rows } from '../../model/rows.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { fileName, holders } from '../views/process-names.ts';
import { firstDifference } from './first-difference.ts';

export interface MemoryChange {
  /** `2`, or what holds the pages when it is no process: `shm 32769`. */
  readonly owner: string;
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
  /** Offsets of the records; null where the image has no such area. */
  readonly a: number | null;
  readonly b: number | null;
  /** Pages whose bytes differ. */
  readonly differentPages: bigint;
  /** Pages that only one of the images says something about. */
  readonly onlyAPages: bigint;
  readonly onlyBPages: bigint;
  /** Pages that both have, but in another way: stored here, copy-on-write there. */
  readonly otherwisePages: bigint;
  /** Address of the first difference in bytes. */
  readonly firstAt: bigint | null;
}

export interface MemoryComparison {
  readonly changes: readonly MemoryChange[];
  readonly comparedBytes: bigint;
}

const pageBytes = 4096n;
const noBlocks: Rows<PageBlock> = { length: 0, at: () => undefined, *[Symbol.iterator]() {} };

interface Side {
  readonly source: ByteSource;
  readonly checkpoint: Checkpoint;
  readonly pidsByMemory: ReadonlyMap<number, readonly number[]>;
}

/** What is compared: the blocks of both sides in one range of addresses. */
interface Pair {
  readonly owner: string;
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
  readonly a?: { readonly at: number; readonly blocks: Rows<PageBlock> } | undefined;
  readonly b?: { readonly at: number; readonly blocks: Rows<PageBlock> } | undefined;
}

/** Yields the number of bytes compared so far. */
export function* compareMemory(a: Image, b: Image, filter: Filter): Generator<bigint, MemoryComparison> {
  const sideA = sideOf(a);
  const sideB = sideOf(b);
  const changes: MemoryChange[] = [];
  let comparedBytes = 0n;
  for (const pair of pairsOf(sideA, sideB, filter)) {
    const { change, bytes } = comparePair(pair, sideA, sideB);
    if (change) changes.push(change);
    comparedBytes += bytes;
    yield comparedBytes;
  }
  return { changes, comparedBytes };
}

const sideOf = ({ source, checkpoint }: Image): Side => ({
  source,
  checkpoint,
  pidsByMemory: holders(checkpoint.tasks, 'memory'),
});

function* pairsOf(a: Side, b: Side, filter: Filter): Generator<Pair> {
  const wanted = new Set(wantedProcesses(a.checkpoint, filter).map(({ pid }) => pid));
  for (const pid of wantedProcesses(b.checkpoint, filter)) wanted.add(pid.pid);
  const memoriesA = memoriesByPid(a);
  const memoriesB = memoriesByPid(b);
  for (const pid of [...wanted].sort((x, y) => x - y)) {
    yield* areaPairs(String(pid), a, memoriesA.get(pid) ?? [], b, memoriesB.get(pid) ?? []);
  }
  if (filter.pids.length > 0) return;
  const inodesA = contentInodes(a.checkpoint);
  const inodesB = contentInodes(b.checkpoint);
  for (const name of new Set([...inodesA.keys(), ...inodesB.keys()])) {
    const [inodeA, inodeB] = [inodesA.get(name), inodesB.get(name)];
    const end = larger(inodeA?.sizeBytes ?? 0n, inodeB?.sizeBytes ?? 0n);
    yield { owner: name, name: '', start: 0n, end, a: blocksOf(inodeA), b: blocksOf(inodeB) };
  }
}

const larger = (x: bigint, y: bigint): bigint => (x > y ? x : y);
const blocksOf = (inode: Inode | undefined) => inode && { at: inode.at, blocks: inode.content };

/** Areas by the lowest pid that has them. */
function memoriesByPid({ checkpoint, pidsByMemory }: Side): ReadonlyMap<number, Iterable<MemoryArea>> {
  const byPid = new Map<number, Iterable<MemoryArea>>();
  for (const memory of checkpoint.memories.values()) {
    const pid = pidsByMemory.get(memory.id)?.[0];
    if (pid !== undefined) byPid.set(pid, memory.areas);
  }
  return byPid;
}

function contentInodes({ inodes, sharedMemories }: Checkpoint): ReadonlyMap<string, Inode> {
  const byName = new Map<string, Inode>();
  for (const inode of inodes.values()) {
    const segment = inode.shm === undefined ? undefined : sharedMemories.get(inode.shm);
    if (inode.content.length === 0) continue;
    byName.set(segment ? `shm ${segment.id}` : `inode ${inode.dev.toString(16)}:${inode.ino}`, inode);
  }
  return byName;
}

function* areaPairs(
  owner: string,
  a: Side,
  areasA: Iterable<MemoryArea>,
  b: Side,
  areasB: Iterable<MemoryArea>,
): Generator<Pair> {
  const others = new Map<bigint, MemoryArea>();
  for (const area of areasB) others.set(area.start, area);
  for (const area of areasA) {
    const other = others.get(area.start);
    others.delete(area.start);
    const end = larger(area.end, other?.end ?? 0n);
    yield { owner, name: areaName(a, area), start: area.start, end, a: area, b: other };
  }
  for (const area of others.values()) {
    yield { owner, name: areaName(b, area), start: area.start, end: area.end, b: area };
  }
}

const areaName = ({ checkpoint }: Side, { mapped, kind }: MemoryArea): string =>
  fileName(checkpoint, mapped) ?? `[${kind}]`;

interface Counts {
  different: bigint;
  onlyA: bigint;
  onlyB: bigint;
  otherwise: bigint;
  firstAt: bigint | null;
  bytes: bigint;
}

function comparePair(pair: Pair, a: Side, b: Side): { change: MemoryChange | undefined; bytes: bigint } {
  const counts: Counts = { different: 0n, onlyA: 0n, onlyB: 0n, otherwise: 0n, firstAt: null, bytes: 0n };
  const blocks = { a: pair.a?.blocks ?? noBlocks, b: pair.b?.blocks ?? noBlocks };
  for (const piece of mergedPieces(blocks.a, blocks.b)) comparePiece(piece, a, b, counts);
  const isGone = pair.a === undefined || pair.b === undefined;
  const { different, onlyA, onlyB, otherwise, firstAt, bytes } = counts;
  if (!isGone && different + onlyA + onlyB + otherwise === 0n) return { change: undefined, bytes };
  const change: MemoryChange = {
    owner: pair.owner,
    name: pair.name,
    start: pair.start,
    end: pair.end,
    a: pair.a?.at ?? null,
    b: pair.b?.at ?? null,
    differentPages: different,
    onlyAPages: onlyA,
    onlyBPages: onlyB,
    otherwisePages: otherwise,
    firstAt,
  };
  return { change, bytes };
}

interface Piece {
  readonly start: bigint;
  readonly end: bigint;
  readonly a: PageBlock | undefined;
  readonly b: PageBlock | undefined;
}

/** Ranges in which neither side changes its block. Blocks ascend; what damage puts behind is left out. */
function* mergedPieces(blocksA: Rows<PageBlock>, blocksB: Rows<PageBlock>): Generator<Piece> {
  let [indexA, indexB] = [0, 0];
  let next = 0n;
  for (;;) {
    let a = blocksA.at(indexA);
    let b = blocksB.at(indexB);
    while (a && a.end <= next) a = blocksA.at(++indexA);
    while (b && b.end <= next) b = blocksB.at(++indexB);
    if (!a && !b) return;
    const starts = [a, b].flatMap((block) => (block ? [larger(block.start, next)] : []));
    const start = starts.reduce(smaller);
    const here = (block: PageBlock | undefined) => (block && block.start <= start ? block : undefined);
    const [hereA, hereB] = [here(a), here(b)];
    const borders = [hereA?.end, hereB?.end, hereA ? undefined : a?.start, hereB ? undefined : b?.start];
    const end = borders.filter((value) => value !== undefined).reduce(smaller);
    yield { start, end, a: hereA, b: hereB };
    next = end;
  }
}

const pagesIn = (start: bigint, end: bigint): bigint => (end - start + pageBytes - 1n) / pageBytes;

function comparePiece({ start, end, a, b }: Piece, sideA: Side, sideB: Side, counts: Counts): void {
  const pages = pagesIn(start, end);
  if (!a) counts.onlyB += pages;
  else if (!b) counts.onlyA += pages;
  else if (a.kind === 'stored' && b.kind === 'stored')
    compareStored({ start, end, a, b }, sideA, sideB, counts);
  else if (a.kind !== b.kind || sourcePid(sideA, a) !== sourcePid(sideB, b)) counts.otherwise += pages;
}

/** Sources of copies lie elsewhere in another image; the process they belong to is the same. */
const sourcePid = ({ pidsByMemory }: Side, { source }: PageBlock): number | undefined =>
  source === undefined ? undefined : pidsByMemory.get(source)?.[0];

/** Compared at once as long as nothing differs, then page by page. */
const runBytes = 64n * pageBytes;

function compareStored({ start, end, a, b }: Piece, sideA: Side, sideB: Side, counts: Counts): void {
  for (let run = start; run < end; run += runBytes) {
    const runEnd = run + runBytes < end ? run + runBytes : end;
    counts.bytes += runEnd - run;
    if (differenceIn(run, runEnd, a!, b!, sideA, sideB) === undefined) continue;
    for (let page = run; page < runEnd; page += pageBytes) {
      const at = differenceIn(
        page,
        page + pageBytes < runEnd ? page + pageBytes : runEnd,
        a!,
        b!,
        sideA,
        sideB,
      );
      if (at === undefined) continue;
      counts.different++;
      counts.firstAt ??= page + BigInt(at);
    }
  }
}

function differenceIn(
  start: bigint,
  end: bigint,
  a: PageBlock,
  b: PageBlock,
  sideA: Side,
  sideB: Side,
): number | undefined {
  const [skipA, skipB] = [Number(start - a.start), Number(start - b.start)];
  // A damaged block may hold less than its addresses say.
  const left = Math.min(
    (a.content?.length ?? 0) - skipA,
    (b.content?.length ?? 0) - skipB,
    Number(end - start),
  );
  if (left <= 0) return undefined;
  return firstDifference(
    sideA.source,
    (a.content?.offset ?? 0) + skipA,
    sideB.source,
    (b.content?.offset ?? 0) + skipB,
    left,
  );
}
