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
  /** When all of these are shared, and when none is. */
  readonly leastBytes: bigint;
  readonly mostBytes: bigint;
}

export function footprintOf(checkpoint: Checkpoint): Footprint {
  const spaces = spacesOf(checkpoint);
  let [privateBytes, sharedBytes, copyBytes, comparedBytes] = [0n, 0n, 0n, 0n];
  for (const { memory } of spaces) {
    for (const { blocks } of memory.areas) {
      privateBytes += sumOf(blocks, 'stored');
      copyBytes += sumOf(blocks, 'copy');
    }
  }
  for (const { content } of checkpoint.inodes.values()) sharedBytes += sumOf(content, 'stored');
  for (const [child, parent] of familiesOf(checkpoint, spaces)) comparedBytes += inherited(child, parent);
  const mostBytes = privateBytes + sharedBytes + copyBytes;
  const leastBytes = privateBytes + sharedBytes - comparedBytes;
  return { privateBytes, sharedBytes, copyBytes, comparedBytes, leastBytes, mostBytes };
}

function sumOf(blocks: Iterable<PageBlock>, kind: PageBlock['kind']): bigint {
  let sum = 0n;
  for (const block of blocks) if (block.kind === kind) sum += block.end - block.start;
  return sum;
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
