/** The log of a restore: one that waits without end may have written gigabytes. Of those its start and its end do. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readDocument } from '../../parse/bytes/document.ts';
import { leftOut } from '../../restore-sim/restorers/criu/index.ts';

/** Logs at level 4 of a large tree have some megabytes; a line costs several times its size. */
const logBytesMax = 32 * 1024 * 1024;
const pieceBytes = 1024 * 1024;
const lineEnd = 0x0a;

export interface ReadLog {
  readonly text: string;
  readonly linesLeftOut: number;
}

export function readLog(path: string, bytesMax = logBytesMax): ReadLog {
  const large = openLarge(path, bytesMax);
  if (large === undefined) return { text: readDocument(path, bytesMax), linesLeftOut: 0 };
  const { fd, size } = large;
  try {
    const half = Math.floor(bytesMax / 2);
    const head = readAt(fd, 0, half);
    const tail = readAt(fd, size - half, half);
    const headEnd = head.lastIndexOf(lineEnd) + 1;
    const tailStart = tail.indexOf(lineEnd) + 1;
    const lines = lineEndsBetween(fd, headEnd, size - half + tailStart);
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const text = `${decode(head.subarray(0, headEnd))}${leftOut(lines)}\n${decode(tail.subarray(tailStart))}`;
    return { text, linesLeftOut: lines };
  } finally {
    closeSync(fd);
  }
}

/** Pipes are read to their end, and have a bound. */
function openLarge(
  path: string,
  bytesMax: number,
): { readonly fd: number; readonly size: number } | undefined {
  if (path === '/dev/stdin') return undefined;
  const fd = openSync(path, 'r');
  const stat = fstatSync(fd);
  if (stat.isFile() && stat.size > bytesMax) return { fd, size: stat.size };
  closeSync(fd);
  return undefined;
}

function readAt(fd: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(fd, bytes, filled, length - filled, at + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

function lineEndsBetween(fd: number, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += pieceBytes) {
    const piece = readAt(fd, at, Math.min(pieceBytes, end - at));
    for (let found = piece.indexOf(lineEnd); found !== -1; found = piece.indexOf(lineEnd, found + 1)) count++;
  }
  return count;
}
