/** What every view says of an image, as documents: its JSON, and its text as rows by column. */

import type { Image } from '../../inspect/image.ts';
import { wholeTables } from '../../inspect/table.ts';
import { viewDocument } from '../../inspect/view-json.ts';
import { loadViews } from '../../inspect/views/index.ts';
import type { Json } from './compare.ts';

const everything = { pids: [], types: [] };

/** Documents by name: `maps`, `maps text`. */
const views = await loadViews();

export function documentsOf(image: Image): ReadonlyMap<string, Json> {
  const documents = new Map<string, Json>();
  for (const [name, view] of views) {
    const rows = view.rows(image, everything);
    documents.set(name, JSON.parse(JSON.stringify(viewDocument(view, rows))));
    const tables = wholeTables(view.tables(rows)).map(({ title, columns, rows: lines, notes }) => ({
      title,
      note: notes?.join('\n'),
      rows: lines.map(({ cells }) =>
        Object.fromEntries(cells.map((cell, index) => [columns[index]?.title.trim() || `${index}`, cell])),
      ),
    }));
    documents.set(`${name} text`, { tables });
  }
  return documents;
}
