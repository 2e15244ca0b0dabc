/** M9, M10, M11: pages that are not in the image. No conversion can supply them. */

import type { AnyRecord } from '../../parse/cpt/record.ts';
import { contentType } from '../../parse/generated/cpt-records.ts';
import type { RowId } from './rows.ts';
import type { Hop, HopContext } from './step.ts';

function refusePages<R extends AnyRecord>(
  record: R,
  context: HopContext,
  row: RowId,
  where: string,
): R | undefined {
  const message = `pages of the image are not in it, but ${where}`;
  if (!context.refused(row, record, message, 'missing-pages')) return record;
  context.lost(row, record, 'pages become a hole');
  return undefined;
}

export const selfContained: Hop = {
  objects: {
    lazypages: (pages, context) =>
      refusePages(pages, context, 'M9', 'with the page server of a lazy migration'),
    iterpages: (pages, context) =>
      refusePages(pages, context, 'M10', 'in the side stream of an iterative migration'),
    iteryoungpages: (pages, context) =>
      refusePages(pages, context, 'M10', 'in the side stream of an iterative migration'),
    pages: (pages, context) =>
      pages.content === contentType.pram
        ? refusePages(pages, context, 'M11', 'in memory kept over a reboot')
        : pages,
  },
};
