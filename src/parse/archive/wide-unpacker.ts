/**
 * zstd streams whose window is large. The decoder's memory is given back for certain only when its thread ends, so it
 * has one for itself; and of all threads of the program, one at a time has such a decoder. A page in a browser has
 * `src/browser/seams/wide-unpacker.ts` in its place.
 */
import { startThread, takeTurn } from '../../thread.ts';
import type { Step, Unpacker } from './zstd-unpacker.ts';

/** What the two threads share: input is put where output will be. */
export const sharedBytes = 256 * 1024;

/** How many bytes of input are there; undefined to go on without. */
export interface Question {
  readonly length: number | undefined;
}
export type Answer =
  | { readonly length: number; readonly isHungry: boolean; readonly isOver: boolean }
  | { readonly damage: string };

export async function wideUnpacker(): Promise<Unpacker> {
  const giveTurnBack = await takeTurn();
  const shared = new Uint8Array(new SharedArrayBuffer(sharedBytes));
  const thread = startThread('zstd-worker', import.meta.url, { workerData: shared });
  return {
    step(input) {
      if (input !== undefined) shared.set(input);
      return new Promise<Step>((resolve, reject) => {
        thread.removeAllListeners();
        thread.once('error', reject);
        thread.once('message', (answer: Answer) => {
          if ('damage' in answer) reject(new Error(answer.damage));
          else resolve({ ...answer, unpacked: shared.subarray(0, answer.length) });
        });
        thread.postMessage({ length: input?.length } satisfies Question);
      });
    },
    async close() {
      await thread.terminate();
      giveTurnBack();
    },
  };
}
