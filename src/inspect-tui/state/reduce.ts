/** (state, action) → state. Pure: the worlds are looked at, effects are done by whoever sees the new state. */

import type { MemoryPage } from '../../inspect/memory/page.ts';
import { type Rehearsal, stepTable } from '../../inspect/rehearsal.ts';
import type { Row, Table } from '../../inspect/table.ts';
import { type Command, commandOf, helpLines, keyFor } from '../keys.ts';
import { bookmarked } from './bookmarks.ts';
import {
  contentOf,
  followPointer,
  pageFailed,
  pageLoaded,
  positionHere,
  toggleSelection,
  toNextStored,
} from './content.ts';
import { searchAgain } from './find.ts';
import { arrived, followRow, menuKey } from './follow.ts';
import { withHits } from './hits.ts';
import { listRows } from './list-rows.ts';
import { withSummaries } from './lists.ts';
import { mouse } from './mouse.ts';
import { move } from './move.ts';
import {
  follow,
  goBack,
  goTo,
  goToByte,
  jumpTo,
  jumpToRow,
  rebuilt,
  remembered,
  toggle,
  type WorldOf,
} from './place.ts';
import { clearFilter, openPrompt, promptKey } from './prompt.ts';
import {
  currentList,
  currentPlace,
  type Focus,
  type Hits,
  initialState,
  type Mark,
  type Move,
  type ScreenId,
  type State,
  withList,
} from './state.ts';
import { screensOf } from './tabs.ts';
import { openKey, wholeRecord } from './tree-rows.ts';
import type { World } from './world.ts';

export type Action =
  | { readonly type: 'key'; readonly key: string; readonly text: string }
  | { readonly type: 'resize'; readonly columns: number; readonly lines: number }
  /** The index of an image grew, or its diagnostics did. */
  | { readonly type: 'grown'; readonly side: 0 | 1 }
  | { readonly type: 'list-loaded'; readonly key: string; readonly tables: readonly Table[] }
  | { readonly type: 'rehearsed'; readonly key: string; readonly rehearsal: Rehearsal }
  | { readonly type: 'list-failed'; readonly key: string; readonly message: string }
  | { readonly type: 'list-progress'; readonly key: string; readonly progress: number }
  /** What an effect has to say. */
  | { readonly type: 'said'; readonly message: string }
  | { readonly type: 'page-loaded'; readonly side: 0 | 1; readonly page: MemoryPage }
  | { readonly type: 'page-failed'; readonly side: 0 | 1; readonly key: string; readonly message: string }
  | { readonly type: 'hits'; readonly side: 0 | 1; readonly turn: number; readonly change: Partial<Hits> }
  | { readonly type: 'search-progress'; readonly turn: number; readonly progress: number }
  | { readonly type: 'search-done'; readonly turn: number; readonly hit?: Mark | undefined };

/** One for each image. */
export type Worlds = readonly [World, ...World[]];

export const worldOf = (worlds: Worlds, side: 0 | 1): World => worlds[side] ?? worlds[0];

const worldsBy =
  (worlds: Worlds): WorldOf =>
  (side) =>
    worldOf(worlds, side);

export function reduce(state: State, action: Action, worlds: Worlds): State {
  switch (action.type) {
    case 'key':
      return pressKey(state, worlds, action.key, action.text);
    case 'resize':
      return { ...state, columns: action.columns, lines: action.lines };
    case 'grown':
      return grown(state, worlds, action.side);
    case 'list-loaded':
      return arrived(
        withSummaries(withList(state, { tables: action.tables, progress: undefined }, action.key)),
      );
    case 'page-loaded':
      return pageLoaded(state, action.side, action.page);
    case 'page-failed':
      return pageFailed(state, action.side, action.key, action.message);
    case 'hits': {
      const hits = state.hits[action.side];
      // An answer to a search that was given up, or replaced.
      const isOld = hits?.turn !== action.turn || !hits.isRunning;
      return isOld ? state : withHits(state, action.change, action.side);
    }
    case 'said':
      return { ...state, message: action.message };
    case 'rehearsed':
      return withList(
        state,
        { tables: [stepTable(action.rehearsal)], rehearsal: action.rehearsal },
        action.key,
      );
    case 'list-failed':
      return arrived(withSummaries(withList(state, { failure: action.message }, action.key)));
    case 'list-progress':
      return withList(state, { progress: action.progress }, action.key);
    default:
      return searched(state, worlds, action);
  }
}

/** The state that an inspector starts with, on what was walked of the images so far. */
export function startState(columns: number, lines: number, worlds: Worlds): State {
  const [first, second = first] = worlds.map(({ records }) =>
    records.openAtFirst.map((record) => openKey(record)),
  );
  const opened = [new Set(first), new Set(second)] as const;
  const state = initialState(columns, lines, worlds.length === 1 ? 1 : 2, opened);
  return worlds.reduce((current: State, world, number) => {
    const side = number === 0 ? 0 : 1;
    const { startAt } = world.records;
    const start = startAt === undefined ? undefined : world.records.find(startAt, 0);
    const there = grown(current, worlds, side);
    if (start === undefined || 'problem' in start) return there;
    return { ...goTo({ ...there, side }, world, { record: start.record, part: wholeRecord }), side: 0 };
  }, state);
}

/** Where a person starts: at what the image is, unless one of its files was named. */
export function openingState(columns: number, lines: number, worlds: Worlds): State {
  const state = startState(columns, lines, worlds);
  const isFile = worlds[0].records.startAt !== undefined;
  return state.images === 2 || isFile ? state : { ...state, screen: 'summary' };
}

function grown(state: State, worlds: Worlds, side: 0 | 1): State {
  const place = rebuilt(worldOf(worlds, side), state.places[side]);
  return { ...state, places: side === 0 ? [place, state.places[1]] : [state.places[0], place] };
}

function searched(
  state: State,
  worlds: Worlds,
  action: Extract<Action, { readonly type: 'search-progress' | 'search-done' }>,
): State {
  const { search } = state;
  // An answer to a search that was given up, or replaced.
  if (!search?.isRunning || search.turn !== action.turn) return state;
  if (action.type === 'search-progress')
    return { ...state, search: { ...search, progress: action.progress } };
  const done = { ...state, search: { ...search, isRunning: false } };
  const { hit } = action;
  if (!hit) return { ...done, message: `"${search.text}" was not found` };
  return { ...goToByte(done, worldOf(worlds, state.side), hit.offset), mark: hit };
}

function pressKey(state: State, worlds: Worlds, key: string, text: string): State {
  const world = worldOf(worlds, state.side);
  if (key.startsWith('mouse:'))
    return mouse(state, worlds, key, {
      enter: (current) => enter(current, worlds),
      show: showScreen,
      help: helpKey,
    });
  if (state.prompt) return promptKey(state, world, key, text);
  if (state.menu) return menuKey(state, worldsBy(worlds), key);
  const command = commandOf(key);
  if (command === undefined) return { ...state, message: `${key} does nothing; ? shows the keys` };
  if (state.helpTop !== undefined) return helpKey(state, command);
  return run({ ...state, message: undefined }, worlds, command);
}

function helpKey(state: State, command: Command): State {
  const top = state.helpTop ?? 0;
  const page = Math.max(1, state.lines - 3);
  const last = Math.max(0, helpLines(state.columns).length - page);
  const to = (line: number): State => ({ ...state, helpTop: Math.max(0, Math.min(last, line)) });
  switch (command) {
    case 'up':
      return to(top - 1);
    case 'down':
      return to(top + 1);
    case 'page-up':
      return to(top - page);
    case 'page-down':
      return to(top + page);
    case 'help':
    case 'cancel':
    case 'quit':
    case 'back':
      return { ...state, helpTop: undefined };
    default:
      return state;
  }
}

const focusOrder: readonly Focus[] = ['tree', 'meaning', 'bytes'];

function run(state: State, worlds: Worlds, command: Command): State {
  const world = worldOf(worlds, state.side);
  if (command.startsWith('screen:')) return showScreen(state, command.slice('screen:'.length) as ScreenId);
  switch (command) {
    case 'next-pane':
      return { ...state, focus: focusOrder[(focusOrder.indexOf(state.focus) + 1) % 3] ?? 'tree' };
    case 'previous-pane':
      return { ...state, focus: focusOrder[(focusOrder.indexOf(state.focus) + 2) % 3] ?? 'tree' };
    case 'enter':
      return enter(state, worlds);
    case 'back':
      return goBack(state, worldsBy(worlds));
    case 'go-place':
      return openPrompt(state, 'place');
    case 'row-record':
      return toRecord(state, worlds);
    case 'select':
      return state.screen === 'content' ? toggleSelection(state) : onlyInMemory(state);
    case 'save':
      return state.screen === 'content' ? openPrompt(state, 'save') : onlyInMemory(state);
    case 'go-pid':
      return openPrompt(state, 'pid');
    case 'search':
      return openPrompt(state, 'search');
    case 'filter':
      return openPrompt(state, 'filter');
    case 'command':
      return openPrompt(state, 'command');
    case 'all-processes':
      return { ...state, process: undefined, message: 'all processes' };
    case 'next-screen':
      return showScreen(state, neighbour(state, 1));
    case 'previous-screen':
      return showScreen(state, neighbour(state, -1));
    case 'bookmark':
      return bookmarked(state, world);
    case 'next-hit':
      return searchAgain(state, 1);
    case 'previous-hit':
      return searchAgain(state, -1);
    case 'copy-value':
      return copied(state, valueHere(state, world));
    case 'copy-offset':
      return copied(state, offsetHere(state, world));
    case 'swap-image':
      return swapImage(state);
    case 'cancel':
      return cancel(state, world);
    case 'next-failure':
      return state.screen === 'content' ? toNextStored(state) : nextFailure(state);
    case 'help':
      return { ...state, helpTop: 0 };
    case 'quit':
      return { ...state, isDone: true };
    default:
      return move(state, world, command as Move);
  }
}

function showScreen(state: State, screen: ScreenId): State {
  if (screen === 'compare' && state.images === 1) {
    return { ...state, message: 'one image is open: cr-inspect A B compares two' };
  }
  return { ...state, screen };
}

function neighbour(state: State, step: 1 | -1): ScreenId {
  const screens = screensOf(state);
  const index = screens.indexOf(state.screen) + step;
  return screens[(index + screens.length) % screens.length] ?? 'records';
}

function swapImage(state: State): State {
  if (state.images === 1) return { ...state, message: 'one image is open: cr-inspect A B opens two' };
  return { ...state, side: state.side === 0 ? 1 : 0 };
}

function enter(state: State, worlds: Worlds): State {
  const world = worldOf(worlds, state.side);
  const { spot } = currentPlace(state);
  if (state.screen === 'content') return followPointer(remembered(state));
  if (state.screen !== 'records') {
    const list = currentList(state);
    const row = listRows(list).rows[list.selected];
    if (state.screen === 'ps' && row !== undefined) {
      const chosen = chosenProcess(state, row);
      if (chosen !== undefined) return chosen;
    }
    return row === undefined ? state : followRow(state, worldsBy(worlds), row);
  }
  if (state.focus === 'tree' && spot.part < 0) return toggle(state, world, spot);
  return follow(state, world, spot);
}

/** Entered once, a process is what the views are about; entered again, its record is shown. */
function chosenProcess(state: State, { cells }: Row): State | undefined {
  const pid = Number(cells[0]);
  if (!Number.isInteger(pid) || cells.length < 5 || state.process?.pid === pid) return undefined;
  const name = cells.at(-2)?.trim() ?? '';
  const message = `process ${pid}: the views show it alone, a shows all, Enter its record`;
  return { ...state, process: { pid, name }, message };
}

/** To where the row, or the byte under the cursor, lies in the image. */
function toRecord(state: State, worlds: Worlds): State {
  if (state.screen === 'records') return state;
  if (state.screen === 'content') {
    const at = positionHere(state);
    if (at === undefined) return { ...state, message: 'this byte is not stored in the image' };
    return jumpTo(remembered(state), worldOf(worlds, state.side), at);
  }
  const list = currentList(state);
  const row = listRows(list).rows[list.selected];
  return row === undefined ? { ...state, screen: 'records' } : jumpToRow(state, worldsBy(worlds), row);
}

const onlyInMemory = (state: State): State => ({
  ...state,
  message: `that is for memory: ${keyFor('screen:content')} shows it, and Enter on an area`,
});

function cancel(state: State, world: World): State {
  const hits = state.hits[state.side];
  if (hits?.isRunning)
    return { ...withHits(state, { isRunning: false, isCut: true }), message: 'search stopped' };
  if (state.screen === 'content' && contentOf(state).anchor !== undefined) return toggleSelection(state);
  if (state.search?.isRunning) {
    return { ...state, search: { ...state.search, isRunning: false }, message: 'search stopped' };
  }
  return clearFilter(state, world);
}

const copiedMax = 100;

function copied(state: State, text: string | undefined): State {
  if (text === undefined) return { ...state, message: 'there is nothing to copy here' };
  return { ...state, copied: [...state.copied, text].slice(-copiedMax), message: `copied: ${text}` };
}

function valueHere(state: State, world: World): string | undefined {
  if (state.screen !== 'records') {
    const list = currentList(state);
    return listRows(list)
      .rows[list.selected]?.cells.map((cell) => cell.trim())
      .join('\t');
  }
  const { spot } = currentPlace(state);
  if (world.index.length === 0) return undefined;
  if (state.focus !== 'bytes') return world.field(spot)?.text ?? world.path(spot);
  const { offset, length } = state.mark ?? world.range(spot);
  return Buffer.from(world.source.view(offset, Math.min(length, bytesCopiedMax))).toString('hex');
}

/** Terminals take about 75 kB by OSC 52, in base 64. */
const bytesCopiedMax = 16 * 1024;

function offsetHere(state: State, { records }: World): string | undefined {
  if (state.screen === 'records') return records.placeText(currentPlace(state).cursor);
  const list = currentList(state);
  const at = listRows(list).rows[list.selected]?.at;
  return at === undefined ? undefined : records.placeText(at);
}

/** The breakpoint of a rehearsal: on to the next step that fails; rows that are bad elsewhere. */
function nextFailure(state: State): State {
  const list = currentList(state);
  const { rows } = listRows(list);
  const next = rows.findIndex(({ tone }, index) => index > list.selected && tone === 'bad');
  if (state.screen === 'records' || next < 0) return { ...state, message: 'nothing fails from here on' };
  return withList(state, { selected: next });
}
