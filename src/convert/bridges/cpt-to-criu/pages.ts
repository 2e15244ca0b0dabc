/**
 * pagemap-N.img and pages-N.img of a process: the content of its private areas, copied in pieces. Copy-on-
 * write sharing is not written: CRIU finds equal pages of parent and child again by itself (criu/mem.c).
 */
import type { Id, MemoryArea, MemoryMap, PageBlock } from '../../../model/checkpoint.ts';
import { overlap, rowsIn, type Span } from '../span.ts';
import { type AreaContent, pageBytes, type WrittenArea } from './areas.ts';
import type { Conversion } from './context.ts';
import { PageWriter } from './page-writer.ts';
import type { ContentPatch } from './repairs/signal-frames.ts';
import type { TreeProcess } from './tree.ts';

/** Addresses with what they hold: bytes of the image, given bytes, or zeros. */
interface Piece {
  readonly start: bigint;
  readonly end: bigint;
  readonly stored?: { readonly offset: number; readonly block: PageBlock; readonly skip: number };
  readonly bytes?: Uint8Array;
}

export function writePages(
  conversion: Conversion,
  process: TreeProcess,
  areas: readonly WrittenArea[],
): void {
  const writer = new PageWriter(conversion, 'PAGEMAP', process.pid);
  for (const area of areas) {
    for (const piece of piecesOf(conversion, process, area.content, area)) {
      writePiece(conversion, writer, piece);
    }
  }
  writer.close();
}

function* piecesOf(
  { checkpoint }: Conversion,
  { holder }: TreeProcess,
  content: AreaContent,
  { start, end }: WrittenArea,
): Generator<Piece> {
  if (content.from === 'bytes') yield { start, end, bytes: content.bytes };
  if (content.from !== 'blocks' || holder.memory === undefined) return;
  yield* fromArea(checkpoint.memories, holder.memory, content.area, { start, end });
}

type Memories = ReadonlyMap<Id<'memory'>, MemoryMap>;

function* fromArea(memories: Memories, memory: Id<'memory'>, area: MemoryArea, span: Span): Generator<Piece> {
  for (const block of rowsIn(area.blocks, span)) {
    const part = overlap(block, span);
    switch (block.kind) {
      case 'stored': {
        const skip = Number(part.start - block.start);
        yield { ...part, stored: { offset: (block.content?.offset ?? 0) + skip, block, skip } };
        break;
      }
      case 'zero':
        // Memory without a file is zero where nothing is written.
        if (area.mapped !== undefined) yield part;
        break;
      case 'copy':
        // rst_mm.c: the source of a copy was restored before, so it has a lower position; this ends the
        // chain.
        if (block.source !== undefined && block.source < memory)
          yield* fromMemory(memories, block.source, part);
        break;
      default:
    }
  }
}

/** All areas of the source: a copy may go over the borders of several. */
function* fromMemory(memories: Memories, id: Id<'memory'>, span: Span): Generator<Piece> {
  const areas = memories.get(id)?.areas;
  if (!areas) return;
  for (const area of rowsIn(areas, span)) yield* fromArea(memories, id, area, overlap(area, span));
}

function writePiece({ repairs }: Conversion, writer: PageWriter, { start, end, stored, bytes }: Piece): void {
  const pages = (end - start) / pageBytes;
  if (bytes) writer.bytes(start, bytes);
  else if (!stored) writer.zeros(start, pages);
  else {
    const patches = repairs.patches.get(stored.block.at) ?? [];
    writer.copy(start, pages, stored.offset, inside(patches, stored.skip, Number(end - start)));
  }
}

/**
 * Patches of a part of a block's content, counted from the start of the part. A patch may reach over its
 * end.
 */
function inside(patches: readonly ContentPatch[], skip: number, length: number): readonly ContentPatch[] {
  return patches.flatMap(({ at, bytes }) => {
    const from = Math.max(at, skip);
    const to = Math.min(at + bytes.length, skip + length);
    return from < to ? [{ at: from - skip, bytes: bytes.subarray(from - at, to - at) }] : [];
  });
}
