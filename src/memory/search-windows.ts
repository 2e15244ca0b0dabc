/** Pages that lie near each other in the image, as those of CPT do behind a header each, are read and searched in one go. */
import { ImageError } from '../diagnostic.ts';
import type { Hit, Looked, Search } from './hit.ts';
import { placesOf, type Spans, searchSpan } from './search-spans.ts';

/** Groups of spans, ascending in the source and apart from each other. */
type Window = readonly (readonly number[])[];

/** What lies between two pages and is read with them; more is skipped. */
const gapMax = 4096;

/** An expression could match from one page over a header into the next: each of its spans is a window of its own. */
export function* windowsOf({ pattern }: Search, spans: Spans, bytesMax: number): Generator<Window> {
  let window: (readonly number[])[] = [];
  let start = 0;
  let end = 0;
  for (const group of spans.groups()) {
    const [first = 0] = group;
    const offset = spans.offset[first]!;
    const goesOn = offset >= end && offset - end <= gapMax && spans.end(first) - start <= bytesMax;
    if (window.length > 0 && (pattern.expressionUnit !== undefined || !goesOn)) {
      yield window;
      window = [];
    }
    if (window.length === 0) start = offset;
    window.push(group);
    end = spans.end(first);
  }
  if (window.length > 0) yield window;
}

export function* searchWindow(
  search: Search,
  spans: Spans,
  window: Window,
  buffer: Uint8Array,
): Generator<Hit | Looked> {
  if (window.length > 1 && (yield* searchTogether(search, spans, window, buffer))) return;
  for (const group of window) yield* searchSpan(search, spans, group, buffer);
}

/** False where a part of it cannot be read: which one is found by reading each by itself. */
function* searchTogether(
  search: Search,
  spans: Spans,
  window: Window,
  buffer: Uint8Array,
): Generator<Hit | Looked, boolean> {
  const start = spans.offset[window[0]![0]!]!;
  const text = buffer.subarray(0, spans.end(window.at(-1)![0]!) - start);
  try {
    search.source.readInto(text, start);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return false;
  }
  yield { lookedBytes: text.length };
  for (const match of search.pattern.matches(text, 0, text.length)) {
    const position = start + match.at;
    const group = groupAt(spans, window, position);
    const [first = 0] = group;
    const [textPosition, end] = [spans.offset[first]!, spans.end(first)];
    // It begins or ends in what lies between two pages.
    if (position + match.length > end) continue;
    yield* placesOf(search, spans, group, new Map(), {
      text: text.subarray(textPosition - start, end - start),
      textPosition,
      match: { at: position - textPosition, length: match.length },
    });
  }
  return true;
}

/** The last one that begins at a position or before it. */
function groupAt(spans: Spans, window: Window, position: number): readonly number[] {
  let low = 0;
  let high = window.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans.offset[window[middle]![0]!]! <= position) low = middle + 1;
    else high = middle;
  }
  return window[low - 1]!;
}
