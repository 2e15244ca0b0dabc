/**
 * Paths are read in several threads, rows come in the order of the paths. A thread with many rows waits for its turn,
 * and none runs further ahead than `aheadMax` paths, so that memory grows neither with images nor with their number.
 */
import { startThread } from '../../../thread.ts';
import type { Answer, Question } from './messages.ts';
import type { ListSettings, TableRow } from './rows-of-path.ts';

const aheadMax = 64;
/** Records are garbage at once; a small nursery keeps them from piling up in every thread. */
const youngMb = 4;

/** In the order of the paths. */
export type OnRows = (index: number, rows: readonly TableRow[], isLast: boolean) => void;

export async function listInThreads(
  paths: readonly string[],
  jobs: number,
  settings: ListSettings,
  onRows: OnRows,
): Promise<void> {
  const waiting = new Map<number, { readonly answers: Answer[]; goOn(): void }>();
  const idle: (() => void)[] = [];
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
      for (const ask of idle.splice(0)) ask();
    }
  };

  const runThread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = startThread('list-worker', import.meta.url, {
        workerData: settings,
        resourceLimits: { maxYoungGenerationSizeMb: youngMb },
      });
      const say = (question: Question) => worker.postMessage(question);
      const ask = (): void => {
        const path = paths[asked];
        if (path === undefined) {
          worker.terminate().then(() => resolve(), reject);
          return;
        }
        if (asked - shown >= aheadMax) {
          idle.push(ask);
          return;
        }
        waiting.set(asked, { answers: [], goOn: () => say({ kind: 'go-on' }) });
        say({ kind: 'path', index: asked, path });
        asked += 1;
      };
      worker.on('message', (answer: Answer) => {
        waiting.get(answer.index)?.answers.push(answer);
        if (answer.index === shown) show();
        if (answer.isLast) ask();
      });
      worker.on('error', reject);
      ask();
    });

  await Promise.all(Array.from({ length: jobs }, runThread));
}
