/** Threads of this program: the built one has JavaScript beside what starts them, the sources have TypeScript. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** `name`: a file beside `from`, the `import.meta.url` of what starts it, without its ending. */
export function startThread(name: string, from: string, options: WorkerOptions): Worker {
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
