/** Searching where pieces meet that follow each other in a stream, but not in the image. */
import { ImageError } from '../diagnostic.ts';
import { smaller } from '../model/bigint.ts';
import { contextBytes, contextOf, type Hit, type Looked, type Search, type Stream } from './hit.ts';
import type { Match } from './match.ts';
import type { Pattern } from './pattern.ts';
import { larger, type Piece } from './plan.ts';
import { matchBytesMax, type Spans } from './search-spans.ts';

/** A place where two pieces meet. */
interface Border {
  readonly index: number;
  readonly stream: Stream;
  readonly at: bigint;
  /** The first of the pieces up to the border that follow each other in the image, too. */
  readonly run: Piece;
  /** The first piece behind it. */
  readonly next: Piece;
}

/** The end of the last match of an expression over a border, and whether it was cut there. */
interface Last {
  end: bigint;
  isCut: boolean;
}

/** Fills the list of spans, and looks at each border on the way. */
export function* searchBorders(
  search: Search,
  index: number,
  stream: Stream,
  spans: Spans,
): Generator<Hit | Looked> {
  const { pattern } = search;
  const last: Last = { end: 0n, isCut: false };
  let before: Piece | undefined;
  let run: Piece | undefined;
  for (const piece of stream.pieces()) {
    if (piece.kind === 'missing') {
      search.notSearched.missing?.(index, piece);
      before = undefined;
      continue;
    }
    const follows = before?.end === piece.start;
    if (before === undefined || run === undefined || !follows) run = piece;
    else if (isBorder(before, piece)) {
      if (isCrossed(before, piece, pattern)) {
        const border = { index, stream, at: piece.start, run, next: piece };
        yield* pattern.expressionUnit === undefined
          ? needlesOver(search, border)
          : expressionOver(search, border, last);
      }
      run = piece;
    }
    if (piece.kind === 'stored') spans.add(index, piece.start, piece.offset, Number(piece.end - piece.start));
    before = piece;
  }
}

function isBorder(before: Piece, piece: Piece): boolean {
  if (before.kind === 'stored' && piece.kind === 'stored')
    return before.offset + Number(before.end - before.start) !== piece.offset;
  return before.kind !== piece.kind;
}

/** Whether a match may lie on both sides. */
const isCrossed = (before: Piece, piece: Piece, { lengthMax, holdsZero }: Pattern): boolean =>
  lengthMax > 1 && (holdsZero || (before.kind !== 'zero' && piece.kind !== 'zero'));

/** Matches begin in the run before the border, and end behind it. */
function* needlesOver(search: Search, border: Border): Generator<Hit | Looked> {
  const over = BigInt(search.pattern.lengthMax - 1 + contextBytes);
  const start = larger(border.run.start, border.at - over);
  const text = textOf(search, border, start, border.at + over);
  yield { lookedBytes: text.length };
  for (const match of crossing(search, text, Number(border.at - start)))
    yield hitAt(border, text, start, match);
}

/** Looks at more and more, as long as a match reaches the end of what was looked at. */
function* expressionOver(search: Search, border: Border, last: Last): Generator<Hit | Looked> {
  const floor = larger(border.run.start, last.end);
  if (floor >= border.at) return;
  const over = search.pattern.lengthMax - 1;
  for (let [back, ahead] = [over, over]; ; ) {
    const start = larger(floor, border.at - BigInt(back));
    const end = border.at + BigInt(ahead);
    const text = textOf(search, border, start, end);
    yield { lookedBytes: text.length };
    const matches = [...crossing(search, text, Number(border.at - start))];
    const isOpenBefore = start > floor && matches.some(({ at }) => at === 0);
    const isOpenBehind = start + BigInt(text.length) === end && matches.some(({ isOpen }) => isOpen);
    const [goesBack, goesOn] = [isOpenBefore && back < matchBytesMax, isOpenBehind && ahead < matchBytesMax];
    if (goesBack) back = Math.min(4 * back, matchBytesMax);
    if (goesOn) ahead = Math.min(4 * ahead, matchBytesMax);
    if (goesBack || goesOn) continue;
    for (const match of matches) {
      const hit = hitAt(border, text, start, match);
      const isRest = last.isCut && hit.address === last.end;
      const hitEnd = hit.address + BigInt(match.length);
      search.taken.add(border.index, hit.address, hitEnd);
      last.end = hitEnd;
      last.isCut = match.isOpen === true && isOpenBehind;
      if (!isRest) yield hit;
    }
    return;
  }
}

function* crossing({ pattern }: Search, text: Uint8Array, middle: number): Generator<Match> {
  for (const match of pattern.matches(text, 0, middle)) if (match.at + match.length > middle) yield match;
}

function hitAt({ index, run }: Border, text: Uint8Array, start: bigint, match: Match): Hit {
  const address = start + BigInt(match.at);
  const position = run.kind === 'stored' ? run.offset + Number(address - run.start) : undefined;
  return { stream: index, address, length: match.length, position, ...contextOf(text, match) };
}

/** Up to the first byte that the image has not, or cannot decode: whoever reads the whole of it says so. */
function textOf(search: Search, border: Border, start: bigint, end: bigint): Uint8Array {
  const text = new Uint8Array(Number(end - start));
  let filled = 0;
  for (const piece of piecesAround(border, start, end)) {
    if (piece.kind === 'missing') break;
    const to = Number(piece.end - start);
    if (piece.kind === 'stored' && !isRead(search, text.subarray(filled, to), piece.offset)) break;
    filled = to;
  }
  return text.subarray(0, filled);
}

/** Both pieces that meet are at hand: only what lies farther behind is asked for. */
function* piecesAround({ stream, at, run, next }: Border, start: bigint, end: bigint): Generator<Piece> {
  yield partOf(run, start, at);
  yield partOf(next, at, smaller(next.end, end));
  if (next.end < end) yield* stream.part(next.end, end);
}

const partOf = (piece: Piece, start: bigint, end: bigint): Piece =>
  piece.kind === 'stored'
    ? { ...piece, start, end, offset: piece.offset + Number(start - piece.start) }
    : { ...piece, start, end };

function isRead({ source }: Search, target: Uint8Array, position: number): boolean {
  try {
    source.readInto(target, position);
    return true;
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return false;
  }
}
