/** pagemap-shmem-N.img and its pages: content of shared memory, by offset in the object. */
import type { Inode, PageBlock } from '../../../model/checkpoint.ts';
import type { Conversion } from './context.ts';
import { PageWriter } from './page-writer.ts';

const pageBytes = 4096n;

/** Shared memory without a file: what areas.ts has given a number. */
export function writeSharedAnonymous(conversion: Conversion): void {
  const { checkpoint, numbers } = conversion;
  for (const inode of checkpoint.inodes.values()) {
    if (numbers.has('shmem', inode.id)) writeObject(conversion, numbers.of('shmem', inode.id), inode);
  }
}

/** A file is written even when there is nothing in it: criu/shmem.c stops without one. */
export function writeObject(conversion: Conversion, number: number, { content }: Inode): void {
  const writer = new PageWriter(conversion, 'SHMEM_PAGEMAP', number);
  for (const block of content) writeBlock(conversion, writer, block);
  writer.close();
}

/** 2.6.18 kernels end the last block with the file, inside of a page. */
function writeBlock(
  { source }: Conversion,
  writer: PageWriter,
  { kind, start, end, content }: PageBlock,
): void {
  if (kind !== 'stored' || !content) return;
  const pages = (end - start) / pageBytes;
  if (pages > 0n) writer.copy(start, pages, content.offset, []);
  const rest = Number(end - start - pages * pageBytes);
  if (rest === 0) return;
  const page = new Uint8Array(Number(pageBytes));
  source.readInto(page.subarray(0, rest), content.offset + Number(pages * pageBytes));
  writer.bytes(start + pages * pageBytes, page);
}
