/**
 * Searching memory: each stored byte is read once, in the order of the image, and a hit is told for every address that
 * sees it. What goes over the border of two pieces that do not follow each other in the image is looked for at each
 * border by itself. Holds one chunk, and the list of pieces.
 */
import { ImageError, type Report } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { Pattern } from './pattern.ts';
import type { Piece } from './plan.ts';
import { type Chunk, readPieces } from './read.ts';

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
  /** The match with what is around it in the same piece, and where in it the match begins. */
  readonly context: Uint8Array;
  readonly contextAt: number;
}

export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

/** A turn of the search: so many bytes were looked at. */
interface Looked {
  readonly lookedBytes: number;
}

type Step = Hit | SearchProgress | Looked;

/** What an expression is bounded over: to watch over each call by itself would take longer than the search. */
const watchedBytes = 4 * 1024 * 1024;

/** What stays in the cache of a processor until it is looked at. */
const chunkBytes = 256 * 1024;
const contextBytes = 32;
/** Hits that are kept before they are told. */
const foundMax = 1000;

/** Stored pieces by position in the source; packed, since an image can have very many. */
class Spans {
  readonly offset: number[] = [];
  readonly length: number[] = [];
  readonly stream: number[] = [];
  readonly address: bigint[] = [];

  /** Joins what goes on in the image and in the stream. */
  add(stream: number, address: bigint, offset: number, length: number): void {
    const last = this.offset.length - 1;
    const goesOn =
      last >= 0 &&
      this.stream[last] === stream &&
      this.offset[last]! + this.length[last]! === offset &&
      this.address[last]! + BigInt(this.length[last]!) === address;
    if (goesOn) this.length[last]! += length;
    else {
      this.offset.push(offset);
      this.length.push(length);
      this.stream.push(stream);
      this.address.push(address);
    }
  }
}

/** Yields progress between hits. */
export function* searchStreams(
  source: ByteSource,
  streams: readonly Stream[],
  pattern: Pattern,
  damaged: Report = () => {},
): Generator<Hit | SearchProgress> {
  const steps = searchSteps(source, streams, pattern, damaged);
  for (let isMore = true; isMore; ) {
    const found: (Hit | SearchProgress)[] = [];
    isMore = pattern.bounded(() => goOn(steps, found));
    yield* found;
  }
}

/** Adds what the next bytes hold; false at the end. */
function goOn(steps: Iterator<Step>, found: (Hit | SearchProgress)[]): boolean {
  for (let looked = 0; looked < watchedBytes && found.length < foundMax; ) {
    const { value, done } = steps.next();
    if (done) return false;
    if ('lookedBytes' in value) looked += value.lookedBytes;
    else found.push(value);
  }
  found.push({ done: 0, total: 0 });
  return true;
}

function* searchSteps(
  source: ByteSource,
  streams: readonly Stream[],
  pattern: Pattern,
  damaged: Report,
): Generator<Step> {
  const spans = new Spans();
  for (const [index, stream] of streams.entries()) {
    yield* searchBorders(source, index, stream, pattern, spans);
  }
  const order = Array.from(spans.offset.keys()).sort(
    (a, b) => spans.offset[a]! - spans.offset[b]! || spans.length[b]! - spans.length[a]!,
  );
  const total = spans.length.reduce((sum, length) => sum + length, 0);
  let done = 0;
  for (let at = 0; at < order.length; ) {
    // The spans that lie in the first one are parts of it: a page that others see, too.
    const first = order[at]!;
    const end = spans.offset[first]! + spans.length[first]!;
    let next = at + 1;
    while (next < order.length && spans.offset[order[next]!]! + spans.length[order[next]!]! <= end) next++;
    yield* searchSpan(source, spans, order.slice(at, next), pattern, damaged);
    for (; at < next; at++) done += spans.length[order[at]!]!;
    yield { done, total };
  }
}

/** `group`: the span that is read, then those inside of it. */
function* searchSpan(
  source: ByteSource,
  spans: Spans,
  group: readonly number[],
  pattern: Pattern,
  damaged: Report,
): Generator<Step> {
  const [first = 0] = group;
  const start = spans.offset[first]!;
  const length = spans.length[first]!;
  const over = pattern.lengthMax - 1;
  const buffer = new Uint8Array(Math.min(length, chunkBytes + over + contextBytes));
  let free = 0;
  // A long match goes on in the next chunk, where it is none of its own.
  let goesOn = false;
  for (let at = 0; at < length; at += chunkBytes) {
    // Some bytes from before, so that a hit can be shown with what stands there.
    const before = Math.min(at, contextBytes);
    const text = buffer.subarray(
      0,
      Math.min(chunkBytes + over + before, length - at + before, buffer.length),
    );
    if (!readStored(source, text, start + at - before, damaged)) continue;
    const chunkEnd = Math.min(before + chunkBytes, text.length);
    const from = Math.max(before, free - at + before);
    const wasOpen = goesOn;
    goesOn = false;
    for (const match of pattern.matches(text, from, chunkEnd)) {
      goesOn = match.isOpen === true && text.length < length - at + before;
      if (wasOpen && match.at === from) continue;
      const inSpan = at - before + match.at;
      free = inSpan + match.length;
      yield* placesOf(spans, group, start + inSpan, match.length, contextOf(text, match));
    }
    yield { lookedBytes: text.length };
  }
}

/** False where a block of compressed pages cannot be decoded, which is said; the search goes on behind the chunk. */
function readStored(source: ByteSource, target: Uint8Array, position: number, damaged: Report): boolean {
  try {
    source.readInto(target, position);
    return true;
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    damaged(error.diagnostic);
    return false;
  }
}

function* placesOf(
  spans: Spans,
  group: readonly number[],
  position: number,
  length: number,
  context: Pick<Hit, 'context' | 'contextAt'>,
): Generator<Hit> {
  for (const span of group) {
    const skip = position - spans.offset[span]!;
    if (skip < 0 || skip + length > spans.length[span]!) continue;
    yield {
      stream: spans.stream[span]!,
      address: spans.address[span]! + BigInt(skip),
      length,
      position,
      ...context,
    };
  }
}

function contextOf(
  text: Uint8Array,
  { at, length }: { at: number; length: number },
): Pick<Hit, 'context' | 'contextAt'> {
  const from = Math.max(0, at - contextBytes);
  const context = Uint8Array.from(text.subarray(from, Math.min(text.length, at + length + contextBytes)));
  return { context, contextAt: at - from };
}

/** Fills the list of spans, and looks at each border on the way. */
function* searchBorders(
  source: ByteSource,
  index: number,
  stream: Stream,
  pattern: Pattern,
  spans: Spans,
): Generator<Step> {
  const over = BigInt(pattern.lengthMax - 1);
  let before: Piece | undefined;
  // The first of the pieces up to `before` that follow each other in the image: no border is inside of these.
  let run: Piece | undefined;
  for (const piece of stream.pieces()) {
    const follows = before?.end === piece.start;
    if (before !== undefined && run !== undefined && follows && isCrossed(before, piece, pattern)) {
      const start = before.end - over > run.start ? before.end - over : run.start;
      yield* searchBorder(
        source,
        index,
        stream,
        pattern,
        { start, border: piece.start, end: piece.start + over },
        run,
      );
      yield { lookedBytes: 2 * Number(over) };
    }
    if (before === undefined || !follows || isBorder(before, piece)) run = piece;
    if (piece.kind === 'stored') spans.add(index, piece.start, piece.offset, Number(piece.end - piece.start));
    before = piece;
  }
}

function isBorder(before: Piece, piece: Piece): boolean {
  if (before.kind === 'missing' || piece.kind === 'missing') return false;
  if (before.kind === 'zero' && piece.kind === 'zero') return false;
  if (before.kind !== 'stored' || piece.kind !== 'stored') return true;
  return before.offset + Number(before.end - before.start) !== piece.offset;
}

/** Whether a match may lie on both sides. */
const isCrossed = (before: Piece, piece: Piece, { lengthMax, holdsZero }: Pattern): boolean =>
  lengthMax > 1 &&
  isBorder(before, piece) &&
  (holdsZero || (before.kind !== 'zero' && piece.kind !== 'zero'));

/** A match begins before the border, in the pieces from `run` on, and ends behind it. */
function* searchBorder(
  source: ByteSource,
  index: number,
  stream: Stream,
  pattern: Pattern,
  range: { readonly start: bigint; readonly border: bigint; readonly end: bigint },
  run: Piece,
): Generator<Hit> {
  const { start, border, end } = range;
  const text = new Uint8Array(Number(end - start));
  let filled = 0;
  for (const chunk of readableChunks(source, stream.part(start, end))) {
    if (chunk.kind === 'missing') break;
    if (chunk.kind === 'bytes') text.set(chunk.bytes, Number(chunk.start - start));
    filled = Number(chunk.end - start);
  }
  const inside = text.subarray(0, filled);
  const middle = Number(border - start);
  for (const match of pattern.matches(inside, 0, middle)) {
    if (match.at + match.length <= middle) continue;
    const address = start + BigInt(match.at);
    const position = run.kind === 'stored' ? run.offset + Number(address - run.start) : undefined;
    yield { stream: index, address, length: match.length, position, ...contextOf(inside, match) };
  }
}

/** Up to the first block that cannot be decoded; whoever reads the whole of it says so. */
function* readableChunks(source: ByteSource, pieces: Iterable<Piece>): Generator<Chunk> {
  try {
    yield* readPieces(source, pieces);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
  }
}
