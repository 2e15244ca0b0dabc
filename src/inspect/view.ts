/**
 * The type of a view: what it is called, and, loaded when it is asked for, what it says as data, for JSON and tests, and
 * as tables, for text and screens.
 */
import type { Filter } from './filter.ts';
import type { Image } from './image.ts';
import type { LongTable } from './table.ts';

/** A row of the list of views: all that command, help, completion, inspector and tests know of one. */
export interface ViewRow {
  /** Above it, in the inspector and in reports. */
  readonly title: string;
  /** On its tab, where that is not its name. */
  readonly tab?: string;
  /** Keys of the inspector that show it, separated by blanks; the others are tabs without a key. */
  readonly keys?: string;
  /** One line, for `--help` and the help screen. */
  readonly help: string;
  /** It shows the same whatever process is chosen in the inspector. */
  readonly isOfAll?: boolean;
  /** Whether `--pid` changes what it says; it does, where nothing is said. */
  readonly takesPid?: boolean;
  /** What `--type` means here; a view without takes none. */
  readonly types?: string;
  /** Options of `cr-inspect` that are for this view. */
  readonly options?: readonly string[];
  /** Of its JSON form: the name of a file in `formats/`, without `.schema.json`. */
  readonly schema: string;
  load(): Promise<View>;
}

export interface View<Rows = unknown> {
  /** All words that `--type` takes here, where they can be listed. */
  readonly typeWords?: readonly string[];
  /** Plain data. */
  rows(image: Image, filter: Filter): Rows;
  /** Of many processes one at a time: a table is gone when the next one is asked for. */
  tables(rows: Rows): Iterable<LongTable>;
  /** What is in the JSON form where it is not the rows as they are; `jsonOf` makes JSON of it. */
  json?(rows: Rows): object;
}
