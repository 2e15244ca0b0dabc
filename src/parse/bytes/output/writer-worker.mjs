/**
 * The thread of written-aside.ts: reads and writes what it is told to, in that order. Where the file system can, pieces go
 * to the disk past the kernel's memory: no pages are made, filled and written back later on. Plain JavaScript, since the
 * sources start it without a loader.
 */
// @ts-check

import { closeSync, fdatasync, openSync, readSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

/** @import { Failure, Message } from './written-aside.ts' */
/** @typedef {{ file: number, path: string, fd: number, direct: number | undefined, words: Int32Array, syncedTo: number, toldTo: number }} Target */

/** As in written-aside.ts, which says what they are. */
const { failures, word, directBytes, rowLength } = workerData;

/** What is written at once past the kernel's memory: less would wait more often for the disk. */
const directPieceBytes = 4 * 1024 * 1024;
/** And into it: what stays in the cache of a processor between read and write. */
const plainPieceBytes = 256 * 1024;
/** So much is brought to the disk at a time, while more is written. */
const syncedBytes = 64 * 1024 * 1024;

/** The types of Node.js know nothing of WebAssembly. @type {any} */
const { WebAssembly } = globalThis;
const wasmPageBytes = 64 * 1024;
const memory = newMemory(directPieceBytes + wasmPageBytes);

/**
 * It begins where a page does, as the kernel wants it of what goes past it; none but that of WebAssembly is sure to.
 * @param {number} bytes
 */
function newMemory(bytes) {
  try {
    return new Uint8Array(new WebAssembly.Memory({ initial: bytes / wasmPageBytes }).buffer);
  } catch {
    // It wants addresses for gigabytes, and a limit may forbid them: the kernel refuses other memory, and gets it plainly.
    return new Uint8Array(bytes);
  }
}

/** @type {Map<number, Target>} */
const targets = new Map();
/** @type {Map<number, string>} */
const names = new Map();

/** What is in memory: from `lead` on, the bytes of the file from `start` on. */
let [start, lead, filled] = [0, 0, 0];

/**
 * @param {Target} target
 * @param {number} position
 * @param {number} length
 * @param {(into: Uint8Array, done: number) => void} fill
 */
function put(target, position, length, fill) {
  const pieceBytes = target.direct === undefined ? plainPieceBytes : directPieceBytes;
  for (let done = 0; done < length && Atomics.load(target.words, word.isCancelled) === 0; ) {
    const at = position + done;
    if (start + filled !== at || lead + filled >= pieceBytes) {
      flush(target);
      [start, lead, filled] = [at, at % directBytes, 0];
    }
    const from = lead + filled;
    const part = memory.subarray(from, from + Math.min(length - done, pieceBytes - from));
    fill(part, done);
    filled += part.length;
    done += part.length;
  }
}

/**
 * What is in memory is written.
 * @param {Target} target
 */
function flush(target) {
  if (filled === 0) return;
  const bytes = memory.subarray(lead, lead + filled);
  // Whole blocks only: those at both ends may be shared with what is written before and after.
  const head = Math.min(bytes.length, (directBytes - (start % directBytes)) % directBytes);
  const whole = bytes.length - head - ((bytes.length - head) % directBytes);
  writePlainly(target, bytes.subarray(0, head), start);
  if (whole > 0) writeBlocks(target, bytes.subarray(head, head + whole), start + head);
  writePlainly(target, bytes.subarray(head + whole), start + head + whole);
  const blocks = Math.floor((start + filled) / directBytes);
  filled = 0;
  if (Atomics.load(target.words, word.writtenBlocks) < blocks)
    Atomics.store(target.words, word.writtenBlocks, blocks);
  // Whoever is woken for every small piece does little else.
  if ((blocks - target.toldTo) * directBytes < directPieceBytes) return;
  target.toldTo = blocks;
  tell(target);
}

/**
 * @param {Target} target
 * @param {Uint8Array} bytes
 * @param {number} position
 */
function writePlainly({ fd }, bytes, position) {
  for (let done = 0; done < bytes.length; )
    done += writeSync(fd, bytes, done, bytes.length - done, position + done);
}

/**
 * @param {Target} target
 * @param {Uint8Array} bytes
 * @param {number} position
 */
function writeBlocks(target, bytes, position) {
  const written = target.direct === undefined ? 0 : writeDirectly(target, target.direct, bytes, position);
  writePlainly(target, bytes.subarray(written), position + written);
  const end = position + bytes.length;
  if (target.direct !== undefined || end - target.syncedTo < syncedBytes) return;
  target.syncedTo = end;
  syncAside(target.path);
}

/**
 * By a descriptor of its own: an error of the disk is told once to each, and the one that is synced at the end must get it.
 * @param {string} path
 */
function syncAside(path) {
  const fd = openSync(path, 'r');
  fdatasync(fd, () => closeSync(fd));
}

/**
 * How many bytes it took.
 * @param {Target} target
 * @param {number} direct
 * @param {Uint8Array} bytes
 * @param {number} position
 */
function writeDirectly(target, direct, bytes, position) {
  try {
    return writeSync(direct, bytes, 0, bytes.length, position);
  } catch (/** @type {any} */ error) {
    // A file system may open files so and refuse to write them.
    if (error.code !== 'EINVAL') throw error;
    target.direct = undefined;
    return 0;
  }
}

/**
 * @param {Target} target
 * @param {any} error
 */
function fail(target, { message, code, syscall }) {
  targets.delete(target.file);
  /** @type {Failure} */
  const failure = { file: target.file, message, code, syscall };
  failures.postMessage(failure);
  Atomics.store(target.words, word.hasFailed, 1);
  tell(target);
}

/** @param {Target} target */
function tell({ words }) {
  Atomics.add(words, word.turn, 1);
  Atomics.notify(words, word.turn);
}

/**
 * @param {number} descriptor
 * @param {Uint8Array} into
 * @param {number} position
 */
function readFully(descriptor, into, position) {
  for (let done = 0; done < into.length; ) {
    const count = readSync(descriptor, into, done, into.length - done, position + done);
    if (count === 0) {
      const message = `${names.get(descriptor)} became shorter while it was read`;
      throw Object.assign(new Error(message), { code: 'EIO', syscall: 'read' });
    }
    done += count;
  }
}

/** @param {Extract<Message, { do: 'write' }>} message */
function carryOut({ file, orders, bytes, number }) {
  const target = targets.get(file);
  // What failed is over.
  if (target === undefined) return;
  try {
    for (let row = 0; row < orders.length; row += rowLength) {
      const [position = 0, descriptor = 0, offset = 0, length = 0] = orders.subarray(row, row + rowLength);
      put(target, position, length, (into, done) => {
        if (descriptor >= 0) readFully(descriptor, into, offset + done);
        else into.set(bytes.subarray(offset + done, offset + done + into.length));
      });
    }
    flush(target);
    Atomics.store(target.words, word.settled, number);
    tell(target);
  } catch (error) {
    filled = 0;
    fail(target, error);
  }
}

parentPort?.on('message', (/** @type {Message} */ message) => {
  if (message.do === 'open') targets.set(message.file, { ...message, syncedTo: 0, toldTo: 0 });
  else if (message.do === 'name') names.set(message.descriptor, message.name);
  else if (message.do === 'close') targets.delete(message.file);
  else carryOut(message);
});
process.on('exit', () => {
  for (const target of targets.values()) fail(target, new Error('the thread that writes has ended'));
});
