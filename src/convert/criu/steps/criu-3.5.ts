/** CRIU 3.5: flags of page entries; before, an entry was in the parent or had its data here. */
import { pageFlags } from '../../../model/from-criu/page-runs.ts';
import { changed, lost, withFields } from '../draft.ts';
import { editPagemaps, hasPagemapEntry } from '../pagemaps.ts';
import type { CriuStep } from '../step.ts';

const step = '3.5';

export const criu35: CriuStep = {
  release: step,
  summary: 'flags of page entries',
  forward(draft) {
    if (!hasPagemapEntry(draft, ({ flags }) => flags === undefined)) return;
    changed(draft, step, 'pagemaps given flags');
    editPagemaps(draft, ({ flags, in_parent: inParent }, record) =>
      flags === undefined
        ? withFields(record, { flags: inParent === true ? pageFlags.parent : pageFlags.present })
        : record,
    );
  },
  backward(draft) {
    if (!hasPagemapEntry(draft, ({ flags }) => flags !== undefined)) return;
    if (hasPagemapEntry(draft, ({ flags = 0 }) => (flags & (pageFlags.parent | pageFlags.present)) === 0)) {
      lost(draft, step, 'pages that were left for a lazy restore');
    }
    changed(draft, step, 'flags of page entries removed');
    editPagemaps(draft, ({ flags, in_parent: inParent }, record) => {
      if (flags === undefined) return record;
      const isInParent = inParent === true || (flags & pageFlags.parent) !== 0;
      if (!isInParent && (flags & pageFlags.present) === 0) return [];
      return withFields(record, { flags: undefined, ...(isInParent && { in_parent: true }) });
    });
  },
};
