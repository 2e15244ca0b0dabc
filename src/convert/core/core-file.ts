/**
 * A process of a checkpoint as an ELF core file, as the kernel writes one (fs/binfmt_elf.c, elf_core_dump). What the
 * image does not hold has no content, never zeros in its place: a debugger finds it in the mapped file.
 */
import { type Missing, type Piece, planArea } from '../../memory/plan.ts';
import type { Checkpoint, MemoryArea, MemoryMap } from '../../model/checkpoint.ts';
import { type ByteSink, writeZeros } from '../../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type Segment, writeFrame } from './elf.ts';
import { coreMachines } from './machines.ts';
import { notesOf, type ProcessFacts } from './process-notes.ts';

/** Where the content of a mapped file can be had from; undefined where it is not that file. */
export type FileContent = (area: MemoryArea, offset: bigint, length: bigint) => ByteSource | undefined;

export interface CoreFile {
  readonly pid: number;
  readonly facts: ProcessFacts;
  readonly memory: MemoryMap;
}

export interface CoreSummary {
  readonly storedBytes: bigint;
  readonly zeroBytes: bigint;
  /** Filled from the files of a root. */
  readonly filledBytes: bigint;
  readonly missingBytes: Readonly<Partial<Record<Missing, bigint>>>;
}

export function writeCore(
  checkpoint: Checkpoint,
  source: ByteSource,
  core: CoreFile,
  sink: ByteSink,
  filled: FileContent = () => undefined,
): CoreSummary {
  const { facts, memory } = core;
  const { word, elfMachine } = coreMachines[facts.threads[0].registers.machine];
  const segments: Segment[] = [];
  const sums = {
    storedBytes: 0n,
    zeroBytes: 0n,
    filledBytes: 0n,
    missingBytes: {} as Record<string, bigint>,
  };
  const plan = () => piecesOf(checkpoint, memory, filled);
  for (const { area, piece, from } of plan()) {
    addSegment(segments, area, piece, from !== undefined, BigInt(facts.pageBytes));
    const length = piece.end - piece.start;
    if (from !== undefined) sums.filledBytes += length;
    else if (piece.kind === 'stored') sums.storedBytes += length;
    else if (piece.kind === 'zero') sums.zeroBytes += length;
    else sums.missingBytes[piece.why] = (sums.missingBytes[piece.why] ?? 0n) + length;
  }
  writeFrame(sink, { word, elfMachine, notes: notesOf(facts), segments, pageBytes: facts.pageBytes });
  for (const { piece, from } of plan()) {
    const length = Number(piece.end - piece.start);
    if (from !== undefined) copyFilled(sink, from, length);
    else if (piece.kind === 'stored') sink.copy(source, piece.offset, length);
    else if (piece.kind === 'zero') writeZeros(sink, length);
  }
  return sums;
}

export interface AreaPiece {
  readonly area: MemoryArea;
  readonly piece: Piece;
  readonly from?: { readonly source: ByteSource; readonly offset: number } | undefined;
}

/** In the order of the file. */
export function* piecesOf(
  checkpoint: Checkpoint,
  memory: MemoryMap,
  filled: FileContent,
): Generator<AreaPiece> {
  let next = 0n;
  for (const area of memory.areas) {
    // Segments of a core ascend; what damage puts elsewhere has no place in one.
    if (area.start < next || area.end <= area.start) continue;
    next = area.end;
    for (const piece of planArea(checkpoint, memory.id, area)) {
      if (piece.kind !== 'missing' || piece.why !== 'in-file') {
        yield { area, piece };
        continue;
      }
      const offset = piece.start - area.start + area.offsetBytes;
      const content = filled(area, offset, piece.end - piece.start);
      yield { area, piece, from: content && { source: content, offset: Number(offset) } };
    }
  }
}

/** Beyond the end of a file its last page is zero, and what follows cannot be touched. */
function copyFilled(
  sink: ByteSink,
  { source, offset }: { readonly source: ByteSource; readonly offset: number },
  length: number,
): void {
  const inFile = Math.max(0, Math.min(length, source.size - offset));
  sink.copy(source, offset, inFile);
  writeZeros(sink, length - inFile);
}

/**
 * Of what has no content, kernels write a segment without any: debuggers look for it in the mapped file, else it is zeros
 * to them (gdb: `x/x` of pages that a lazy dump left behind). What is lost has no segment, and cannot be read.
 */
const emptyInKernels: ReadonlySet<Missing> = new Set<Missing>(['in-file', 'kernel', 'guard']);

/** Joins what follows in the same area and has content, or has none. */
function addSegment(
  segments: Segment[],
  area: MemoryArea,
  piece: Piece,
  isFilled: boolean,
  pageBytes: bigint,
): void {
  const hasContent = isFilled || piece.kind !== 'missing';
  if (!hasContent && !emptyInKernels.has(piece.why)) return;
  // Kernels store the page with the header of a program. Without it a debugger must not find zeros there (gdb,
  // svr4_exec_displacement): it would take the program for another one, and not move it to where it was loaded.
  const isHeader = !hasContent && area.offsetBytes === 0n && area.mapped !== undefined;
  if (isHeader && piece.start === area.start) {
    const start = piece.start + pageBytes;
    if (start < piece.end) segments.push({ start, end: piece.end, flags: flagsOf(area), hasContent });
    return;
  }
  const last = segments.at(-1);
  const joins = last?.end === piece.start && last.start >= area.start && last.hasContent === hasContent;
  if (joins) segments[segments.length - 1] = { ...last, end: piece.end };
  else segments.push({ start: piece.start, end: piece.end, flags: flagsOf(area), hasContent });
}

const flagsOf = ({ perms }: MemoryArea): number =>
  (perms[0] === 'r' ? 4 : 0) | (perms[1] === 'w' ? 2 : 0) | (perms[2] === 'x' ? 1 : 0);
