/** Finding: a reference, the task of a pid, a text. */
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

/** In tables at once; in an image by whoever sees that a search is running. */
export function startSearch(state: State, { text, mode, direction }: Wanted): State {
  const turn = (state.search?.turn ?? 0) + 1;
  const { cursor } = currentPlace(state);
  const search = {
    text,
    mode,
    direction,
    turn,
    from: cursor,
    progress: 0,
    isRunning: state.screen === 'records',
  };
  if (state.screen === 'records') {
    const problem = mode === 'hex' && parseHex(text) === undefined ? `"${text}" is no hex string` : undefined;
    return problem ? { ...state, message: problem } : { ...state, search, message: undefined };
  }
  const list = currentList(state);
  const row = findRow(listRows(list).rows, text, list.selected, direction);
  if (row < 0) return { ...state, search, message: `"${text}" is in no row` };
  return withList({ ...state, search, message: undefined }, { selected: row });
}

/** `79 1c 01 63` or `791c0163`; undefined for anything else. */
export function parseHex(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+|0x/g, '');
  if (digits === '' || digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined;
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
