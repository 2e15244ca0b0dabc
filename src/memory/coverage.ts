/** How much of an area is stored, zero, copied, elsewhere or nowhere. Counts pages; never reads them. */
import { smaller } from '../model/bigint.ts';
import type { Checkpoint, MemoryArea, PageBlock, PageBlockKind } from '../model/checkpoint.ts';
import { contentBehind, larger, planContent, rowsFrom, sharedVdso } from './plan.ts';

/**
 * Bytes of address space by what the image says about them: `shared` is stored once for all that map it, with the
 * segment or deleted file; `absent` is what is stored nowhere.
 */
export type Coverage = { readonly [K in PageBlockKind | 'shared' | 'absent']: bigint };

export const noCoverage: Coverage = {
  stored: 0n,
  zero: 0n,
  copy: 0n,
  remap: 0n,
  lazy: 0n,
  external: 0n,
  cut: 0n,
  guard: 0n,
  shared: 0n,
  unknown: 0n,
  absent: 0n,
};

/** Sums up the blocks of an area; what damage puts elsewhere counts as far as it reaches in. */
export function coverageOf(
  checkpoint: Checkpoint,
  area: MemoryArea,
  see: (block: PageBlock) => void = () => {},
): Coverage {
  const { start, end } = area;
  const sums = { ...noCoverage };
  let next = start;
  let covered = 0n;
  for (const block of rowsFrom(area.blocks, start)) {
    const from = larger(block.start, next);
    const to = smaller(block.end, end);
    if (to <= from) continue;
    see(block);
    sums[block.kind] += to - from;
    covered += to - from;
    next = to;
  }
  const rest = larger(end - start - covered, 0n);
  sums.shared = smaller(sharedBytes(checkpoint, area), rest);
  sums.absent = rest - sums.shared;
  return sums;
}

/** What is stored of the part of a file that an area maps. */
function sharedBytes(checkpoint: Checkpoint, area: MemoryArea): bigint {
  const vdso = sharedVdso(checkpoint, area)?.content;
  if (vdso !== undefined) return BigInt(vdso.length);
  const inode = contentBehind(checkpoint, area);
  if (inode === undefined || area.end <= area.start) return 0n;
  const start = area.offsetBytes;
  let sum = 0n;
  for (const piece of planContent(inode, { start, end: start + (area.end - area.start) }))
    if (piece.kind === 'stored') sum += piece.end - piece.start;
  return sum;
}

/** Of one shape, whatever the names of the sums. */
export function addCoverage<Sums extends object>(a: Sums, b: Sums): Sums {
  const of = (sums: Sums) => sums as unknown as Readonly<Record<string, bigint>>;
  const sums: Record<string, bigint> = {};
  for (const kind of Object.keys(a)) sums[kind] = (of(a)[kind] ?? 0n) + (of(b)[kind] ?? 0n);
  return sums as unknown as Sums;
}
