/** Buffered writing to an open file, with the possibility to patch what was written before. */
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { ByteSink } from '../byte-sink.ts';
import type { ByteSource } from '../byte-source.ts';
import { BackgroundSync } from './background-sync.ts';
import { clone } from './clone.ts';
import { writing } from './output-error.ts';

/** Bytes per write call: what stays in the cache of a processor between read and write; 1 MiB takes twice the CPU time. */
const bufferBytes = 256 * 1024;
const leastHoleBytes = 4096;
/** Looked at for zeros as one. */
const sparseBytes = 64 * 1024;
/** To begin with: a directory of images has thousands of files of some hundred bytes. */
const firstBufferBytes = 16 * 1024;
const noBuffer = new Uint8Array();

export class FileWriter implements ByteSink {
  /** Where the bytes are now; can be read after a flush. */
  readonly temporaryPath: string;
  /** As the user named it. */
  readonly #shown: string;
  #fd: number;
  #buffer = new Uint8Array(firstBufferBytes);
  #buffered = 0;
  #flushed = 0;
  #endsInHole = false;
  /** The file began with all bytes of this source. */
  #cloned: ByteSource | undefined;
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

  beginAs(source: ByteSource): void {
    if (this.position !== 0 || this.#cloned !== undefined) return;
    const descriptor = writing(this.#shown, () => clone(source, this.temporaryPath));
    if (descriptor === undefined) return;
    closeSync(this.#fd);
    this.#fd = descriptor;
    this.#cloned = source;
  }

  copy(source: ByteSource, offset: number, length: number): void {
    if (length === source.size) this.beginAs(source);
    if (source === this.#cloned && offset === this.position) {
      this.#drain();
      this.#flushed += length;
    } else if (source.onDisk?.().isSparse === true) this.#copySparse(source, offset, length);
    else this.#copyBytes(source, offset, length);
  }

  /** Zeros of whole blocks become holes, as they most likely were. */
  #copySparse(source: ByteSource, offset: number, length: number): void {
    const bytes = new Uint8Array(Math.min(sparseBytes, length));
    const zeros = new Uint8Array(bytes.length);
    for (let done = 0; done < length; done += bytes.length) {
      const part = bytes.subarray(0, Math.min(bytes.length, length - done));
      source.readInto(part, offset + done);
      if (Buffer.compare(part, zeros.subarray(0, part.length)) === 0) this.skip(part.length);
      else this.write(part);
    }
  }

  #copyBytes(source: ByteSource, offset: number, length: number): void {
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
    // In a clone there would be the bytes of the other file.
    if (this.#cloned !== undefined) this.#notCloned();
    this.#drain();
    this.#flushed += length;
    this.#endsInHole = true;
  }

  patch(at: number, bytes: Uint8Array): void {
    const inFile = Math.max(0, Math.min(bytes.length, this.#flushed - at));
    if (inFile > 0) this.#writeAll(bytes.subarray(0, inFile), at);
    if (inFile < bytes.length) this.#buffer.set(bytes.subarray(inFile), at + inFile - this.#flushed);
  }

  /** Afterwards the file holds everything, and nothing else. */
  flush(): void {
    this.#drain();
    if (this.#endsInHole || this.#cloned !== undefined)
      writing(this.#shown, () => ftruncateSync(this.#fd, this.#flushed));
  }

  /**
   * Brings what is written on its way to the disk. Whether the file stays open, to be synced with `finish`, which hears of
   * errors on that way; of others `syncFile` hears.
   */
  finishLater(): boolean {
    this.flush();
    writing(this.#shown, () => this.#background.finished(this.#flushed));
    if (!this.#background.isUsed) this.abandon();
    else this.#buffer = noBuffer;
    return this.#isOpen;
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

  #drain(): void {
    if (this.#buffered > 0) {
      const bytes = this.#buffer.subarray(0, this.#buffered);
      if (!this.#isThere(bytes)) this.#writeAll(bytes, this.#flushed);
      this.#endsInHole = false;
    }
    this.#flushed += this.#buffered;
    this.#buffered = 0;
    writing(this.#shown, () => this.#background.reached(this.#flushed));
  }

  /** A block of a clone that is not written to stays shared. */
  #isThere(bytes: Uint8Array): boolean {
    const source = this.#cloned;
    if (source === undefined || this.#flushed + bytes.length > source.size) return false;
    const there = new Uint8Array(bytes.length);
    source.readInto(there, this.#flushed);
    return Buffer.compare(bytes, there) === 0;
  }

  /** What was taken over from the other file stays; what follows is written. */
  #notCloned(): void {
    this.flush();
    this.#cloned = undefined;
  }

  #makeRoom(): void {
    if (this.#buffer.length === bufferBytes) {
      this.#drain();
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

/** Makes the contents of a file durable that is closed by now, and was not synced before. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
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
