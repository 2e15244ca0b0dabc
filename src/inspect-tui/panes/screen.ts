/** The whole screen as lines: pure, so that a test can read it. */

import { visible } from '../../visible.ts';
import { helpLines } from '../keys.ts';
import { type Screen, screenRow } from '../screens.ts';
import { menuLabels } from '../state/follow.ts';
import { isWide, paneSizes, sideColumns } from '../state/layout.ts';
import { listColumns } from '../state/list-layout.ts';
import type { State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { statusLine, titleLine } from './bars.ts';
import { bytesLines } from './bytes-pane.ts';
import { contentBody } from './content-pane.ts';
import { dataLines } from './data-pane.ts';
import { fitLine, headLine, type Line, piece } from './line.ts';
import { detailLines, listLines, sideLines } from './list-pane.ts';
import { meaningLines } from './meaning-pane.ts';
import { rehearsalBody } from './rehearsal-pane.ts';
import { treeLines } from './tree-pane.ts';

/** Smaller terminals than this show one sentence. */
const leastColumns = 40;
const leastLines = 10;

/** `state.lines` lines of `state.columns` columns. */
export function screenLines(state: State, world: World): readonly Line[] {
  const { columns, lines } = state;
  if (columns < leastColumns || lines < leastLines) {
    const text = `at least ${leastColumns} x ${leastLines}, please`;
    return Array.from({ length: lines }, (_, line) => fitLine([piece(line === 0 ? text : '')], columns));
  }
  const body = state.helpTop !== undefined ? helpBody(state) : bodyOf(state, world);
  const empty = fitLine([], columns);
  const full = Array.from({ length: lines - 2 }, (_, line) => body[line] ?? empty);
  const menu = menuBody(state);
  full.splice(Math.max(0, full.length - menu.length), menu.length, ...menu.slice(0, full.length));
  return [titleLine(state, world.records.title), ...full, statusLine(state, world)];
}

/** Over the lower lines. */
function menuBody({ menu, columns }: State): readonly Line[] {
  if (menu === undefined) return [];
  const lines = menuLabels(menu).map((label, number) => {
    const isSelected = number === menu.selected;
    const text = `${isSelected ? '›' : ' '} ${number + 1}  ${label}`;
    return fitLine(
      [piece(text, isSelected ? 'selected' : 'plain')],
      columns,
      isSelected ? 'selected' : 'plain',
    );
  });
  return [headLine('Go to', columns, true), ...lines];
}

function helpBody({ columns, lines, helpTop = 0 }: State): readonly Line[] {
  const shown = helpLines(columns).slice(helpTop, helpTop + lines - 3);
  return [
    headLine('Keys', columns, true),
    ...shown.map((text) => fitLine([piece(` ${text}`, text.startsWith(' ') ? 'plain' : 'title')], columns)),
  ];
}

const bodies: Readonly<Record<Screen['body'], (state: State, world: World) => readonly Line[]>> = {
  list: listBody,
  content: contentBody,
  records: recordsBody,
  rehearsal: (state) => [...rehearsalBody(state), ...detailBody(state)],
};

const bodyOf = (state: State, world: World): readonly Line[] =>
  bodies[screenRow(state.screen).body](state, world);

function recordsBody(state: State, world: World): readonly Line[] {
  const { treeColumns, meaningColumns } = paneSizes(state);
  const bar = piece('│', 'dim');
  const tree = treeLines(state, world);
  const meaning = state.focus === 'bytes' ? dataLines(state, world) : meaningLines(state, world);
  const heads: Line = [
    ...headLine('Records', treeColumns, state.focus === 'tree'),
    piece('┬', 'dim'),
    ...headLine(
      state.focus === 'bytes' ? 'Data at the cursor' : 'Meaning',
      meaningColumns,
      state.focus === 'meaning',
    ),
  ];
  return [
    heads,
    ...tree.map((line, number) => [...line, bar, ...(meaning[number] ?? [])]),
    headLine('Bytes', state.columns, state.focus === 'bytes'),
    ...bytesLines(state, world),
  ];
}

function titleOf(state: State): string {
  const { screen, process } = state;
  const { title, isOfProcess } = screenRow(screen);
  const hits = state.hits[state.side];
  if (screen === 'hits' && hits !== undefined)
    return `${title} of "${visible(hits.text)}"${hits.pid === undefined ? '' : ` in ${hits.pid}`}`;
  return process !== undefined && isOfProcess ? `${title} of ${process.pid} ${process.name}` : title;
}

function listBody(state: State): readonly Line[] {
  if (!isWide(state))
    return [headLine(titleOf(state), state.columns, true), ...listLines(state), ...detailBody(state)];
  const width = listColumns(state);
  const beside = sideColumns(state);
  const side = sideLines(state, beside);
  return [
    [...headLine(titleOf(state), width, true), piece('┬', 'dim'), ...headLine('Selected', beside, false)],
    ...listLines(state, width).map((line, number) => [...line, piece('│', 'dim'), ...(side[number] ?? [])]),
  ];
}

const detailBody = (state: State): readonly Line[] => [
  headLine('Selected', state.columns, false),
  ...detailLines(state),
];
