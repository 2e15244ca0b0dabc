/** Pieces of memory into a file: holes for what an image has no bytes of, which is told. */
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { FileWriter } from '../parse/bytes/output/file-writer.ts';
import type { Missing, Piece, Range } from './plan.ts';

export type Gap = Range & { readonly why: Missing };

export interface Saved {
  readonly bytes: bigint;
  /** Zeros stand for these. */
  readonly gaps: readonly Gap[];
}

export function savePieces(source: ByteSource, sink: FileWriter, pieces: Iterable<Piece>): Saved {
  const gaps: Gap[] = [];
  let bytes = 0n;
  for (const piece of pieces) {
    const length = Number(piece.end - piece.start);
    bytes += piece.end - piece.start;
    if (piece.kind === 'stored') sink.copy(source, piece.offset, length);
    else sink.skip(length);
    if (piece.kind === 'missing') gaps.push(piece);
  }
  return { bytes, gaps };
}
