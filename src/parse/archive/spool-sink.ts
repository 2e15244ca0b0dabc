/** A sink into a spool: for images that are made on the way to somebody who reads them. */
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { Spool, type SpooledSource } from './spool.ts';

const bufferBytes = 256 * 1024;

export class SpoolSink implements ByteSink {
  readonly #spool: Spool;
  readonly #buffer = new Uint8Array(bufferBytes);
  #buffered = 0;

  /** Throws `archive-too-large` when more than `limitBytes` are written. */
  constructor(name: string, limitBytes: number) {
    this.#spool = new Spool(name, limitBytes);
  }

  get position(): number {
    return this.#spool.size + this.#buffered;
  }

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const room = this.#room();
      const part = bytes.subarray(done, done + room.length);
      room.set(part);
      this.#buffered += part.length;
      done += part.length;
    }
  }

  copy(source: ByteSource, offset: number, length: number): void {
    for (let done = 0; done < length; ) {
      const room = this.#room();
      const part = room.subarray(0, Math.min(room.length, length - done));
      source.readInto(part, offset + done);
      this.#buffered += part.length;
      done += part.length;
    }
  }

  patch(at: number, bytes: Uint8Array): void {
    const flushed = this.#spool.size;
    const before = Math.max(0, Math.min(bytes.length, flushed - at));
    if (before > 0) this.#spool.patch(at, bytes.subarray(0, before));
    if (before < bytes.length) this.#buffer.set(bytes.subarray(before), Math.max(0, at - flushed));
  }

  /** What was written, from now on read-only. */
  finish(): SpooledSource {
    this.#flush();
    return this.#spool.finish();
  }

  /** Frees the space without reading. */
  discard(): void {
    this.#spool.discard();
  }

  #room(): Uint8Array {
    if (this.#buffered === bufferBytes) this.#flush();
    return this.#buffer.subarray(this.#buffered);
  }

  #flush(): void {
    this.#spool.write(this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }
}
