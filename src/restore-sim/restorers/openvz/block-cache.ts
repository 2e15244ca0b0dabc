/**
 * Reads of a source through a few blocks. A restore jumps between the sections for tasks, memory and
 * signals with every task, and goes through each of them in order: one window would be read anew for
 * every jump.
 */
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';

const blockBytes = 16 * 1024;
/** Power of two: a block's place is its number modulo this. */
const places = 64;

export class BlockCache {
  readonly #source: ByteSource;
  readonly #blocks: (Uint8Array | undefined)[] = new Array(places).fill(undefined);
  readonly #numbers = new Float64Array(places).fill(-1);

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** As `ByteSource.view`: valid until the next call. */
  view(offset: number, length: number): Uint8Array {
    const number = Math.floor(offset / blockBytes);
    const start = offset - number * blockBytes;
    if (start + length > blockBytes) return this.#source.view(offset, length);
    return this.#block(number).subarray(start, start + length);
  }

  #block(number: number): Uint8Array {
    const place = number % places;
    const cached = this.#blocks[place];
    if (cached !== undefined && this.#numbers[place] === number) return cached;
    const offset = number * blockBytes;
    const block = cached ?? new Uint8Array(blockBytes);
    // The last block of a file is shorter; what lies behind its end is never asked for.
    this.#source.readInto(block.subarray(0, Math.min(blockBytes, this.#source.size - offset)), offset);
    this.#blocks[place] = block;
    this.#numbers[place] = number;
    return block;
  }
}
