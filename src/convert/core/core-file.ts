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
  for (const one of plan()) {
    const { piece, from } = one;
    addSegment(segments, one, BigInt(facts.pageBytes));
    const length = piece.end - piece.start;
    if (from !== undefined) sums.filledBytes += length;
    else if (piece.kind === 'stored') sums.storedBytes += length;
    else if (piece.kind === 'zero') sums.zeroBytes += length;
    else sums.missingBytes[piece.why] = (sums.missingBytes[piece.why] ?? 0n) + length;
  }
  writeFrame(sink, { word, elfMachine, notes: notesOf(facts), segments, pageBytes: facts.pageBytes });
  for (const one of plan()) {
    const { piece, from } = one;
    if (!hasContent(one)) continue;
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

/**
 * So many zeros of no file have no content either: kernels leave out areas that nobody wrote to, and programs reserve
 * more than files and archives hold (a terabyte, the sandbox of V8).
 */
const longZeros = 16n << 20n;

const hasContent = ({ area, piece, from }: AreaPiece): boolean =>
  piece.kind === 'zero'
    ? area.mapped !== undefined || piece.end - piece.start < longZeros
    : from !== undefined || piece.kind === 'stored';

/** Joins what follows in the same area and has content, or has none. */
function addSegment(segments: Segment[], one: AreaPiece, pageBytes: bigint): void {
  const { area, piece } = one;
  const isWritten = hasContent(one);
  if (piece.kind === 'missing' && !isWritten && !emptyInKernels.has(piece.why)) return;
  // Kernels store the page with the header of a program. Without it a debugger must not find zeros there (gdb,
  // svr4_exec_displacement): it would take the program for another one, and not move it to where it was loaded.
  const isHeader = !isWritten && area.offsetBytes === 0n && area.mapped !== undefined;
  const start = isHeader && piece.start === area.start ? piece.start + pageBytes : piece.start;
  if (start >= piece.end) return;
  const last = segments.at(-1);
  const joins = last?.end === start && last.start >= area.start && last.hasContent === isWritten;
  if (joins) segments[segments.length - 1] = { ...last, end: piece.end };
  else segments.push({ start, end: piece.end, flags: flagsOf(area), hasContent: isWritten });
}

const flagsOf = ({ perms }: MemoryArea): number =>
  (perms[0] === 'r' ? 4 : 0) | (perms[1] === 'w' ? 2 : 0) | (perms[2] === 'x' ? 1 : 0);
