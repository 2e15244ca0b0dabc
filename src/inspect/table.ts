/**
 * Tables: what every view says, as plain data that both text output and screens draw. They know nothing of
 * checkpoints, colours or terminals.
 */
import type { Rows } from '../model/rows.ts';

/** What a row is about, for colour as a help; a reader without colours misses nothing. */
export type Tone = 'plain' | 'dim' | 'good' | 'bad' | 'title';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes what width is left and is cut when there is too little. */
  readonly grows?: boolean;
  /** Left out on narrow screens, the highest number first; a column without stays. */
  readonly drop?: number;
}

/** Where a row leads: into the memory of a process, or to the row of a view that goes by a name. */
export type Link =
  | { readonly label: string; readonly pid: number; readonly address: bigint }
  | { readonly label: string; readonly view: string; readonly name: string };

export interface Row {
  readonly cells: readonly string[];
  readonly tone?: Tone;
  /** Offset of the record that the row comes from: where the inspector jumps to. */
  readonly at?: number | undefined;
  /** The same in the second image of a comparison. */
  readonly atOther?: number | undefined;
  /** What the row goes by in links of others: `pid 7`, `socket 1234`. */
  readonly names?: readonly string[] | undefined;
  /** What it has a number of: the inspector follows these. */
  readonly links?: readonly Link[] | undefined;
}

export interface Table {
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Shown instead of rows when there are none. */
  readonly empty?: string;
  /** Sentences below the rows. */
  readonly notes?: readonly string[];
}

/** One whose rows may be made as they are read, each time anew: there can be more than memory holds. */
export type LongTable = Omit<Table, 'rows'> & { readonly rows: Rows<Row> };

/** With all rows in memory, for whoever goes to and fro in them. */
export const wholeTables = (tables: Iterable<LongTable>): readonly Table[] =>
  Array.from(tables, (table) => ({
    ...table,
    rows: Array.isArray(table.rows) ? table.rows : [...table.rows],
  }));

/** A table of two columns without titles: names and what they are. */
export function properties(
  title: string,
  entries: readonly (readonly [string, string] | undefined)[],
): Table {
  const rows = entries.filter((entry) => entry !== undefined).map((cells) => ({ cells }));
  return { title, columns: [{ title: '' }, { title: '', grows: true }], rows };
}

/** What is said when a view has nothing to show. */
export const emptyTable = (sentence: string): Table => ({
  columns: [{ title: '' }],
  rows: [],
  empty: sentence,
});
