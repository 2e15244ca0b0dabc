/** The thread that runs the engine. */
import { parentPort, workerData } from 'node:worker_threads';
import { ImageError } from '../../diagnostic.ts';
import { UsageError } from '../../usage-error.ts';
import { loadImage } from '../load.ts';
import type { Engine } from './engine.ts';
import { localEngine } from './local-engine.ts';
import type { Answer, Request, WorkerInput } from './messages.ts';

const port = parentPort!;
const { images } = workerData as WorkerInput;
const answer = (message: Answer) => port.postMessage(message);

/** Often enough to look alive, seldom enough to cost nothing. */
const progressEveryMs = 100;

/** Progress is told now and then, everything else at once. */
function stepsOf(id: number): (step: unknown) => void {
  let told = performance.now();
  return (step) => {
    const now = performance.now();
    if (typeof step === 'number' && now - told < progressEveryMs) return;
    told = now;
    answer({ id, step });
  };
}

/** Opened before something is asked for. The thread that draws has found no mistake in them; who asks hears of one. */
const opening = open();
opening.catch(() => {});

async function open(): Promise<Engine> {
  return localEngine(await Promise.all(images.map(loadImage)));
}

async function serve(request: Request): Promise<void> {
  const { id } = request;
  const engine = await opening;
  if (request.call === 'stop-search') {
    engine.stopSearch();
    return;
  }
  const call = engine[request.call] as (...args: readonly unknown[]) => Promise<unknown>;
  answer({ id, result: await call(...request.args, stepsOf(id)) });
}

port.on('message', (request: Request) => {
  serve(request).catch((error: unknown) => {
    const isKnown =
      error instanceof ImageError ||
      error instanceof UsageError ||
      (error instanceof Error && 'code' in error);
    const text =
      error instanceof Error ? (isKnown ? error.message : (error.stack ?? error.message)) : String(error);
    answer({ id: request.id, error: text, isBug: !isKnown });
  });
});
