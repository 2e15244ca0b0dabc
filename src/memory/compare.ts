/**
 * Two memories by address: however areas and pages are cut and stored, equal bytes are no difference. Reads both sides
 * once, in pieces of bounded size.
 */
import { compareBytes } from '../byte-text.ts';
import { smaller } from '../model/bigint.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { larger, type Missing, notHere, type Piece, type Range } from './plan.ts';

export interface ComparedSide {
  readonly source: ByteSource;
  /** Ascending; what is not mentioned is not mapped. */
  readonly pieces: Iterable<Piece>;
}

/**
 * Whole pages: their bytes differ, only one side has bytes, one side has some that are not here, or neither has any and
 * for another reason.
 */
export type DifferenceKind = 'differs' | 'only-a' | 'only-b' | 'not-here' | 'otherwise';

export interface Difference extends Range {
  readonly kind: DifferenceKind;
  /** Of `differs`: the first byte that does. */
  readonly firstAt?: bigint | undefined;
}

export interface Compared {
  readonly comparedBytes: bigint;
  /** That were not, since one side has them somewhere else, or both have. */
  readonly notHereBytes: bigint;
}

/** Addresses over which neither side changes. */
interface Part extends Range {
  readonly a: Piece | undefined;
  readonly b: Piece | undefined;
}

/** Differences ascend, those of one kind that adjoin are one; numbers between them are the bytes compared so far. */
export function* compareMemory(
  a: ComparedSide,
  b: ComparedSide,
  pageBytes: bigint,
): Generator<Difference | bigint, Compared> {
  let pending: Difference | undefined;
  let comparedBytes = 0n;
  let notHereBytes = 0n;
  for (const part of partsOf(a.pieces, b.pieces)) {
    if (isElsewhere(part.a) || isElsewhere(part.b)) notHereBytes += part.end - part.start;
    for (const found of differencesIn(part, a.source, b.source, pageBytes)) {
      if (typeof found === 'bigint') {
        comparedBytes += found;
        yield comparedBytes;
      } else if (pending?.end === found.start && pending.kind === found.kind)
        pending = { ...pending, end: found.end };
      else {
        if (pending !== undefined) yield pending;
        pending = found;
      }
    }
  }
  if (pending !== undefined) yield pending;
  return { comparedBytes, notHereBytes };
}

function* partsOf(piecesA: Iterable<Piece>, piecesB: Iterable<Piece>): Generator<Part> {
  const [nextA, nextB] = [piecesA[Symbol.iterator](), piecesB[Symbol.iterator]()];
  const take = (from: Iterator<Piece>): Piece | undefined => {
    for (let result = from.next(); result.done !== true; result = from.next()) {
      const piece = result.value;
      if (piece.kind !== 'missing' || piece.why !== 'unmapped') return piece;
    }
    return undefined;
  };
  let a = take(nextA);
  let b = take(nextB);
  let next = 0n;
  while (a !== undefined || b !== undefined) {
    const starts = [a, b].flatMap((piece) => (piece === undefined ? [] : [larger(piece.start, next)]));
    const start = starts.reduce(smaller);
    const [hereA, hereB] = [a, b].map((piece) =>
      piece !== undefined && piece.start <= start ? piece : undefined,
    );
    const borders = [hereA?.end, hereB?.end, hereA ? undefined : a?.start, hereB ? undefined : b?.start];
    const end = borders.filter((border) => border !== undefined).reduce(smaller);
    yield { start, end, a: hereA, b: hereB };
    next = end;
    if (a !== undefined && a.end <= next) a = take(nextA);
    if (b !== undefined && b.end <= next) b = take(nextB);
  }
}

const hasBytes = (piece: Piece | undefined): boolean => piece !== undefined && piece.kind !== 'missing';

const isElsewhere = (piece: Piece | undefined): boolean =>
  piece?.kind === 'missing' && notHere.has(piece.why);

/** Compared at once as long as nothing differs, then page by page. */
const runBytes = 256n * 1024n;
const bufferA = new Uint8Array(Number(runBytes));
const bufferB = new Uint8Array(Number(runBytes));

function* differencesIn(
  part: Part,
  sourceA: ByteSource,
  sourceB: ByteSource,
  pageBytes: bigint,
): Generator<Difference | bigint> {
  const { start, end, a, b } = part;
  if (hasBytes(a) !== hasBytes(b)) {
    const isUnknown = isElsewhere(a) || isElsewhere(b);
    yield { start, end, kind: isUnknown ? 'not-here' : hasBytes(a) ? 'only-a' : 'only-b' };
    return;
  }
  if (!hasBytes(a)) {
    if (whyOf(a) !== whyOf(b)) yield { start, end, kind: 'otherwise' };
    return;
  }
  if (a?.kind === 'zero' && b?.kind === 'zero') return;
  for (let run = start; run < end; run += runBytes) {
    const stop = smaller(run + runBytes, end);
    const [bytesA, bytesB] = [read(sourceA, a!, run, stop, bufferA), read(sourceB, b!, run, stop, bufferB)];
    yield stop - run;
    if (compareBytes(bytesA, bytesB) === 0) continue;
    for (let page = run; page < stop; ) {
      // Pages of the process, not of the run.
      const next = smaller(page - (page % pageBytes) + pageBytes, stop);
      const [from, to] = [Number(page - run), Number(next - run)];
      const at = firstDifference(bytesA.subarray(from, to), bytesB.subarray(from, to));
      if (at >= 0) yield { start: page, end: next, kind: 'differs', firstAt: page + BigInt(at) };
      page = next;
    }
  }
}

const whyOf = (piece: Piece | undefined): Missing | undefined =>
  piece?.kind === 'missing' ? piece.why : undefined;

function read(source: ByteSource, piece: Piece, start: bigint, end: bigint, into: Uint8Array): Uint8Array {
  const bytes = into.subarray(0, Number(end - start));
  if (piece.kind === 'stored') source.readInto(bytes, piece.offset + Number(start - piece.start));
  else bytes.fill(0);
  return bytes;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  if (compareBytes(a, b) === 0) return -1;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return at;
  return -1;
}
