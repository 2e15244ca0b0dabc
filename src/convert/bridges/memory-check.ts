/**
 * What must hold of every memory before pages can be written: order, alignment, and that the pages are
 * there.
 */
import type { Checkpoint, MemoryArea, PageBlock } from '../../model/checkpoint.ts';
import { isAscending, type Span } from './span.ts';

const pageMask = 4095n;

export interface MemoryFault {
  readonly message: string;
  /** Offset in the image. */
  readonly at: number;
}

/** The first fault of each memory; `takesAbsent`: pages that are elsewhere are a loss and none. */
export function* memoryFaults(
  { memories, inodes }: Checkpoint,
  { takesAbsent }: { readonly takesAbsent: boolean },
): Generator<MemoryFault> {
  const stored = (wantsPages: boolean) => (block: PageBlock) =>
    (takesAbsent ? undefined : absentFault(block)) ?? storedFault(block, wantsPages);
  for (const { areas } of memories.values()) {
    // The order of areas means nothing; what they cover does.
    const fault = firstFault(isAscending(areas) ? areas : byStart(areas), (area) =>
      areaFault(area, stored(true)),
    );
    if (fault !== undefined) yield fault;
  }
  for (const { content } of inodes.values()) {
    const fault = firstFault(content, stored(false));
    if (fault !== undefined) yield fault;
  }
}

const byStart = (areas: Iterable<MemoryArea>): readonly MemoryArea[] =>
  [...areas].sort((a, b) => (a.start < b.start ? -1 : 1));

function firstFault<Row extends Span & { readonly at: number }>(
  rows: Iterable<Row>,
  inner: (row: Row) => MemoryFault | undefined,
): MemoryFault | undefined {
  let previous = 0n;
  for (const row of rows) {
    const { start, end, at } = row;
    if (end <= start || start < previous) {
      return {
        message: `memory at 0x${start.toString(16)} overlaps what comes before it or ends before it`,
        at,
      };
    }
    const fault = inner(row);
    if (fault) return fault;
    previous = end;
  }
  return undefined;
}

function areaFault(
  area: MemoryArea,
  stored: (block: PageBlock) => MemoryFault | undefined,
): MemoryFault | undefined {
  if (((area.start | area.end) & pageMask) !== 0n) {
    return { message: `an area at 0x${area.start.toString(16)} does not consist of pages`, at: area.at };
  }
  return firstFault(area.blocks, (block) => {
    const isInside = block.start >= area.start && block.end <= area.end;
    return isInside
      ? stored(block)
      : { message: `${placeOf(block)} lie outside of their area`, at: block.at };
  });
}

const placeOf = ({ start }: PageBlock): string => `pages at 0x${start.toString(16)}`;

const absentFault = (block: PageBlock): MemoryFault | undefined =>
  block.kind === 'lazy' || block.kind === 'external'
    ? {
        message: `${placeOf(block)} are not in the image but with a page server or in a stream beside it`,
        at: block.at,
      }
    : undefined;

/** Contents of files may end anywhere. */
function storedFault(block: PageBlock, wantsPages: boolean): MemoryFault | undefined {
  const { kind, start, end, content, at } = block;
  if (wantsPages && ((start | end) & pageMask) !== 0n)
    return { message: `${placeOf(block)} are no whole pages`, at };
  const isCut = kind === 'stored' && BigInt(content?.length ?? 0) < end - start;
  return isCut ? { message: `${placeOf(block)} are cut short`, at } : undefined;
}
