/** Which key does what: one table, from which the help screen is printed. Knows no state. */
import { wrap } from '../inspect/lay-out-table.ts';
import { screens } from './screens.ts';

export type Command =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'next-pane'
  | 'previous-pane'
  | 'enter'
  | 'back'
  | 'go-place'
  | 'go-pid'
  | 'search'
  | 'next-hit'
  | 'previous-hit'
  | 'filter'
  | 'copy-value'
  | 'copy-offset'
  | 'swap-image'
  | 'next-failure'
  | 'cancel'
  | 'all-processes'
  | 'next-screen'
  | 'previous-screen'
  | 'command'
  | 'bookmark'
  | 'row-record'
  | 'select'
  | 'save'
  | 'help'
  | 'quit'
  | `screen:${string}`;

export interface KeyRow {
  /** Names as `keyName` gives them; the first is the one that the status line shows. */
  readonly keys: readonly string[];
  readonly command: Command;
  readonly help: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}

const row = (keys: string, command: Command, help: string): KeyRow => ({
  keys: keys.split(' '),
  command,
  help,
});

export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Screens',
    rows: [
      ...screens
        .filter(({ keys }) => keys.length > 0)
        .map(
          ({ id, keys, name, help }): KeyRow => ({
            keys,
            command: `screen:${id}`,
            help: help.startsWith(name) ? help : `${name}: ${help}`,
          }),
        ),
      row(']', 'next-screen', 'next screen: those without a key, too'),
      row('[', 'previous-screen', 'previous screen'),
      row('x', 'swap-image', 'show the other image'),
    ],
  },
  {
    title: 'Moving',
    rows: [
      row('up k', 'up', 'line up'),
      row('down j', 'down', 'line down'),
      row('left h', 'left', 'close a record, or to the one around it; byte left'),
      row('right l', 'right', 'open a record; byte right'),
      row('pageup ctrl-b', 'page-up', 'page up'),
      row('pagedown ctrl-f space', 'page-down', 'page down'),
      row('home <', 'first', 'first line, start of the file'),
      row('end > G', 'last', 'last line, end of the file'),
      row('tab', 'next-pane', 'next pane: tree, meaning, bytes'),
      row('shift-tab', 'previous-pane', 'previous pane'),
      row('enter', 'enter', 'open or close; follow what the row has a number of'),
      row('a', 'all-processes', 'all processes; Enter on a process shows it alone'),
      row('backspace', 'back', 'back to where one came from'),
      row('r', 'row-record', 'to the record that the row or byte comes from'),
      row('g', 'go-place', 'go to an address of a process, or an offset; it says which'),
      row('p', 'go-pid', 'go to the task of a pid'),
    ],
  },
  {
    title: 'Finding and copying',
    rows: [
      row('/', 'search', 'search: rows or names; text or hex bytes in memory (Tab)'),
      row('b', 'next-failure', 'next bad row, failing step; in memory the next stored bytes'),
      row('n', 'next-hit', 'next hit'),
      row('N', 'previous-hit', 'previous hit'),
      row('f', 'filter', 'filter: kinds of records, rows that hold a text'),
      row('y', 'copy-value', 'copy the value (OSC 52); it is printed at the end'),
      row('o', 'copy-offset', 'copy the offset likewise'),
      row('v', 'select', 'in memory: select from here; v again ends'),
      row('w', 'save', 'in memory: write what is selected, or the area, to a file'),
      row(':', 'command', 'a command: go view search export explain (Tab completes)'),
      row('+', 'bookmark', 'remember this place'),
      row('escape', 'cancel', 'stop a search; clear a filter; close this help'),
      row('?', 'help', 'this help'),
      row('q ctrl-c', 'quit', 'leave'),
    ],
  },
];

const commands = new Map(
  keyGroups.flatMap(({ rows }) =>
    rows.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const)),
  ),
);

export const commandOf = (key: string): Command | undefined => commands.get(key);

/** What ink tells of a key press. */
export interface PressedKey {
  readonly upArrow?: boolean;
  readonly downArrow?: boolean;
  readonly leftArrow?: boolean;
  readonly rightArrow?: boolean;
  readonly pageUp?: boolean;
  readonly pageDown?: boolean;
  readonly home?: boolean;
  readonly end?: boolean;
  readonly return?: boolean;
  readonly escape?: boolean;
  readonly tab?: boolean;
  readonly shift?: boolean;
  readonly backspace?: boolean;
  readonly delete?: boolean;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

export interface KeyPress {
  /** `down`, `ctrl-f`, `shift-tab`, or the character itself. */
  readonly key: string;
  /** What it types into a prompt. */
  readonly text: string;
}

const named: readonly (readonly [keyof PressedKey, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  // Terminals send DEL for the backspace key, which ink calls delete.
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
];

/** Characters that stand for keys when several keys come at once, as over a slow line. */
const controls: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x1b': 'escape',
};

/** The keys of one event: ink tells several characters that come together as one. */
export function keyPresses(input: string, key: PressedKey): readonly KeyPress[] {
  const clicks = mouseEvents(input);
  if (clicks.length > 0) return clicks;
  const name = named.find(([flag]) => key[flag])?.[1];
  if (name !== undefined) return [{ key: name, text: '' }];
  if (key.tab) return [{ key: key.shift ? 'shift-tab' : 'tab', text: '' }];
  if (key.ctrl) return [{ key: `ctrl-${input}`, text: '' }];
  const presses = [...input].map(pressOf);
  // Escape and another key close together look like Alt and that key.
  return key.meta ? [{ key: 'escape', text: '' }, ...presses] : presses;
}

/** xterm's SGR form, of which ink takes the first escape away: `[<button;column;line` and M or m. */
function mouseEvents(input: string): readonly KeyPress[] {
  if (!input.startsWith('[<') && !input.startsWith('\x1b[<')) return [];
  return [...input.matchAll(/\[<(\d+);(\d+);(\d+)([Mm])/g)].flatMap(([, button, column, line, kind]) =>
    kind === 'M' ? [{ key: `mouse:${button}:${column}:${line}`, text: '' }] : [],
  );
}

function pressOf(character: string): KeyPress {
  const control = controls[character];
  if (control !== undefined) return { key: control, text: '' };
  if (character < ' ') return { key: `ctrl-${String.fromCharCode(character.charCodeAt(0) + 96)}`, text: '' };
  return { key: character === ' ' ? 'space' : character, text: character };
}

const shownNames: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
  backspace: 'Backspace',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  space: 'Space',
};

/** A key as it is printed. */
export const shownKey = (key: string): string =>
  shownNames[key] ?? key.replace(/^ctrl-(.)$/, (_, letter: string) => `^${letter.toUpperCase()}`);

/** The help screen, line by line, for so many columns. */
export function helpLines(columns: number): readonly string[] {
  const shown = ({ keys }: KeyRow): string => keys.map(shownKey).join(' ');
  const width = Math.max(...keyGroups.flatMap(({ rows }) => rows.map((line) => shown(line).length)));
  return keyGroups.flatMap(({ title, rows }, index) => [
    ...(index === 0 ? [] : ['']),
    title,
    ...rows.flatMap((line) =>
      wrap(line.help, Math.max(20, columns - width - 6)).map(
        (text, part) => `  ${(part === 0 ? shown(line) : '').padEnd(width)}  ${text}`,
      ),
    ),
  ]);
}

/** The first key of a command. */
export const keyFor = (command: Command): string =>
  keyGroups.flatMap(({ rows }) => rows).find((candidate) => candidate.command === command)?.keys[0] ?? '';
