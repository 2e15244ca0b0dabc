/** One self-contained image out of a chain of incremental ones: pages of older directories move into it. */
import { normalEntry, pageFlags, pageRuns } from '../../model/from-criu/page-runs.ts';
import { type CriuRecord, fileName, type MessageRecord } from '../../parse/criu/index.ts';
import { convertDiagnostic } from '../codes.ts';
import { type CriuDraft, changed, entriesOf, filesOfType, firstOf, messageRecord, putFile } from './draft.ts';

const pageShift = 12n;

/** Replaces pagemaps that refer to older images, and their pages. */
export function flatten(draft: CriuDraft): void {
  const { layout, source } = draft.stretch();
  if (layout.chain.length < 2) return;
  for (const type of ['PAGEMAP', 'SHMEM_PAGEMAP'] as const) {
    for (const { id, name } of filesOfType(draft, type)) {
      const pagesId = firstOf(draft, type, 'pagemap_head', id)?.fields.pages_id;
      if (pagesId === undefined || !refersToParent(draft, type, id)) continue;
      const entries: MessageRecord[] = [];
      const pages: CriuRecord[] = [];
      for (const { kind, start, end, offset, at } of pageRuns(layout, type, id, () => {})) {
        if (kind === 'missing' || kind === 'cut') {
          const why = kind === 'cut' ? 'cut off' : 'in no older image';
          const message = `pages from 0x${start.toString(16)} on are ${why}`;
          draft.report(convertDiagnostic('not-self-contained', message, { file: name, offset: at }));
          continue;
        }
        const flags = kind === 'lazy' ? pageFlags.lazy : pageFlags.present;
        const nr_pages = (end - start) >> pageShift;
        entries.push(messageRecord('pagemap_entry', { vaddr: start, compat_nr_pages: 0, flags, nr_pages }));
        if (kind !== 'stored') continue;
        const length = Number(end - start);
        pages.push({ kind: 'opaque', reason: 'raw', offset: 0, data: { offset, length, source } });
      }
      const head = messageRecord('pagemap_head', { pages_id: pagesId });
      putFile(draft, type, id, () => [head, ...entries]);
      putFile(draft, 'PAGES', pagesId, () => pages);
      changed(draft, 'R21', `pages of ${fileName(type, id)} gathered`, entries.length);
    }
  }
}

function refersToParent(draft: CriuDraft, type: 'PAGEMAP' | 'SHMEM_PAGEMAP', id: number): boolean {
  for (const { fields } of entriesOf(draft, type, 'pagemap_entry', id)) {
    if ((normalEntry(fields).flags & pageFlags.parent) !== 0) return true;
  }
  return false;
}
