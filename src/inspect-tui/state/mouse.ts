/** Clicks and the wheel: a tab, a row, a pane. */
import { textWidth } from '../../inspect/text-width.ts';
import { addressAt, withContent } from './content.ts';
import { paneSizes, windowTop } from './layout.ts';
import { rowAtLine } from './list-layout.ts';
import { move } from './move.ts';
import { goTo } from './place.ts';
import { currentList, currentPlace, type ScreenId, type State, withList } from './state.ts';
import { tabRoom, tabsFor } from './tabs.ts';
import { rowOf, spotAt } from './tree-rows.ts';
import type { World } from './world.ts';

type Worlds = readonly [World, ...World[]];

/** What keys do, too. */
export interface Does {
  enter(state: State): State;
  show(state: State, screen: ScreenId): State;
  help(state: State, command: 'up' | 'down'): State;
}

/** The button, column and line of a mouse event; the wheel has buttons of its own. */
export function mouse(state: State, worlds: Worlds, key: string, does: Does): State {
  const [, button = 0, column = 1, line = 1] = key.split(':').map(Number);
  const world = worlds[state.side] ?? worlds[0];
  if (state.prompt !== undefined || state.menu !== undefined) return state;
  if (button === 64 || button === 65) {
    const command = button === 64 ? 'up' : 'down';
    const scroll = (current: State) =>
      current.helpTop === undefined ? move(current, world, command) : does.help(current, command);
    return scroll(scroll(scroll({ ...state, message: undefined })));
  }
  if (button !== 0 || state.helpTop !== undefined) return state;
  if (line === 1) {
    const { tabs } = tabsFor(state, tabRoom(state, world.records.title));
    const tab = tabs.find(({ column: first, text }) => column > first && column <= first + textWidth(text));
    return tab === undefined ? state : does.show({ ...state, message: undefined }, tab.screen);
  }
  return clicked({ ...state, message: undefined }, worlds, column, line, does);
}

/** A row is selected; the selected one is entered. */
function clicked(state: State, worlds: Worlds, column: number, line: number, does: Does): State {
  const world = worlds[state.side] ?? worlds[0];
  // Below the title and the head of the pane.
  const at = line - 3;
  if (state.screen === 'records') {
    const { treeColumns, upperLines } = paneSizes(state);
    const place = currentPlace(state);
    if (at < 0 || at >= upperLines) return at > upperLines ? { ...state, focus: 'bytes' } : state;
    if (column > treeColumns) return { ...state, focus: 'meaning' };
    const top = windowTop(rowOf(place.rows, place.spot), upperLines, place.rows.length);
    const spot = spotAt(place.rows, top + at);
    if (spot === undefined) return state;
    const isSame = spot.record === place.spot.record && spot.part === place.spot.part;
    const there = goTo({ ...state, focus: 'tree' }, world, spot);
    return isSame ? does.enter(there) : there;
  }
  if (state.screen === 'content') {
    const address = addressAt(state, at, column);
    return address === undefined ? state : withContent(state, { address });
  }
  const row = rowAtLine(state, at);
  if (row === undefined) return state;
  if (row === currentList(state).selected) return does.enter(state);
  return withList(state, { selected: row });
}
