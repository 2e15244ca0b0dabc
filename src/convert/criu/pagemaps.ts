/** What steps do with pagemaps: entry by entry, for any number of entries. */
import type { MessageRecord } from '../../parse/criu/index.ts';
import type { PagemapEntry } from '../../parse/generated/criu-descriptors.ts';
import { type CriuDraft, editFile, filesOfType } from './draft.ts';

export type PagemapEdit = (
  entry: PagemapEntry,
  record: MessageRecord,
) => MessageRecord | readonly MessageRecord[];

/** Whether any entry of an image needs the edit. */
export function hasPagemapEntry(draft: CriuDraft, test: (entry: PagemapEntry) => boolean): boolean {
  for (const type of ['PAGEMAP', 'SHMEM_PAGEMAP'] as const) {
    for (const { name } of filesOfType(draft, type)) {
      for (const record of draft.files.get(name)?.records() ?? []) {
        if (record.kind === 'message' && record.message === 'pagemap_entry' && test(record.fields))
          return true;
      }
    }
  }
  return false;
}

/** Edits the entries of all pagemaps, those of shared memory included. */
export function editPagemaps(draft: CriuDraft, edit: PagemapEdit): void {
  for (const type of ['PAGEMAP', 'SHMEM_PAGEMAP'] as const) {
    for (const { name } of filesOfType(draft, type)) {
      editFile(draft, name, (record) =>
        record.kind === 'message' && record.message === 'pagemap_entry'
          ? edit(record.fields, record)
          : record,
      );
    }
  }
}
