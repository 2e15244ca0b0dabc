/**
 * Positions for bytes that an image holds compressed: behind all of its files, a stretch for each run of blocks. A
 * checkpoint refers to them as to any other bytes, and whoever reads there gets them decoded. Nothing is decoded
 * before it is read, and two blocks at most are kept.
 */
import { type CodeTable, diagnosticMaker, ImageError, type Location } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { decodeLz4 } from './lz4.ts';

export const blockCodes = {
  'criu-bad-block': {
    severity: 'error',
    meaning: 'A block of compressed pages is no LZ4, or does not decode to the pages that it stands for.',
  },
} as const satisfies CodeTable;

const blockDiagnostic = diagnosticMaker(blockCodes);

/** Farther than any file reaches, with room for as much again below the largest exact number. */
export const decodedBase = 2 ** 50;

/** Blocks that follow each other in one file. */
export interface BlockRun {
  /** Path of the file, and the place of the first block in it. */
  readonly file: string;
  readonly offset: number;
  readonly blockBytes: number;
  /** Stored bytes of each: 0 for zeros, all of it for a plain copy. */
  readonly sizes: readonly number[];
  /** Decoded, the last block being shorter where that is not a multiple. */
  readonly length: number;
}

/** A file of the image by its path. */
export type OpenFile = (file: string) => ByteSource;

interface PlacedRun extends Omit<BlockRun, 'sizes'> {
  readonly start: number;
  /** Where each block ends, counted from the first. */
  readonly ends: Uint32Array | Float64Array;
}

interface KeptBlock {
  position: number;
  bytes: Uint8Array;
}

export class DecodedSpace {
  readonly #runs: PlacedRun[] = [];
  readonly #known = new Map<string, number>();
  #end = decodedBase;
  /** The two that were decoded last, the newer one first: who goes on reading wants a little of the one before, too. */
  readonly #kept: [KeptBlock, KeptBlock] = [
    { position: -1, bytes: new Uint8Array(0) },
    { position: -1, bytes: new Uint8Array(0) },
  ];

  /** The one that could not be decoded last: its pages are asked for one by one. */
  #failed: { readonly position: number; readonly error: ImageError } | undefined;

  /** The position of the first decoded byte. The same `key` is the same run. */
  place(key: string, run: BlockRun): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const start = this.#end;
    const { sizes, ...rest } = run;
    this.#runs.push({ ...rest, start, ends: endsOf(sizes) });
    this.#known.set(key, start);
    this.#end += run.length;
    return start;
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  /** Fills `target` with the decoded bytes from `position` on, reading what is stored from the files. */
  readInto(open: OpenFile, target: Uint8Array, position: number): void {
    for (let done = 0; done < target.length; ) {
      const run = this.#runAt(position + done);
      const inRun = position + done - run.start;
      const block = Math.floor(inRun / run.blockBytes);
      const skip = inRun - block * run.blockBytes;
      const length = decodedLength(run, block);
      const count = Math.min(length - skip, target.length - done);
      target.set(this.#block(open(run.file), run, block, length).subarray(skip, skip + count), done);
      done += count;
    }
  }

  /** Where a decoded position is stored; of blocks that are not stored as they are, where the block around it is. */
  storedAt(position: number): Location {
    const run = this.#runAt(position);
    const block = Math.floor((position - run.start) / run.blockBytes);
    const inBlock = position - run.start - block * run.blockBytes;
    const offset = storedOffset(run, block);
    const isPlain = run.offset + run.ends[block]! - offset === decodedLength(run, block);
    return isPlain ? { file: run.file, offset: offset + inBlock } : { file: run.file, offset, inBlock };
  }

  #block(source: ByteSource, run: PlacedRun, block: number, length: number): Uint8Array {
    const position = run.start + block * run.blockBytes;
    const known = this.#kept.find((one) => one.position === position);
    if (known !== undefined) return known.bytes;
    if (this.#failed?.position === position) throw this.#failed.error;
    this.#kept.reverse();
    const [kept] = this.#kept;
    kept.position = -1;
    if (kept.bytes.length < length) kept.bytes = new Uint8Array(length);
    try {
      decodeBlock(source, run, block, kept.bytes, 0, length);
    } catch (error) {
      if (error instanceof ImageError) this.#failed = { position, error };
      throw error;
    }
    kept.position = position;
    return kept.bytes;
  }

  #runAt(position: number): PlacedRun {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle]!.start <= position) low = middle + 1;
      else high = middle;
    }
    const run = this.#runs[low - 1];
    if (run === undefined || position >= run.start + run.length) {
      throw new RangeError(`read at ${position}, where no decoded pages are`);
    }
    return run;
  }
}

function endsOf(sizes: readonly number[]): Uint32Array | Float64Array {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const ends = total < 2 ** 32 ? new Uint32Array(sizes.length) : new Float64Array(sizes.length);
  let end = 0;
  for (let block = 0; block < sizes.length; block++) {
    end += sizes[block]!;
    ends[block] = end;
  }
  return ends;
}

const decodedLength = ({ blockBytes, length }: PlacedRun, block: number): number =>
  Math.min(blockBytes, length - block * blockBytes);

const storedOffset = ({ offset, ends }: PlacedRun, block: number): number =>
  offset + (block === 0 ? 0 : ends[block - 1]!);

function decodeBlock(
  source: ByteSource,
  run: PlacedRun,
  block: number,
  target: Uint8Array,
  at: number,
  length: number,
): void {
  const start = storedOffset(run, block);
  const size = run.offset + run.ends[block]! - start;
  if (size === 0) target.fill(0, at, at + length);
  else if (size === length) source.readInto(target.subarray(at, at + length), start);
  else if (!decodeLz4(source.view(start, size), 0, size, target, at, length)) {
    const message = `block ${block} of ${length} bytes, stored in ${size}, is no LZ4 that decodes to them`;
    throw new ImageError(blockDiagnostic('criu-bad-block', message, { file: run.file, offset: start }));
  }
}
