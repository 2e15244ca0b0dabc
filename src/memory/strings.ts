/** Text in memory: runs of printable characters, over the borders of pieces. Holds one chunk and one run. */
import type { Chunk } from './read.ts';

export interface TextRun {
  readonly address: bigint;
  readonly text: string;
}

export interface TextOptions {
  /** The least number of characters. */
  readonly least: number;
  /** 1: ASCII, one byte to a character. 2: UTF-16, little-endian, at any address. */
  readonly width: 1 | 2;
}

/** A longer run is cut, so that none fills the memory. */
const runMax = 64 * 1024;

const isText = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x09;

/** As strings(1) finds them: printable ASCII and tabs. */
export function* textRuns(chunks: Iterable<Chunk>, { least, width }: TextOptions): Generator<TextRun> {
  // Text of two bytes may begin at an even or an odd address: each has a run of its own.
  const runs = Array.from({ length: width }, () => ({ text: '', start: 0n, next: -1n }));
  const end = function* (run: (typeof runs)[number]): Generator<TextRun> {
    if (run.text.length >= least) yield { address: run.start, text: run.text };
    run.text = '';
  };
  let before: { readonly byte: number; readonly address: bigint } | undefined;
  for (const chunk of chunks) {
    if (chunk.kind !== 'bytes') {
      for (const run of runs) yield* end(run);
      before = undefined;
      continue;
    }
    const { bytes, start } = chunk;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (width === 1) {
        const [run] = runs as [(typeof runs)[number]];
        if (!isText(byte)) {
          if (run.text !== '') yield* end(run);
          continue;
        }
        if (run.text === '') run.start = start + BigInt(at);
        run.text += String.fromCharCode(byte);
        if (run.text.length >= runMax) yield* end(run);
        continue;
      }
      const address = start + BigInt(at) - 1n;
      const first = before !== undefined && before.address === address ? before.byte : undefined;
      before = { byte, address: address + 1n };
      if (first === undefined) continue;
      const run = runs[Number(address & 1n)]!;
      if (byte !== 0 || !isText(first)) yield* end(run);
      else {
        if (run.text === '') run.start = address;
        run.text += String.fromCharCode(first);
        if (run.text.length >= runMax) yield* end(run);
      }
    }
  }
  for (const run of runs) yield* end(run);
}
