/** What the main thread and the threads that read images say to each other. */
import type { NotedInputs } from '../../../parse/bytes/inputs.ts';
import type { ListSettings, TableRow } from './rows-of-path.ts';

export type WorkerSettings = ListSettings;

/** `go-on` lets the thread send more rows of the path that it is at. */
export type Question =
  | { readonly kind: 'path'; readonly index: number; readonly path: string }
  | { readonly kind: 'go-on' };

export interface Answer {
  readonly index: number;
  readonly rows: readonly TableRow[];
  /** Nothing of this path follows. */
  readonly isLast: boolean;
  /** What was read for all rows of the path, with the last of them. */
  readonly inputs?: NotedInputs;
}

/** As many rows go in one message; of a path with more, the thread waits until its turn has come. */
export const rowsPerMessage = 2_000;
