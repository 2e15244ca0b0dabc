/** The log of a restore: one that waits without end may have written gigabytes. Of those its start and its end do. */
import { statSync } from 'node:fs';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { readDocument } from '../../parse/bytes/document.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { leftOut } from '../../restore-sim/restorer-log.ts';

/** Logs at level 4 of a large tree have some megabytes; a line costs several times its size. */
const logBytesMax = 32 * 1024 * 1024;
/** Of what is larger not even the lines are counted: it is refused, as all documents that are too large. */
const countedBytesMax = 8 * 1024 ** 3;
const pieceBytes = 1024 * 1024;
const lineEnd = 0x0a;

export interface ReadLog {
  readonly text: string;
  readonly linesLeftOut: number;
}

export function readLog(path: string, bytesMax = logBytesMax): ReadLog {
  // Looked at and not opened: who writes to a pipe would meet a reader that goes away.
  const stat = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
  const isLarge = stat?.isFile() === true && stat.size > bytesMax;
  if (!isLarge || stat.size > countedBytesMax)
    return { text: readDocument(path, isLarge ? countedBytesMax : bytesMax), linesLeftOut: 0 };
  const log = fileSource(path);
  try {
    const half = Math.floor(bytesMax / 2);
    const head = bytesAt(log, 0, half);
    const tail = bytesAt(log, log.size - half, half);
    const headEnd = head.lastIndexOf(lineEnd) + 1;
    const tailStart = tail.indexOf(lineEnd) + 1;
    const lines = lineEndsBetween(log, headEnd, log.size - half + tailStart);
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const text = `${decode(head.subarray(0, headEnd))}${leftOut(lines)}\n${decode(tail.subarray(tailStart))}`;
    return { text, linesLeftOut: lines };
  } finally {
    log.close();
  }
}

function bytesAt(log: ByteSource, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  log.readInto(bytes, at);
  return bytes;
}

function lineEndsBetween(log: ByteSource, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += pieceBytes) {
    const piece = bytesAt(log, at, Math.min(pieceBytes, end - at));
    for (let found = piece.indexOf(lineEnd); found !== -1; found = piece.indexOf(lineEnd, found + 1)) count++;
  }
  return count;
}
