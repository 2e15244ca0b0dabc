/**
 * A document of a user, read whole: configuration, a host, a baseline, a trace. Each has a bound, so that an
 * endless or absurdly large one is refused before it fills the memory. A pipe is read to its end, as in
 * `--on <(ssh host capture-host.sh)`.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { parseStrictJson } from '../json/strict-json.ts';

/** Larger than any document that a person or `--capture-host` writes. */
export const documentLimitBytes = 16 * 1024 * 1024;

const pieceBytes = 64 * 1024;
const waitMs = 5;

/** The bytes of a document that does not fit, or that is none, are the reader's error. */
export class DocumentError extends Error {}

/** The text of `path`, without a byte order mark. Throws `DocumentError`, and errors of the system as they are. */
export function readDocument(path: string, limitBytes = documentLimitBytes): string {
  // A fifo without a writer must not hold us up.
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile() && !stat.isFIFO()) throw new DocumentError(`${path} is neither a file nor a pipe`);
    const bytes = stat.size > limitBytes ? undefined : readUpTo(fd, limitBytes + 1);
    if (bytes === undefined || bytes.length > limitBytes) {
      throw new DocumentError(`${path} is larger than the ${limitBytes} bytes that such a document may have`);
    }
    return new TextDecoder().decode(bytes);
  } finally {
    closeSync(fd);
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

function readUpTo(fd: number, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let size = 0; size < limit; ) {
    const piece = new Uint8Array(Math.min(pieceBytes, limit - size));
    const count = readWaiting(fd, piece);
    if (count === 0) break;
    pieces.push(piece.subarray(0, count));
    size += count;
  }
  return Buffer.concat(pieces);
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
