/** From a plan to bytes, in chunks of bounded size. */
import { ImageError, type Report } from '../diagnostic.ts';
import { smaller } from '../model/bigint.ts';
import type { Checkpoint, Id } from '../model/checkpoint.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { type Missing, type Piece, planMemory, type Range } from './plan.ts';
import { pageBytes, readParts, saysChanges } from './read-parts.ts';

/** What lies at addresses that follow each other. */
export type Chunk = Range &
  (
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
    | { readonly kind: 'zero' }
    | { readonly kind: 'missing'; readonly why: Missing }
  );

/** What stays in the cache of a processor until it is looked at. */
const chunkBytes = 256n * 1024n;

/** The bytes of a chunk are valid until the next one is asked for. Damaged blocks of compressed pages are told, and missing. */
export function* readPieces(source: ByteSource, pieces: Iterable<Piece>, damaged: Report): Generator<Chunk> {
  const report = saysChanges(damaged);
  // Most callers ask for little.
  let buffer = new Uint8Array(0);
  for (const piece of pieces) {
    if (piece.kind !== 'stored') {
      yield piece;
      continue;
    }
    const pagesFrom = piece.offset - Number(piece.start % BigInt(pageBytes));
    for (let start = piece.start; start < piece.end; ) {
      const end = smaller(start + chunkBytes, piece.end);
      const length = Number(end - start);
      if (buffer.length < length) buffer = new Uint8Array(length);
      const bytes = buffer.subarray(0, length);
      const position = piece.offset + Number(start - piece.start);
      for (const { from, to, isRead } of readParts(source, bytes, position, pagesFrom, report)) {
        const range = { start: start + BigInt(from), end: start + BigInt(to) };
        yield isRead
          ? { ...range, kind: 'bytes', bytes: bytes.subarray(from, to) }
          : { ...range, kind: 'missing', why: 'unreadable' };
      }
      start = end;
    }
  }
}

/** The longest piece of memory that is read at once: more than any kernel's limit for arguments (6 MiB). */
export const readMemoryBytesMax = 16 * 1024 * 1024;

/**
 * The bytes `[address, address + length)` of a memory as far as the image holds them; undefined when any is missing,
 * or for more than `readMemoryBytesMax`.
 */
export function readMemory(
  checkpoint: Checkpoint,
  source: ByteSource,
  memory: Id<'memory'>,
  address: bigint,
  length: number,
): Uint8Array | undefined {
  if (length < 0 || length > readMemoryBytesMax) return undefined;
  const range = { start: address, end: address + BigInt(length) };
  const target = new Uint8Array(length);
  for (const piece of planMemory(checkpoint, memory, range)) {
    if (piece.kind === 'missing') return undefined;
    if (piece.kind === 'zero') continue;
    const at = Number(piece.start - address);
    try {
      source.readInto(target.subarray(at, at + Number(piece.end - piece.start)), piece.offset);
    } catch (error) {
      // A damaged block is said by those who judge the image.
      if (error instanceof ImageError) return undefined;
      throw error;
    }
  }
  return target;
}
