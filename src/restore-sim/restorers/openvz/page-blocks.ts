/**
 * Blocks of pages inside an area: kernel/cpt/rst_mm.c do_rst_vma. Only where they lie is looked at; their
 * bytes stay in the image.
 */
import { contentType, objectType } from '../../../parse/generated/cpt-records.ts';
import type { AreaRange } from './area-table.ts';
import { type ObjectHeader, positionOf, type ReadObject } from './image-reader.ts';
import type { Restore } from './restore.ts';
import { crash, refuse } from './stop.ts';

/** sizeof(struct cpt_page_block): the content starts here, whatever the header length says. */
const blockHeaderBytes = 32;

type Area = ReadObject<'vma'>;

export function restorePageBlocks(restore: Restore, areas: AreaRange, area: Area): void {
  for (const block of restore.reader.headers(area.body, area.end, 'a block of pages')) {
    switch (block.object) {
      case objectType.pages:
        restorePages(restore, areas, area, block);
        break;
      case objectType.copypages:
        copyPages(restore, area, block);
        break;
      case objectType.remappages:
        break;
      default: {
        const isOutside =
          block.object === objectType.lazypages ||
          block.object === objectType.iterpages ||
          block.object === objectType.iteryoungpages;
        const what = isOutside ? 'pages that are not in the image' : `an object of type ${block.object}`;
        refuse('page-block', 'EINVAL', restore.at(block.offset), `${what} in an area of memory`);
      }
    }
  }
}

function restorePages(restore: Restore, areas: AreaRange, area: Area, block: ObjectHeader): void {
  const { offset, content } = block;
  const { pageContents } = restore.line.memory;
  const { start, end } = restore.reader.fields('pages', block);
  const refuseBlock = (errno: string, what: string): never =>
    refuse('page-block', errno, restore.at(offset), `the pages ${rangeText(start, end)} ${what}`);
  if (pageContents !== undefined && !pageContents.has(content)) {
    refuseBlock('EINVAL', `have content of type ${content}`);
  }
  // As a count of bytes to read, a negative length is refused by the file system.
  if (end < start) refuseBlock('EINVAL', 'end before they start');
  const isInside = start >= area.fields.start && end <= area.fields.end;
  if (!isInside && !restore.areas.covers(areas, positionOf(start))) refuseBlock('EFAULT', 'lie in no area');
  if (content === contentType.void) return;
  restore.reader.checkRange(offset + blockHeaderBytes, positionOf(end - start), 'the content of pages');
}

function copyPages(restore: Restore, area: Area, block: ObjectHeader): void {
  const { start, end, source } = restore.reader.fields('copypages', block);
  const at = () => restore.at(block.offset);
  const range = () => `the pages ${rangeText(start, end)}`;
  if (area.fields.anonvma === 0) {
    refuse('page-block', 'EINVAL', at(), `${range()} are copied into an area without anonymous pages`);
  }
  const memory = restore.memories.get(positionOf(source));
  if (memory === undefined) {
    const message = `${range()} are copied from memory at ${source}, which is not restored yet`;
    refuse('page-source', 'ESRCH', at(), message);
  }
  if (!restore.areas.covers(memory, positionOf(start))) {
    refuse('page-source', 'ESRCH', at(), `${range()} do not exist in the memory they are copied from`);
  }
  // Observed on 2.6.18: a range that is too long is harmless, an inverted one runs through the page
  // tables.
  if (end < start) crash('page-block', at(), `${range()} to copy end before they start`);
}

export const rangeText = (start: bigint, end: bigint): string => `${start.toString(16)}-${end.toString(16)}`;
