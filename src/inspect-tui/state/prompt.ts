/** The line that is typed into: offsets, pids, filters, searches. */
import { completed, runCommandLine } from './commands.ts';
import { goToPid, goToReference, startSearch } from './find.ts';
import { rebuilt } from './place.ts';
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

function filtered(state: State, world: World, text: string): State {
  if (state.screen !== 'records') return withList(state, { filter: text, selected: 0 });
  return withPlace(state, rebuilt(world, { ...currentPlace(state), kindFilter: text }));
}

/** Clears the filter of the screen. */
export const clearFilter = (state: State, world: World): State => filtered(state, world, '');
