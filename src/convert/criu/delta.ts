/**
 * A whole image as an incremental one on top of another whole image: pages that are the same there are left to it
 * (PE_PARENT), as a dump with --track-mem would have left them.
 */

import { compareMemory } from '../../memory/compare.ts';
import { type Piece, rowsFrom } from '../../memory/plan.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { firstOf as firstInImage, openCriuImage } from '../../model/from-criu/image.ts';
import { criuByteSource, layOut } from '../../model/from-criu/image-source.ts';
import { normalEntry, pageFlags, pageRuns } from '../../model/from-criu/page-runs.ts';
import { pageBytesOf } from '../../model/from-criu/page-size.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { CriuRecord, ImageDirectory, MessageRecord } from '../../parse/criu/index.ts';
import { convertDiagnostic } from '../codes.ts';
import { type CriuDraft, changed, filesOfType, firstOf, messageRecord, putFile } from './draft.ts';
import { type DraftPagemap, isStoredHere, pageBytesRecord, pagemapsOf, wholePages } from './page-files.ts';

export function delta(draft: CriuDraft, base: ImageDirectory): void {
  if (kindOfDirectory(base).compressed !== undefined) {
    const message = `pages of ${base.name} are compressed: no release reads them as those of an older image`;
    draft.report(convertDiagnostic('pages-not-understood', message, { file: base.name }));
    return;
  }
  const layout = layOut(base);
  const source = criuByteSource(base, layout);
  draft.onClose(() => source.close());
  const pageBytes = BigInt(pageBytesOf(draft.directory));
  let samePages = 0n;
  for (const pagemap of pagemapsOf(draft)) {
    // Shared memory is written whole: its numbers are other ones in each dump.
    if (pagemap.type !== 'PAGEMAP') continue;
    const older = [...pageRuns(layout, 'PAGEMAP', pagemap.id, () => {})].flatMap(
      ({ kind, start, end, offset }): Piece[] => (kind === 'stored' ? [{ kind, start, end, offset }] : []),
    );
    if (older.length === 0) continue;
    const pages = wholePages(draft, pagemap, Number(pageBytes));
    if (pages === undefined) return;
    const entries = [...ownEntries(pagemap, pageBytes)];
    const own = entries.filter(isStored);
    const changedRanges = [
      ...compareMemory({ source: pages, pieces: own }, { source, pieces: older }, pageBytes),
    ].flatMap((found) => (typeof found === 'bigint' || found.kind === 'only-b' ? [] : [found]));
    const cutEntries = entries.map((entry) => (isStored(entry) ? [...cut(entry, changedRanges)] : entry));
    const parts = cutEntries.flatMap((entry) => (Array.isArray(entry) ? entry : []));
    putFile(draft, 'PAGEMAP', pagemap.id, () => [
      pagemap.head,
      ...cutEntries.flatMap((entry) =>
        Array.isArray(entry) ? entry.map((part) => entryOf(part, pageBytes)) : entry,
      ),
    ]);
    putFile(draft, 'PAGES', pagemap.pagesId, () => parts.flatMap((part) => bytesOf(part, pages)));
    const same = parts
      .filter(({ inParent }) => inParent)
      .reduce((sum, { start, end }) => sum + (end - start), 0n);
    samePages += same / pageBytes;
    changed(draft, 'R27', 'pages that the older image has left to it', Number(same / pageBytes));
  }
  const areOthers = isOfOthers(draft, base);
  if (samePages > 0n && !areOthers) return;
  const why = areOthers ? 'programs were started anew between the two' : 'no page of them is the same there';
  const message = `${base.name} is no older image of these processes: ${why}`;
  draft.report(convertDiagnostic('unrelated-base', message, { file: base.name }));
}

/** Where execve(2) put the stack is drawn by lot, and stays. A pre-dump says nothing of it. */
function isOfOthers(draft: CriuDraft, base: ImageDirectory): boolean {
  const image = openCriuImage(base, () => {});
  const known = filesOfType(draft, 'MM').flatMap(({ id }) => {
    const [own, older] = [firstOf(draft, 'MM', 'mm_entry', id), firstInImage(image, 'MM', 'mm_entry', id)];
    if (own === undefined || older === undefined) return [];
    return [own.fields.mm_start_stack === older.fields.mm_start_stack];
  });
  return known.length > 0 && !known.includes(true);
}

interface OwnPiece {
  readonly kind: 'stored';
  readonly start: bigint;
  readonly end: bigint;
  readonly offset: number;
  readonly flags: number;
}

const isStored = (entry: OwnPiece | MessageRecord): entry is OwnPiece => entry.kind === 'stored';

/** Entries with bytes in the file of pages; others (lazy ones) stay as they are. */
function* ownEntries({ entries }: DraftPagemap, pageBytes: bigint): Generator<OwnPiece | MessageRecord> {
  let offset = 0;
  for (const entry of entries()) {
    const { vaddr, pages, flags } = normalEntry(entry.fields);
    if (!isStoredHere(entry.fields)) {
      yield entry;
      continue;
    }
    const length = pages * pageBytes;
    yield { kind: 'stored', start: vaddr, end: vaddr + length, offset, flags };
    offset += Number(length);
  }
}

interface Part extends OwnPiece {
  readonly inParent: boolean;
}

/** A piece in parts that are the same and parts that are not. */
function* cut(
  piece: OwnPiece,
  ranges: readonly { readonly start: bigint; readonly end: bigint }[],
): Generator<Part> {
  let next = piece.start;
  const part = (start: bigint, end: bigint, inParent: boolean): Part => ({
    ...piece,
    start,
    end,
    inParent,
    offset: piece.offset + Number(start - piece.start),
  });
  for (const range of rowsFrom(ranges, piece.start)) {
    if (range.start >= piece.end) break;
    const start = range.start > next ? range.start : next;
    const end = range.end < piece.end ? range.end : piece.end;
    if (end <= start) continue;
    if (start > next) yield part(next, start, true);
    yield part(start, end, false);
    next = end;
  }
  if (next < piece.end) yield part(next, piece.end, true);
}

const entryOf = ({ start, end, flags, inParent }: Part, pageBytes: bigint): MessageRecord =>
  messageRecord('pagemap_entry', {
    vaddr: start,
    compat_nr_pages: 0,
    nr_pages: (end - start) / pageBytes,
    flags: inParent ? pageFlags.parent : flags,
  });

const bytesOf = ({ start, end, offset, inParent }: Part, source: ByteSource): CriuRecord[] =>
  inParent ? [] : [pageBytesRecord({ offset, length: Number(end - start), source })];
