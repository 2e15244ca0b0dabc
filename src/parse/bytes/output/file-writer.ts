/** Buffered writing to an open file, with the possibility to patch what was written before. */
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { ByteSink } from '../byte-sink.ts';
import type { ByteSource } from '../byte-source.ts';
import { BackgroundSync } from './background-sync.ts';
import { writing } from './output-error.ts';

/** Bytes per write call: what stays in the cache of a processor between read and write; 1 MiB takes twice the CPU time. */
const bufferBytes = 256 * 1024;
const leastHoleBytes = 4096;
/** To begin with: a directory of images has thousands of files of some hundred bytes. */
const firstBufferBytes = 16 * 1024;

export class FileWriter implements ByteSink {
  /** Where the bytes are now; can be read after a flush. */
  readonly temporaryPath: string;
  /** As the user named it. */
  readonly #shown: string;
  readonly #fd: number;
  #buffer = new Uint8Array(firstBufferBytes);
  #buffered = 0;
  #flushed = 0;
  #endsInHole = false;
  #isOpen = true;
  readonly #background: BackgroundSync;

  /** Makes the file `path`, which must not exist. */
  constructor(path: string, shown: string, mode = 0o666) {
    this.temporaryPath = path;
    this.#shown = shown;
    this.#background = new BackgroundSync(path);
    this.#fd = writing(shown, () => openSync(path, 'wx+', mode));
  }

  get position(): number {
    return this.#flushed + this.#buffered;
  }

  write(bytes: Uint8Array): void {
    // Most writes are a few bytes, for which a view each would cost more than the copy.
    if (bytes.length <= this.#buffer.length - this.#buffered) {
      this.#buffer.set(bytes, this.#buffered);
      this.#buffered += bytes.length;
      return;
    }
    for (let done = 0; done < bytes.length; ) {
      if (this.#buffered === this.#buffer.length) this.#makeRoom();
      const count = Math.min(bytes.length - done, this.#buffer.length - this.#buffered);
      this.#buffer.set(bytes.subarray(done, done + count), this.#buffered);
      this.#buffered += count;
      done += count;
    }
  }

  copy(source: ByteSource, offset: number, length: number): void {
    for (let done = 0; done < length; ) {
      if (this.#buffered === this.#buffer.length) this.#makeRoom();
      const count = Math.min(length - done, this.#buffer.length - this.#buffered);
      source.readInto(this.#buffer.subarray(this.#buffered, this.#buffered + count), offset + done);
      this.#buffered += count;
      done += count;
    }
  }

  /** Leaves a hole, which reads as zeros and takes no room. */
  skip(length: number): void {
    // Below the size of a block of a file system there is nothing to gain.
    if (length < leastHoleBytes) {
      this.write(new Uint8Array(length));
      return;
    }
    this.flush();
    this.#flushed += length;
    this.#endsInHole = true;
  }

  patch(at: number, bytes: Uint8Array): void {
    const inFile = Math.max(0, Math.min(bytes.length, this.#flushed - at));
    if (inFile > 0) this.#writeAll(bytes.subarray(0, inFile), at);
    if (inFile < bytes.length) this.#buffer.set(bytes.subarray(inFile), at + inFile - this.#flushed);
  }

  /** Afterwards everything is in the file. */
  flush(): void {
    if (this.#buffered > 0) {
      this.#writeAll(this.#buffer.subarray(0, this.#buffered), this.#flushed);
      this.#endsInHole = false;
    }
    this.#flushed += this.#buffered;
    this.#buffered = 0;
    writing(this.#shown, () => this.#background.reached(this.#flushed));
    if (this.#endsInHole) writing(this.#shown, () => ftruncateSync(this.#fd, this.#flushed));
  }

  /** Makes the contents durable. */
  finish(): void {
    this.flush();
    writing(this.#shown, () => fsyncSync(this.#fd));
    this.abandon();
  }

  /** Closes the file as it is. */
  abandon(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#fd);
    this.#background.close();
  }

  #makeRoom(): void {
    if (this.#buffer.length === bufferBytes) {
      this.flush();
      return;
    }
    const full = new Uint8Array(bufferBytes);
    full.set(this.#buffer);
    this.#buffer = full;
  }

  #writeAll(bytes: Uint8Array, position: number): void {
    writing(this.#shown, () => {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#fd, bytes, done, bytes.length - done, position + done);
      }
    });
  }
}

/** Makes the names in a directory durable. */
export function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
