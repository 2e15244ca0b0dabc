/** CRIU 3.5: flags of page entries; before, an entry was in the parent or had its data here. */
import { pageFlags } from '../../../model/from-criu/page-runs.ts';
import type { PagemapEntry } from '../../../parse/generated/criu-descriptors.ts';
import { changed, refused, withFields } from '../draft.ts';
import { editPagemaps, hasPagemapEntry } from '../pagemaps.ts';
import type { CriuStep } from '../step.ts';

export const criu35: CriuStep = {
  release: '3.5',
  summary: 'flags of page entries',
  forward(draft) {
    if (!hasPagemapEntry(draft, ({ flags }) => flags === undefined)) return;
    changed(draft, 'R9', 'pagemaps given flags');
    editPagemaps(draft, ({ flags, in_parent: inParent }, record) =>
      flags === undefined
        ? withFields(record, { flags: inParent === true ? pageFlags.parent : pageFlags.present })
        : record,
    );
  },
  backward(draft) {
    if (!hasPagemapEntry(draft, ({ flags }) => flags !== undefined)) return;
    const isLeft = ({ flags }: PagemapEntry): boolean =>
      flags !== undefined && (flags & (pageFlags.parent | pageFlags.present)) === 0;
    if (hasPagemapEntry(draft, isLeft)) {
      refused(draft, 'R9', 'pages are left with a page server for a lazy restore', undefined, {
        allowedBy: 'missing-pages',
      });
    }
    changed(draft, 'R9', 'flags of page entries removed');
    editPagemaps(draft, ({ flags, in_parent: inParent }, record) => {
      if (flags === undefined) return record;
      const isInParent = inParent === true || (flags & pageFlags.parent) !== 0;
      if (!isInParent && (flags & pageFlags.present) === 0) return [];
      return withFields(record, { flags: undefined, ...(isInParent && { in_parent: true }) });
    });
  },
};
