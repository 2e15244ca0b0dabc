/** Finding: a reference, the task of a pid, a text. */
import { parseHex } from '../parse-hex.ts';
import { nextMemoryHit, startMemorySearch } from './hits.ts';
import { findRow, listRows } from './list-rows.ts';
import { goTo, goToByte, remembered } from './place.ts';
import { currentList, currentPlace, type SearchMode, type State, withList } from './state.ts';
import { wholeRecord } from './tree-rows.ts';
import type { World } from './world.ts';

export function goToReference(state: State, world: World, text: string): State {
  if (text === '') return state;
  const found = world.records.find(text, currentPlace(state).spot.record);
  if ('problem' in found) return { ...state, message: found.problem };
  const there: State = { ...remembered(state), screen: 'records' };
  if (found.cursor !== undefined) return goToByte(there, world, found.cursor);
  return goTo(there, world, { record: found.record, part: wholeRecord });
}

export function goToPid(state: State, world: World, text: string): State {
  if (text === '') return state;
  if (state.screen === 'ps') {
    const row = listRows(currentList(state)).rows.findIndex(({ cells }) => cells[0] === text);
    if (row >= 0) return withList(state, { selected: row });
  }
  const record = /^\d+$/.test(text) ? world.records.task(Number(text)) : undefined;
  if (record === undefined) {
    const soFar = world.index.isComplete ? '' : ' so far: the image is still being indexed';
    return { ...state, message: `no task has the pid ${text}${soFar}` };
  }
  return goTo({ ...remembered(state), screen: 'records' }, world, { record, part: wholeRecord });
}

type Wanted = { readonly text: string; readonly mode: SearchMode; readonly direction: 1 | -1 };

const isOfMemory = (mode: SearchMode): boolean => mode === 'memory' || mode === 'memory-hex';

/** What `/` searches on a screen, the first unless another was chosen. */
export function searchModes({ screen }: Pick<State, 'screen'>): readonly SearchMode[] {
  if (screen === 'content' || screen === 'hits') return ['memory', 'memory-hex'];
  return screen === 'records'
    ? ['names', 'memory', 'memory-hex', 'bytes', 'hex']
    : ['names', 'memory', 'memory-hex'];
}

/** The one that was used last, where the screen has it. */
export function searchMode(state: State): SearchMode {
  const modes = searchModes(state);
  const last = state.search?.mode;
  return modes.find((one) => one === last) ?? modes[0] ?? 'names';
}

/** In tables at once; in an image by whoever sees that a search is running. */
export function startSearch(state: State, { text, mode, direction }: Wanted): State {
  const isHex = mode === 'hex' || mode === 'memory-hex';
  if (isHex && parseHex(text) === undefined) return { ...state, message: `"${text}" is no hex string` };
  const turn = (state.search?.turn ?? 0) + 1;
  const { cursor: from } = currentPlace(state);
  const search = { text, mode, direction, turn, from, progress: 0, isRunning: false };
  const next: State = { ...state, search, message: undefined };
  if (isOfMemory(mode)) return startMemorySearch(next, text, mode);
  if (state.screen === 'records') return { ...next, search: { ...search, isRunning: true } };
  const list = currentList(state);
  const row = findRow(listRows(list).rows, text, list.selected, direction);
  return row < 0 ? { ...next, message: `"${text}" is in no row` } : withList(next, { selected: row });
}

/** To the next hit; in memory, of the list that was found. */
export function searchAgain(state: State, direction: 1 | -1): State {
  const { search } = state;
  if (!search) return { ...state, message: 'nothing was searched for; / starts a search' };
  if (isOfMemory(search.mode)) return nextMemoryHit(state, direction);
  return startSearch(state, { text: search.text, mode: search.mode, direction });
}
