/**
 * The list of screens, in the order of their tabs: each view, and what only the inspector has. Tabs, keys, help,
 * completion and captures are derived from the rows.
 */
import { isViewName, type ViewName, viewNames, viewRow } from '../inspect/views/index.ts';

export interface Screen {
  readonly id: string;
  /** On its tab. */
  readonly name: string;
  /** In the head of the screen. */
  readonly title: string;
  /** The first is on the tab. */
  readonly keys: readonly string[];
  readonly help: string;
  /** Shows only what is of the process that is chosen. */
  readonly isOfProcess: boolean;
  readonly body: 'list' | 'records' | 'rehearsal' | 'content';
  /** Where its tables come from: asked of the engine, or made of the state as it changes. */
  readonly tables: 'engine' | 'state';
  /** What it says while it has no tables that the state makes. */
  readonly empty?: string;
  /** Only where two images are open. */
  readonly isOfTwo: boolean;
}

type Row = Pick<Screen, 'title' | 'help'> & { readonly keys: string } & Partial<
    Pick<Screen, 'name' | 'isOfProcess' | 'body' | 'tables' | 'empty' | 'isOfTwo'>
  >;

const screen = (id: string, { keys, ...row }: Row): Screen => ({
  id,
  name: id,
  isOfProcess: false,
  body: 'list',
  tables: 'engine',
  isOfTwo: false,
  ...row,
  keys: keys.split(' ').filter(Boolean),
});

function viewScreen(id: ViewName): Screen {
  const { title, tab, keys = '', help, isOfAll = false } = viewRow(id);
  return screen(id, { title, keys, help, isOfProcess: !isOfAll, ...(tab && { name: tab }) });
}

/** What only the inspector has, by the view that it stands behind, or at the start or end. */
const own = {
  first: [
    screen('compare', {
      title: 'Comparison',
      keys: 'c',
      help: 'what differs, when two images are open',
      isOfTwo: true,
    }),
  ],
  maps: [
    screen('content', {
      title: 'Memory',
      keys: 'X',
      isOfProcess: true,
      body: 'content',
      tables: 'state',
      help: 'the bytes of a process by address',
    }),
    screen('hits', {
      title: 'Hits',
      keys: 'H',
      tables: 'state',
      empty: 'nothing was searched for yet: / and a text',
      help: 'where / found something in memory: process, area, address',
    }),
  ],
  namespaces: [
    screen('records', {
      title: 'Records',
      keys: '1',
      body: 'records',
      tables: 'state',
      help: 'records: tree, bytes and meaning',
    }),
  ],
  last: [
    screen('diagnostics', { title: 'Diagnostics', keys: '6 d', help: 'what is damaged or odd' }),
    screen('rehearse', {
      title: 'Rehearsal',
      keys: 'e',
      body: 'rehearsal',
      help: 'the simulated restore, step by step',
    }),
    screen('bookmarks', {
      title: 'Bookmarks',
      keys: 'B',
      tables: 'state',
      empty: 'no bookmarks: + remembers a place',
      help: 'places that + remembered',
    }),
  ],
} as const satisfies Readonly<Partial<Record<ViewName | 'first' | 'last', readonly Screen[]>>>;

const behind = (id: ViewName): readonly Screen[] => (id in own ? own[id as keyof typeof own] : []);

const withKey = viewNames.filter((id) => viewRow(id).keys !== undefined);
const withoutKey = viewNames.filter((id) => viewRow(id).keys === undefined);

export const screens: readonly Screen[] = [
  ...own.first,
  ...[...withKey, ...withoutKey].flatMap((id) => [viewScreen(id), ...behind(id)]),
  ...own.last,
];

const byId = new Map(screens.map((row) => [row.id, row]));

/** Pages of codes are screens, too, without a tab. */
const explainPrefix = 'explain:';

export const explainScreen = (code: string): string => `${explainPrefix}${code}`;

export function screenRow(id: string): Screen {
  const row = byId.get(id);
  if (row !== undefined) return row;
  const title = id.startsWith(explainPrefix) ? id.slice(explainPrefix.length) : id;
  return screen(id, { title, keys: '', help: '' });
}

export const isScreen = (id: string): boolean => byId.has(id) || isViewName(id);
