/**
 * Pages whose bytes images hold, each counted once however many processes see it: how many there are, and what became
 * of them from one image to the next. What one has, less what is gone, and with what is new, is what the next one has.
 */
import { compareMemory as compareBytes } from '../../memory/compare.ts';
import type { Piece } from '../../memory/plan.ts';
import { spacesOf } from '../../memory/spaces.ts';
import type { PageBlock } from '../../model/checkpoint.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { contentInodes } from './compare-memory.ts';

/** In pages. */
export interface PageChanges {
  /** Stored by both, with other bytes. */
  readonly rewritten: bigint;
  /** Stored by the later one only. */
  readonly added: bigint;
  /** Stored by the earlier one only. */
  readonly gone: bigint;
  /** Stored by one, while the other has them somewhere else, such as in an older image. */
  readonly notHere: bigint;
}

export function storedPages(image: Image, filter: Filter): bigint {
  let bytes = 0n;
  for (const pieces of holdersIn(image, filter).values())
    for (const { kind, start, end } of pieces()) if (kind === 'stored') bytes += end - start;
  return pagesIn(bytes, image);
}

export function pageChanges(a: Image, b: Image, filter: Filter): PageChanges {
  const [ofA, ofB] = [holdersIn(a, filter), holdersIn(b, filter)];
  const bytes = { differs: 0n, 'only-a': 0n, 'only-b': 0n, otherwise: 0n, 'not-here': 0n };
  const none = (): Iterable<Piece> => [];
  for (const name of new Set([...ofA.keys(), ...ofB.keys()])) {
    const sideA = { source: a.source, pieces: (ofA.get(name) ?? none)() };
    const sideB = { source: b.source, pieces: (ofB.get(name) ?? none)() };
    for (const found of compareBytes(sideA, sideB, pageBytesOf(b)))
      if (typeof found !== 'bigint') bytes[found.kind] += found.end - found.start;
  }
  return {
    rewritten: pagesIn(bytes.differs, b),
    added: pagesIn(bytes['only-b'], b),
    gone: pagesIn(bytes['only-a'], b),
    notHere: pagesIn(bytes['not-here'], b),
  };
}

const pageBytesOf = ({ checkpoint }: Image): bigint => BigInt(checkpoint.image.pageSizeBytes);

/** Content of old segments ends inside of a page. */
function pagesIn(bytes: bigint, image: Image): bigint {
  const pageBytes = pageBytesOf(image);
  return (bytes + pageBytes - 1n) / pageBytes;
}

/** What holds pages of its own, by a name that is the same in both images: private memory, files and segments. */
function holdersIn({ checkpoint }: Image, filter: Filter): ReadonlyMap<string, () => Iterable<Piece>> {
  const wanted = new Set(wantedProcesses(checkpoint, filter).map(({ pid }) => pid));
  const holders = new Map<string, () => Iterable<Piece>>();
  for (const { memory, pids } of spacesOf(checkpoint)) {
    const isWanted =
      filter.pids.length === 0 || pids.some((pid) => wanted.has(pid) || filter.pids.includes(pid));
    if (!isWanted) continue;
    holders.set(`memory of ${pids[0]}`, function* () {
      for (const { blocks } of memory.areas) yield* ownPieces(blocks);
    });
  }
  if (filter.pids.length > 0) return holders;
  for (const [name, inode] of contentInodes(checkpoint)) holders.set(name, () => ownPieces(inode.content));
  return holders;
}

/** Without those that other memories hold: copies, pages of mapped files. With those that are somewhere else. */
function* ownPieces(blocks: Iterable<PageBlock>): Generator<Piece> {
  for (const { kind, start, end, content } of blocks)
    if (kind === 'stored' && content !== undefined && content.length >= Number(end - start))
      yield { kind, start, end, offset: content.offset };
    else if (kind === 'external' || kind === 'lazy')
      yield { kind: 'missing', start, end, why: kind === 'lazy' ? 'lazy' : 'elsewhere' };
}
