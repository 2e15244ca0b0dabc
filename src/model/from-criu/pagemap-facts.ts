/**
 * What one pagemap says in sum: how much of it has bytes in the image, and whether its entries are of a form that
 * can be judged. Reads pagemaps, never pages.
 */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import {
  alignedFlag,
  decodeFile,
  fieldsOf,
  fileName,
  hasBlocks,
  type ImageDirectory,
  unknownBlocks,
} from '../../parse/criu/index.ts';
import type { PagemapEntry } from '../../parse/generated/criu-descriptors.ts';

export type PagemapType = 'PAGEMAP' | 'SHMEM_PAGEMAP';

// criu/include/pagemap.h: PE_*; the last one is of the development branch.
export const pageFlags = { parent: 1, lazy: 2, present: 4, aligned: alignedFlag } as const;
const knownFlags = pageFlags.parent | pageFlags.lazy | pageFlags.present | pageFlags.aligned;

/**
 * Count and flags of an entry as CRIU 4.2 reads it (criu/pagemap.c, init_compat_pagemap_entry): the count
 * moved in 4.2, and before 3.5 there were no flags.
 */
export function normalEntry(entry: PagemapEntry): {
  readonly vaddr: bigint;
  readonly pages: bigint;
  readonly flags: number;
} {
  const { vaddr = 0n, compat_nr_pages = 0, nr_pages, in_parent, flags } = entry;
  const pages = nr_pages ?? BigInt(compat_nr_pages >>> 0);
  if (in_parent === true) return { vaddr, pages, flags: (flags ?? 0) | pageFlags.parent };
  return { vaddr, pages, flags: flags ?? pageFlags.present };
}

/**
 * What of an entry is not known: a field or a flag may say that its pages are stored in another form, so that
 * lengths, positions and contents of this and all later entries cannot be told. Undefined for what releases write.
 */
export function unknownPart(entry: PagemapEntry): string | undefined {
  const { $unknown, flags = 0 } = entry;
  const [field] = $unknown ?? [];
  if (field !== undefined) return `field ${field.number}`;
  const blocks = unknownBlocks(entry);
  if (blocks !== undefined) return blocks;
  const bits = isContradictory(flags) ? 0 : flags & ~knownFlags;
  return bits === 0 ? undefined : `flag 0x${(bits >>> 0).toString(16)}`;
}

/** CRaC's own form of compressed pages: another file, without a trace in the pagemap. */
export const compressedName = (pagesId: number): string =>
  fileName('PAGES', pagesId).replace(/\.img$/, '.comp.img');

/** No release, and no branch, writes both: such flags are damage, and no new form. */
const isContradictory = (flags: number): boolean =>
  (flags & (pageFlags.parent | pageFlags.present)) === (pageFlags.parent | pageFlags.present);

export interface PagemapFacts {
  readonly file: string;
  readonly type: PagemapType;
  /** A pid, or the number of shared memory. */
  readonly id: number;
  /** Number of the pages file; undefined where the head cannot be read. */
  readonly pagesId: number | undefined;
  /** Pages with bytes in the pages file, if they are stored plainly. */
  readonly storedPages: bigint;
  /** Pages that only a page server has: PE_LAZY without PE_PRESENT. */
  readonly lazyPages: bigint;
  /** Pages that are in an older image. */
  readonly parentPages: bigint;
  /** The first thing that is not known, and the offset of its entry. */
  readonly unknown: { readonly what: string; readonly at: number } | undefined;
  /**
   * Offset of the first entry with blocks of compressed pages. Where there is none, an aligned payload lies where it
   * would in any case.
   */
  readonly compressedAt: number | undefined;
}

/** Undefined where there is no such file. */
export function pagemapFacts(
  directory: ImageDirectory,
  type: PagemapType,
  id: number,
): PagemapFacts | undefined {
  const file = fileName(type, id);
  const source = directory.open(file);
  if (source === undefined) return undefined;
  try {
    return { file, type, id, ...sums(source, file) };
  } finally {
    source.close();
  }
}

function sums(source: ByteSource, file: string): Omit<PagemapFacts, 'file' | 'type' | 'id'> {
  let pagesId: number | undefined;
  let unknown: PagemapFacts['unknown'];
  let compressedAt: number | undefined;
  const counts = { storedPages: 0n, lazyPages: 0n, parentPages: 0n };
  // Numbers for the many, which are plain; bigints for what is odd.
  const plain = { storedPages: 0, lazyPages: 0, parentPages: 0 };
  const kindOf = (flags: number): keyof typeof plain | undefined => {
    if ((flags & pageFlags.parent) !== 0) return 'parentPages';
    if ((flags & pageFlags.present) !== 0) return 'storedPages';
    return (flags & pageFlags.lazy) !== 0 ? 'lazyPages' : undefined;
  };
  const records = decodeFile(source, file, () => {}).records((entry) => {
    const { pages, compatPages, inParent, offset } = entry;
    const flags = (entry.flags < 0 ? pageFlags.present : entry.flags) | (inParent > 0 ? pageFlags.parent : 0);
    const kind = kindOf(flags);
    if (kind !== undefined) plain[kind] += pages < 0 ? compatPages : pages;
    const what = (flags & ~knownFlags) === 0 ? undefined : unknownPart({ flags });
    if (what !== undefined) unknown ??= { what, at: offset };
  });
  for (const record of records) {
    pagesId ??= fieldsOf(record, 'pagemap_head')?.pages_id;
    const entry = fieldsOf(record, 'pagemap_entry');
    if (entry === undefined) continue;
    const { pages, flags } = normalEntry(entry);
    const kind = kindOf(flags);
    if (kind !== undefined) counts[kind] += pages;
    const what = unknownPart(entry);
    if (what !== undefined) unknown ??= { what, at: record.offset };
    if (hasBlocks(entry)) compressedAt ??= record.offset;
  }
  return {
    pagesId,
    storedPages: counts.storedPages + BigInt(plain.storedPages),
    lazyPages: counts.lazyPages + BigInt(plain.lazyPages),
    parentPages: counts.parentPages + BigInt(plain.parentPages),
    unknown,
    compressedAt,
  };
}
