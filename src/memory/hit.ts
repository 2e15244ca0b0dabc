/** Hits of a search, what is searched, and what the two parts of a search share. */
import { type Diagnostic, ImageError } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { Match } from './match.ts';
import type { Pattern } from './pattern.ts';
import type { MissingPiece, Piece } from './plan.ts';

/** Bytes with addresses of their own: a memory, the content of a file, a queue. */
export interface Stream {
  /** In ascending order. */
  pieces(): Iterable<Piece>;
  /** Pieces of a part of it; asked for at borders. */
  part(start: bigint, end: bigint): Iterable<Piece>;
}

export interface Hit {
  /** Number of the stream. */
  readonly stream: number;
  /** Address in the stream. */
  readonly address: bigint;
  readonly length: number;
  /** Of the first byte in the source; undefined where that byte is a zero that is not stored. */
  readonly position: number | undefined;
  /** The match, of a long one the beginning, with what is around it in the same piece; and where in it the match begins. */
  readonly context: Uint8Array;
  readonly contextAt: number;
}

/** Told as a search goes: what it could not look at. */
export interface NotSearched {
  /** A block of compressed pages that cannot be decoded. */
  damaged?(problem: Diagnostic): void;
  /** Addresses without bytes in the image. */
  missing?(stream: number, piece: MissingPiece): void;
}

/** A turn of the search: so many bytes were looked at. */
export interface Looked {
  readonly lookedBytes: number;
}

/** What both parts of a search work on. */
export interface Search {
  readonly source: ByteSource;
  readonly pattern: Pattern;
  readonly notSearched: NotSearched;
  readonly taken: TakenPlaces;
}

export const contextBytes = 32;
const shownBytesMax = 4096;

export function contextOf(
  text: Uint8Array,
  { at, length }: Pick<Match, 'at' | 'length'>,
): Pick<Hit, 'context' | 'contextAt'> {
  const from = Math.max(0, at - contextBytes);
  const to = Math.min(text.length, at + Math.min(length, shownBytesMax) + contextBytes);
  return { context: Uint8Array.from(text.subarray(from, to)), contextAt: at - from };
}

/** False where a block of compressed pages cannot be decoded, which is said. */
export function readStored({ source, notSearched }: Search, target: Uint8Array, position: number): boolean {
  try {
    source.readInto(target, position);
    return true;
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    notSearched.damaged?.(error.diagnostic);
    return false;
  }
}

/** More matches over borders than these may be told again in part. */
const takenMax = 200_000;

/** Addresses that matches over borders took: what lies in one of them is a part of it, and no hit of its own. */
export class TakenPlaces {
  readonly #byStream = new Map<number, { readonly starts: bigint[]; readonly ends: bigint[] }>();
  #count = 0;

  /** Starts ascend in each stream. */
  add(stream: number, start: bigint, end: bigint): void {
    if (this.#count++ >= takenMax) return;
    const known = this.#byStream.get(stream) ?? { starts: [], ends: [] };
    this.#byStream.set(stream, known);
    known.starts.push(start);
    known.ends.push(end);
  }

  /**
   * The end of what is taken at an address, or the address. `unit`: bytes to a character; text of two bytes at odd
   * addresses is none of that at even ones.
   */
  freeFrom(stream: number, address: bigint, unit: number): bigint {
    const known = this.#byStream.get(stream);
    if (known === undefined) return address;
    const { starts, ends } = known;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= address) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= Math.max(0, low - unit); index--)
      if (address < ends[index]! && (address - starts[index]!) % BigInt(unit) === 0n) return ends[index]!;
    return address;
  }
}
