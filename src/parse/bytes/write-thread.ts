/**
 * A thread that writes full buffers to a file while the main thread fills the next ones: copying page data is
 * bound by the write calls, and reading can go on meanwhile. The two meet in shared memory, because the main
 * thread never returns to its event loop during a conversion.
 */
import { Worker } from 'node:worker_threads';

/** One buffer more than each side works on, so that neither waits for the other's last byte. */
const bufferCount = 4;

const state = { free: 0, full: 1, quit: 2 } as const;

/** Words of the control block for each buffer: state, length, position (low, high), error flag. */
const wordsPerBuffer = 5;

/**
 * Runs in the thread. Kept as text because a thread starts from a file of its own otherwise, whose name differs
 * between the built program and its tests.
 */
const threadCode = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const { fd, control, buffers, words } = workerData;
for (let turn = 0; ; turn = (turn + 1) % buffers.length) {
  const at = turn * words;
  Atomics.wait(control, at, ${state.free});
  if (Atomics.load(control, at) === ${state.quit}) break;
  const length = control[at + 1];
  const position = (control[at + 2] >>> 0) + control[at + 3] * 2 ** 32;
  try {
    for (let done = 0; done < length; ) {
      done += writeSync(fd, buffers[turn], done, length - done, position + done);
    }
  } catch (error) {
    // The main thread writes the buffer again, and gets the error where it can be handled.
    control[at + 4] = 1;
  }
  Atomics.store(control, at, ${state.free});
  Atomics.notify(control, at);
}
`;

export class WriteThread {
  readonly #control: Int32Array;
  readonly #buffers: readonly Uint8Array[];
  readonly #worker: Worker;
  readonly #retry: (bytes: Uint8Array, position: number) => void;
  #turn = 0;
  /** Where the oldest bytes begin that may not be in the file yet. */
  #pendingFrom: number[] = [];

  /** `retry` writes a buffer that the thread could not write, and throws the error of that. */
  constructor(fd: number, bufferBytes: number, retry: (bytes: Uint8Array, position: number) => void) {
    this.#control = new Int32Array(new SharedArrayBuffer(4 * wordsPerBuffer * bufferCount));
    this.#buffers = Array.from(
      { length: bufferCount },
      () => new Uint8Array(new SharedArrayBuffer(bufferBytes)),
    );
    this.#retry = retry;
    this.#worker = new Worker(threadCode, {
      eval: true,
      workerData: { fd, control: this.#control, buffers: this.#buffers, words: wordsPerBuffer },
    });
    // An idle thread does not keep the program alive.
    this.#worker.unref();
  }

  /** The buffer to fill now. */
  get buffer(): Uint8Array {
    return this.#buffers[this.#turn] as Uint8Array;
  }

  /** Hands the current buffer over to be written at `position`, and waits until the next one is free. */
  submit(length: number, position: number): void {
    const at = this.#turn * wordsPerBuffer;
    this.#control[at + 1] = length;
    this.#control[at + 2] = (position % 2 ** 32) | 0;
    this.#control[at + 3] = Math.floor(position / 2 ** 32);
    this.#pendingFrom.push(position);
    Atomics.store(this.#control, at, state.full);
    Atomics.notify(this.#control, at);
    this.#turn = (this.#turn + 1) % bufferCount;
    this.#await(this.#turn);
    if (this.#pendingFrom.length >= bufferCount) this.#pendingFrom.shift();
  }

  /** All bytes before this position are in the file. */
  get writtenTo(): number {
    return this.#pendingFrom[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Waits until everything is in the file. */
  drain(): void {
    for (let turn = 0; turn < bufferCount; turn++) this.#await(turn);
    this.#pendingFrom = [];
  }

  quit(): void {
    this.drain();
    for (let turn = 0; turn < bufferCount; turn++) {
      Atomics.store(this.#control, turn * wordsPerBuffer, state.quit);
      Atomics.notify(this.#control, turn * wordsPerBuffer);
    }
  }

  #await(turn: number): void {
    const at = turn * wordsPerBuffer;
    Atomics.wait(this.#control, at, state.full);
    if (this.#control[at + 4] === 0) return;
    this.#control[at + 4] = 0;
    const position = ((this.#control[at + 2] ?? 0) >>> 0) + (this.#control[at + 3] ?? 0) * 2 ** 32;
    this.#retry((this.#buffers[turn] as Uint8Array).subarray(0, this.#control[at + 1]), position);
  }
}
