/**
 * The slow half of the inspector: everything that reads more of an image than a screen shows. It answers later, so
 * that a key never waits for it.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import type { IndexChunk } from '../../inspect/record-index.ts';
import type { Rehearsal } from '../../inspect/rehearsal.ts';
import type { Hit, Wanted } from '../../inspect/search.ts';
import type { Table } from '../../inspect/table.ts';
import type { SearchMode } from '../state/state.ts';

export interface SearchRequest extends Wanted {
  readonly side: 0 | 1;
  readonly text: string;
  readonly mode: SearchMode;
}

type Progress = (done: number) => void;

export interface Engine {
  /** Walks the headers of an image; chunks come in file order, then all diagnostics. */
  walk(side: 0 | 1, onChunk: (chunk: IndexChunk) => void): Promise<readonly Diagnostic[]>;
  /**
   * Tables of a view, of `diagnostics`, `verdict`, `compare`, or `explain:CODE`; of one process where a pid is given.
   */
  tables(side: 0 | 1, view: string, onProgress: Progress, pid?: number): Promise<readonly Table[]>;
  /** The document of a view. */
  json(side: 0 | 1, view: string, pid?: number): Promise<string>;
  rehearse(side: 0 | 1): Promise<Rehearsal>;
  /** Undefined when nothing was found, or when it was stopped. */
  search(request: SearchRequest, onProgress: Progress): Promise<Hit | undefined>;
  stopSearch(): void;
  close(): void;
}
