/** Where bytes are written to, with the possibility to patch what was written before. */
import type { ByteSource } from './byte-source.ts';

export interface ByteSink {
  /** Bytes written so far; the position of the next byte. */
  readonly position: number;
  write(bytes: Uint8Array): void;
  /** Copies a range of `source`; the range must lie inside it. */
  copy(source: ByteSource, offset: number, length: number): void;
  /**
   * Says, before the first byte, that most of `source` will be copied to where it lies there. A file system that can
   * shares the blocks of the two files then, and such copies cost nothing.
   */
  beginAs?(source: ByteSource): void;
  /** Leaves a hole, which reads as zeros; absent where there are none. */
  skip?(length: number): void;
  /** Replaces bytes that were written before. */
  patch(at: number, bytes: Uint8Array): void;
}

const zeros = new Uint8Array(64 * 1024);

/** As a hole, where the sink can leave one. */
export function writeZeros(sink: ByteSink, length: number): void {
  if (sink.skip !== undefined) sink.skip(length);
  else for (let done = 0; done < length; done += zeros.length) sink.write(zeros.subarray(0, length - done));
}

/** Counts positions and forgets the bytes: what a conversion would do, without doing it. */
export class NullSink implements ByteSink {
  position = 0;

  write(bytes: Uint8Array): void {
    this.position += bytes.length;
  }

  copy(_source: ByteSource, _offset: number, length: number): void {
    this.position += length;
  }

  skip(length: number): void {
    this.position += length;
  }

  patch(): void {}
}

/** Keeps everything in memory: for tests and for small results. */
export class MemorySink implements ByteSink {
  #bytes = new Uint8Array(64 * 1024);
  position = 0;

  write(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.position);
    this.position += bytes.length;
  }

  copy(source: ByteSource, offset: number, length: number): void {
    this.#reserve(length);
    source.readInto(this.#bytes.subarray(this.position, this.position + length), offset);
    this.position += length;
  }

  patch(at: number, bytes: Uint8Array): void {
    this.#bytes.set(bytes, at);
  }

  result(): Uint8Array {
    return this.#bytes.slice(0, this.position);
  }

  #reserve(length: number): void {
    const needed = this.position + length;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
