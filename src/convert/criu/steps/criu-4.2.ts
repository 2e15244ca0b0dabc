/** CRIU 4.2: page counts of 64 bits in a field of their own; older releases look at the first one only. */
import { smaller } from '../../../model/bigint.ts';
import { changed, impossible, withFields } from '../draft.ts';
import { editPagemaps, hasPagemapEntry } from '../pagemaps.ts';
import type { CriuStep } from '../step.ts';

const step = '4.2';

/** What the old field holds; more pages become several entries. */
const pagesMax = 0xffff_ffffn;
const pageShift = 12n;
/** All addresses that a process can have. */
const addressablePages = 1n << 36n;

export const criu42: CriuStep = {
  release: step,
  summary: 'page counts of 64 bits',
  forward(draft) {
    if (!hasPagemapEntry(draft, ({ nr_pages }) => nr_pages === undefined)) return;
    changed(draft, step, 'page counts put into the 64-bit field');
    editPagemaps(draft, ({ nr_pages, compat_nr_pages = 0 }, record) =>
      nr_pages === undefined
        ? withFields(record, { nr_pages: BigInt(compat_nr_pages), compat_nr_pages: 0 })
        : record,
    );
  },
  backward(draft) {
    if (!hasPagemapEntry(draft, ({ nr_pages }) => nr_pages !== undefined)) return;
    if (hasPagemapEntry(draft, ({ nr_pages = 0n }) => nr_pages > addressablePages)) {
      impossible(draft, 'a page entry has more pages than there are addresses');
      return;
    }
    changed(draft, step, 'page counts put into the old field');
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
