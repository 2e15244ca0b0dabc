/** Tables of views as HTML: sorted and filtered by the script of the page. */
import type { Column, LongTable, Tone } from '../table.ts';
import { plural } from '../words.ts';
import { type Html, html, type Part } from './html.ts';

/** A page with more rows is slow to open and read by nobody. */
const rowsMax = 2000;

/** Fewer rows are seen at a glance. */
const filterFrom = 8;

/** A table whose cells may be more than text. */
export interface HtmlTable {
  readonly title?: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly cells: readonly Part[]; readonly tone?: Tone }[];
  readonly empty?: string | undefined;
  readonly notes?: readonly string[] | undefined;
}

/** `where` is what shows the rows that are too many for a page. */
export function tableHtml(table: LongTable | HtmlTable, where: string): Html {
  const { title, columns, rows, empty, notes = [] } = table;
  const head = title !== undefined && html`<h3>${title}</h3>`;
  if (rows.length === 0) return html`${head}<p class="empty">${empty ?? 'nothing'}</p>`;
  const hasHeads = columns.some((column) => column.title !== '');
  const heads = columns.map(
    (column) => html`<th class="${column.align ?? 'left'}" scope="col">${column.title}</th>`,
  );
  const more = rows.length - rowsMax;
  const filter = html`<input class="filter" type="search" placeholder="filter ${plural(rows.length, 'row')}" aria-label="filter rows">`;
  return html`${head}${rows.length >= filterFrom && hasHeads && filter}
<div class="scroll"><table class="${hasHeads ? 'sorts' : 'facts'}">${hasHeads && html`<thead><tr>${heads}</tr></thead>`}<tbody>
${firstOf(rows, rowsMax).map(({ cells, tone }) => rowHtml(columns, cells, tone))}</tbody></table></div>${notes.map(
    (note) => html`<p class="note">${note}</p>`,
  )}${more > 0 && html`<p class="note">and ${plural(more, 'more row')}: ${where}</p>`}
`;
}

/** The first `count`; the others are not made. */
export function firstOf<T>(rows: Iterable<T> & { readonly length: number }, count: number): readonly T[] {
  const first: T[] = [];
  for (const row of rows) {
    if (first.length === count) break;
    first.push(row);
  }
  return first;
}

const rowHtml = (columns: readonly Column[], cells: readonly Part[], tone: Tone = 'plain'): Html =>
  html`<tr class="${tone}">${columns.map(({ align = 'left' }, index) => html`<td class="${align}">${cells[index]}</td>`)}</tr>
`;
