/** What the two threads say to each other. All of it is plain data. */
import type { Named } from '../load.ts';
import type { Calls } from './engine.ts';

export type Request =
  | { readonly id: number; readonly call: keyof Calls; readonly args: readonly unknown[] }
  | { readonly id: number; readonly call: 'stop-search' };

export type Answer = { readonly id: number } & (
  | { readonly step: unknown }
  | { readonly result: unknown }
  /** One sentence for a person; `isBug` when it is a mistake of ours. */
  | { readonly error: string; readonly isBug: boolean }
);

/** What the thread is started with. */
export interface WorkerInput {
  readonly images: readonly Named[];
}
