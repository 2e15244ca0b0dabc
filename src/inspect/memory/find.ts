/** A pattern in memory and in what else an image holds: hits as places in processes. */
import type { Location } from '../../diagnostic.ts';
import type { Hit, NotSearched, Stream } from '../../memory/hit.ts';
import type { Pattern } from '../../memory/pattern.ts';
import { extentOf, type Piece, planArea, planMemory } from '../../memory/plan.ts';
import { type SearchProgress, searchStreams } from '../../memory/search.ts';
import type { Space } from '../../memory/spaces.ts';
import type { Store } from '../../memory/stores.ts';
import { smaller } from '../../model/bigint.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { Image } from '../image.ts';
import { namedAreaAt, shownName } from '../views/named-areas.ts';
import { areasNamed } from './words.ts';

/** One place of a hit. */
export interface Found {
  /** Null for what lies in no address space. */
  readonly pid: number | null;
  readonly area: string;
  readonly address: bigint;
  readonly at: Location;
  readonly hit: Hit;
}

export interface Searched extends Stream {
  /** Who sees it: more than one where processes share their memory (CLONE_VM), nobody where it is none. */
  readonly pids: readonly number[];
  areaAt(address: bigint): string;
}

/** The memory of a process, or the areas of it that a name means. */
export function spaceStreams(image: Image, space: Space, wanted?: string): readonly Searched[] {
  const { checkpoint } = image;
  const { memory, pids } = space;
  const common = {
    part: (start: bigint, end: bigint) => planMemory(checkpoint, memory.id, { start, end }),
    pids,
    areaAt: (address: bigint) => nameAt(checkpoint, space, address),
  };
  if (wanted === undefined)
    return [{ ...common, pieces: () => planMemory(checkpoint, memory.id, extentOf(memory)) }];
  return areasNamed(image, space, wanted).map((area) => ({
    ...common,
    pieces: () => planArea(checkpoint, memory.id, area),
  }));
}

function nameAt(checkpoint: Checkpoint, { memory }: Space, address: bigint): string {
  const area = namedAreaAt(checkpoint, memory, address);
  return area === undefined ? '' : shownName(area);
}

/** What lies in no address space. */
export const storeStream = (store: Store): Searched => ({
  pieces: () => partOf(store, 0n, store.sizeBytes),
  part: (start, end) => partOf(store, start, smaller(end, store.sizeBytes)),
  pids: [],
  areaAt: () => store.name,
});

const partOf = (store: Store, start: bigint, end: bigint): Iterable<Piece> =>
  store.isPacked === true ? [{ start, end, kind: 'missing', why: 'packed' }] : store.part({ start, end });

/** What a process sees is not told again for the file or segment that it sees there. */
export function* foundIn(
  { source, placeOf }: Image,
  streams: readonly Searched[],
  pattern: Pattern,
  notSearched: NotSearched = {},
): Generator<Found | SearchProgress> {
  const seen = new Set<number>();
  // Places of one hit come together.
  let together: Hit[] = [];
  const tell = function* (): Generator<Found> {
    const inMemory = together.filter(({ stream }) => streams[stream]!.pids.length > 0);
    for (const hit of inMemory.length > 0 ? inMemory : together) {
      const { position } = hit;
      const stream = streams[hit.stream]!;
      if (position !== undefined && stream.pids.length === 0 && seen.has(position)) continue;
      if (position !== undefined && seen.size < seenMax) seen.add(position);
      const at = position === undefined ? {} : placeOf(position);
      const place = { area: stream.areaAt(hit.address), address: hit.address, at, hit };
      for (const pid of stream.pids.length > 0 ? stream.pids : [null]) yield { pid, ...place };
    }
    together = [];
  };
  for (const hit of searchStreams(source, streams, pattern, notSearched)) {
    if (isProgress(hit)) {
      yield hit;
      continue;
    }
    const [first] = together;
    if (first !== undefined && (hit.position === undefined || hit.position !== first.position)) yield* tell();
    together.push(hit);
  }
  yield* tell();
}

/** Hits whose places are remembered, for files of which a process sees a part. */
const seenMax = 100_000;

export const isProgress = (hit: Hit | Found | SearchProgress): hit is SearchProgress => 'total' in hit;

/** What can be printed of a hit and of what stands around it, dots for the rest. */
export const shownHit = ({ context }: Hit): string =>
  Array.from(context, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
