/**
 * A thread that judges images: gets paths, answers with reports or with the error that kept it from reading.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type EngineSettings, engineFor } from './engine.ts';
import type { Answer, Question } from './pool.ts';

const judge = engineFor(workerData as EngineSettings);

parentPort?.on('message', async ({ index, path }: Question) => {
  parentPort?.postMessage(await answer(index, path));
});

async function answer(index: number, path: string): Promise<Answer> {
  try {
    return { index, reports: await judge(path) };
  } catch (error) {
    const { code, message, stack } = error as NodeJS.ErrnoException;
    return { index, error: { code, message, stack } };
  }
}
