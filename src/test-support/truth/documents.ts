/** What every view says of an image, as documents: its JSON, and its text as rows by column. */

import type { Image } from '../../inspect/image.ts';
import { viewDocument } from '../../inspect/view-json.ts';
import { views } from '../../inspect/views/index.ts';
import type { Json } from './compare.ts';

const everything = { pids: [], types: [] };

/** Documents by name: `maps`, `maps text`. */
export function documentsOf(image: Image): ReadonlyMap<string, Json> {
  const documents = new Map<string, Json>();
  for (const view of views) {
    const rows = view.rows(image, everything);
    documents.set(view.id, JSON.parse(JSON.stringify(viewDocument(view.id, rows))));
    const tables = view.tables(rows).map(({ title, columns, rows: lines, note }) => ({
      title,
      note,
      rows: lines.map(({ cells }) =>
        Object.fromEntries(cells.map((cell, index) => [columns[index]?.title.trim() || `${index}`, cell])),
      ),
    }));
    documents.set(`${view.id} text`, { tables });
  }
  return documents;
}
