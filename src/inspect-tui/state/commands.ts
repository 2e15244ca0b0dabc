/** What `:` takes: words with what follows them, how they are completed, and what each does. */
import { didYouMean } from '../../did-you-mean.ts';
import { explainScreen, screenRow } from '../screens.ts';
import { allCodes } from './codes.ts';
import { goToPid, goToReference, searchMode, startSearch } from './find.ts';
import { listKey, type State } from './state.ts';
import { screensOf } from './tabs.ts';
import type { World } from './world.ts';

interface CommandWord {
  readonly name: string;
  /** `REF`, for the hint. */
  readonly takes: string;
  /** What can follow, where that is known. */
  words?(state: State): readonly string[];
  run(state: State, world: World, rest: string): State;
}

const say = (state: State, message: string): State => ({ ...state, message });

const commands: readonly CommandWord[] = [
  {
    name: 'go',
    takes: 'REF',
    run: (state, world, rest) => goToReference(state, world, rest),
  },
  {
    name: 'view',
    takes: 'NAME',
    words: screensOf,
    run(state, _, rest) {
      const screens = screensOf(state);
      // The name on the tab will do.
      const named = screens.find((id) => id === rest || screenRow(id).name === rest);
      if (named !== undefined) return { ...state, screen: named };
      return say(state, `there is no view "${rest}"${didYouMean(rest, screens)}`);
    },
  },
  {
    name: 'search',
    takes: 'TEXT',
    run: (state, _, text) =>
      text === '' ? state : startSearch(state, { text, mode: searchMode(state), direction: 1 }),
  },
  {
    name: 'pid',
    takes: 'PID',
    run: (state, world, rest) => goToPid(state, world, rest),
  },
  {
    name: 'export',
    takes: 'FILE.txt or FILE.json',
    run(state, _, path) {
      if (path === '' || path === '-')
        return say(state, 'export needs the name of a file: export page.txt, or page.json');
      const form = path.endsWith('.json') ? 'json' : 'text';
      return { ...state, exports: [...state.exports, { path, form, key: listKey(state) }] };
    },
  },
  {
    name: 'explain',
    takes: 'CODE',
    words: () => allCodes(),
    run(state, _, code) {
      if (allCodes().includes(code)) return { ...state, screen: explainScreen(code) };
      return say(state, `there is no code "${code}"${didYouMean(code, allCodes())}`);
    },
  },
  { name: 'bookmarks', takes: '', run: (state) => ({ ...state, screen: 'bookmarks' }) },
  { name: 'all', takes: '', run: (state) => ({ ...state, process: undefined }) },
  { name: 'help', takes: '', run: (state) => ({ ...state, helpTop: 0 }) },
  { name: 'quit', takes: '', run: (state) => ({ ...state, isDone: true }) },
];

const shownMax = 8;

/** What the text may go on to: whole words, or what the command takes. */
export function completionsOf(state: State, text: string): readonly string[] {
  const [word = '', ...rest] = text.split(' ');
  if (rest.length === 0)
    return commands
      .filter(({ name }) => name.startsWith(word))
      .map(({ name, takes }) => `${name} ${takes}`.trim());
  const command = commands.find(({ name }) => name === word);
  const wanted = rest.join(' ');
  const words = command?.words?.(state).filter((one) => one.startsWith(wanted)) ?? [];
  return words.length > 0 ? words.slice(0, shownMax) : [command?.takes ?? ''].filter(Boolean);
}

/** As far as all that is possible agrees. */
export function completed(state: State, text: string): string {
  const [word = '', ...rest] = text.split(' ');
  if (rest.length === 0) {
    const names = commands.map(({ name }) => name).filter((name) => name.startsWith(word));
    return names.length === 1 ? `${names[0]} ` : commonStart(names, word);
  }
  const wanted = rest.join(' ');
  const words = commands.find(({ name }) => name === word)?.words?.(state) ?? [];
  return `${word} ${commonStart(
    words.filter((one) => one.startsWith(wanted)),
    wanted,
  )}`;
}

function commonStart(words: readonly string[], least: string): string {
  const [first = least, ...others] = words;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, Math.max(length, least.length));
}

/** Runs what was typed behind the colon. */
export function runCommandLine(state: State, world: World, text: string): State {
  const [word = '', ...rest] = text.trim().split(' ');
  if (word === '') return state;
  // A number alone goes there, as in vi.
  if (/^(?:0x[0-9a-f]+|\d+)$/i.test(word)) return goToReference(state, world, word);
  const starting = commands.filter(({ name }) => name.startsWith(word));
  const command =
    commands.find(({ name }) => name === word) ?? (starting.length === 1 ? starting[0] : undefined);
  if (command !== undefined) return command.run(state, world, rest.join(' ').trim());
  const names = commands.map(({ name }) => name);
  return say(state, `there is no command "${word}"${didYouMean(word, names) || `: ${names.join(' ')}`}`);
}
