/** Many checkpoints, one of which is to be looked at: plain data, and what keys do to it. */
import type { Row, Table } from '../inspect/table.ts';

/** What is opened: a path, and which of several images there. */
export interface Choice {
  readonly path: string;
  readonly container: string | undefined;
}

export interface ChooserState {
  readonly table: Table;
  /** That the paths are in. */
  readonly folder: string;
  /** By row of the table. */
  readonly choices: readonly Choice[];
  readonly isComplete: boolean;
  /** Number of a row among those that the filter leaves. */
  readonly selected: number;
  readonly filter: string;
  /** What is typed is the filter. */
  readonly isTyping: boolean;
  readonly columns: number;
  readonly lines: number;
  readonly message?: string | undefined;
  readonly chosen?: Choice | undefined;
  readonly isDone: boolean;
}

/** Title, head, three lines of the selected row with their head, status. */
const otherLines = 7;

export const chooserHeight = ({ lines }: ChooserState): number => Math.max(1, lines - otherLines);

/** Rows that the filter leaves, each with its number in the table. */
export function shownRows({
  table,
  filter,
}: Pick<ChooserState, 'table' | 'filter'>): readonly (readonly [number, Row])[] {
  const wanted = filter.toLowerCase();
  return [...table.rows.entries()].filter(
    ([, { cells }]) => wanted === '' || cells.some((cell) => cell.toLowerCase().includes(wanted)),
  );
}

/** `key` as `keyName` gives it; `text` is what it types. */
export function chooserKey(state: ChooserState, key: string, text: string): ChooserState {
  if (state.isTyping) return typed(state, key, text);
  const rows = shownRows(state);
  const to = (selected: number): ChooserState => ({
    ...state,
    selected: Math.max(0, Math.min(rows.length - 1, selected)),
  });
  const page = chooserHeight(state) - 1;
  const wheel = /^mouse:(64|65):/.exec(key)?.[1];
  if (wheel !== undefined) return to(state.selected + (wheel === '64' ? -3 : 3));
  switch (key) {
    case 'up':
    case 'k':
      return to(state.selected - 1);
    case 'down':
    case 'j':
      return to(state.selected + 1);
    case 'pageup':
    case 'ctrl-b':
      return to(state.selected - page);
    case 'pagedown':
    case 'ctrl-f':
    case 'space':
      return to(state.selected + page);
    case 'home':
    case '<':
      return to(0);
    case 'end':
    case '>':
    case 'G':
      return to(rows.length - 1);
    case '/':
    case 'f':
      return { ...state, isTyping: true };
    case 'escape':
      return { ...state, filter: '', selected: 0 };
    case 'q':
    case 'ctrl-c':
      return { ...state, isDone: true };
    case 'enter': {
      const number = rows[state.selected]?.[0];
      return number === undefined ? state : { ...state, chosen: state.choices[number] };
    }
    default:
      return state;
  }
}

function typed(state: ChooserState, key: string, text: string): ChooserState {
  const filter = (next: string): ChooserState => ({ ...state, filter: next, selected: 0 });
  switch (key) {
    case 'enter':
      return { ...state, isTyping: false };
    case 'escape':
      return { ...filter(''), isTyping: false };
    case 'ctrl-c':
      return { ...state, isDone: true };
    case 'ctrl-u':
      return filter('');
    case 'backspace':
      return filter([...state.filter].slice(0, -1).join(''));
    default:
      return text === '' ? state : filter(state.filter + text);
  }
}
