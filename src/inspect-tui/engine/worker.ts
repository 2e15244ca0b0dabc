/** The thread that runs the engine. */
import { parentPort, workerData } from 'node:worker_threads';
import { ImageError } from '../../diagnostic.ts';
import { loadImage } from '../load.ts';
import type { Engine } from './engine.ts';
import { localEngine } from './local-engine.ts';
import type { Answer, Request, WorkerInput } from './messages.ts';

const port = parentPort!;
const { images } = workerData as WorkerInput;
const answer = (message: Answer) => port.postMessage(message);

/** Often enough to look alive, seldom enough to cost nothing. */
const progressEveryMs = 100;

function progressOf(id: number): (progress: number) => void {
  let told = performance.now();
  return (progress) => {
    const now = performance.now();
    if (now - told < progressEveryMs) return;
    told = now;
    answer({ id, progress });
  };
}

/** Opened when something is first asked for: the thread that draws has found no mistake in them. */
let opening: Promise<Engine> | undefined;

async function open(): Promise<Engine> {
  return localEngine(await Promise.all(images.map(loadImage)));
}

async function serve(request: Request): Promise<void> {
  const { id } = request;
  opening ??= open();
  const engine = await opening;
  switch (request.call) {
    case 'walk':
      answer({ id, result: await engine.walk(request.side, (chunk) => answer({ id, chunk })) });
      return;
    case 'tables':
      answer({ id, result: await engine.tables(request.side, request.view, progressOf(id), request.pid) });
      return;
    case 'json':
      answer({ id, result: await engine.json(request.side, request.view, request.pid) });
      return;
    case 'rehearse':
      answer({ id, result: await engine.rehearse(request.side) });
      return;
    case 'search':
      answer({ id, result: await engine.search(request.request, progressOf(id)) });
      return;
    default:
      engine.stopSearch();
  }
}

port.on('message', (request: Request) => {
  serve(request).catch((error: unknown) => {
    const isKnown = error instanceof ImageError || (error instanceof Error && 'code' in error);
    const text =
      error instanceof Error ? (isKnown ? error.message : (error.stack ?? error.message)) : String(error);
    answer({ id: request.id, error: text, isBug: !isKnown });
  });
});
