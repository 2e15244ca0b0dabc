/** What is searched for: bytes, or text in one or two encodings; `expression-pattern.ts` has regular expressions. */
import { placeOf } from '../byte-text.ts';
import { largestOf } from '../lists.ts';
import { ManyNeedles } from './many-needles.ts';
import type { Match } from './match.ts';

export interface Pattern {
  /** So long a match is found wherever it lies, over chunks and borders; an expression finds longer ones, too. */
  readonly lengthMax: number;
  /** Where longer matches exist and may be missed: up to this length all are found. */
  readonly sureBytes?: number;
  /** What is looked at in one go. */
  readonly chunkBytes: number;
  /** Bytes to a character, where matches are of any length and none lies in another: an expression. */
  readonly expressionUnit?: 1 | 2;
  /** Whether zeros can be a part of a match. */
  readonly holdsZero: boolean;
  /** Matches that begin in `[from, to)`, in ascending order for each needle. */
  matches(text: Uint8Array, from: number, to: number): Iterable<Match>;
  /**
   * Runs a piece of the search; throws UsageError where the pattern makes it take too long. Undefined where it was
   * stopped because others had the processor: it cannot go on, and begins anew with more patience.
   */
  bounded<Result>(run: () => Result, patience: number): Result | undefined;
}

/** What stays in the cache of a processor until it is looked at. */
const chunkBytes = 256 * 1024;

/** So many are found sooner one after the other: the machine compares 16 bytes at once. */
const fewNeedles = 16;

export function bytePattern(needles: readonly Uint8Array[]): Pattern {
  const many = needles.length > fewNeedles ? new ManyNeedles(needles) : undefined;
  return {
    lengthMax: largestOf(
      needles.map(({ length }) => length),
      0,
    ),
    chunkBytes,
    holdsZero: needles.some((needle) => needle.includes(0)),
    *matches(text, from, to) {
      if (many !== undefined) {
        yield* many.matches(text, from, to);
        return;
      }
      for (const needle of needles) {
        for (let at = placeOf(text, needle, from); at >= 0 && at < to; at = placeOf(text, needle, at + 1))
          yield { at, length: needle.length };
      }
    },
    bounded: (run) => run(),
  };
}
