/** Rows of a Parquet table of a stranger, read by a thread that is ended when it does not get on. */
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../../thread.ts';

export interface ParquetQuestion {
  readonly file: ArrayBuffer;
  readonly columns: readonly string[];
}

export type Row = Readonly<Record<string, unknown>>;
export type ParquetAnswer =
  | { readonly rows: readonly Row[]; readonly isLast: boolean }
  | { readonly why: string };

/** For ten thousand rows, which take a tenth of a second in a table of ours. */
const patienceMs = 3_000;
const heapMb = 96;

/** Throws an Error that says what is wrong with the table. */
export async function* parquetRows(file: ArrayBuffer, columns: readonly string[]): AsyncGenerator<Row> {
  const question: ParquetQuestion = { file, columns };
  const thread = startThread('parquet-worker', import.meta.url, {
    workerData: question,
    transferList: [file],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  try {
    // How long it takes to start says nothing of the table.
    await once(thread, 'message');
    for (let isLast = false; !isLast; ) {
      const answer = await nextAnswer(thread);
      if ('why' in answer) throw new Error(answer.why);
      yield* answer.rows;
      isLast = answer.isLast;
    }
  } finally {
    await thread.terminate();
  }
}

async function nextAnswer(thread: Worker): Promise<ParquetAnswer> {
  thread.postMessage('more');
  try {
    const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(patienceMs) });
    return answer as ParquetAnswer;
  } catch (error) {
    if ((error as Error).name === 'AbortError') return { why: 'it cannot be read in seconds' };
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
      return { why: 'it needs too much memory' };
    throw error;
  }
}
