/** What the two threads say to each other. All of it is plain data. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { IndexChunk } from '../../inspect/record-index.ts';
import type { Rehearsal } from '../../inspect/rehearsal.ts';
import type { Hit } from '../../inspect/search.ts';
import type { Table } from '../../inspect/table.ts';
import type { Named } from '../load.ts';
import type { SearchRequest } from './engine.ts';

export type Request = { readonly id: number } & (
  | { readonly call: 'walk'; readonly side: 0 | 1 }
  | {
      readonly call: 'tables';
      readonly side: 0 | 1;
      readonly view: string;
      readonly pid?: number | undefined;
    }
  | { readonly call: 'json'; readonly side: 0 | 1; readonly view: string; readonly pid?: number | undefined }
  | { readonly call: 'rehearse'; readonly side: 0 | 1 }
  | { readonly call: 'search'; readonly request: SearchRequest }
  | { readonly call: 'stop-search' }
);

export type Answer = { readonly id: number } & (
  | { readonly chunk: IndexChunk }
  | { readonly progress: number }
  | { readonly result: readonly Diagnostic[] | readonly Table[] | Rehearsal | Hit | string | undefined }
  /** One sentence for a person; `isBug` when it is a mistake of ours. */
  | { readonly error: string; readonly isBug: boolean }
);

/** What the thread is started with. */
export interface WorkerInput {
  readonly images: readonly Named[];
}
