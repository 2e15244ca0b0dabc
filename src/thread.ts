/** Threads of this program: the built one has JavaScript beside what starts them, the sources have TypeScript. */
import {
  getEnvironmentData,
  setEnvironmentData,
  threadId,
  Worker,
  type WorkerOptions,
} from 'node:worker_threads';

/** `name`: a file beside `from`, the `import.meta.url` of what starts it, without its ending. */
export function startThread(name: string, from: string, options: WorkerOptions): Worker {
  const worker = threadOf(name, from, options);
  const ended = ownerWord(worker.threadId);
  // One that is ended in its turn cannot give it back.
  worker.once('exit', () => Atomics.compareExchange(turn, 0, ended, 0));
  return worker;
}

function threadOf(name: string, from: string, options: WorkerOptions): Worker {
  if (!from.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, from), options);
  // A thread does not inherit what lets the main thread of tsx read TypeScript.
  const [tsx, program] = [import.meta.resolve('tsx/esm/api'), new URL(`./${name}.ts`, from).href];
  const words = [tsx, program].map((url) => JSON.stringify(url));
  return new Worker(
    `import(${words[0]}).then(({ register }) => { register(); return import(${words[1]}); })`,
    {
      ...options,
      eval: true,
    },
  );
}

/** All threads share this word: 0, or who has its turn. Threads get it from the one that starts them. */
const key = 'cr-turn';
const turn = new Int32Array(sharedWord());

function sharedWord(): SharedArrayBuffer {
  const given = getEnvironmentData(key);
  if (given instanceof SharedArrayBuffer) return given;
  const word = new SharedArrayBuffer(4);
  setEnvironmentData(key, word);
  return word;
}

const ownerWord = (thread: number): number => thread + 1;

/** How long until somebody who waits looks again. */
const waitMs = 5;

/** Waits until no other thread, and nothing else in this one, has its turn; what comes back ends it. */
export async function takeTurn(): Promise<() => void> {
  while (Atomics.compareExchange(turn, 0, 0, ownerWord(threadId)) !== 0)
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  return () => void Atomics.store(turn, 0, 0);
}
