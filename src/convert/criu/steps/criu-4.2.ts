/**
 * CRIU 4.2: page counts of 64 bits in a field of their own, of which older releases look at the first one only;
 * guard pages and areas of probes stand among the areas, which older releases do not know.
 */
import { smaller } from '../../../model/bigint.ts';
import type { MmEntry, VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import {
  type CriuDraft,
  changed,
  editFile,
  filesOfType,
  firstOf,
  lost,
  refused,
  withFields,
} from '../draft.ts';
import { editPagemaps, hasPagemapEntry } from '../pagemaps.ts';
import type { CriuStep } from '../step.ts';

/** What the old field holds; more pages become several entries. */
const pagesMax = 0xffff_ffffn;
const pageShift = 12n;
/** All addresses that a process can have. */
const addressablePages = 1n << 36n;

/**
 * Bits of `vma_entry.status` whose areas a process can do without: guard pages let an access fail that then goes
 * through, and the kernel makes the area of a probe again when it is hit (criu/mem.c: VMA_AREA_GUARD is skipped in
 * everything that the restore does with areas; VMA_AREA_UPROBES).
 */
const droppable = [
  { bit: 1 << 16, what: 'guard pages (MADV_GUARD_INSTALL)' },
  { bit: 1 << 17, what: 'areas of probes (uprobes)' },
] as const;

const droppedAs = ({ status = 0 }: VmaEntry) => droppable.find(({ bit }) => (status & bit) !== 0);

function dropAreas(draft: CriuDraft): void {
  for (const { name, id } of filesOfType(draft, 'MM')) {
    const vmas = firstOf(draft, 'MM', 'mm_entry', id)?.fields.vmas ?? [];
    const dropped = vmas.map(droppedAs).filter((kind) => kind !== undefined);
    for (const { what } of dropped) lost(draft, 'R15', what, { file: name });
    if (dropped.length === 0) continue;
    // Made when they are written: the areas of all tasks together would be large.
    editFile(draft, name, (record) => {
      if (record.kind !== 'message') return record;
      const { vmas: all = [] } = record.fields as MmEntry;
      return withFields(record, { vmas: all.filter((vma) => droppedAs(vma) === undefined) });
    });
  }
}

export const criu42: CriuStep = {
  release: '4.2',
  summary: 'page counts of 64 bits; guard pages',
  forward(draft) {
    if (!hasPagemapEntry(draft, ({ nr_pages }) => nr_pages === undefined)) return;
    changed(draft, 'R16', 'page counts put into the 64-bit field');
    editPagemaps(draft, ({ nr_pages, compat_nr_pages = 0 }, record) =>
      nr_pages === undefined
        ? withFields(record, { nr_pages: BigInt(compat_nr_pages), compat_nr_pages: 0 })
        : record,
    );
  },
  backward(draft) {
    dropAreas(draft);
    if (!hasPagemapEntry(draft, ({ nr_pages }) => nr_pages !== undefined)) return;
    if (hasPagemapEntry(draft, ({ nr_pages = 0n }) => nr_pages > addressablePages)) {
      refused(draft, 'R16', 'a page entry has more pages than there are addresses');
      return;
    }
    changed(draft, 'R16', 'page counts put into the old field');
    editPagemaps(draft, ({ vaddr = 0n, nr_pages }, record) => {
      if (nr_pages === undefined) return record;
      const entries = [];
      for (let done = 0n; done < nr_pages || entries.length === 0; done += pagesMax) {
        const count = smaller(nr_pages - done, pagesMax);
        const start = vaddr + (done << pageShift);
        entries.push(
          withFields(record, { vaddr: start, compat_nr_pages: Number(count), nr_pages: undefined }),
        );
      }
      return entries;
    });
  },
};
