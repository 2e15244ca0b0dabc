/**
 * Buffered writing with the possibility to patch what was written before. A file sink writes under a
 * temporary name and shows its result whole or not at all.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ByteSource } from './byte-source.ts';

export interface ByteSink {
  /** Bytes written so far; the position of the next byte. */
  readonly position: number;
  write(bytes: Uint8Array): void;
  /** Copies a range of `source`; the range must lie inside it. */
  copy(source: ByteSource, offset: number, length: number): void;
  /** Replaces bytes that were written before. */
  patch(at: number, bytes: Uint8Array): void;
}

/** Bytes per write call: as fast as one call per file, and small. */
const bufferBytes = 1024 * 1024;
/** To begin with: a directory of images has thousands of files of some hundred bytes. */
const firstBufferBytes = 16 * 1024;

/** Counts positions and forgets the bytes: what a conversion would do, without doing it. */
export class NullSink implements ByteSink {
  position = 0;

  write(bytes: Uint8Array): void {
    this.position += bytes.length;
  }

  copy(_source: ByteSource, _offset: number, length: number): void {
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

export class FileSink implements ByteSink {
  readonly #path: string;
  readonly #force: boolean;
  readonly #fd: number;
  /** Where the bytes are until `commit`; can be read to check the result. */
  readonly temporaryPath: string;
  #buffer = new Uint8Array(firstBufferBytes);
  #buffered = 0;
  #flushed = 0;
  #open = true;

  /** Fails with `EEXIST` when `path` exists and `force` is off, before anything is written. */
  constructor(path: string, { force }: { readonly force: boolean }) {
    if (!force) refuseExisting(path);
    this.#path = path;
    this.#force = force;
    this.temporaryPath = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
    this.#fd = openSync(this.temporaryPath, 'wx', 0o666);
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

  patch(at: number, bytes: Uint8Array): void {
    const inFile = Math.max(0, Math.min(bytes.length, this.#flushed - at));
    if (inFile > 0) writeAll(this.#fd, bytes.subarray(0, inFile), at);
    if (inFile < bytes.length) this.#buffer.set(bytes.subarray(inFile), at + inFile - this.#flushed);
  }

  /** Afterwards everything is in the file. */
  flush(): void {
    writeAll(this.#fd, this.#buffer.subarray(0, this.#buffered), this.#flushed);
    this.#flushed += this.#buffered;
    this.#buffered = 0;
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

  /** Makes the result durable and gives it its name. */
  commit(): void {
    this.finish();
    syncDirectory(dirname(this.#path));
  }

  /** The same, but for the name, which is durable when the directory is. */
  protected finish(): void {
    this.flush();
    fsyncSync(this.#fd);
    this.#close();
    try {
      if (!this.#force) refuseExisting(this.#path);
      renameSync(this.temporaryPath, this.#path);
    } catch (error) {
      unlinkSync(this.temporaryPath);
      throw error;
    }
  }

  /** Forgets what was written. */
  discard(): void {
    if (!this.#open) return;
    this.#close();
    unlinkSync(this.temporaryPath);
  }

  #close(): void {
    this.#open = false;
    closeSync(this.#fd);
  }
}

/** Makes the names in a directory durable. */
export function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  fsyncSync(directory);
  closeSync(directory);
}

function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST', path });
}

function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(fd, bytes, done, bytes.length - done, position + done);
  }
}
