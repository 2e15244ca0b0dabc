/**
 * A thread that judges images: gets paths, answers with reports or with the error that kept it from reading.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { notedInputs, withInputs } from '../../parse/bytes/inputs.ts';
import { type EngineSettings, engineFor } from './engine.ts';
import type { Answer, Question } from './pool.ts';

const judge = engineFor(workerData as EngineSettings);

parentPort?.on('message', async ({ index, path }: Question) => {
  parentPort?.postMessage(await withInputs(() => answer(index, path)));
});

async function answer(index: number, path: string): Promise<Answer> {
  try {
    const reports = await judge(path);
    return { index, inputs: notedInputs(), reports };
  } catch (error) {
    const { code, message, stack } = error as NodeJS.ErrnoException;
    return { index, inputs: notedInputs(), error: { code, message, stack } };
  }
}
