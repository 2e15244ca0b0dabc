/**
 * Paths are read in several threads, rows come in the order of the paths. A thread with many rows waits for its turn,
 * and none runs further ahead than `aheadMax` paths, so that memory grows neither with images nor with their number.
 */
import type { Worker } from 'node:worker_threads';
import { noteOfThread } from '../../../parse/bytes/inputs.ts';
import { startThread } from '../../../thread.ts';
import { keepYoungHeap } from '../../heap.ts';
import type { Answer, Question } from './messages.ts';
import { type ListSettings, type TableRow, unreadableRow } from './rows-of-path.ts';

const aheadMax = 64;
/** Records are garbage at once; a small nursery keeps them from piling up in every thread. */
const youngMb = 4;

/** In the order of the paths. */
export type OnRows = (index: number, rows: readonly TableRow[], isLast: boolean) => void;

const listThread = (settings: ListSettings): Worker =>
  startThread('list-worker', import.meta.url, {
    workerData: settings,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });

/**
 * A thread that ends without an error of ours, as when its memory is used up, costs the path that it was at: that is a
 * row with an error, and another thread goes on. An error of ours, or of `onRows`, ends all of them and is thrown.
 */
export async function listInThreads(
  paths: readonly string[],
  jobs: number,
  settings: ListSettings,
  onRows: OnRows,
  start: (settings: ListSettings) => Worker = listThread,
): Promise<void> {
  const waiting = new Map<number, { readonly answers: Answer[]; goOn(): void }>();
  const idle = new Set<() => void>();
  const running = new Set<Worker>();
  let [asked, shown] = [0, 0];

  const show = (): void => {
    for (let piece = waiting.get(shown); piece !== undefined; piece = waiting.get(shown)) {
      const answers = piece.answers.splice(0);
      for (const { rows, isLast } of answers) onRows(shown, rows, isLast);
      if (!answers.some(({ isLast }) => isLast)) {
        if (answers.length > 0) piece.goOn();
        return;
      }
      waiting.delete(shown);
      shown += 1;
      const asking = [...idle];
      idle.clear();
      for (const ask of asking) ask();
    }
  };

  /** Until there are no more paths, or it ends before. */
  const runThread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = start(settings);
      running.add(worker);
      // The engine forgets it whenever it makes room for another thread.
      worker.on('online', keepYoungHeap);
      let at: number | undefined;
      let reason = 'it ended';
      const say = (question: Question) => worker.postMessage(question);
      const ask = (): void => {
        const path = paths[asked];
        if (path === undefined) void worker.terminate();
        else if (asked - shown >= aheadMax) idle.add(ask);
        else {
          at = asked;
          asked += 1;
          waiting.set(at, { answers: [], goOn: () => say({ kind: 'go-on' }) });
          say({ kind: 'path', index: at, path });
        }
      };
      const hear = (answer: Answer): void => {
        if (answer.inputs !== undefined) noteOfThread(answer.inputs);
        waiting.get(answer.index)?.answers.push(answer);
        if (answer.isLast) at = undefined;
        if (answer.index === shown) show();
      };
      // What is thrown for an event reaches nobody.
      const guarded = (act: () => void): void => {
        try {
          act();
        } catch (error) {
          reject(error);
        }
      };
      worker.on('message', (answer: Answer) =>
        guarded(() => {
          hear(answer);
          if (answer.isLast) ask();
        }),
      );
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') reason = 'its memory was used up';
        else reject(error);
      });
      worker.on('exit', () =>
        guarded(() => {
          running.delete(worker);
          idle.delete(ask);
          const lost = at;
          if (lost !== undefined) {
            const row = unreadableRow(paths[lost] as string, `the thread that read it is gone: ${reason}`);
            hear({ index: lost, rows: [row], isLast: true });
          }
          resolve();
        }),
      );
      ask();
    });

  const runThreads = async (): Promise<void> => {
    while (asked < paths.length) await runThread();
  };
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, paths.length) }, runThreads));
  } finally {
    for (const worker of running) await worker.terminate();
  }
}
