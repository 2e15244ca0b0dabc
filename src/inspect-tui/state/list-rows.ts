/** The rows of a screen of tables that a filter leaves, made once for each filter. */
import type { Row, Table } from '../../inspect/table.ts';
import type { ListState } from './state.ts';

export interface ListRows {
  readonly tables: readonly Table[];
  /** All rows of all tables: what `ListState.selected` counts. */
  readonly rows: readonly Row[];
}

const none: ListRows = { tables: [], rows: [] };
const cache = new WeakMap<readonly Table[], { readonly filter: string; readonly result: ListRows }>();

/** What is shown of a list. */
export function listRows({ tables, filter }: ListState): ListRows {
  if (tables === undefined) return none;
  const cached = cache.get(tables);
  if (cached?.filter === filter) return cached.result;
  const wanted = filter.toLowerCase();
  const kept = filter === '' ? tables : tables.map((table) => filtered(table, wanted));
  const result = { tables: kept, rows: kept.flatMap((table) => table.rows) };
  cache.set(tables, { filter, result });
  return result;
}

const filtered = (table: Table, wanted: string): Table => ({
  ...table,
  rows: table.rows.filter((row) => holds(row, wanted)),
  empty: 'nothing fits the filter',
});

/** `wanted` is in lower case. */
const holds = ({ cells }: Row, wanted: string): boolean =>
  cells.some((cell) => cell.toLowerCase().includes(wanted));

/** The next row that holds a text, all around; -1 when none does. */
export function findRow(rows: readonly Row[], text: string, from: number, direction: 1 | -1): number {
  const wanted = text.toLowerCase();
  for (let step = 1; step <= rows.length; step++) {
    const index = (((from + direction * step) % rows.length) + rows.length) % rows.length;
    if (holds(rows[index] as Row, wanted)) return index;
  }
  return -1;
}
