/**
 * Copies large stretches from open files into files that are being written, in a thread, while this one goes on: what
 * is written around them, read back and rehearsed needs as long as the copying.
 */
import { closeSync, openSync } from 'node:fs';
import { getSystemErrorName } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { nodeModule } from '../../../node-module.ts';
import type { ByteSource } from '../byte-source.ts';
import { outputError } from './output-error.ts';

/** Below that, the thread costs more than it saves. */
export const leastThreadBytes = 16 * 1024 * 1024;

/** Words of the memory that both threads see: jobs done, which of them failed first, and why. */
const word = { isStarted: 0, done: 1, failed: 2, errno: 3, cause: 4 } as const;
/** What the thread did when it failed; `end`: the source was shorter than it had been. */
const causes = ['write', 'read', 'end'] as const;
/** Starting it takes some hundredths of a second. */
const startMs = 60_000;
/** Copies with two open files each: a dump of many large tasks has more than a process may open (getrlimit(2)). */
const openMax = 16;

interface Job {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
  readonly source: string;
}

/** Where a stretch is copied to: a file that is there, shown to people by another name. */
export interface CopyTarget {
  readonly path: string;
  readonly shown: string;
  readonly position: number;
}

export class CopyThread {
  #words = new Int32Array(new SharedArrayBuffer(0));
  #jobs: Job[] = [];
  /** So many of the jobs, from the first on, have no open files any more. */
  #closed = 0;
  #worker: Worker | undefined;

  /** Begins to copy; false where the caller has to: what is no file on the disk, or has holes. */
  begin(source: ByteSource, offset: number, length: number, target: CopyTarget): boolean {
    const file = source.onDisk?.();
    if (file === undefined || file.isSparse) return false;
    this.#worker ??= this.#start();
    if (this.#worker === undefined) return false;
    this.#awaitDone(this.#jobs.length - openMax + 1);
    const from = reopened(file.descriptor);
    if (from === undefined) return false;
    const to = openedWith(from, target.path);
    this.#jobs.push({ from, to, shown: target.shown, source: source.name });
    const { position } = target;
    this.#worker.postMessage({ from, offset: file.start + offset, to, position, length });
    return true;
  }

  /** Until all is copied. Throws what went wrong first, as the writer or the source would have. */
  wait(): void {
    if (this.#worker === undefined) return;
    this.#awaitDone(this.#jobs.length);
    const [, , failed = 0, errno = 0, cause = 0] = this.#words;
    const job = this.#jobs[failed];
    this.end();
    if (errno === 0 || job === undefined) return;
    const code = getSystemErrorName(errno);
    if (causes[cause] === 'write') throw outputError(job.shown, Object.assign(new Error(code), { code }));
    const what = causes[cause] === 'end' ? 'became shorter while it was read' : 'cannot be read';
    throw Object.assign(new Error(`${job.source} ${what}`), { code, syscall: 'read' });
  }

  /** What is not copied by now is not wanted. */
  end(): void {
    const open = this.#jobs.slice(this.#closed);
    this.#jobs = [];
    this.#closed = 0;
    const close = () => closeAll(open);
    // Not while the thread may use them: their numbers could be given to other files.
    if (this.#worker === undefined) close();
    else void this.#worker.terminate().then(close);
    this.#worker = undefined;
  }

  #awaitDone(count: number): void {
    if (count <= this.#closed) return;
    if (Atomics.wait(this.#words, word.isStarted, 0, startMs) === 'timed-out')
      throw new Error('the thread that copies does not start');
    let done = Atomics.load(this.#words, word.done);
    for (; done < count; done = Atomics.load(this.#words, word.done))
      Atomics.wait(this.#words, word.done, done);
    closeAll(this.#jobs.slice(this.#closed, done));
    this.#closed = done;
  }

  /** Nothing where there may be no more threads (pthread_create(3), EAGAIN). */
  #start(): Worker | undefined {
    const { Worker } = nodeModule('node:worker_threads');
    const url = new URL(`./copy-worker.${import.meta.url.endsWith('.ts') ? 'mjs' : 'js'}`, import.meta.url);
    this.#words = new Int32Array(new SharedArrayBuffer(4 * Object.keys(word).length));
    try {
      const worker = new Worker(url, { workerData: { words: this.#words, word, causes } });
      worker.unref();
      return worker;
    } catch {
      return undefined;
    }
  }
}

function closeAll(jobs: readonly Job[]): void {
  for (const { from, to } of jobs) for (const descriptor of [from, to]) closeSync(descriptor);
}

/** The file to copy to; `from` is closed where it cannot be opened. */
function openedWith(from: number, path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    closeSync(from);
    throw error;
  }
}

/** For as long as it is copied from: its owner may close it. */
function reopened(descriptor: number): number | undefined {
  try {
    return openSync(`/proc/self/fd/${descriptor}`, 'r');
  } catch {
    // There is no /proc.
    return undefined;
  }
}
