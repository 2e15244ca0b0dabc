/** The engine in a thread of its own, seen from the thread that draws. */
import { Worker } from 'node:worker_threads';
import type { IndexChunk } from '../../inspect/record-index.ts';
import type { Engine } from './engine.ts';
import type { Answer, Request, WorkerInput } from './messages.ts';

interface Waiting {
  readonly onChunk?: ((chunk: IndexChunk) => void) | undefined;
  readonly onProgress?: ((progress: number) => void) | undefined;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** The built program has JavaScript beside it, the sources have TypeScript. */
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Records are decoded and dropped by the thousand; a large nursery would only keep more of them. */
const maxYoungGenerationSizeMb = 6;

type Call = Request extends infer R ? (R extends { readonly id: number } ? Omit<R, 'id'> : never) : never;

/** `onCrash` hears of mistakes of ours in the thread. */
export function workerEngine(images: WorkerInput['images'], onCrash: (error: Error) => void): Engine {
  const input: WorkerInput = { images };
  const worker = new Worker(workerUrl, { workerData: input, resourceLimits: { maxYoungGenerationSizeMb } });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.on('message', (message: Answer) => {
    const request = waiting.get(message.id);
    if (!request) return;
    if ('chunk' in message) request.onChunk?.(message.chunk);
    else if ('progress' in message) request.onProgress?.(message.progress);
    else {
      waiting.delete(message.id);
      if ('result' in message) request.resolve(message.result as never);
      else if (message.isBug) onCrash(new Error(message.error));
      else request.reject(new Error(message.error));
    }
  });
  worker.on('error', onCrash);
  // Keys keep the program alive, not the thread that serves them.
  worker.unref();
  const ask = <Result>(call: Call, hear: Pick<Waiting, 'onChunk' | 'onProgress'> = {}): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { ...hear, resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ id, ...call });
    });
  return {
    walk: (side, onChunk) => ask({ call: 'walk', side }, { onChunk }),
    tables: (side, view, onProgress, pid) => ask({ call: 'tables', side, view, pid }, { onProgress }),
    json: (side, view, pid) => ask({ call: 'json', side, view, pid }),
    rehearse: (side) => ask({ call: 'rehearse', side }),
    search: (request, onProgress) => ask({ call: 'search', request }, { onProgress }),
    stopSearch: () => worker.postMessage({ id: ++lastId, call: 'stop-search' }),
    close: () => void worker.terminate(),
  };
}
