/**
 * What a directory with compressed pages says of them, and where that contradicts itself (criu/pagemap.c of CRIU's
 * development branch, validate_pagemap_entry_layout). Reads pagemaps, never pages.
 */
import { decodeFile, fieldsOf, type ImageDirectory, pageBlocksOf } from '../../parse/criu/index.ts';
import { normalEntry, type PagemapFacts, pageFlags } from './pagemap-facts.ts';

export interface Payload {
  /** Bytes that the entries take in the file of pages, what aligns them included; undefined where that cannot be told. */
  readonly end: bigint | undefined;
  /** The first thing that is wrong, and the offset of its entry. */
  readonly problem: { readonly what: string; readonly at: number } | undefined;
}

/** `pageBytes` is the page size of the dumped kernel. */
export function payloadOf(directory: ImageDirectory, facts: PagemapFacts, pageBytes: number): Payload {
  const page = BigInt(pageBytes);
  if (facts.compressedAt === undefined) return { end: facts.storedPages * page, problem: undefined };
  const source = directory.open(facts.file);
  if (source === undefined) return { end: undefined, problem: undefined };
  try {
    let end = 0n;
    for (const record of decodeFile(source, facts.file, () => {}).records()) {
      const entry = fieldsOf(record, 'pagemap_entry');
      if (entry === undefined) continue;
      const { pages, flags } = normalEntry(entry);
      const blocks = pageBlocksOf(entry, pages, pageBytes);
      const isPresent = (flags & pageFlags.present) !== 0;
      const isAligned = (flags & pageFlags.aligned) !== 0;
      const wrong = typeof blocks === 'string' ? blocks : undefined;
      const misplaced =
        !isPresent && (blocks !== undefined || isAligned)
          ? 'blocks, or an aligned payload, of pages that are not stored here'
          : undefined;
      if (wrong !== undefined || misplaced !== undefined) {
        return { end: undefined, problem: { what: wrong ?? misplaced ?? '', at: record.offset } };
      }
      if (!isPresent) continue;
      if (isAligned) end = ((end + page - 1n) / page) * page;
      end += typeof blocks === 'object' ? BigInt(blocks.total) : pages * page;
    }
    return { end, problem: undefined };
  } finally {
    source.close();
  }
}
