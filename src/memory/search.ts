/**
 * Searching memory: each stored byte is read once, in the order of the image, and a hit is told for every address that
 * sees it. What goes over the border of two pieces that do not follow each other in the image is looked for at each
 * border by itself. Holds one chunk, and the list of pieces.
 */
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { type Hit, type Looked, type NotSearched, type Search, type Stream, TakenPlaces } from './hit.ts';
import type { Pattern } from './pattern.ts';
import { saysChanges } from './read-parts.ts';
import { searchBorders } from './search-borders.ts';
import { bufferFor, Spans } from './search-spans.ts';
import { searchWindow, windowsOf } from './search-windows.ts';

export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

type Step = Hit | SearchProgress | Looked;

/** What an expression is bounded over: to watch over each call by itself would take longer than the search. */
const watchedBytes = 4 * 1024 * 1024;
/** Hits that are kept before they are told. */
const foundMax = 1000;

/** More time for each turn, when one was stopped that had no processor. */
const patienceGrowth = 4;

/** Yields progress between hits. */
export function* searchStreams(
  source: ByteSource,
  streams: readonly Stream[],
  pattern: Pattern,
  notSearched: NotSearched = {},
): Generator<Hit | SearchProgress> {
  const isNewHit = newOnes();
  const isNewProblem = newOnes();
  for (let patience = 1; ; patience *= patienceGrowth) {
    const [isHitNew, isProblemNew] = [isNewHit(), isNewProblem()];
    const told: NotSearched = {
      damaged: saysChanges((problem) => void (isProblemNew() && notSearched.damaged?.(problem))),
      missing: (stream, piece) => void (isProblemNew() && notSearched.missing?.(stream, piece)),
    };
    const steps = searchSteps({ source, pattern, notSearched: told, taken: new TakenPlaces() }, streams);
    for (;;) {
      const found: (Hit | SearchProgress)[] = [];
      const isMore = pattern.bounded(() => goOn(steps, found), patience);
      if (isMore === undefined) break;
      for (const one of found) if (!('stream' in one) || isHitNew()) yield one;
      if (!isMore) return;
    }
  }
}

/** A search that begins anew finds the same in the same order: for each run, which of it the runs before had not. */
function newOnes(): () => () => boolean {
  let known = 0;
  return () => {
    let count = 0;
    return () => {
      count++;
      if (count <= known) return false;
      known = count;
      return true;
    };
  };
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

function* searchSteps(search: Search, streams: readonly Stream[]): Generator<Step> {
  const spans = new Spans();
  for (const [index, stream] of streams.entries()) yield* searchBorders(search, index, stream, spans);
  const total = spans.length.reduce((sum, length) => sum + length, 0);
  const buffer = bufferFor(search);
  let done = 0;
  for (const window of windowsOf(search, spans, buffer.length)) {
    yield* searchWindow(search, spans, window, buffer);
    for (const group of window) for (const span of group) done += spans.length[span]!;
    yield { done, total };
  }
}
