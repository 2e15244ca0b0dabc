/**
 * How much memory a restore of an image takes: what each process has for itself, what several see, and what of it is
 * shared copy-on-write. Counts pages; never reads them.
 */
import { smaller } from '../model/bigint.ts';
import type { Checkpoint, MemoryArea, MemoryMap, PageBlock } from '../model/checkpoint.ts';
import { larger, rowsFrom } from './plan.ts';
import { type Space, spacesOf } from './spaces.ts';

export interface Footprint {
  /** Stored pages of private memory, process by process. */
  readonly privateBytes: bigint;
  /** Stored pages of files and segments that the image holds, once each. */
  readonly sharedBytes: bigint;
  /** Pages that the image says are shared copy-on-write with another process. */
  readonly copyBytes: bigint;
  /**
   * Of the private pages, those that a parent has in the same area: CRIU compares them at the restore, and shares what
   * is equal (criu/mem.c, restore_priv_vma_content). It shares nothing between others.
   */
  readonly comparedBytes: bigint;
  /** Pages that a restore fills from elsewhere: from a page server, an older image, or a form that cannot be read here. */
  readonly elsewhereBytes: bigint;
  /** When all of these are shared and no page is asked of a page server, and when none is and all are. */
  readonly leastBytes: bigint;
  readonly mostBytes: bigint;
}

export function footprintOf(checkpoint: Checkpoint): Footprint {
  const spaces = spacesOf(checkpoint);
  const own: BlockSums = {};
  const shared: BlockSums = {};
  for (const { memory } of spaces) for (const { blocks } of memory.areas) addBlocks(own, blocks);
  for (const { content } of checkpoint.inodes.values()) addBlocks(shared, content);
  const of = (kind: PageBlock['kind']) => (own[kind] ?? 0n) + (shared[kind] ?? 0n);
  const [privateBytes, copyBytes, sharedBytes] = [own.stored ?? 0n, own.copy ?? 0n, shared.stored ?? 0n];
  let comparedBytes = 0n;
  for (const [child, parent] of familiesOf(checkpoint, spaces)) comparedBytes += inherited(child, parent);
  // Who restores lazily asks for a page when it is touched, which may be never; for all others before it runs.
  const neededBytes = of('external') + of('cut') + of('unknown');
  const elsewhereBytes = neededBytes + of('lazy');
  return {
    privateBytes,
    sharedBytes,
    copyBytes,
    comparedBytes,
    elsewhereBytes,
    leastBytes: privateBytes + sharedBytes + neededBytes - comparedBytes,
    mostBytes: privateBytes + sharedBytes + copyBytes + elsewhereBytes,
  };
}

type BlockSums = { [K in PageBlock['kind']]?: bigint };

function addBlocks(sums: BlockSums, blocks: Iterable<PageBlock>): void {
  for (const { kind, start, end } of blocks) sums[kind] = (sums[kind] ?? 0n) + end - start;
}

/** Memories of children with those of their parents. */
function* familiesOf(
  { processes }: Checkpoint,
  spaces: readonly Space[],
): Generator<readonly [MemoryMap, MemoryMap]> {
  const byPid = new Map(spaces.flatMap(({ memory, pids }) => pids.map((pid) => [pid, memory] as const)));
  for (const { pid, leader } of processes) {
    const [child, parent] = [byPid.get(pid), byPid.get(leader?.parentPid ?? 0)];
    if (child !== undefined && parent !== undefined && child !== parent) yield [child, parent];
  }
}

/** Pages that both store in areas with the same ends. */
function inherited(child: MemoryMap, parent: MemoryMap): bigint {
  const areas = new Map<bigint, MemoryArea>();
  for (const area of parent.areas) areas.set(area.start, area);
  let sum = 0n;
  for (const area of child.areas) {
    const own = areas.get(area.start);
    if (own === undefined || own.end !== area.end || own.kind !== area.kind) continue;
    for (const block of area.blocks) {
      if (block.kind !== 'stored') continue;
      for (const other of rowsFrom(own.blocks, block.start)) {
        if (other.start >= block.end) break;
        const [from, to] = [larger(block.start, other.start), smaller(block.end, other.end)];
        if (other.kind === 'stored' && to > from) sum += to - from;
      }
    }
  }
  return sum;
}
