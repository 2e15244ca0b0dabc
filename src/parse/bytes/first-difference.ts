/** Two ranges of bytes, compared in pieces. */
import { compareBytes } from '../../byte-text.ts';
import type { ByteSource } from './byte-source.ts';

const pieceBytes = 64 * 1024;

/** Index of the first byte that differs; undefined when none does. */
export function firstDifference(
  a: ByteSource,
  offsetA: number,
  b: ByteSource,
  offsetB: number,
  length: number,
): number | undefined {
  for (let done = 0; done < length; done += pieceBytes) {
    const count = Math.min(pieceBytes, length - done);
    const bytesA = a.view(offsetA + done, count).slice();
    const bytesB = b.view(offsetB + done, count);
    if (compareBytes(bytesA, bytesB) === 0) continue;
    for (let index = 0; index < count; index++) if (bytesA[index] !== bytesB[index]) return done + index;
  }
  return undefined;
}
