/** The whole screen as lines: pure, so that a test can read it. */
import { helpLines } from '../keys.ts';
import { paneSizes } from '../state/layout.ts';
import type { ScreenId, State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { statusLine, titleLine } from './bars.ts';
import { bytesLines } from './bytes-pane.ts';
import { fitLine, headLine, type Line, piece } from './line.ts';
import { detailLines, listLines } from './list-pane.ts';
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
  return [titleLine(state, world.records.title), ...full, statusLine(state, world)];
}

function helpBody({ columns, lines, helpTop = 0 }: State): readonly Line[] {
  const shown = helpLines().slice(helpTop, helpTop + lines - 3);
  return [
    headLine('Keys', columns, true),
    ...shown.map((text) => fitLine([piece(` ${text}`, text.startsWith(' ') ? 'plain' : 'title')], columns)),
  ];
}

function bodyOf(state: State, world: World): readonly Line[] {
  if (state.screen === 'records') return recordsBody(state, world);
  return state.screen === 'rehearse' ? [...rehearsalBody(state), ...detailBody(state)] : listBody(state);
}

function recordsBody(state: State, world: World): readonly Line[] {
  const { treeColumns, meaningColumns } = paneSizes(state);
  const bar = piece('│', 'dim');
  const tree = treeLines(state, world);
  const meaning = meaningLines(state, world);
  const heads: Line = [
    ...headLine('Records', treeColumns, state.focus === 'tree'),
    piece('┬', 'dim'),
    ...headLine('Meaning', meaningColumns, state.focus === 'meaning'),
  ];
  return [
    heads,
    ...tree.map((line, number) => [...line, bar, ...(meaning[number] ?? [])]),
    headLine('Bytes', state.columns, state.focus === 'bytes'),
    ...bytesLines(state, world),
  ];
}

const titles: Readonly<Record<Exclude<ScreenId, 'records' | 'rehearse'>, string>> = {
  ps: 'Processes',
  maps: 'Memory',
  ipc: 'System V IPC',
  fds: 'Files',
  diagnostics: 'Diagnostics',
  sockets: 'Sockets',
  signals: 'Signals',
  times: 'Times',
  namespaces: 'Namespaces',
  summary: 'Summary',
  compare: 'Comparison',
};

const listBody = (state: State): readonly Line[] => [
  headLine(titles[state.screen as keyof typeof titles], state.columns, true),
  ...listLines(state),
  ...detailBody(state),
];

const detailBody = (state: State): readonly Line[] => [
  headLine('Selected', state.columns, false),
  ...detailLines(state),
];
