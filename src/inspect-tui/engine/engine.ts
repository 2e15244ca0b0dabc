/**
 * The slow half of the inspector: everything that reads more of an image than a screen shows. It answers later, so
 * that a key never waits for it. Questions and answers are plain data: they pass between threads.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import type { MemoryPage, PageRequest } from '../../inspect/memory/page.ts';
import type { IndexChunk } from '../../inspect/record-index.ts';
import type { Rehearsal } from '../../inspect/rehearsal.ts';
import type { Hit, Wanted } from '../../inspect/search.ts';
import type { Table } from '../../inspect/table.ts';

/** A side is one of two images. */
type Side = 0 | 1;

/** `bytes` and `hex` are of the file, wherever in it. */
export interface SearchRequest extends Wanted {
  readonly side: Side;
  readonly text: string;
  readonly mode: 'names' | 'bytes' | 'hex';
}

export interface MemorySearchRequest {
  readonly side: Side;
  /** Bytes of text, or those that hexadecimal digits stand for. */
  readonly needle: Uint8Array;
  /** Only of this process. */
  readonly pid?: number | undefined;
}

/** A place in a process, or in something that the image holds besides. */
export interface MemoryHit {
  readonly pid: number | undefined;
  /** Of the area, or of what has no addresses, with an offset for an address. */
  readonly area: string;
  readonly address: bigint;
  readonly length: number;
  /** In the source of the image. */
  readonly position: number | undefined;
  /** What stands there, as text. */
  readonly context: string;
}

export interface MemoryHits {
  /** By process and address; not more than are worth listing. */
  readonly hits: readonly MemoryHit[];
  readonly isCut: boolean;
  /** What the image has no bytes for, a sentence for each reason. */
  readonly notSearched: readonly string[];
}

export interface SaveRequest {
  readonly side: Side;
  readonly pid: number;
  readonly start: bigint;
  readonly end: bigint;
  readonly path: string;
}

/** What the thread is asked; the last argument of each hears of what comes before the answer. */
export interface Calls {
  /** Walks the headers of an image; chunks come in file order, then all diagnostics. */
  walk(side: Side, onChunk: (chunk: IndexChunk) => void): Promise<readonly Diagnostic[]>;
  /**
   * Tables of a view, of `diagnostics`, `verdict`, `compare`, or `explain:CODE`; of one process where a pid is given.
   */
  tables(
    side: Side,
    view: string,
    pid: number | undefined,
    onProgress: (done: number) => void,
  ): Promise<readonly Table[]>;
  /** The document of a view. */
  json(side: Side, view: string, pid?: number): Promise<string>;
  rehearse(side: Side): Promise<Rehearsal>;
  /** Memory around an address. */
  page(side: Side, request: PageRequest): Promise<MemoryPage>;
  /** Undefined when nothing was found, or when it was stopped. */
  search(request: SearchRequest, onProgress: (done: number) => void): Promise<Hit | undefined>;
  /** What was found so far when it was stopped. */
  searchMemory(
    request: MemorySearchRequest,
    onStep: (step: number | readonly MemoryHit[]) => void,
  ): Promise<MemoryHits>;
  /** Writes memory to a file that is not there yet; returns what there is to say. */
  save(request: SaveRequest): Promise<string>;
}

export interface Engine extends Calls {
  stopSearch(): void;
  close(): void;
}
