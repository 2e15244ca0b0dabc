/** The bytes that differ between the memories of two images, for those who ask. */
import { type Diagnostic, ImageError } from '../../diagnostic.ts';
import type { Comparison } from '../../inspect/compare/compare.ts';
import type { Image } from '../../inspect/image.ts';
import { planMemory, type Range } from '../../memory/plan.ts';
import { readPieces } from '../../memory/read.ts';
import { spacesOf } from '../../memory/spaces.ts';
import { visible } from '../terminal.ts';

const rowBytes = 16;
/** Rows of one area. */
const rowsMax = 64;

export interface DifferingRow {
  readonly pid: number;
  readonly area: string;
  readonly address: bigint;
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Rows of 16 bytes where they are not the same; of an area the first ones. */
export function* differingRows(a: Image, b: Image, { memory }: Comparison): Generator<DifferingRow> {
  for (const { owner, name, ranges } of memory) {
    // Of processes only: files have no addresses.
    if (!/^\d+$/.test(owner)) continue;
    let rows = 0;
    for (const range of ranges) {
      const [bytesA, bytesB] = [bytesOf(a, Number(owner), range), bytesOf(b, Number(owner), range)];
      for (let at = 0; at < bytesA.length && rows < rowsMax; at += rowBytes) {
        const [rowA, rowB] = [bytesA.subarray(at, at + rowBytes), bytesB.subarray(at, at + rowBytes)];
        if (Buffer.compare(rowA, rowB) === 0) continue;
        rows++;
        yield { pid: Number(owner), area: name, address: range.start + BigInt(at), a: rowA, b: rowB };
      }
      if (rows >= rowsMax) break;
    }
  }
}

export function* differingText(rows: Iterable<DifferingRow>): Generator<string> {
  let [title, count] = ['', 0];
  for (const { pid, area, address, a, b } of rows) {
    const own = `\n${pid} ${visible(area)}\n`;
    if (own !== title) yield own;
    count = own === title ? count + 1 : 1;
    title = own;
    const place = address.toString(16).padStart(12, '0');
    yield `${place}  A ${rowText(a)}\n${' '.repeat(place.length)}  B ${rowText(b)}\n`;
    if (count === rowsMax) yield `… perhaps more; \`cr-inspect IMAGE memory\` shows any of it\n`;
  }
}

export const rowJson = ({ pid, area, address, a, b }: DifferingRow) => ({
  pid,
  area: visible(area),
  address: `0x${address.toString(16)}`,
  a: Buffer.from(a).toString('base64'),
  b: Buffer.from(b).toString('base64'),
});

/** A range may be long; so much of it is read. */
const readMax = 256n * 1024n;

function bytesOf({ checkpoint, source }: Image, pid: number, { start, end }: Range): Buffer {
  const stop = end - start > readMax ? start + readMax : end;
  const bytes = Buffer.alloc(Number(stop - start));
  const space = spacesOf(checkpoint).find(({ pids }) => pids.includes(pid));
  if (space === undefined) return bytes;
  // The comparison has read all of it before.
  const damaged = (problem: Diagnostic): never => {
    throw new ImageError(problem);
  };
  for (const chunk of readPieces(
    source,
    planMemory(checkpoint, space.memory.id, { start, end: stop }),
    damaged,
  ))
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
