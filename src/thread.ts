/** Threads of this program: the built one has JavaScript beside what starts them, the sources have TypeScript. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { nodeModule } from './node-module.ts';

/** `name`: a file beside `from`, the `import.meta.url` of what starts it, without its ending. */
export function startThread(name: string, from: string, options: WorkerOptions): Worker {
  const worker = threadOf(name, from, options);
  const ended = ownerWord(worker.threadId);
  // One that is ended in its turn cannot give it back.
  worker.once('exit', () => Atomics.compareExchange(turn(), 0, ended, 0));
  return worker;
}

function threadOf(name: string, from: string, options: WorkerOptions): Worker {
  // What the new one is given has to be there before it.
  turn();
  const { Worker } = nodeModule('node:worker_threads');
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
let word: Int32Array | undefined;

function turn(): Int32Array {
  word ??= new Int32Array(sharedWord());
  return word;
}

function sharedWord(): SharedArrayBuffer {
  const { getEnvironmentData, setEnvironmentData } = nodeModule('node:worker_threads');
  const given = getEnvironmentData(key);
  if (given instanceof SharedArrayBuffer) return given;
  const made = new SharedArrayBuffer(4);
  setEnvironmentData(key, made);
  return made;
}

const ownerWord = (thread: number): number => thread + 1;

/** How long until somebody who waits looks again. */
const waitMs = 5;

/** Waits until no other thread, and nothing else in this one, has its turn; what comes back ends it. */
export async function takeTurn(): Promise<() => void> {
  const [all, own] = [turn(), ownerWord(nodeModule('node:worker_threads').threadId)];
  while (Atomics.compareExchange(all, 0, 0, own) !== 0)
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  return () => void Atomics.store(all, 0, 0);
}
