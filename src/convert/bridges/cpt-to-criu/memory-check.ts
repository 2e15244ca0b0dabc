/**
 * What must hold of every memory before pages can be written: order, alignment, and that the pages are
 * there.
 */
import type { MemoryArea, PageBlock } from '../../../model/checkpoint.ts';
import { type Conversion, refuse } from './context.ts';
import { isAscending, type Span } from './span.ts';

const pageMask = 4095n;

/** Refuses the image at the first fault of each memory. */
export function checkMemories(conversion: Conversion): void {
  const { checkpoint } = conversion;
  for (const { areas } of checkpoint.memories.values()) {
    // The order of areas means nothing; what they cover does.
    const fault = firstFault(isAscending(areas) ? areas : byStart(areas), areaFault);
    if (fault) refuse(conversion, fault.message, fault);
  }
  for (const { content } of checkpoint.inodes.values()) {
    const fault = firstFault(content, (block) => storedFault(block, false));
    if (fault) refuse(conversion, fault.message, fault);
  }
}

interface Fault {
  readonly message: string;
  readonly at: number;
}

const byStart = (areas: Iterable<MemoryArea>): readonly MemoryArea[] =>
  [...areas].sort((a, b) => (a.start < b.start ? -1 : 1));

function firstFault<Row extends Span & { readonly at: number }>(
  rows: Iterable<Row>,
  inner: (row: Row) => Fault | undefined,
): Fault | undefined {
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

function areaFault(area: MemoryArea): Fault | undefined {
  if (((area.start | area.end) & pageMask) !== 0n) {
    return { message: `an area at 0x${area.start.toString(16)} does not consist of pages`, at: area.at };
  }
  return firstFault(area.blocks, (block) => {
    const isInside = block.start >= area.start && block.end <= area.end;
    const place = `pages at 0x${block.start.toString(16)}`;
    return isInside
      ? storedFault(block, true)
      : { message: `${place} lie outside of their area`, at: block.at };
  });
}

/** Contents of files may end anywhere. */
function storedFault(block: PageBlock, wantsPages: boolean): Fault | undefined {
  const { kind, start, end, content, at } = block;
  const place = `pages at 0x${start.toString(16)}`;
  if (kind === 'lazy' || kind === 'external') {
    return { message: `${place} are not in the image but with a page server or in a stream beside it`, at };
  }
  if (wantsPages && ((start | end) & pageMask) !== 0n) return { message: `${place} are no whole pages`, at };
  const isCut = kind === 'stored' && BigInt(content?.length ?? 0) < end - start;
  return isCut ? { message: `${place} are cut short`, at } : undefined;
}
