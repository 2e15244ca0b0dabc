/**
 * Compressed pages of CRIU's development branch: how a pagemap entry says what its blocks are. There are two forms
 * on one field number: flat fields (July 2026) and a message (August 2026); neither has been released. A block is
 * stored as nothing (zeros), plain (its whole size), or as one block of LZ4.
 */
import { limits } from '../../limits.ts';
import type { PagemapEntry } from '../generated/criu-descriptors.ts';

/** criu/include/pagemap.h: the payload begins at the next page of the pages file. */
export const alignedFlag = 8;

export interface PageBlocks {
  readonly form: 'flat' | 'message';
  /** At least 1; the last block of an entry has what is left. */
  readonly pagesPerBlock: number;
  /** Stored bytes of each block. */
  readonly sizes: readonly number[];
  /** Their sum. */
  readonly total: number;
}

const tags = { sizes: 0x0a, total: 0x10, pages: 0x18, padded: 0x20 } as const;

/**
 * Whether bytes have the shape of a pagemap_blocks message to the last one. A list of sizes, which is the other form,
 * never has: it would begin with a block of 10 bytes, fewer than LZ4 needs for any page that is not zero.
 */
export function isBlockMessage(bytes: Uint8Array): boolean {
  const at = { position: 0 };
  if (bytes[at.position] === tags.sizes) {
    at.position++;
    const length = readVarint(bytes, at);
    at.position += length;
  }
  for (const tag of [tags.total, tags.pages]) {
    if (bytes[at.position++] !== tag || Number.isNaN(readVarint(bytes, at))) return false;
  }
  if (bytes[at.position] === tags.padded) {
    at.position++;
    readVarint(bytes, at);
  }
  return at.position === bytes.length;
}

/** NaN beyond the end and above 2^53. */
function readVarint(bytes: Uint8Array, at: { position: number }): number {
  let value = 0;
  for (let scale = 1; scale < 2 ** 49; scale *= 128) {
    const byte = bytes[at.position++];
    if (byte === undefined) return Number.NaN;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  return Number.NaN;
}

/** Whether an entry says anything of blocks. */
export const hasBlocks = (entry: PagemapEntry): boolean =>
  entry.blocks !== undefined ||
  entry.compressed_size !== undefined ||
  entry.total_compressed_size !== undefined ||
  entry.region_pages !== undefined;

/** What of an entry's blocks is of no form that is known; undefined where the form can be told. */
export function unknownBlocks(entry: PagemapEntry): string | undefined {
  const { blocks, compressed_size: flat, total_compressed_size: total, region_pages: region } = entry;
  const isFlat = total !== undefined || region !== undefined;
  if (blocks === undefined) return flat !== undefined && !isFlat ? 'field 6' : undefined;
  if (isFlat) return 'field 6 beside fields 7 and 8';
  // A fork's payload_padded: false is what its absence says.
  const [unknown] = (blocks.$unknown ?? []).filter(({ number, bytes }) => number !== 4 || bytes[0] !== 0);
  return unknown && `field ${unknown.number} of pagemap_blocks`;
}

/**
 * The blocks of an entry of so many pages; undefined for one that is stored plainly, and a sentence about what
 * contradicts itself (criu/pagemap.c of the branch, validate_pagemap_entry_layout).
 */
export function pageBlocksOf(
  entry: PagemapEntry,
  pages: bigint,
  pageBytes: number,
): PageBlocks | string | undefined {
  if (!hasBlocks(entry)) return undefined;
  const found = formOf(entry);
  if (typeof found === 'string') return found;
  const { sizes, pagesPerBlock, total } = found;
  const blockBytes = pagesPerBlock * pageBytes;
  if (pagesPerBlock < 1) return 'blocks of no pages';
  if (blockBytes > limits.pageBlockBytes) return `blocks of ${pagesPerBlock} pages, more than CRIU makes`;
  const count = (pages + BigInt(pagesPerBlock) - 1n) / BigInt(pagesPerBlock);
  if (BigInt(sizes.length) !== count) {
    return `${sizes.length} block sizes for ${pages} pages in blocks of ${pagesPerBlock}, which are ${count}`;
  }
  const lastBytes = Number(pages - (count - 1n) * BigInt(pagesPerBlock)) * pageBytes;
  const tooLarge = sizes.findIndex(
    (size, index) => size > (index === sizes.length - 1 ? lastBytes : blockBytes),
  );
  if (tooLarge >= 0) return `block ${tooLarge} is stored in ${sizes[tooLarge]} bytes, more than it holds`;
  const sum = sizes.reduce((so, size) => so + size, 0);
  if (BigInt(sum) !== total) return `block sizes add up to ${sum}, not to ${total}`;
  return { form: found.form, pagesPerBlock, sizes, total: sum };
}

interface Form extends Omit<PageBlocks, 'total'> {
  readonly total: bigint;
}

function formOf(entry: PagemapEntry): Form | string {
  const unknown = unknownBlocks(entry);
  if (unknown !== undefined) return `${unknown} is not known`;
  const { blocks, compressed_size: flat, total_compressed_size: total, region_pages: region } = entry;
  if (blocks !== undefined) {
    const { block_sizes: sizes = [], total_payload_size = 0n, pages_per_block: pagesPerBlock = 0 } = blocks;
    return { form: 'message', sizes, pagesPerBlock, total: total_payload_size };
  }
  if (flat === undefined) return 'a sum without block sizes';
  const sum = flat.reduce((so, size) => so + size, 0);
  return { form: 'flat', sizes: flat, pagesPerBlock: region || 1, total: total ?? BigInt(sum) };
}
