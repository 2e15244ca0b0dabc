/** Pagemaps of a draft with the bytes of their pages, as they would be written now. */

import { normalEntry, pageFlags } from '../../model/from-criu/page-runs.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type CriuRecord, fileName, type MessageRecord, type OpaqueRecord } from '../../parse/criu/index.ts';
import type { PagemapEntry } from '../../parse/generated/criu-descriptors.ts';
import { convertDiagnostic } from '../codes.ts';
import { type CriuDraft, entriesOf, filesOfType, firstOf, type Typed } from './draft.ts';

export interface DraftPagemap {
  readonly type: 'PAGEMAP' | 'SHMEM_PAGEMAP';
  readonly id: number;
  readonly name: string;
  readonly pagesId: number;
  readonly head: MessageRecord;
  /** Each time anew. */
  entries(): Iterable<Typed<'pagemap_entry'>>;
}

/** Those whose file of pages is their own; two that share one cannot be written again. */
export function pagemapsOf(draft: CriuDraft): readonly DraftPagemap[] {
  const found = (['PAGEMAP', 'SHMEM_PAGEMAP'] as const).flatMap((type) =>
    filesOfType(draft, type).flatMap(({ id, name }): DraftPagemap[] => {
      const head = firstOf(draft, type, 'pagemap_head', id);
      const pagesId = head?.fields.pages_id;
      if (head === undefined || pagesId === undefined) return [];
      // The file as it is now: what is put in its place is made of it.
      const files = new Map(draft.files);
      const entries = () => entriesOf({ ...draft, files }, type, 'pagemap_entry', id);
      return [{ type, id, name, pagesId, head, entries }];
    }),
  );
  const users = new Map<number, number>();
  for (const { pagesId } of found) users.set(pagesId, (users.get(pagesId) ?? 0) + 1);
  return found.filter(({ pagesId }) => users.get(pagesId) === 1);
}

/** Whether an entry has bytes in the file of pages beside it. */
export const isStoredHere = (fields: PagemapEntry): boolean => {
  const { flags } = normalEntry(fields);
  return (flags & pageFlags.present) !== 0 && (flags & pageFlags.parent) === 0;
};

/** The bytes that entries point to, `undefined` after a diagnostic where they are not all there. */
export function wholePages(
  draft: CriuDraft,
  pagemap: DraftPagemap,
  pageBytes: number,
): ByteSource | undefined {
  const source = pagesSource(draft, pagemap.pagesId);
  let needed = 0n;
  for (const { fields, offset } of pagemap.entries()) {
    if (!isStoredHere(fields)) continue;
    needed += normalEntry(fields).pages * BigInt(pageBytes);
    if (needed <= BigInt(source.size)) continue;
    const message = `the pages end at ${needed} of ${source.name}, which has ${source.size} bytes`;
    draft.report(convertDiagnostic('pages-not-understood', message, { file: pagemap.name, offset }));
    return undefined;
  }
  return source;
}

/** A file of pages of the draft as one stretch of bytes. */
function pagesSource(draft: CriuDraft, pagesId: number): ByteSource {
  const parts: { readonly start: number; readonly data: OpaqueRecord['data'] }[] = [];
  let size = 0;
  for (const record of draft.files.get(fileName('PAGES', pagesId))?.records() ?? []) {
    if (record.kind !== 'opaque') continue;
    parts.push({ start: size, data: record.data });
    size += record.data.length;
  }
  const partAt = (position: number) => {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (parts[middle]!.start <= position) low = middle + 1;
      else high = middle;
    }
    return parts[low - 1]!;
  };
  const readInto = (target: Uint8Array, offset: number): void => {
    if (offset + target.length > size) throw new RangeError(`read at ${offset} behind the end of the pages`);
    for (let done = 0; done < target.length; ) {
      const { start, data } = partAt(offset + done);
      const skip = offset + done - start;
      const count = Math.min(target.length - done, data.length - skip);
      const into = target.subarray(done, done + count);
      if (data instanceof Uint8Array) into.set(data.subarray(skip, skip + count));
      else data.source?.readInto(into, data.offset + skip);
      done += count;
    }
  };
  return {
    name: fileName('PAGES', pagesId),
    size,
    readInto,
    close() {},
    view(offset, length) {
      const bytes = new Uint8Array(length);
      readInto(bytes, offset);
      return bytes;
    },
  };
}

/** Bytes that stand in a file of pages. */
export const pageBytesRecord = (data: OpaqueRecord['data']): CriuRecord => ({
  kind: 'opaque',
  reason: 'raw',
  offset: 0,
  data,
});

export type { PagemapEntry };
