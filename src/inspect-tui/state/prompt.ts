/** The line that is typed into: offsets, pids, filters, searches. */
import { completed, runCommandLine } from './commands.ts';
import { contentOf, goToMemory, selection } from './content.ts';
import { goToPid, goToReference, searchMode, searchModes, startSearch } from './find.ts';
import { listRows } from './list-rows.ts';
import { rebuilt, remembered } from './place.ts';
import {
  currentList,
  currentPlace,
  type PromptState,
  type SearchMode,
  type State,
  withList,
  withPlace,
} from './state.ts';
import type { World } from './world.ts';

const textMax = 1000;

/** Opens the prompt, with what was asked last where that helps. */
export function openPrompt(state: State, kind: PromptState['kind']): State {
  const text = kind === 'filter' ? filterOf(state) : kind === 'save' ? saveName(state) : '';
  const mode = searchMode(state);
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
      return { ...state, prompt: { ...prompt, mode: nextMode(searchModes(state), prompt.mode) } };
    default:
      return { ...state, prompt: { ...prompt, text: (prompt.text + text).slice(0, textMax) } };
  }
}

const nextMode = (modes: readonly SearchMode[], mode: SearchMode): SearchMode =>
  modes[(modes.indexOf(mode) + 1) % modes.length] ?? mode;

function submit(state: State, world: World, { kind, text, mode }: PromptState): State {
  switch (kind) {
    case 'place':
      return goToPlace(state, world, text.trim());
    case 'save':
      return saved(state, text.trim());
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

/** Where a text leads: into memory, or to the records. `@` is before what could be both. */
export function placeWords(
  state: State,
  world: World,
  text: string,
): { readonly what: 'address' | 'offset'; readonly text: string; readonly pid?: number | undefined } {
  if (text.startsWith('@')) return { what: 'offset', text: text.slice(1) };
  const isOfMemory = ['content', 'maps', 'hits'].includes(state.screen);
  const isBeyond = /^(?:0x[0-9a-f]+|\d+)$/i.test(text) && BigInt(text) >= BigInt(world.source.size);
  if (!isOfMemory && !isBeyond) return { what: 'offset', text };
  const list = currentList(state);
  const link = listRows(list).rows[list.selected]?.links?.find((one) => 'pid' in one);
  const ofRow = link !== undefined && 'pid' in link ? link.pid : undefined;
  const pid = state.screen === 'content' ? contentOf(state).pid : ofRow;
  return { what: 'address', text, pid: pid ?? state.process?.pid ?? contentOf(state).pid };
}

function goToPlace(state: State, world: World, text: string): State {
  if (text === '') return state;
  const place = placeWords(state, world, text);
  if (place.what === 'offset') return goToReference(state, world, place.text);
  return goToMemory(remembered(state), { pid: place.pid, text: place.text });
}

/** A name that says what is in it. */
function saveName(state: State): string {
  const range = selection(state);
  const { pid } = contentOf(state);
  return range === undefined ? '' : `${pid}-${range.start.toString(16)}-${range.end.toString(16)}.bin`;
}

function saved(state: State, path: string): State {
  const range = selection(state);
  const { pid } = contentOf(state);
  if (path === '' || range === undefined || pid === undefined) return state;
  const save = { side: state.side, pid, start: range.start, end: range.end, path };
  return { ...state, saves: [...state.saves, save], message: `writing ${path} …` };
}

function filtered(state: State, world: World, text: string): State {
  if (state.screen !== 'records') return withList(state, { filter: text, selected: 0 });
  return withPlace(state, rebuilt(world, { ...currentPlace(state), kindFilter: text }));
}

/** Clears the filter of the screen. */
export const clearFilter = (state: State, world: World): State => filtered(state, world, '');
