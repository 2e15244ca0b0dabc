/** A search through memory and what else an image holds, in slices, with the hits as they come. */
import type { Image } from '../../inspect/image.ts';
import {
  type Found,
  foundIn,
  isProgress,
  shownHit,
  spaceStreams,
  storeStream,
} from '../../inspect/memory/find.ts';
import { NotSearchedList } from '../../inspect/memory/not-searched.ts';
import type { NotSearched } from '../../memory/hit.ts';
import { bytePattern } from '../../memory/pattern.ts';
import { spacesOf } from '../../memory/spaces.ts';
import { storesOf } from '../../memory/stores.ts';
import { turn } from './drive.ts';
import type { MemoryHit, MemoryHits, MemorySearchRequest } from './engine.ts';

/** Nobody looks through more; the next search may say more. */
export const hitsMax = 10_000;

/** Between two looks at the messages. */
const sliceMs = 20;

export async function findInMemory(
  image: Image,
  { needle, pid }: MemorySearchRequest,
  onStep: (step: number | readonly MemoryHit[]) => void,
  isStopped: () => boolean,
): Promise<MemoryHits> {
  const { checkpoint } = image;
  const spaces = spacesOf(checkpoint).filter(({ pids }) => pid === undefined || pids.includes(pid));
  const stores = pid === undefined ? storesOf(checkpoint).map(storeStream) : [];
  const streams = [...spaces.flatMap((space) => spaceStreams(image, space)), ...stores];
  const hits: MemoryHit[] = [];
  let told = 0;
  let since = performance.now();
  const list = new NotSearchedList();
  // What a damaged block hides is said by those who judge the image.
  const notSearched: NotSearched = {
    missing: (stream, piece) => list.add(piece, streams[stream]!.areaAt(piece.start), streams[stream]!.pids),
  };
  const result = (isCut: boolean): MemoryHits => ({
    hits: inOrder(hits),
    isCut,
    notSearched: [...list.lines()],
  });
  for (const found of foundIn(image, streams, bytePattern([needle]), notSearched)) {
    if (!isProgress(found)) hits.push(hitOf(found));
    else if (found.total > 0) onStep(found.done / found.total);
    if (hits.length >= hitsMax) return result(true);
    if (performance.now() - since < sliceMs) continue;
    if (hits.length > told) onStep(inOrder(hits));
    told = hits.length;
    await turn();
    if (isStopped()) return result(true);
    since = performance.now();
  }
  return result(false);
}

const hitOf = ({ pid, area, address, hit }: Found): MemoryHit => ({
  pid: pid ?? undefined,
  area,
  address,
  length: hit.length,
  position: hit.position,
  context: shownHit(hit),
});

/** By process and address; what is in no process comes last. */
function inOrder(hits: readonly MemoryHit[]): readonly MemoryHit[] {
  const rank = ({ pid }: MemoryHit) => pid ?? Number.MAX_SAFE_INTEGER;
  return hits.toSorted(
    (a, b) => rank(a) - rank(b) || Number(a.address - b.address > 0n) - Number(a.address < b.address),
  );
}
