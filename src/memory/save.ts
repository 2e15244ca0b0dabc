/** Pieces of memory into a file: holes for what an image has no bytes of, which is told. */
import type { Report } from '../diagnostic.ts';
import { type ByteSink, writeZeros } from '../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { Missing, Piece, Range } from './plan.ts';
import { readPieces } from './read.ts';

export type Gap = Range & { readonly why: Missing };

export interface Saved {
  readonly bytes: bigint;
  /** Zeros stand for these. */
  readonly gaps: readonly Gap[];
}

export function savePieces(
  source: ByteSource,
  sink: ByteSink,
  pieces: Iterable<Piece>,
  damaged: Report,
): Saved {
  const gaps: Gap[] = [];
  let bytes = 0n;
  for (const chunk of readPieces(source, pieces, damaged)) {
    const length = Number(chunk.end - chunk.start);
    bytes += chunk.end - chunk.start;
    if (chunk.kind === 'bytes' && !isZero(chunk.bytes)) sink.write(chunk.bytes);
    else writeZeros(sink, length);
    if (chunk.kind === 'missing') gaps.push(chunk);
  }
  return { bytes, gaps };
}

/** What is not of zeros mostly shows it at once. */
function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}
