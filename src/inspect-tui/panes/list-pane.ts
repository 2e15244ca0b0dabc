/** A screen that is tables: processes, memory, files, … Only the visible lines are made. */

import { type LaidOutRow, wrap } from '../../inspect/lay-out-table.ts';
import type { Table } from '../../inspect/table.ts';
import { visible } from '../../visible.ts';
import { screenRow } from '../screens.ts';
import { paneSizes, windowTop } from '../state/layout.ts';
import { lineOfRow, listColumns, placeAt, placeNear, pointerColumns, stackOf } from '../state/list-layout.ts';
import { listRows } from '../state/list-rows.ts';
import { currentList, type State } from '../state/state.ts';
import { fitLine, type Line, piece } from './line.ts';

/** The lines below the head of the screen. */
export function listLines(state: State, width = listColumns(state)): readonly Line[] {
  const { listLines: height } = paneSizes(state);
  const list = currentList(state);
  if (list.tables === undefined) return waiting(list.failure, list.progress, state.screen, width, height);
  const { tables } = listRows(list);
  const stack = stackOf(tables, width - pointerColumns);
  const selected = lineOfRow(stack, list.selected);
  const top = windowTop(selected, height, stack.length);
  const first = placeAt(stack, top);
  return Array.from({ length: height }, (_, line) => {
    const at = top + line;
    const place = stack.places[first]?.start === undefined ? undefined : placeNear(stack, first, at);
    return lineFor(place?.layout.at(at - place.start), at === selected, width);
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

/** The same beside the list, on wide terminals: a line for each cell. */
export function sideLines(state: State, width: number): readonly Line[] {
  const { listLines: height } = paneSizes(state);
  const list = currentList(state);
  const { tables, rows } = listRows(list);
  const row = rows[list.selected];
  const table = tableOfRow(tables, list.selected);
  const heads = table?.columns.map(({ title }) => title.trim()) ?? [];
  const names = Math.max(4, ...heads.map(({ length }) => length));
  const lines = (row?.cells ?? []).flatMap((cell, index): Line[] => {
    const text = cell.replace(/^[\s│├└]+/, '').trim();
    if (text === '') return [];
    const head = heads[index] ?? '';
    const [first = '', ...more] = wrap(visible(text), Math.max(10, width - names - 4));
    return [
      [piece(` ${head.padEnd(names)}  `, 'dim'), piece(first)],
      ...more.map((part): Line => [piece(`${' '.repeat(names + 3)}${part}`)]),
    ];
  });
  return Array.from({ length: height }, (_, line) => fitLine(lines[line] ?? [], width));
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
  screen: string,
  width: number,
  height: number,
): Line[] {
  const percent = progress === undefined ? '' : ` ${Math.floor(progress * 100)} %`;
  const text = failure ?? screenRow(screen).empty ?? `reading the image …${percent}`;
  return Array.from({ length: height }, (_, line) =>
    fitLine([piece(line === 0 ? ` ${text}` : '', failure === undefined ? 'dim' : 'bad')], width),
  );
}

function lineFor(laidOut: LaidOutRow | undefined, isSelected: boolean, width: number): Line {
  const { text = '', tone = 'plain', row } = laidOut ?? {};
  if (isSelected && row) return fitLine([piece(`›${text}`, 'selected')], width, 'selected');
  return fitLine([piece(` ${text}`, tone)], width);
}
