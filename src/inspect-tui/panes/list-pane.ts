/** A screen that is tables: processes, memory, files, … Only the visible lines are made. */

import { type LaidOutRow, TableLayout, wrap } from '../../inspect/lay-out-table.ts';
import type { Table } from '../../inspect/table.ts';
import { visible } from '../../visible.ts';
import { paneSizes, windowTop } from '../state/layout.ts';
import { listRows } from '../state/list-rows.ts';
import { currentList, type State } from '../state/state.ts';
import { fitLine, type Line, piece } from './line.ts';

interface Place {
  readonly layout: TableLayout;
  /** Line of the screen list at which the table starts. */
  readonly start: number;
  /** Number of its first row among the rows of all tables. */
  readonly firstRow: number;
  readonly rowCount: number;
}

interface Stack {
  readonly width: number;
  readonly places: readonly Place[];
  readonly length: number;
}

const cache = new WeakMap<readonly Table[], Stack>();

/** Widths are worked out once for each table and width, not for each key. */
function stackOf(tables: readonly Table[], width: number): Stack {
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
const pointerColumns = 1;

/** The lines below the head of the screen. */
export function listLines(state: State): readonly Line[] {
  const { listLines: height } = paneSizes(state);
  const list = currentList(state);
  if (list.tables === undefined) return waiting(list.failure, list.progress, state, height);
  const { tables } = listRows(list);
  const stack = stackOf(tables, state.columns - pointerColumns);
  const selected = lineOfRow(stack, list.selected);
  const top = windowTop(selected, height, stack.length);
  const first = placeAt(stack, top);
  return Array.from({ length: height }, (_, line) => {
    const at = top + line;
    const place = stack.places[first]?.start === undefined ? undefined : placeNear(stack, first, at);
    return lineFor(place?.layout.at(at - place.start), at === selected, state.columns);
  });
}

/** The selected row with nothing cut: every cell with the head of its column. */
export function detailLines(state: State): readonly Line[] {
  const { detailLines: height } = paneSizes(state);
  const list = currentList(state);
  const { tables, rows } = listRows(list);
  const row = rows[list.selected];
  const table = tableOfRow(tables, list.selected);
  const cells = (row?.cells ?? []).map((cell, index) => ({
    cell: cell.trim(),
    head: table?.columns[index]?.title ?? '',
  }));
  const text = cells
    .filter(({ cell }) => cell !== '')
    .map(({ cell, head }) => (head === '' ? cell : `${head.trim()} ${cell}`));
  const lines = wrap(visible(text.join('  ')), state.columns - 2);
  return Array.from({ length: height }, (_, line) => {
    const more = line === height - 1 && lines.length > height ? '…' : '';
    return fitLine([piece(` ${lines[line] ?? ''}${more}`)], state.columns);
  });
}

function tableOfRow(tables: readonly Table[], row: number): Table | undefined {
  let left = row;
  for (const table of tables) {
    if (left < table.rows.length) return table;
    left -= table.rows.length;
  }
  return undefined;
}

function waiting(
  failure: string | undefined,
  progress: number | undefined,
  state: State,
  height: number,
): Line[] {
  const percent = progress === undefined ? '' : ` ${Math.floor(progress * 100)} %`;
  const text = failure ?? `reading the image …${percent}`;
  return Array.from({ length: height }, (_, line) =>
    fitLine([piece(line === 0 ? ` ${text}` : '', failure === undefined ? 'dim' : 'bad')], state.columns),
  );
}

function lineFor(laidOut: LaidOutRow | undefined, isSelected: boolean, width: number): Line {
  const { text = '', tone = 'plain', row } = laidOut ?? {};
  if (isSelected && row) return fitLine([piece(`›${text}`, 'selected')], width, 'selected');
  return fitLine([piece(` ${text}`, tone)], width);
}

/** Number of the last table that starts at or before a line. */
function placeAt({ places }: Stack, line: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.start ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function placeNear({ places }: Stack, first: number, line: number): Place | undefined {
  let number = first;
  while ((places[number + 1]?.start ?? Number.POSITIVE_INFINITY) <= line) number++;
  return places[number];
}

function lineOfRow({ places }: Stack, row: number): number {
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
