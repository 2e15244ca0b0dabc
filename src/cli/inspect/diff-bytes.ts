/** The bytes that differ between the memories of two images, for those who ask. */
import type { Comparison } from '../../inspect/compare/compare.ts';
import type { Image } from '../../inspect/image.ts';
import { planMemory, type Range } from '../../memory/plan.ts';
import { readPieces } from '../../memory/read.ts';
import { spacesOf } from '../../memory/spaces.ts';
import { visible } from '../terminal.ts';

const rowBytes = 16;
/** Rows of one area. */
const rowsMax = 64;

/** Rows of 16 bytes, of A and of B, where they are not the same. */
export function* differingBytes(a: Image, b: Image, { memory }: Comparison): Generator<string> {
  for (const { owner, name, ranges } of memory) {
    // Of processes only: files have no addresses.
    if (ranges.length === 0 || !/^\d+$/.test(owner)) continue;
    yield `\n${owner} ${visible(name)}\n`;
    let rows = 0;
    for (const range of ranges) {
      const [bytesA, bytesB] = [bytesOf(a, Number(owner), range), bytesOf(b, Number(owner), range)];
      for (let at = 0; at < bytesA.length && rows < rowsMax; at += rowBytes) {
        const [rowA, rowB] = [bytesA.subarray(at, at + rowBytes), bytesB.subarray(at, at + rowBytes)];
        if (Buffer.compare(rowA, rowB) === 0) continue;
        rows++;
        const address = (range.start + BigInt(at)).toString(16).padStart(12, '0');
        yield `${address}  A ${rowText(rowA)}\n${' '.repeat(address.length)}  B ${rowText(rowB)}\n`;
      }
      if (rows >= rowsMax) break;
    }
    if (rows >= rowsMax) yield `… more; \`cr-inspect IMAGE memory\` shows any of it\n`;
  }
}

/** A range may be long; so much of it is read. */
const readMax = 256n * 1024n;

function bytesOf({ checkpoint, source }: Image, pid: number, { start, end }: Range): Buffer {
  const stop = end - start > readMax ? start + readMax : end;
  const bytes = Buffer.alloc(Number(stop - start));
  const space = spacesOf(checkpoint).find(({ pids }) => pids.includes(pid));
  if (space === undefined) return bytes;
  for (const chunk of readPieces(source, planMemory(checkpoint, space.memory.id, { start, end: stop })))
    if (chunk.kind === 'bytes') bytes.set(chunk.bytes, Number(chunk.start - start));
  return bytes;
}

function rowText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
  ).join('');
  return `${hex.padEnd(rowBytes * 3)} |${text}|`;
}
