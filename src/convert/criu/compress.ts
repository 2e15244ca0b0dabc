/**
 * Compressed pages of CRIU's development branch, both ways. What is written is the form of August 2026, as CRIU writes
 * it (criu/page-xfer.c, criu/compression.h of the branch): a block is left out where it is zero, and plain where
 * LZ4 saves less than an eighth.
 */
import { encodeLz4 } from '../../memory/lz4.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { firstOf as firstEntry, openCriuImage } from '../../model/from-criu/image.ts';
import { areaStatus, vmasOf } from '../../model/from-criu/memory.ts';
import { normalEntry, pageFlags, pageRuns } from '../../model/from-criu/page-runs.ts';
import { pageBytesOf } from '../../model/from-criu/page-size.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type CriuRecord, type MessageRecord, parentDirectory } from '../../parse/criu/index.ts';
import { convertDiagnostic } from '../codes.ts';
import { type CriuDraft, changed, editFile, entriesOf, messageRecord, putFile, withFields } from './draft.ts';
import { type DraftPagemap, isStoredHere, pageBytesRecord, pagemapsOf, wholePages } from './page-files.ts';

/** What the unit of compression is: `page`, or `block` of 256 KiB, the branch's default. */
export type CompressUnit = 'page' | 'block';

const blockBytes = 256 * 1024;
const compressedVersion = 3;
const plainVersion = 2;

/** Makes plain pages of compressed ones; nothing where there are none. */
export function decompress(draft: CriuDraft): void {
  const { compressed, pagemaps } = kindOfDirectory(draft.directory);
  if (compressed === undefined) return;
  const { layout, source } = draft.stretch();
  let count = 0;
  for (const { type, id, name, pagesId, head, entries } of pagemapsOf(draft)) {
    if (pagemaps.find(({ file }) => file === name)?.compressedAt === undefined && !hasAligned(entries()))
      continue;
    const own = new Set<number>();
    for (const { fields, offset } of entries()) if (isStoredHere(fields)) own.add(offset);
    const pages: CriuRecord[] = [];
    for (const { kind, start, end, offset, at } of pageRuns(layout, type, id, () => {})) {
      if (!own.has(at)) continue;
      if (kind !== 'stored') {
        const message = `pages from 0x${start.toString(16)} on cannot be decompressed: ${kind === 'unknown' ? 'their blocks contradict themselves' : 'their bytes are not there'}`;
        draft.report(convertDiagnostic('pages-not-understood', message, { file: name, offset: at }));
        return;
      }
      pages.push(pageBytesRecord({ offset, length: Number(end - start), source }));
    }
    putFile(draft, type, id, () => [head, ...mapped(entries(), plainEntry)]);
    putFile(draft, 'PAGES', pagesId, () => pages);
    count++;
  }
  // An older image that is compressed asks for the version in its children, too.
  const older = parentDirectory(draft.directory, () => {});
  const keepsVersion = older !== undefined && kindOfDirectory(older).compressed !== undefined;
  setInventory(draft, {
    compress: undefined,
    compress_block_size: undefined,
    ...(!keepsVersion && { img_version: plainVersion }),
  });
  changed(draft, 'R26', 'compressed pages made plain', count);
}

function hasAligned(entries: ReturnType<DraftPagemap['entries']>): boolean {
  for (const { fields } of entries) if (((fields.flags ?? 0) & pageFlags.aligned) !== 0) return true;
  return false;
}

function* mapped<Item, Result>(items: Iterable<Item>, one: (item: Item) => Result): Generator<Result> {
  for (const item of items) yield one(item);
}

const plainEntry = (record: MessageRecord): MessageRecord =>
  withFields(record, {
    blocks: undefined,
    compressed_size: undefined,
    total_compressed_size: undefined,
    region_pages: undefined,
    flags: (record.fields['flags'] as number) & ~pageFlags.aligned,
  });

function setInventory(draft: CriuDraft, fields: Readonly<Record<string, unknown>>): void {
  editFile(draft, 'inventory.img', (record) =>
    record.kind === 'message' && record.message === 'inventory_entry' ? withFields(record, fields) : record,
  );
}

/** Compresses the pages of this directory; those of older ones stay as they are. */
export function compress(draft: CriuDraft, unit: CompressUnit): void {
  const pageBytes = pageBytesOf(draft.directory);
  const size = unit === 'page' ? pageBytes : blockBytes;
  let count = 0;
  const all = pagemapsOf(draft).map((pagemap) => ({
    pagemap,
    source: wholePages(draft, pagemap, pageBytes),
  }));
  if (all.some(({ source }) => source === undefined)) return;
  for (const { pagemap, source } of all) {
    if (source === undefined) continue;
    const job: Job = {
      draft,
      pagemap,
      pageBytes,
      blockBytes: size,
      source,
      plain: plainRanges(draft, pagemap),
    };
    // Sizes come before the bytes, in another file: they are found out once.
    let known: readonly PackedEntry[] | undefined;
    const packed = (): readonly PackedEntry[] => {
      known ??= packEntries(job);
      return known;
    };
    putFile(draft, pagemap.type, pagemap.id, function* () {
      yield pagemap.head;
      for (const { record } of packed()) yield record;
    });
    putFile(draft, 'PAGES', pagemap.pagesId, () => payload(job, packed()));
    count++;
  }
  setInventory(draft, { img_version: compressedVersion, compress: 1, compress_block_size: size });
  changed(
    draft,
    'R26',
    `pages compressed, ${unit === 'page' ? 'each by itself' : 'in blocks of 256 KiB'}`,
    count,
  );
}

interface Range {
  readonly start: bigint;
  readonly end: bigint;
}

interface Job {
  readonly draft: CriuDraft;
  readonly pagemap: DraftPagemap;
  readonly pageBytes: number;
  readonly blockBytes: number;
  /** The plain pages. */
  readonly source: ByteSource;
  /** Addresses whose pages a restore cannot take compressed. */
  readonly plain: readonly Range[];
}

interface PackedEntry {
  readonly record: MessageRecord;
  /** Stored bytes of each block, in order; empty for entries without pages here. */
  readonly sizes: readonly number[];
  /** Of the plain bytes in their file. */
  readonly offset: number;
  readonly length: number;
  readonly isAligned: boolean;
}

const mapHugePages = 0x40000;

/** Huge pages, and areas of plugins: the restore reads them in place (criu/mem.c of the branch). */
function plainRanges({ directory }: CriuDraft, { type, id }: DraftPagemap): readonly Range[] {
  const image = openCriuImage(directory, () => {});
  const isPlain = ({ flags = 0, status = 0 }: { flags?: number; status?: number }) =>
    (flags & mapHugePages) !== 0 || (status & areaStatus.plugin) !== 0;
  const ranges: Range[] = [];
  const names = directory.list().flatMap(({ name }) => /^mm-(\d+)\.img$/.exec(name)?.[1] ?? []);
  for (const pid of type === 'PAGEMAP' ? [String(id)] : names) {
    const mm = firstEntry(image, 'MM', 'mm_entry', Number(pid));
    if (mm === undefined) continue;
    for (const vma of vmasOf({ image }, Number(pid), mm)) {
      const { start = 0n, end = 0n, pgoff = 0n, shmid = 0n } = vma;
      if (!isPlain(vma)) continue;
      if (type === 'PAGEMAP') ranges.push({ start, end });
      else if (Number(shmid) === id) ranges.push({ start: pgoff, end: pgoff + (end - start) });
    }
  }
  return ranges;
}

function packEntries(job: Job): PackedEntry[] {
  const result: PackedEntry[] = [];
  let offset = 0;
  for (const record of job.pagemap.entries()) {
    const { vaddr, pages, flags } = normalEntry(record.fields);
    if (!isStoredHere(record.fields)) {
      result.push({ record, sizes: [], offset, length: 0, isAligned: false });
      continue;
    }
    const length = Number(pages) * job.pageBytes;
    const sizes = Array.from(blocksOf(job, vaddr, offset, length), ({ stored }) => stored.length);
    const decoded = (block: number) => Math.min(job.blockBytes, length - block * job.blockBytes);
    const first = sizes.findIndex((size) => size > 0);
    // The first bytes that are stored are plain ones: they may be read straight into memory.
    const isAligned = first >= 0 && sizes[first] === decoded(first);
    const isAllPlain = sizes.every((size, block) => size === decoded(block));
    const blocks = {
      block_sizes: sizes,
      total_payload_size: BigInt(sizes.reduce((sum, size) => sum + size, 0)),
      pages_per_block: job.blockBytes / job.pageBytes,
    };
    const made = messageRecord('pagemap_entry', {
      vaddr,
      compat_nr_pages: 0,
      flags: isAligned ? flags | pageFlags.aligned : flags,
      nr_pages: pages,
      ...(!isAllPlain && { blocks }),
    });
    result.push({ record: made, sizes, offset, length, isAligned });
    offset += length;
  }
  return result;
}

interface Block {
  /** Empty for zeros. Valid until the next one is asked for. */
  readonly stored: Uint8Array;
}

/** criu/compression.h: what saves less than an eighth is stored plainly. */
const worthwhile = (length: number): number => Math.floor((length * 7) / 8);

const noBytes = new Uint8Array(0);

function* blocksOf(job: Job, vaddr: bigint, offset: number, length: number): Generator<Block> {
  const plain = new Uint8Array(job.blockBytes);
  const packed = new Uint8Array(job.blockBytes);
  const zeros = new Uint8Array(job.blockBytes);
  for (let at = 0; at < length; at += job.blockBytes) {
    const bytes = plain.subarray(0, Math.min(job.blockBytes, length - at));
    job.source.readInto(bytes, offset + at);
    const start = vaddr + BigInt(at);
    if (Buffer.compare(bytes, zeros.subarray(0, bytes.length)) === 0) yield { stored: noBytes };
    else if (overlaps(job.plain, start, start + BigInt(bytes.length))) yield { stored: bytes };
    else {
      const size = encodeLz4(bytes, 0, bytes.length, packed, worthwhile(bytes.length));
      yield { stored: size === 0 ? bytes : packed.subarray(0, size) };
    }
  }
}

const overlaps = (ranges: readonly Range[], start: bigint, end: bigint): boolean =>
  ranges.some((range) => range.start < end && range.end > start);

/** The bytes of the file of pages, block after block. */
function* payload(job: Job, entries: readonly PackedEntry[]): Generator<CriuRecord> {
  let position = 0;
  for (const { record, offset, length, isAligned } of entries) {
    if (length === 0) continue;
    const padding = (job.pageBytes - (position % job.pageBytes)) % job.pageBytes;
    if (isAligned && padding > 0) {
      yield pageBytesRecord(new Uint8Array(padding));
      position += padding;
    }
    for (const { stored } of blocksOf(job, record.fields['vaddr'] as bigint, offset, length)) {
      if (stored.length === 0) continue;
      yield pageBytesRecord(stored);
      position += stored.length;
    }
  }
}

/** Whether anything in a draft is in this form. */
export const isCompressed = (draft: CriuDraft): boolean =>
  (entriesOf(draft, 'INVENTORY', 'inventory_entry').next().value?.fields.compress ?? 0) > 0;
