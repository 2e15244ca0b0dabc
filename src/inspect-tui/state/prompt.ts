/** The line that is typed into: offsets, pids, filters, searches. */
import { completed, runCommandLine } from './commands.ts';
import { findRow, listRows } from './list-rows.ts';
import { goTo, goToByte, rebuilt, remembered } from './place.ts';
import {
  currentList,
  currentPlace,
  type PromptState,
  type SearchMode,
  type State,
  withList,
  withPlace,
} from './state.ts';
import { wholeRecord } from './tree-rows.ts';
import type { World } from './world.ts';

const modes: readonly SearchMode[] = ['names', 'text', 'hex'];
const textMax = 1000;

/** Opens the prompt, with what was asked last where that helps. */
export function openPrompt(state: State, kind: PromptState['kind']): State {
  const text = kind === 'filter' ? filterOf(state) : '';
  const mode = state.search?.mode ?? 'names';
  return { ...state, prompt: { kind, text, mode }, message: undefined };
}

const filterOf = (state: State): string =>
  state.screen === 'records' ? currentPlace(state).kindFilter : currentList(state).filter;

/** A key while the prompt is open; `text` is what it types. */
export function promptKey(state: State, world: World, key: string, text: string): State {
  const { prompt } = state;
  if (!prompt) return state;
  switch (key) {
    case 'escape':
    case 'ctrl-c':
      return { ...state, prompt: undefined };
    case 'enter':
      return submit({ ...state, prompt: undefined }, world, prompt);
    case 'backspace':
      return { ...state, prompt: { ...prompt, text: [...prompt.text].slice(0, -1).join('') } };
    case 'ctrl-u':
      return { ...state, prompt: { ...prompt, text: '' } };
    case 'tab':
      if (prompt.kind === 'command')
        return { ...state, prompt: { ...prompt, text: completed(state, prompt.text) } };
      return { ...state, prompt: { ...prompt, mode: nextMode(prompt.mode) } };
    default:
      return { ...state, prompt: { ...prompt, text: (prompt.text + text).slice(0, textMax) } };
  }
}

const nextMode = (mode: SearchMode): SearchMode => modes[(modes.indexOf(mode) + 1) % modes.length] ?? 'names';

function submit(state: State, world: World, { kind, text, mode }: PromptState): State {
  switch (kind) {
    case 'offset':
      return goToReference(state, world, text.trim());
    case 'pid':
      return goToPid(state, world, text.trim());
    case 'filter':
      return filtered(state, world, text.trim());
    case 'command':
      return runCommandLine(state, world, text);
    default:
      return text === '' ? state : startSearch(state, { text, mode, direction: 1 });
  }
}

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

function filtered(state: State, world: World, text: string): State {
  if (state.screen !== 'records') return withList(state, { filter: text, selected: 0 });
  return withPlace(state, rebuilt(world, { ...currentPlace(state), kindFilter: text }));
}

/** Clears the filter of the screen. */
export const clearFilter = (state: State, world: World): State => filtered(state, world, '');

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
