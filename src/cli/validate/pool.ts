/**
 * Several images at a time, each in a thread of its own; results come in the order of the images. At most as
 * many images as threads are in work, so that memory does not grow with their number.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type NotedInputs, noteOfThread } from '../../parse/bytes/inputs.ts';
import { startThread } from '../../thread.ts';
import type { ImageReport } from '../../validate/validate.ts';
import type { EngineSettings, JudgeFile } from './engine.ts';

export interface Question {
  readonly index: number;
  readonly path: string;
}

export interface SentError {
  readonly code: string | undefined;
  readonly message: string;
  readonly stack: string | undefined;
}

export type Answer = { readonly index: number; readonly inputs: NotedInputs } & (
  | { readonly reports: readonly ImageReport[] }
  | { readonly error: SentError }
);

/** Called for every image, in the order of the list. */
export type OnResult = (path: string, result: ImageReport | Error) => void;

/** A thread takes a few tenths of a second and some 40 MB: not worth it for less than this. */
const threadedBytes = 64 * 1024 * 1024;
const defaultJobsMax = 2;
/** Records are garbage at once; a small nursery keeps them from piling up in every thread. */
const youngMb = 4;

/** How many threads pay off for these images. */
export function jobsFor(paths: readonly string[], wanted: number | undefined): number {
  if (paths.length < 2 || paths.includes('-')) return 1;
  if (wanted !== undefined) return Math.min(wanted, paths.length);
  const bytes = paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  return bytes < threadedBytes ? 1 : Math.min(defaultJobsMax, availableParallelism());
}

/** In this thread, one after the other. */
export async function judgeHere(
  paths: readonly string[],
  judge: JudgeFile,
  onResult: OnResult,
): Promise<void> {
  for (const path of paths) {
    try {
      for (const report of await judge(path)) onResult(path, report);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      onResult(path, error);
    }
  }
}

export async function judgeInThreads(
  paths: readonly string[],
  jobs: number,
  settings: EngineSettings,
  onResult: OnResult,
): Promise<void> {
  const waiting = new Map<number, readonly (ImageReport | Error)[]>();
  let asked = 0;
  let shown = 0;
  const show = () => {
    for (let results = waiting.get(shown); results; results = waiting.get(shown)) {
      waiting.delete(shown);
      for (const result of results) onResult(paths[shown] ?? '', result);
      shown += 1;
    }
  };
  await Promise.all(
    Array.from({ length: jobs }, () =>
      runWorker(
        settings,
        (ask) => {
          const path = paths[asked];
          if (path === undefined) return false;
          ask({ index: asked, path });
          asked += 1;
          return true;
        },
        (answer) => {
          noteOfThread(answer.inputs);
          waiting.set(answer.index, 'reports' in answer ? answer.reports : [restored(answer.error)]);
          show();
        },
      ),
    ),
  );
}

/** Asks one worker until there is nothing more to ask. */
function runWorker(
  settings: EngineSettings,
  next: (ask: (question: Question) => void) => boolean,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread('validate-worker', import.meta.url, {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    const ask = () => {
      if (!next((question) => worker.postMessage(question))) {
        worker.terminate().then(() => resolve(), reject);
      }
    };
    worker.on('message', (answer: Answer) => {
      onAnswer(answer);
      ask();
    });
    worker.on('error', reject);
    ask();
  });
}

const restored = ({ code, message, stack }: SentError): Error =>
  Object.assign(new Error(message), {
    ...(code !== undefined && { code }),
    ...(stack !== undefined && { stack }),
  });
