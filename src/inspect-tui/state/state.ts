/** The state of the inspector: plain data. What a key does to it is in reduce.ts, how it looks in panes/. */
import type { MemoryPage, PageRequest } from '../../inspect/memory/page.ts';
import type { Rehearsal } from '../../inspect/rehearsal.ts';
import type { Link, Table } from '../../inspect/table.ts';
import type { MemoryHit } from '../engine/engine.ts';
import { screenRow } from '../screens.ts';
import { type Opened, type Spot, type TreeRows, wholeRecord } from './tree-rows.ts';

export type Focus = 'tree' | 'meaning' | 'bytes';

/** Of a row of the list of screens, or the page of a code. */
export type ScreenId = string;

/** Where one is in the records of an image. */
export interface Place {
  readonly spot: Spot;
  /** Offset of the byte under the cursor. */
  readonly cursor: number;
  readonly opened: Opened;
  readonly rows: TreeRows;
  readonly kindFilter: string;
}

export type Move = 'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'first' | 'last';

/** The screen of memory of one side. */
export interface Content {
  readonly pid?: number | undefined;
  /** Under the cursor. */
  readonly address?: bigint | undefined;
  /** The other end of what is selected. */
  readonly anchor?: bigint | undefined;
  readonly page?: MemoryPage | undefined;
  /** Where one wants to be, and is not yet. */
  readonly wanted?: Omit<PageRequest, 'reach'> | undefined;
  /** The screen that one comes back to where that leads nowhere. */
  readonly from?: ScreenId | undefined;
  /** What could not be shown, and why. */
  readonly failure?: { readonly key: string; readonly message: string } | undefined;
}

/** A search through the memory of one side. */
export interface Hits {
  readonly text: string;
  readonly mode: SearchMode;
  /** Searched alone. */
  readonly pid?: number | undefined;
  /** Counts up with every search. */
  readonly turn: number;
  readonly isRunning: boolean;
  readonly progress: number;
  /** By process and address. */
  readonly hits: readonly MemoryHit[];
  readonly isCut: boolean;
  readonly notSearched: readonly string[];
}

/** What a search found last: marked until the next key that moves. */
export interface Mark {
  readonly offset: number;
  readonly length: number;
}

/** Names and rows; text and bytes in memory; text and bytes anywhere in the file. */
export type SearchMode = 'names' | 'memory' | 'memory-hex' | 'bytes' | 'hex';

export interface PromptState {
  readonly kind: 'search' | 'place' | 'pid' | 'filter' | 'command' | 'save';
  readonly text: string;
  readonly mode: SearchMode;
}

export interface SearchState {
  readonly text: string;
  readonly mode: SearchMode;
  /** Counts up with every search, so that late answers of an earlier one are told apart. */
  readonly turn: number;
  readonly isRunning: boolean;
  readonly direction: 1 | -1;
  readonly from: number;
  /** 0 … 1. */
  readonly progress: number;
}

/** A screen of tables: undefined tables are asked for and not there yet. */
export interface ListState {
  readonly tables?: readonly Table[] | undefined;
  /** What the tables of the rehearsal screen were made of. */
  readonly rehearsal?: Rehearsal | undefined;
  readonly failure?: string | undefined;
  /** 0 … 1, where it takes long. */
  readonly progress?: number | undefined;
  /** Number of a row among all rows of all tables. */
  readonly selected: number;
  readonly filter: string;
}

/** What Enter may lead to, where a row has several numbers. */
export interface Menu {
  readonly items: readonly Link[];
  /** Behind them: the record of the row. */
  readonly hasRecord: boolean;
  readonly selected: number;
}

/** A place to come back to. */
export interface Bookmark {
  readonly side: 0 | 1;
  /** Offset of the byte. */
  readonly at?: number | undefined;
  /** A place in memory. */
  readonly memory?: { readonly pid: number; readonly address: bigint };
  readonly label: string;
}

/** Memory that is to be written to a file. */
export interface Save {
  readonly side: 0 | 1;
  readonly pid: number;
  readonly start: bigint;
  readonly end: bigint;
  readonly path: string;
}

/** A file that is to be written with what is seen. */
export interface Export {
  readonly path: string;
  /** `json` asks for the document of the view, `text` for what its tables say. */
  readonly form: 'text' | 'json';
  readonly key: string;
}

export interface Visit {
  readonly screen: ScreenId;
  readonly side: 0 | 1;
  readonly spot: Spot;
  readonly cursor: number;
  readonly process: State['process'];
  /** The row that was selected, on a screen of tables. */
  readonly selected: number;
  /** The place in memory, on that screen. */
  readonly memory?: { readonly pid: number; readonly address: bigint } | undefined;
}

export interface State {
  readonly columns: number;
  readonly lines: number;
  readonly screen: ScreenId;
  /** Which of two images the screens show; 0 when there is one. */
  readonly side: 0 | 1;
  readonly images: 1 | 2;
  readonly focus: Focus;
  /** By side. */
  readonly places: readonly [Place, Place];
  /** The screens of memory, by side. */
  readonly contents: readonly [Content, Content];
  /** What was searched for in memory last, by side. */
  readonly hits: readonly [Hits | undefined, Hits | undefined];
  /** By `listKey`. */
  readonly lists: Readonly<Record<string, ListState>>;
  readonly history: readonly Visit[];
  /** The process that views are about; all of them without one. */
  readonly process?: { readonly pid: number; readonly name: string } | undefined;
  readonly bookmarks: readonly Bookmark[];
  readonly exports: readonly Export[];
  readonly saves: readonly Save[];
  readonly prompt?: PromptState | undefined;
  readonly menu?: Menu | undefined;
  /** The row that was followed to, while its table is not there yet. */
  readonly target?: { readonly key: string; readonly name: string } | undefined;
  readonly search?: SearchState | undefined;
  readonly mark?: Mark | undefined;
  readonly helpTop?: number | undefined;
  readonly message?: string | undefined;
  /** What was copied; printed again at the end. */
  readonly copied: readonly string[];
  readonly isDone: boolean;
}

const nowhere: Place = {
  spot: { record: 0, part: wholeRecord },
  cursor: 0,
  opened: new Set(),
  rows: { length: 0, records: new Uint32Array(0), parts: new Int16Array(0) },
  kindFilter: '',
};

/** `opened` says for each side what is open at first. */
export function initialState(
  columns: number,
  lines: number,
  images: 1 | 2,
  opened: readonly [Opened, Opened],
): State {
  return {
    columns,
    lines,
    screen: images === 2 ? 'compare' : 'records',
    side: 0,
    images,
    focus: 'tree',
    places: [
      { ...nowhere, opened: opened[0] },
      { ...nowhere, opened: opened[1] },
    ],
    lists: {},
    history: [],
    bookmarks: [],
    exports: [],
    saves: [],
    contents: [{}, {}],
    hits: [undefined, undefined],
    copied: [],
    isDone: false,
  };
}

/** A comparison is of no side. */
export function listKey({ screen, side, process }: Pick<State, 'screen' | 'side' | 'process'>): string {
  if (screen === 'compare') return screen;
  return `${side}/${screen}${process !== undefined && screenRow(screen).isOfProcess ? `/${process.pid}` : ''}`;
}

export const emptyList: ListState = { selected: 0, filter: '' };

export const currentList = (state: State): ListState => state.lists[listKey(state)] ?? emptyList;

export const currentPlace = ({ places, side }: State): Place => places[side];

export function withPlace(state: State, change: Partial<Place>): State {
  const place = { ...currentPlace(state), ...change };
  const [first, second] = state.places;
  return { ...state, places: state.side === 0 ? [place, second] : [first, place] };
}

export function withList(state: State, change: Partial<ListState>, key = listKey(state)): State {
  return { ...state, lists: { ...state.lists, [key]: { ...(state.lists[key] ?? emptyList), ...change } } };
}
