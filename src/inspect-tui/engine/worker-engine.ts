/** The engine in a thread of its own, seen from the thread that draws. */
import { startThread } from '../../thread.ts';
import type { Calls, Engine } from './engine.ts';
import type { Answer, Request, WorkerInput } from './messages.ts';

interface Waiting {
  readonly onStep: (step: never) => void;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Records are decoded and dropped by the thousand; a large nursery would only keep more of them. */
const maxYoungGenerationSizeMb = 6;

/** `onCrash` hears of mistakes of ours in the thread. */
export function workerEngine(images: WorkerInput['images'], onCrash: (error: Error) => void): Engine {
  const input: WorkerInput = { images };
  const worker = startThread('worker', import.meta.url, {
    workerData: input,
    resourceLimits: { maxYoungGenerationSizeMb },
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.on('message', (message: Answer) => {
    const request = waiting.get(message.id);
    if (!request) return;
    if ('step' in message) request.onStep(message.step as never);
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
  const ask = <Result>(call: keyof Calls, args: readonly unknown[], onStep: Waiting['onStep'] = () => {}) =>
    new Promise<Result>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { onStep, resolve: resolve as Waiting['resolve'], reject });
      send({ id, call, args });
    });
  const send = (request: Request) => worker.postMessage(request);
  return {
    walk: (side, onChunk) => ask('walk', [side], onChunk),
    tables: (side, view, pid, onProgress) => ask('tables', [side, view, pid], onProgress),
    json: (side, view, pid) => ask('json', [side, view, pid]),
    rehearse: (...args) => ask('rehearse', args),
    page: (...args) => ask('page', args),
    search: (request, onProgress) => ask('search', [request], onProgress),
    searchMemory: (request, onStep) => ask('searchMemory', [request], onStep),
    save: (...args) => ask('save', args),
    stopSearch: () => send({ id: ++lastId, call: 'stop-search' }),
    close: () => void worker.terminate(),
  };
}
