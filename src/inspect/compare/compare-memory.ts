/**
 * Memory of two images by address: what each process sees, however areas are cut and pages are stored; segments and
 * deleted files of the same id.
 */
import { type Compared, compareMemory as compareBytes } from '../../memory/compare.ts';
import { larger, type Piece, planContent, planMemory } from '../../memory/plan.ts';
import type { Checkpoint, Inode, MemoryArea, MemoryMap } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { namedAreaAt, shownName } from '../views/named-areas.ts';
import { holders } from '../views/process-names.ts';

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
  /** Pages of which one image has the bytes, and the other has them somewhere else: nobody can say if they differ. */
  readonly notHerePages: bigint;
  /** Address of the first difference in bytes. */
  readonly firstAt: bigint | null;
  /** Pages whose bytes differ, those that adjoin in one; the first thousand. */
  readonly ranges: readonly { readonly start: bigint; readonly end: bigint }[];
}

export interface MemoryComparison {
  readonly changes: readonly MemoryChange[];
  readonly comparedBytes: bigint;
  readonly notHereBytes: bigint;
}

interface Side {
  readonly source: ByteSource;
  readonly checkpoint: Checkpoint;
  readonly pidsByMemory: ReadonlyMap<number, readonly number[]>;
}

interface Part {
  /** Record of the first area, or of the file. */
  readonly at: number;
  pieces(start: bigint, end: bigint): Iterable<Piece>;
}

/** What is compared: addresses without a gap between areas that lie over each other, or a file. */
interface Pair {
  readonly owner: string;
  /** Looked up for what differs. */
  readonly name: () => string;
  readonly start: bigint;
  readonly end: bigint;
  readonly a?: Part | undefined;
  readonly b?: Part | undefined;
}

/** Yields the number of bytes compared so far. */
export function* compareMemory(a: Image, b: Image, filter: Filter): Generator<bigint, MemoryComparison> {
  const sideA = sideOf(a);
  const sideB = sideOf(b);
  const changes: MemoryChange[] = [];
  let comparedBytes = 0n;
  let notHereBytes = 0n;
  for (const pair of pairsOf(sideA, sideB, filter)) {
    const { change, compared } = yield* comparePair(pair, sideA, sideB, comparedBytes);
    if (change) changes.push(change);
    comparedBytes += compared.comparedBytes;
    notHereBytes += compared.notHereBytes;
    yield comparedBytes;
  }
  return { changes, comparedBytes, notHereBytes };
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
  // A pre-dump has pages of processes, and no processes.
  for (const side of [a, b])
    for (const { pagesOfPid: pid } of side.checkpoint.memories.values())
      if (pid !== undefined && (filter.pids.length === 0 || filter.pids.includes(pid))) wanted.add(pid);
  for (const pid of [...wanted].sort((x, y) => x - y)) {
    yield* areaPairs(String(pid), a, memoriesA.get(pid), b, memoriesB.get(pid));
  }
  if (filter.pids.length > 0) return;
  const inodesA = contentInodes(a.checkpoint);
  const inodesB = contentInodes(b.checkpoint);
  for (const name of new Set([...inodesA.keys(), ...inodesB.keys()])) {
    const [inodeA, inodeB] = [inodesA.get(name), inodesB.get(name)];
    const end = larger(inodeA?.sizeBytes ?? 0n, inodeB?.sizeBytes ?? 0n);
    yield { owner: name, name: () => '', start: 0n, end, a: fileOf(inodeA), b: fileOf(inodeB) };
  }
}

const fileOf = (inode: Inode | undefined): Part | undefined =>
  inode && { at: inode.at, pieces: (start, end) => planContent(inode, { start, end }) };

/** By the lowest pid that has them. */
function memoriesByPid({ checkpoint, pidsByMemory }: Side): ReadonlyMap<number, MemoryMap> {
  const byPid = new Map<number, MemoryMap>();
  for (const memory of checkpoint.memories.values()) {
    const pid = pidsByMemory.get(memory.id)?.[0] ?? memory.pagesOfPid;
    if (pid !== undefined) byPid.set(pid, memory);
  }
  return byPid;
}

/** Files and segments whose content an image holds, by a name that the next image has, too. */
export function contentInodes({ inodes, sharedMemories }: Checkpoint): ReadonlyMap<string, Inode> {
  const byName = new Map<string, Inode>();
  for (const inode of inodes.values()) {
    const segment = follow(sharedMemories, inode.shm);
    if (inode.content.length === 0) continue;
    const name = segment ? `shm ${segment.id}` : `inode ${inode.dev.toString(16)}:${inode.ino}`;
    // Shared memory of some families has no number: the order is what is left.
    let own = name;
    for (let count = 2; byName.has(own); count++) own = `${name} (${count})`;
    byName.set(own, inode);
  }
  return byName;
}

interface SideArea {
  readonly area: MemoryArea;
  readonly isA: boolean;
}

/** Areas of both sides that lie over each other are compared together: one that was cut in two is the same. */
function* areaPairs(
  owner: string,
  a: Side,
  memoryA: MemoryMap | undefined,
  b: Side,
  memoryB: MemoryMap | undefined,
): Generator<Pair> {
  const partOf = (
    side: Side,
    memory: MemoryMap | undefined,
    area: MemoryArea | undefined,
  ): Part | undefined =>
    memory === undefined || area === undefined
      ? undefined
      : { at: area.at, pieces: (start, end) => planMemory(side.checkpoint, memory.id, { start, end }) };
  for (const { areas, end } of groupsOf(bothAreas(ascending(memoryA), ascending(memoryB)))) {
    const [first] = areas as [SideArea];
    const [ownA, ownB] = [areas.find(({ isA }) => isA)?.area, areas.find(({ isA }) => !isA)?.area];
    yield {
      owner,
      name: () => (ownA === undefined ? nameOf(b, memoryB, first.area) : nameOf(a, memoryA, ownA)),
      start: first.area.start,
      end,
      a: partOf(a, memoryA, ownA),
      b: partOf(b, memoryB, ownB),
    };
  }
}

/** Made as they are read: there may be more than memory holds. Only those of a damaged image are out of order. */
function ascending(memory: MemoryMap | undefined): Iterator<MemoryArea> {
  const areas = memory?.areas ?? [];
  let last = 0n;
  for (const { start } of areas) {
    if (start < last)
      return [...areas].sort((x, y) => (x.start < y.start ? -1 : Number(x.start > y.start))).values();
    last = start;
  }
  return areas[Symbol.iterator]();
}

/** By address; where both begin at one, that of the first image comes first. */
function* bothAreas(areasA: Iterator<MemoryArea>, areasB: Iterator<MemoryArea>): Generator<SideArea> {
  let [a, b] = [areasA.next(), areasB.next()];
  while (!a.done || !b.done) {
    if (!a.done && (b.done || a.value.start <= b.value.start)) {
      yield { area: a.value, isA: true };
      a = areasA.next();
    } else if (!b.done) {
      yield { area: b.value, isA: false };
      b = areasB.next();
    }
  }
}

/** Those that lie over each other, and where the last of them ends. */
function* groupsOf(all: Iterable<SideArea>): Generator<{ areas: readonly SideArea[]; end: bigint }> {
  let areas: SideArea[] = [];
  let end = 0n;
  for (const one of all) {
    if (areas.length > 0 && one.area.start >= end) {
      yield { areas, end };
      areas = [];
    }
    end = areas.length === 0 ? one.area.end : larger(end, one.area.end);
    areas.push(one);
  }
  if (areas.length > 0) yield { areas, end };
}

function nameOf({ checkpoint }: Side, memory: MemoryMap | undefined, { start }: MemoryArea): string {
  const area = memory && namedAreaAt(checkpoint, memory, start);
  return area === undefined ? '' : shownName(area);
}

const pagesIn = (bytes: bigint, pageBytes: bigint): bigint => (bytes + pageBytes - 1n) / pageBytes;

/** Ranges of an area that are kept for those who ask where it differs. */
const rangesMax = 1000;

function* comparePair(
  pair: Pair,
  a: Side,
  b: Side,
  before: bigint,
): Generator<bigint, { change: MemoryChange | undefined; compared: Compared }> {
  const { owner, name, start, end } = pair;
  const pageBytes = BigInt(a.checkpoint.image.pageSizeBytes);
  const counts = { differs: 0n, 'only-a': 0n, 'only-b': 0n, otherwise: 0n, 'not-here': 0n };
  const ranges: { start: bigint; end: bigint }[] = [];
  let firstAt: bigint | null = null;
  const steps = compareBytes(
    { source: a.source, pieces: pair.a?.pieces(start, end) ?? [] },
    { source: b.source, pieces: pair.b?.pieces(start, end) ?? [] },
    pageBytes,
  );
  const isGone = pair.a === undefined || pair.b === undefined;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    if (typeof step.value === 'bigint') {
      yield before + step.value;
      continue;
    }
    const { kind, start: from, end: to } = step.value;
    counts[kind] += pagesIn(to - from, pageBytes);
    if (kind === 'differs') {
      firstAt ??= step.value.firstAt ?? from;
      if (ranges.length < rangesMax) ranges.push({ start: from, end: to });
    }
  }
  const compared = step.value;
  if (!isGone && Object.values(counts).every((count) => count === 0n)) return { change: undefined, compared };
  const change: MemoryChange = {
    owner,
    name: name(),
    start,
    end,
    a: pair.a?.at ?? null,
    b: pair.b?.at ?? null,
    differentPages: counts.differs,
    onlyAPages: counts['only-a'],
    onlyBPages: counts['only-b'],
    otherwisePages: counts.otherwise,
    notHerePages: counts['not-here'],
    firstAt,
    ranges,
  };
  return { change, compared };
}
