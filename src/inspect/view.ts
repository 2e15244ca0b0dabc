/** The type of a view: what it says as data, for JSON and tests, and as tables, for text and screens. */
import type { Filter } from './filter.ts';
import type { Image } from './image.ts';
import type { Table } from './table.ts';

export interface View<Rows = unknown> {
  readonly id: string;
  /** One line for `--help` and the help screen. */
  readonly summary: string;
  /** What `--type` means here. */
  readonly types?: string;
  /** All words that `--type` takes here, where they can be listed; a view without `types` takes none. */
  readonly typeWords?: readonly string[];
  /** Plain data; becomes JSON by `viewJson`. */
  rows(image: Image, filter: Filter): Rows;
  tables(rows: Rows): readonly Table[];
}
