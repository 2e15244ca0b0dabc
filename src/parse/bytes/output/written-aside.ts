/**
 * A file that another thread writes while this one goes on: large copies take as long as all else that a conversion
 * does. Orders are carried out in their order; what went wrong is told to whoever waits.
 */
import { closeSync, constants, openSync } from 'node:fs';
import type { MessagePort, Worker } from 'node:worker_threads';
import { nodeModule } from '../../../node-module.ts';
import type { ByteSource } from '../byte-source.ts';

/** Writes past the kernel's memory begin and end at such positions, whatever the disk. */
const directBytes = 4096;

/** What both threads see of a file, as words of 32 bits. */
const word = { turn: 0, writtenBlocks: 1, settled: 2, hasFailed: 3, isCancelled: 4 } as const;

/** What the thread is told. */
export type Message =
  | {
      readonly do: 'open';
      readonly file: number;
      readonly path: string;
      readonly fd: number;
      /** The file without the kernel's memory in between; undefined to go through it. */
      readonly direct: number | undefined;
      readonly words: Int32Array;
    }
  /** What is read from, in words for people. */
  | { readonly do: 'name'; readonly descriptor: number; readonly name: string }
  | {
      readonly do: 'write';
      readonly file: number;
      /** Rows: where in the file, a descriptor or -1 for `bytes`, where there, how many bytes. */
      readonly orders: Float64Array;
      readonly bytes: Uint8Array;
      /** Of this message: it is told when all of it is written. */
      readonly number: number;
    }
  | { readonly do: 'close'; readonly file: number };

/** And what it tells: an error of a system call. */
export interface Failure {
  readonly file: number;
  readonly message: string;
  readonly code: string | undefined;
  readonly syscall: string | undefined;
}

/** Numbers of an order. */
const rowLength = 4;
/** What is sent at once: a message for each order would cost more than what it asks for. */
const ordersMax = 256;
const bytesMax = 256 * 1024;
/** Bytes that wait to be written: they are in memory, and whoever asks for more waits. */
const waitingMax = 8 * 1024 * 1024;
/** One that has ended without a word wakes nobody. */
const patienceMs = 1000;

/** One for all files, as long as there are any. */
class WriterThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #failures = new Map<number, Failure>();

  constructor() {
    const { MessageChannel, Worker } = nodeModule('node:worker_threads');
    const { port1, port2 } = new MessageChannel();
    // Plain JavaScript in the sources, too: no loader has to run in a thread that is waited for.
    const isSource = import.meta.url.endsWith('.ts');
    const url = new URL(`./writer-worker.${isSource ? 'mjs' : 'js'}`, import.meta.url);
    this.#worker = new Worker(url, {
      workerData: { failures: port2, word, directBytes, rowLength },
      transferList: [port2],
    });
    this.#port = port1;
    // Whoever wants a file waits for it.
    this.#worker.unref();
    this.#worker.on('error', () => {});
    this.#port.unref();
  }

  send(message: Message, moved: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, moved);
  }

  failureOf(file: number): Error {
    const { receiveMessageOnPort } = nodeModule('node:worker_threads');
    for (let told = receiveMessageOnPort(this.#port); told; told = receiveMessageOnPort(this.#port)) {
      const failure = told.message as Failure;
      this.#failures.set(failure.file, failure);
    }
    const { message = 'the thread that writes has ended', code, syscall } = this.#failures.get(file) ?? {};
    return Object.assign(new Error(message), { code, syscall });
  }

  end(): void {
    void this.#worker.terminate();
  }
}

let thread: WriterThread | undefined;
let openFiles = 0;
let lastFile = 0;

/** Files of at least this size are worth a thread, whose start takes as long as writing so much. */
export const leastAsideBytes = 32 * 1024 * 1024;

/** For whoever knows that it will be wanted, and has other things to do until it is there. */
export function startWriter(): void {
  thread ??= new WriterThread();
}

export class WrittenAside {
  readonly #file = ++lastFile;
  readonly #words = new Int32Array(new SharedArrayBuffer(4 * Object.keys(word).length));
  readonly #thread: WriterThread;
  readonly #direct: number | undefined;
  /** Opened anew: whoever lends a source may close it. */
  readonly #sources = new Map<ByteSource, number | undefined>();
  #orders = new Float64Array(rowLength * ordersMax);
  #ordered = 0;
  #bytes = new Uint8Array(bytesMax);
  #held = 0;
  /** Number of the last message. */
  #sent = 0;
  /** Bytes in messages since the last wait for all of them. */
  #waiting = 0;
  #isOpen = true;

  /**
   * Of the file at `path`, which `fd` can write and which is not closed before this. What is read back goes through the
   * kernel's memory, all else past it, where that can be.
   */
  constructor(path: string, fd: number, isReadBack: boolean) {
    startWriter();
    openFiles += 1;
    this.#thread = thread as WriterThread;
    this.#direct = isReadBack ? undefined : openDirectly(path);
    const [file, direct, words] = [this.#file, this.#direct, this.#words];
    this.#thread.send({ do: 'open', file, path, fd, direct, words });
  }

  write(position: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      if (this.#held === bytesMax) this.send();
      const part = bytes.subarray(done, done + bytesMax - this.#held);
      this.#bytes.set(part, this.#held);
      const at = this.#held;
      this.#held += part.length;
      this.#order(position + done, -1, at, part.length);
      done += part.length;
    }
    if (this.#waiting > waitingMax) this.wait();
  }

  /** False where the source is no file that another thread can read. */
  copy(position: number, source: ByteSource, offset: number, length: number): boolean {
    const start = source.onDisk?.().start;
    const descriptor = this.#descriptorOf(source);
    if (descriptor === undefined || start === undefined) return false;
    this.#order(position, descriptor, start + offset, length);
    return true;
  }

  #descriptorOf(source: ByteSource): number | undefined {
    if (this.#sources.has(source)) return this.#sources.get(source);
    const descriptor = reopened(source);
    if (descriptor !== undefined) this.#thread.send({ do: 'name', descriptor, name: source.name });
    this.#sources.set(source, descriptor);
    return descriptor;
  }

  #order(position: number, descriptor: number, offset: number, length: number): void {
    this.#orders.set([position, descriptor, offset, length], rowLength * this.#ordered);
    this.#ordered += 1;
    if (this.#ordered === ordersMax) this.send();
  }

  /** All that was asked for is on its way. */
  send(): void {
    if (this.#ordered === 0) return;
    this.#sent += 1;
    this.#waiting += this.#held;
    const orders = this.#orders.slice(0, rowLength * this.#ordered);
    const bytes = this.#bytes.slice(0, this.#held);
    this.#ordered = 0;
    this.#held = 0;
    const message = { do: 'write', file: this.#file, orders, bytes, number: this.#sent } as const;
    this.#thread.send(message, [orders.buffer, bytes.buffer]);
  }

  /** Until all before `end` is written, or all that was asked for. Throws what went wrong. */
  wait(end = Number.POSITIVE_INFINITY): void {
    this.send();
    for (;;) {
      const turn = Atomics.load(this.#words, word.turn);
      if (Atomics.load(this.#words, word.hasFailed) !== 0) throw this.#thread.failureOf(this.#file);
      if (Atomics.load(this.#words, word.writtenBlocks) * directBytes >= end) return;
      if (Atomics.load(this.#words, word.settled) === this.#sent) break;
      Atomics.wait(this.#words, word.turn, turn, patienceMs);
    }
    this.#waiting = 0;
  }

  /** Leaves out what is not written yet, waits for what is being written, and closes the file, which has what it has. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    Atomics.store(this.#words, word.isCancelled, 1);
    try {
      this.wait();
    } catch {
      // Whoever wants the file has waited before.
    }
    this.#thread.send({ do: 'close', file: this.#file });
    for (const fd of [this.#direct, ...this.#sources.values()]) if (fd !== undefined) closeSync(fd);
    openFiles -= 1;
    if (openFiles > 0) return;
    this.#thread.end();
    thread = undefined;
  }
}

/** Undefined where the file system has no such thing. */
function openDirectly(path: string): number | undefined {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_DIRECT);
  } catch {
    return undefined;
  }
}

/** By its descriptor: another file may stand at its path by now. Undefined without /proc. */
function reopened(source: ByteSource): number | undefined {
  const file = source.onDisk?.();
  try {
    return file === undefined ? undefined : openSync(`/proc/self/fd/${file.descriptor}`, 'r');
  } catch {
    return undefined;
  }
}
