/**
 * One HTTP request and its answer, waited for: everything that reads images is synchronous (see ARCHITECTURE.md), so
 * a thread asks the server, and this one sleeps until the answer is in memory that both share. Knows nothing of
 * redirects, retries or ranges.
 */

import type { Worker } from 'node:worker_threads';
import { nodeModule } from '../../../node-module.ts';
import { UsageError } from '../../../usage-error.ts';
import { RemoteError } from './remote-error.ts';

export interface Request {
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Not to an address of this machine or of a private network. */
  readonly isPublicOnly: boolean;
  /** Over a connection of its own: one that was kept may be the one that broke. */
  readonly isFresh: boolean;
  /** The address of the proxy that leads there. */
  readonly proxy: string | undefined;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** It came from an address of the open network. */
  readonly isPublic: boolean;
  /** The next bytes of the body, valid until the next call; undefined at its end. Throws RemoteError. */
  read(): Uint8Array | undefined;
  /** The rest of the body is not wanted. */
  close(): void;
}

/** What the thread is told; `open` ends what was asked before. */
export type Message =
  | { readonly do: 'open'; readonly request: Request; readonly timeoutMs: number }
  | { readonly do: 'read' | 'close' };

/** Words of the memory that both threads see: whether there is an answer, of which kind, and its length. */
export const control = { isAnswered: 0, kind: 1, length: 2, words: 3 } as const;
export const answers = { head: 1, bytes: 2, end: 3, error: 4 } as const;
export const dataBytes = 256 * 1024;

/** Seconds that a server has to go on with an answer. */
const timeoutSeconds = 30;
/** The thread watches the time itself; should it die, this ends the wait. */
const graceMs = 60_000;

export function timeoutMs(): number {
  const word = process.env['CR_REMOTE_TIMEOUT'];
  if (word === undefined || word === '') return 1000 * timeoutSeconds;
  const given = Number(word);
  if (given >= 1 && given <= 3600) return 1000 * given;
  throw new UsageError(`CR_REMOTE_TIMEOUT is ${JSON.stringify(word)}: 1 to 3600 seconds are wanted`);
}

/**
 * Sleeps until there is an answer, or nothing woke it for so long; whether there is one. Being woken says nothing: the
 * thread stores an answer before it notifies, and whoever saw it without sleeping is woken from its next sleep by that.
 */
export function waitForAnswer(words: Int32Array<SharedArrayBuffer>, idleMs: number): boolean {
  while (Atomics.load(words, control.isAnswered) === 0)
    if (Atomics.wait(words, control.isAnswered, 0, idleMs) === 'timed-out') return false;
  return true;
}

class ExchangeThread {
  readonly #words = new Int32Array(new SharedArrayBuffer(4 * control.words));
  readonly #data = new Uint8Array(new SharedArrayBuffer(dataBytes));
  readonly #worker: Worker;

  constructor() {
    // Plain JavaScript in the sources, too: no loader has to run in a thread that is waited for.
    const isSource = import.meta.url.endsWith('.ts');
    const url = new URL(`./exchange-worker.${isSource ? 'mjs' : 'js'}`, import.meta.url);
    const { Worker } = nodeModule('node:worker_threads');
    this.#worker = new Worker(url, { workerData: { words: this.#words, data: this.#data } });
    // A thread that asks keeps nobody alive.
    this.#worker.unref();
    this.#worker.on('error', () => {});
  }

  ask(message: Message): { readonly kind: number; readonly bytes: Uint8Array } {
    Atomics.store(this.#words, control.isAnswered, 0);
    this.#worker.postMessage(message);
    if (!waitForAnswer(this.#words, timeoutMs() + graceMs)) {
      thread = undefined;
      void this.#worker.terminate();
      throw new Error('the thread that asks servers does not answer');
    }
    const length = this.#words[control.length] as number;
    // A decoder takes no memory that is shared.
    return { kind: this.#words[control.kind] as number, bytes: this.#data.slice(0, length) };
  }
}

let thread: ExchangeThread | undefined;

/** Sends a request and waits for the head of the answer. One at a time: it ends the answer before. */
export function exchange(request: Request): Answer {
  thread ??= new ExchangeThread();
  const asked = thread;
  const head = parsed(asked.ask({ do: 'open', request, timeoutMs: timeoutMs() }), request.url) as Pick<
    Answer,
    'status' | 'headers' | 'isPublic'
  >;
  return {
    ...head,
    read() {
      const answer = asked.ask({ do: 'read' });
      if (answer.kind === answers.end) return undefined;
      if (answer.kind === answers.bytes) return answer.bytes;
      parsed(answer, request.url);
      return undefined;
    },
    close: () => void asked.ask({ do: 'close' }),
  };
}

function parsed(
  { kind, bytes }: { readonly kind: number; readonly bytes: Uint8Array },
  url: string,
): unknown {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (kind !== answers.error) return value;
  const { code, message } = value as { readonly code: string; readonly message: string };
  throw new RemoteError(url, message, code);
}
