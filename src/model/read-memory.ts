/**
 * Process memory as far as the image holds it. Does not open mapped files: what only lies there is
 * missing.
 */
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { smaller } from './bigint.ts';
import type { AreaKind, ByteRange, Checkpoint, Id, MemoryArea, PageBlock, Task } from './checkpoint.ts';
import type { Rows } from './rows.ts';

/** The longest piece of memory that is read at once: more than any kernel's limit for arguments (6 MiB). */
export const readMemoryBytesMax = 16 * 1024 * 1024;

/**
 * The bytes `[address, address + length)` of a memory. Follows stored pages, zero pages and copy-on-
 * write sources; areas without a file are zero where the image says nothing, shared and deleted files
 * are read from their inode. Undefined when any byte is unknown: not mapped, only in a mapped file,
 * left with a page server, or beyond `readMemoryBytesMax`.
 */
export function readMemory(
  checkpoint: Checkpoint,
  source: ByteSource,
  memoryId: Id<'memory'>,
  address: bigint,
  length: number,
): Uint8Array | undefined {
  if (length < 0 || length > readMemoryBytesMax) return undefined;
  const target = new Uint8Array(length);
  const piece = { start: address, end: address + BigInt(length), target, base: address };
  return fillFromMemory({ checkpoint, source }, memoryId, piece) ? target : undefined;
}

interface Reader {
  readonly checkpoint: Checkpoint;
  readonly source: ByteSource;
}

/** Addresses that are wanted, and where they go: `base` is the address of the first byte of `target`. */
interface Piece {
  readonly start: bigint;
  readonly end: bigint;
  readonly target: Uint8Array;
  readonly base: bigint;
}

function fillFromMemory(reader: Reader, memoryId: Id<'memory'>, piece: Piece): boolean {
  const memory = reader.checkpoint.memories.get(memoryId);
  if (!memory) return false;
  let next = piece.start;
  for (const area of memory.areas) {
    if (next >= piece.end) break;
    if (area.end <= next || area.start > next) continue;
    const end = smaller(area.end, piece.end);
    if (!fillFromArea(reader, memoryId, area, { ...piece, start: next, end })) return false;
    next = end;
  }
  return next >= piece.end;
}

function fillFromArea(reader: Reader, memoryId: Id<'memory'>, area: MemoryArea, piece: Piece): boolean {
  const fromBlock = (block: PageBlock, part: Piece): boolean => {
    // rst_mm.c: the source of a copy was restored before, so it has a lower position; this ends the chain.
    if (block.kind !== 'copy') return fillFromBlock(reader, block, part);
    return (
      block.source !== undefined && block.source < memoryId && fillFromMemory(reader, block.source, part)
    );
  };
  return fillFromBlocks(area.blocks, piece, fromBlock, (gap) => fillGap(reader, area, gap));
}

/** Splits a piece at the borders of blocks; `fromGap` gets what no block covers. */
function fillFromBlocks(
  blocks: Rows<PageBlock>,
  piece: Piece,
  fromBlock: (block: PageBlock, part: Piece) => boolean,
  fromGap: (part: Piece) => boolean,
): boolean {
  let next = piece.start;
  for (const block of blocks) {
    if (next >= piece.end) break;
    if (block.end <= next) continue;
    if (block.start > next) {
      const end = smaller(block.start, piece.end);
      if (!fromGap({ ...piece, start: next, end })) return false;
      next = end;
    }
    if (next >= piece.end) break;
    const end = smaller(block.end, piece.end);
    if (!fromBlock(block, { ...piece, start: next, end })) return false;
    next = end;
  }
  return next >= piece.end || fromGap({ ...piece, start: next });
}

function fillFromBlock({ source }: Reader, block: PageBlock, piece: Piece): boolean {
  if (block.kind === 'zero') return true;
  if (block.kind !== 'stored' || !block.content) return false;
  const skip = Number(piece.start - block.start);
  const length = Number(piece.end - piece.start);
  if (skip + length > block.content.length) return false;
  const at = Number(piece.start - piece.base);
  source.readInto(piece.target.subarray(at, at + length), block.content.offset + skip);
  return true;
}

/** Areas that the kernel fills. */
const ofTheKernel: ReadonlySet<AreaKind> = new Set(['vdso', 'vvar', 'vsyscall', 'aio']);

/** Untouched memory: zero when nothing is mapped, else as in the file, whose content the image may hold. */
function fillGap(reader: Reader, area: MemoryArea, piece: Piece): boolean {
  if (ofTheKernel.has(area.kind)) return false;
  if (area.mapped === undefined || area.kind === 'anon') return area.kind !== 'file' && area.kind !== 'shm';
  const inodeId = reader.checkpoint.files.get(area.mapped)?.inode;
  const inode = inodeId === undefined ? undefined : reader.checkpoint.inodes.get(inodeId);
  if (!inode) return false;
  // The same piece, by offsets of the file; beyond its end the last page is zero.
  const toOffset = (address: bigint) => address - area.start + area.offsetBytes;
  const part = { start: toOffset(piece.start), end: toOffset(piece.end), base: toOffset(piece.base) };
  return fillFromBlocks(
    inode.content,
    { ...part, target: piece.target },
    (block, inner) => fillFromBlock(reader, block, inner),
    () => true,
  );
}

/** Arguments and environment are shown up to this length, as `/proc/PID/cmdline` of old kernels did. */
const argumentBytesMax = 128n * 1024n;

/**
 * The command line as a list, as `/proc/PID/cmdline` has it; undefined for zombies and where the image does not hold
 * it. A program that wrote over the last NUL of its arguments has a title there, which goes on into its environment
 * (setproctitle(3); fs/proc/base.c, get_mm_cmdline).
 */
export function commandLine(checkpoint: Checkpoint, source: ByteSource, task: Task): string[] | undefined {
  const memory = task.memory === undefined ? undefined : checkpoint.memories.get(task.memory);
  if (memory === undefined) return undefined;
  const { id, startArg, endArg, startEnv, endEnv } = memory;
  const last = endArg > startArg ? readMemory(checkpoint, source, id, endArg - 1n, 1) : undefined;
  if (last === undefined || last[0] === 0) return strings(checkpoint, source, id, startArg, endArg);
  const end = startEnv === endArg && endEnv > startEnv ? endEnv : endArg;
  const [title = ''] =
    strings(checkpoint, source, id, startArg, smaller(end, startArg + titleBytesMax)) ?? [];
  return [title];
}

/** One page, as the kernel reads. */
const titleBytesMax = 4096n;

/** `NAME=value` strings that the program was started with. */
export function environment(checkpoint: Checkpoint, source: ByteSource, task: Task): string[] | undefined {
  const memory = task.memory === undefined ? undefined : checkpoint.memories.get(task.memory);
  return memory && strings(checkpoint, source, memory.id, memory.startEnv, memory.endEnv);
}

function strings(
  checkpoint: Checkpoint,
  source: ByteSource,
  memory: Id<'memory'>,
  start: bigint,
  end: bigint,
): string[] | undefined {
  if (end <= start) return [];
  const length = Number(smaller(end - start, argumentBytesMax));
  const bytes = readMemory(checkpoint, source, memory, start, length);
  if (!bytes) return undefined;
  const parts = new TextDecoder().decode(bytes).split('\0');
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

export interface AuxEntry {
  /** `AT_*`. */
  readonly type: bigint;
  readonly value: bigint;
}

/** Entries of a longer vector are damage: kernels have about 20. */
const auxBytesMax = 4096;

/** The auxiliary vector that the image stores; undefined where it stores none. */
export function auxiliaryVector(
  checkpoint: Checkpoint,
  source: ByteSource,
  task: Task,
): readonly AuxEntry[] | undefined {
  const auxv = task.memory === undefined ? undefined : checkpoint.memories.get(task.memory)?.auxv;
  if (!auxv) return undefined;
  const words = words64(source, auxv);
  const entries: AuxEntry[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) entries.push({ type: words[at]!, value: words[at + 1]! });
  return entries;
}

/** OpenVZ stores the words of 32-bit kernels in 64 bits too. */
function words64(source: ByteSource, { offset, length }: ByteRange): readonly bigint[] {
  const bytes = source.view(offset, Math.min(length, auxBytesMax));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.byteLength / 8) }, (_, index) =>
    view.getBigUint64(index * 8, true),
  );
}
