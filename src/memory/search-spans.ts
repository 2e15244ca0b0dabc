/**
 * Searching what is stored, in the order of the image: what many see is read once, and a hit told for each. Holds one
 * chunk.
 */
import type { Diagnostic } from '../diagnostic.ts';
import { contextBytes, contextOf, type Hit, type Looked, readStored, type Search } from './hit.ts';
import type { Match } from './match.ts';
import { readParts } from './read-parts.ts';

/** A longer match of an expression is cut here. */
export const matchBytesMax = 1024 * 1024;

/** Stored pieces by position in the source; packed, since an image can have very many. */
export class Spans {
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

  /** Each with those that lie inside of it: parts of it that others see, too. */
  *groups(): Generator<readonly number[]> {
    const order = Array.from(this.offset.keys()).sort(
      (a, b) => this.offset[a]! - this.offset[b]! || this.length[b]! - this.length[a]!,
    );
    for (let at = 0; at < order.length; ) {
      const end = this.end(order[at]!);
      let next = at + 1;
      while (next < order.length && this.end(order[next]!) <= end) next++;
      yield order.slice(at, next);
      at = next;
    }
  }

  addressAt(index: number, position: number): bigint {
    return this.address[index]! + BigInt(position - this.offset[index]!);
  }

  end(index: number): number {
    return this.offset[index]! + this.length[index]!;
  }
}

/** A match in a text that begins at a position of the source. */
export interface Placed {
  readonly text: Uint8Array;
  readonly textPosition: number;
  readonly match: Match;
}

/** `group`: the span that is read, then those inside of it; `buffer` holds a chunk and what is around it. */
export function* searchSpan(
  search: Search,
  spans: Spans,
  group: readonly number[],
  buffer: Uint8Array,
): Generator<Hit | Looked> {
  const { pattern } = search;
  const isExpression = pattern.expressionUnit !== undefined;
  const [first = 0] = group;
  const start = spans.offset[first]!;
  const end = spans.end(first);
  // Where the last match of an expression ends, and whether it was cut there: what goes on is none of its own.
  let free = start;
  let isCut = false;
  const apart = new Map<number, number>();
  const report = (problem: Diagnostic) => search.notSearched.damaged?.(problem);
  for (let at = start; at < end; at += pattern.chunkBytes) {
    // Some bytes from before and behind, so that a hit can be shown with what stands there.
    const textPosition = Math.max(start, at - contextBytes);
    const chunkEnd = Math.min(at + pattern.chunkBytes, end);
    const from = isExpression ? Math.max(at, free) : at;
    if (from >= chunkEnd) continue;
    const text = buffer.subarray(
      0,
      Math.min(chunkEnd + pattern.lengthMax - 1 + contextBytes, end) - textPosition,
    );
    yield { lookedBytes: text.length };
    for (const part of readParts(search.source, text, textPosition, start, report)) {
      const partPosition = textPosition + part.from;
      const partEnd = textPosition + part.to;
      const [low, high] = [Math.max(at, partPosition), Math.min(chunkEnd, partEnd)];
      if (low >= high) continue;
      if (part.isRead) {
        const readable = { text: text.subarray(part.from, part.to), textPosition: partPosition };
        yield* matchesIn(readable, isExpression ? Math.max(low, free) : low, high);
      } else tellUnreadable(search, spans, group, low, high);
    }
  }

  function* matchesIn(read: Omit<Placed, 'match'>, from: number, to: number): Generator<Hit> {
    if (from >= to) return;
    const { text, textPosition } = read;
    for (const match of pattern.matches(text, from - textPosition, to - textPosition)) {
      const position = textPosition + match.at;
      const goesOn = isCut && position === free;
      const isOpen = match.isOpen === true && textPosition + text.length < end;
      const whole = isOpen ? wholeMatch(search, { ...read, match }, end) : undefined;
      if (isOpen && whole === undefined) continue;
      const placed = whole ?? { ...read, match };
      free = position + placed.match.length;
      isCut = placed.match.isOpen === true && free < end;
      if (!goesOn) yield* placesOf(search, spans, group, apart, placed);
    }
  }
}

function tellUnreadable(
  { notSearched }: Search,
  spans: Spans,
  group: readonly number[],
  low: number,
  high: number,
): void {
  for (const span of group) {
    const [from, to] = [Math.max(low, spans.offset[span]!), Math.min(high, spans.end(span))];
    if (from >= to) continue;
    const range = { start: spans.addressAt(span, from), end: spans.addressAt(span, to) };
    notSearched.missing?.(spans.stream[span]!, { ...range, kind: 'missing', why: 'unreadable' });
  }
}

/** Room for what `searchSpan` looks at in one go. */
export const bufferFor = ({ pattern }: Search): Uint8Array =>
  new Uint8Array(pattern.chunkBytes + pattern.lengthMax + 2 * contextBytes);

/** With as much of what follows as belongs to it; undefined where it is none when that is known. */
function wholeMatch(search: Search, short: Placed, end: number): Placed | undefined {
  const position = short.textPosition + short.match.at;
  const textPosition = Math.max(short.textPosition, position - contextBytes);
  for (let bytes = 2 * short.text.length; ; bytes *= 2) {
    const stop = Math.min(position + Math.min(bytes, matchBytesMax), end);
    const text = new Uint8Array(stop - textPosition);
    if (!readStored(search, text, textPosition)) return short;
    const at = position - textPosition;
    const [match] = search.pattern.matches(text, at, at + 1);
    if (match === undefined) return undefined;
    if (match.isOpen !== true || stop === end || bytes >= matchBytesMax) return { text, textPosition, match };
  }
}

/** `apart`: where the last match ends that only this span has. */
export function* placesOf(
  { pattern, taken }: Search,
  spans: Spans,
  group: readonly number[],
  apart: Map<number, number>,
  { text, textPosition, match }: Placed,
): Generator<Hit> {
  const unit = pattern.expressionUnit;
  const position = textPosition + match.at;
  const end = position + match.length;
  const hitAt = (span: number, { at, length }: Match): Hit => ({
    stream: spans.stream[span]!,
    address: spans.addressAt(span, textPosition + at),
    length,
    position: textPosition + at,
    ...contextOf(text, { at, length }),
  });
  for (const span of group) {
    const [spanStart, spanEnd] = [spans.offset[span]!, spans.end(span)];
    if (spanStart >= end || position >= spanEnd) continue;
    if (unit === undefined) {
      if (spanStart <= position && end <= spanEnd) yield hitAt(span, match);
      continue;
    }
    const freeFrom = (place: number): number => {
      const address = spans.addressAt(span, place);
      return place + Number(taken.freeFrom(spans.stream[span]!, address, unit) - address);
    };
    const seen = Math.max(position, spanStart, apart.get(span) ?? 0);
    if (seen >= end) continue;
    const from = freeFrom(seen);
    if (from === position && end <= spanEnd) yield hitAt(span, match);
    else {
      // Who sees only a part of it may see a shorter match there, and behind a match over a border another begins.
      const visible = text.subarray(0, Math.min(spanEnd - textPosition, text.length));
      for (const part of pattern.matches(
        visible,
        from - textPosition,
        Math.min(end, spanEnd) - textPosition,
      )) {
        const place = textPosition + part.at;
        apart.set(span, place + part.length);
        if (freeFrom(place) === place) yield hitAt(span, part);
      }
    }
  }
}
