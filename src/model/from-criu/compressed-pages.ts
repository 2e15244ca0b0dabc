/**
 * What a directory with compressed pages says of them, and where that contradicts itself (criu/pagemap.c of CRIU's
 * development branch, validate_pagemap_entry_layout). Reads pagemaps, never pages.
 */
import type { Location } from '../../diagnostic.ts';
import { decodeFile, fieldsOf, fileName, type ImageDirectory, pageBlocksOf } from '../../parse/criu/index.ts';
import { firstOf, openCriuImage } from './image.ts';
import { pageBytesOf } from './page-size.ts';
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

/** Pages as the development branch compresses them. */
export interface CompressedPages {
  /** In words: `compressed pages`. */
  readonly what: string;
  readonly at: { readonly file: string; readonly offset: number };
  /** Whether the files of pages have just the sizes that they would have if all were plain: CRIU 4.2 reads it so. */
  readonly isPlausible: boolean;
}

/** CRTOOLS_IMAGES_V1_1 of the releases, and V1_2 of the development branch: pages may be compressed. */
const releasedVersion = 2;
export const newestVersion = 3;

/** By an entry, or by the inventory of a directory that has none such, or whose parent has. */
export function compressedOf(
  directory: ImageDirectory,
  pagemaps: readonly PagemapFacts[],
  sizes: ReadonlyMap<string, number>,
): CompressedPages | undefined {
  const packed = pagemaps.filter(({ compressedAt }) => compressedAt !== undefined);
  const [first] = packed;
  const what = 'compressed pages';
  const isPlausible = arePlain(directory, packed, sizes);
  if (first !== undefined) {
    return { what, at: { file: first.file, offset: first.compressedAt ?? 0 }, isPlausible };
  }
  const entry = firstOf(
    openCriuImage(directory, () => {}),
    'INVENTORY',
    'inventory_entry',
  );
  if (entry === undefined) return undefined;
  const { img_version: version = 0, compress = 0 } = entry.fields;
  if (version <= releasedVersion && compress === 0) return undefined;
  const at = { file: entry.file, offset: entry.at };
  if (version > newestVersion) return undefined;
  return { what: compress === 0 ? `img_version ${version}` : what, at, isPlausible };
}

/** Whether files of pages have the sizes that they would have if nothing but plain pages were in them. */
export const arePlain = (
  directory: ImageDirectory,
  pagemaps: readonly PagemapFacts[],
  sizes: ReadonlyMap<string, number>,
): boolean =>
  pagemaps.every(
    ({ pagesId, storedPages }) =>
      BigInt(sizes.get(fileName('PAGES', pagesId)) ?? 0) === storedPages * BigInt(pageBytesOf(directory)),
  );

/** What is wrong with blocks, and pages whose payload does not fill their file as it must. */
export function blockProblems(
  directory: ImageDirectory,
  pagemaps: readonly PagemapFacts[],
): readonly { readonly message: string; readonly at: Location }[] {
  return pagemaps.flatMap((facts) => {
    if (facts.compressedAt === undefined || facts.unknown !== undefined) return [];
    const { problem } = payloadOf(directory, facts, pageBytesOf(directory));
    if (problem === undefined) return [];
    const message = `${problem.what}: where these and all later pages of ${facts.file} lie cannot be told`;
    return [{ message, at: { file: facts.file, offset: problem.at } }];
  });
}
