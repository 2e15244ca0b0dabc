/** Where the lines of a screen of tables are: drawing and clicking agree by it. */
import { TableLayout } from '../../inspect/lay-out-table.ts';
import type { Table } from '../../inspect/table.ts';
import { isWide, paneSizes, sideColumns, windowTop } from './layout.ts';
import { listRows } from './list-rows.ts';
import { currentList, type State } from './state.ts';

interface Place {
  readonly layout: TableLayout;
  /** Line of the screen list at which the table starts. */
  readonly start: number;
  /** Number of its first row among the rows of all tables. */
  readonly firstRow: number;
  readonly rowCount: number;
}

export interface Stack {
  readonly width: number;
  readonly places: readonly Place[];
  readonly length: number;
}

const cache = new WeakMap<readonly Table[], Stack>();

/** Widths are worked out once for each table and width, not for each key. */
export function stackOf(tables: readonly Table[], width: number): Stack {
  const cached = cache.get(tables);
  if (cached?.width === width) return cached;
  const places: Place[] = [];
  let start = 0;
  let firstRow = 0;
  for (const table of tables) {
    const layout = new TableLayout(table, width);
    places.push({ layout, start, firstRow, rowCount: table.rows.length });
    // An empty line between two tables.
    start += layout.length + 1;
    firstRow += table.rows.length;
  }
  const stack = { width, places, length: Math.max(0, start - 1) };
  cache.set(tables, stack);
  return stack;
}

/** Column in front of every line that points at the selected one. */
export const pointerColumns = 1;

/** Columns of the list: what stands beside it takes its own. */
export const listColumns = (state: State): number =>
  state.screen === 'rehearse' || isWide(state) ? state.columns - sideColumns(state) - 1 : state.columns;

/** Number of the row on a line of the list; undefined for heads and blank lines. */
export function rowAtLine(state: State, line: number): number | undefined {
  const { listLines: height } = paneSizes(state);
  const list = currentList(state);
  if (list.tables === undefined || line < 0 || line >= height) return undefined;
  const stack = stackOf(listRows(list).tables, listColumns(state) - pointerColumns);
  const at = windowTop(lineOfRow(stack, list.selected), height, stack.length) + line;
  const place = stack.places[placeAt(stack, at)];
  if (place === undefined) return undefined;
  const row = at - place.start - place.layout.headLength;
  return row >= 0 && row < place.rowCount ? place.firstRow + row : undefined;
}

/** Number of the last table that starts at or before a line. */
export function placeAt({ places }: Stack, line: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.start ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

export function placeNear({ places }: Stack, first: number, line: number): Place | undefined {
  let number = first;
  while ((places[number + 1]?.start ?? Number.POSITIVE_INFINITY) <= line) number++;
  return places[number];
}

export function lineOfRow({ places }: Stack, row: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle] as Place;
    if (place.firstRow + place.rowCount <= row) low = middle + 1;
    else high = middle;
  }
  const place = places[low];
  return place ? place.start + place.layout.headLength + row - place.firstRow : 0;
}
