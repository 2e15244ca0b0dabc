/**
 * zstd streams whose window is large. The decoder's memory is given back for certain only when its thread ends, so it
 * has one for itself; and of all threads of the program, one at a time has such a decoder. A page in a browser has
 * `src/browser/seams/wide-unpacker.ts` in its place.
 */
import type { Worker } from 'node:worker_threads';
import { startThread, takeTurn } from '../../thread.ts';
import { noMemory, type Step, type Unpacker } from './zstd-unpacker.ts';

/** What the two threads share: input is put where output will be. */
export const sharedBytes = 256 * 1024;

/** How many bytes of input are there; undefined to go on without. */
export interface Question {
  readonly length: number | undefined;
}
export type Answer =
  | { readonly length: number; readonly isHungry: boolean; readonly isOver: boolean }
  | { readonly failure: string; readonly code: string | undefined };

export async function wideUnpacker(): Promise<Unpacker> {
  const giveTurnBack = await takeTurn();
  const shared = new Uint8Array(new SharedArrayBuffer(sharedBytes));
  let thread: Worker;
  try {
    thread = startThread('zstd-worker', import.meta.url, { workerData: shared });
  } catch (error) {
    giveTurnBack();
    throw error;
  }
  let waiting: { resolve(step: Step): void; reject(error: Error): void } | undefined;
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    waiting?.reject(failure);
  };
  thread.on('error', (error: NodeJS.ErrnoException) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? noMemory() : error),
  );
  thread.on('exit', () => fail(new Error('its thread has ended')));
  thread.on('message', (answer: Answer) => {
    if ('failure' in answer) waiting?.reject(Object.assign(new Error(answer.failure), { code: answer.code }));
    else waiting?.resolve({ ...answer, unpacked: shared.subarray(0, answer.length) });
  });
  return {
    step(input) {
      if (input !== undefined) shared.set(input);
      return new Promise<Step>((resolve, reject) => {
        waiting = { resolve, reject };
        if (failure !== undefined) reject(failure);
        thread.postMessage({ length: input?.length } satisfies Question);
      });
    },
    async close() {
      await thread.terminate();
      giveTurnBack();
    },
  };
}
