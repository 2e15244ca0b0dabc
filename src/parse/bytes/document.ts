/**
 * A document of a user, read whole: configuration, a host, a baseline, a trace. Each has a bound, so that an
 * endless or absurdly large one is refused before it fills the memory. A pipe is read to its end, as in
 * `--on <(ssh host capture-host.sh)`; `-` is standard input.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { joined } from '../../byte-text.ts';
import { limits } from '../../limits.ts';
import { nodeModule } from '../../node-module.ts';
import { parseStrictJson } from '../json/strict-json.ts';
import { noteFile, noteStdin } from './inputs.ts';

/** Larger than any document that a person or `--capture-host` writes. */
export const documentLimitBytes = 16 * 1024 * 1024;

export const stdinFd = 0;
const pieceBytes = 64 * 1024;
const waitMs = 5;

/** The bytes of a document that does not fit, or that is none, are the reader's error. */
export class DocumentError extends Error {}

/** It is what it should be, and more than it may be. */
export class DocumentTooLarge extends DocumentError {}

/** The text of `path`, without a byte order mark. Throws `DocumentError`, and errors of the system as they are. */
export const readDocument = (path: string, limitBytes = documentLimitBytes): string =>
  new TextDecoder().decode(readDocumentBytes(path, limitBytes));

/** A document that is no text. Throws as `readDocument` does. */
export const readDocumentBytes = (path: string, limitBytes: number): Uint8Array =>
  Buffer.concat([...pieces(path, limitBytes)]);

/** The lines of a document as they are read, each without its end. Throws as `readDocument` does. */
export function* documentLines(path: string, limitBytes: number): Generator<string, void, undefined> {
  const decoder = new TextDecoder();
  let begun = '';
  let number = 1;
  const checkLength = (line: string): string => {
    if (line.length <= limits.documentLine) return line;
    const why = `is longer than the ${limits.documentLine} characters that a line may have`;
    throw new DocumentTooLarge(`${path}: line ${number} ${why}`);
  };
  for (const piece of plainPieces(path, limitBytes)) {
    const text = decoder.decode(piece, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield checkLength(begun + text.slice(start, end));
      number += 1;
      begun = '';
      start = end + 1;
    }
    begun = checkLength(begun + text.slice(start));
  }
  begun += decoder.decode();
  if (begun !== '') yield begun;
}

/** What gzip has packed is unpacked, whole: documents of lines are bounded. */
function* plainPieces(path: string, limitBytes: number): Generator<Uint8Array, void, undefined> {
  const packed: Uint8Array[] = [];
  let isPacked: boolean | undefined;
  for (const piece of pieces(path, limitBytes)) {
    // No text begins with it; of a pipe the next byte may not be there yet.
    isPacked ??= piece[0] === 0x1f;
    if (isPacked) packed.push(piece);
    else yield piece;
  }
  if (packed.length === 0) return;
  const shown = path === '-' ? 'standard input' : path;
  try {
    yield nodeModule('node:zlib').gunzipSync(joined(packed), { maxOutputLength: limitBytes });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new DocumentTooLarge(
        `${shown} unpacks to more than the ${limitBytes} bytes that such a document may have`,
      );
    if (!code.startsWith('Z_')) throw error;
    throw new DocumentError(`${shown} is damaged: its gzip data does not unpack`);
  }
}

function* pieces(path: string, limitBytes: number): Generator<Uint8Array, void, undefined> {
  const isStdin = path === '-';
  const shown = isStdin ? 'standard input' : path;
  // A fifo without a writer must not hold us up.
  const fd = isStdin ? openStdin() : openSync(path, withoutWaiting);
  const tooLarge = () =>
    new DocumentTooLarge(`${shown} is larger than the ${limitBytes} bytes that such a document may have`);
  try {
    const stat = fstatSync(fd);
    const isPipe = stat.isFIFO() || (isStdin && stat.isSocket());
    if (!stat.isFile() && !isPipe) throw new DocumentError(`${shown} is neither a file nor a pipe`);
    if (stat.size > limitBytes) throw tooLarge();
    noteFile(fd, shown);
    const room = () => new Uint8Array(pieceBytes);
    let piece = room();
    const more = isPipe ? readWaiting : readSync;
    let count = isPipe && !isStdin ? readFirst(fd, piece, path) : more(fd, piece);
    for (let size = count; count > 0; size += count) {
      if (size > limitBytes) throw tooLarge();
      yield piece.subarray(0, count);
      piece = room();
      count = more(fd, piece);
    }
  } catch (error) {
    // Some of /proc look like files and wait for more, as the log of the kernel does (fs/proc/kmsg.c, kmsg_read).
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    throw new DocumentError(`${shown} is no file that has an end`);
  } finally {
    if (fd !== stdinFd) closeSync(fd);
  }
}

const withoutWaiting = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Standard input. A file without a size is opened anew, as any other is: some of /proc would let a read wait for more. Who
 * may not do that reads what was given.
 */
export function openStdin(): number {
  noteStdin();
  const stat = fstatSync(stdinFd);
  if (!stat.isFile() || stat.size > 0) return stdinFd;
  try {
    return openSync(`/proc/self/fd/${stdinFd}`, withoutWaiting);
  } catch {
    return stdinFd;
  }
}

/** As JSON; a `DocumentError` when it is none. */
export function readJsonDocument(path: string, limitBytes = documentLimitBytes): unknown {
  const text = readDocument(path, limitBytes);
  try {
    return parseStrictJson(text);
  } catch (error) {
    throw new DocumentError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Of a named pipe: how long somebody has time to open it for writing. */
const writerWaitMs = 200;

/** The first bytes of a pipe that was opened without waiting. Throws `ENXIO` for one that nobody writes to. */
export function readFirst(fd: number, piece: Uint8Array, path: string): number {
  for (let waited = 0; ; waited += 2 * waitMs) {
    const count = readWaiting(fd, piece);
    if (count > 0) return count;
    if (waited >= writerWaitMs)
      throw Object.assign(new Error('nobody writes to this pipe'), { code: 'ENXIO', path });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * waitMs);
  }
}

/** The writer of a pipe may not have written yet. */
export function readWaiting(fd: number, piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(fd, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    }
  }
}
