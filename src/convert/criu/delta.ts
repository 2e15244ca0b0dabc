/**
 * A whole image as an incremental one on top of another whole image: pages that are the same there are left to it
 * (PE_PARENT), as a dump with --track-mem would have left them.
 */

import { compareMemory } from '../../memory/compare.ts';
import { type Piece, rowsFrom } from '../../memory/plan.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { criuByteSource, layOut } from '../../model/from-criu/image-source.ts';
import { normalEntry, pageFlags, pageRuns } from '../../model/from-criu/page-runs.ts';
import { pageBytesOf } from '../../model/from-criu/page-size.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import {
  type CriuRecord,
  type ImageDirectory,
  type MessageRecord,
  parentDirectory,
} from '../../parse/criu/index.ts';
import { convertDiagnostic } from '../cpt/codes.ts';
import { type CriuDraft, changed, messageRecord, putFile } from './draft.ts';
import { type DraftPagemap, isStoredHere, pageBytesRecord, pagemapsOf, wholePages } from './page-files.ts';

export function delta(draft: CriuDraft, base: ImageDirectory): void {
  if (kindOfDirectory(base).compressed !== undefined) {
    const message = `pages of ${base.name} are compressed: no release reads them as those of an older image`;
    draft.report(convertDiagnostic('pages-not-understood', message, { file: base.name }));
    return;
  }
  if (parentDirectory(draft.directory, () => {}) !== undefined) {
    const message = `${draft.directory.name} is on top of an older image itself: make it whole with --flatten first`;
    draft.report(convertDiagnostic('pages-not-understood', message, { file: draft.directory.name }));
    return;
  }
  const layout = layOut(base);
  const source = criuByteSource(base, layout);
  draft.onClose(() => source.close());
  const pageBytes = BigInt(pageBytesOf(draft.directory));
  for (const pagemap of pagemapsOf(draft)) {
    // Shared memory is written whole: its numbers are other ones in each dump.
    if (pagemap.type !== 'PAGEMAP') continue;
    const older = [...pageRuns(layout, 'PAGEMAP', pagemap.id, () => {})].flatMap(
      ({ kind, start, end, offset }): Piece[] => (kind === 'stored' ? [{ kind, start, end, offset }] : []),
    );
    if (older.length === 0) continue;
    const pages = wholePages(draft, pagemap, Number(pageBytes));
    if (pages === undefined) return;
    const own = [...ownPieces(pagemap, pageBytes)];
    const changedRanges = [
      ...compareMemory({ source: pages, pieces: own }, { source, pieces: older }, pageBytes),
    ].flatMap((found) => (typeof found === 'bigint' || found.kind === 'only-b' ? [] : [found]));
    const parts = own.flatMap((piece) => [...cut(piece, changedRanges)]);
    putFile(draft, 'PAGEMAP', pagemap.id, () => [
      pagemap.head,
      ...parts.map((part) => entryOf(part, pageBytes)),
    ]);
    putFile(draft, 'PAGES', pagemap.pagesId, () => parts.flatMap((part) => bytesOf(part, pages)));
    const same = parts
      .filter(({ inParent }) => inParent)
      .reduce((sum, { start, end }) => sum + (end - start), 0n);
    changed(draft, 'R27', 'pages that the older image has left to it', Number(same / pageBytes));
  }
}

interface OwnPiece {
  readonly kind: 'stored';
  readonly start: bigint;
  readonly end: bigint;
  readonly offset: number;
  readonly flags: number;
}

/** Entries with bytes in the file of pages; others (lazy ones) have no place in an image on top of another. */
function* ownPieces({ entries }: DraftPagemap, pageBytes: bigint): Generator<OwnPiece> {
  let offset = 0;
  for (const { fields } of entries()) {
    const { vaddr, pages, flags } = normalEntry(fields);
    if (!isStoredHere(fields)) continue;
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
    ...{ start, end, inParent, offset: piece.offset + Number(start - piece.start) },
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
    ...{ vaddr: start, compat_nr_pages: 0, nr_pages: (end - start) / pageBytes },
    flags: inParent ? pageFlags.parent : flags,
  });

const bytesOf = ({ start, end, offset, inParent }: Part, source: ByteSource): CriuRecord[] =>
  inParent ? [] : [pageBytesRecord({ offset, length: Number(end - start), source })];
