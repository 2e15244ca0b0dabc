/** Buffered writing to an open file, with the possibility to patch what was written before. */
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { ByteSink } from '../byte-sink.ts';
import type { ByteSource } from '../byte-source.ts';
import { windowBytes } from '../file-source.ts';
import { BackgroundSync } from './background-sync.ts';
import { clone } from './clone.ts';
import { writing } from './output-error.ts';
import type { ReadBack } from './place.ts';
import { leastAsideBytes, WrittenAside } from './written-aside.ts';

/** Bytes per write call: what stays in the cache of a processor between read and write; 1 MiB takes twice the CPU time. */
const bufferBytes = 256 * 1024;
const leastHoleBytes = 4096;
/** Looked at for zeros as one. */
const sparseBytes = 64 * 1024;
/** Copies of less are made as soon as asked for. */
const leastOrderBytes = 16 * 1024;
/** To begin with: a directory of images has thousands of files of some hundred bytes. */
const firstBufferBytes = 16 * 1024;

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
  #began: ByteSource | undefined;
  #isOpen = true;
  readonly #background: BackgroundSync;
  readonly #readBack: ReadBack | undefined;
  /** From the first large copy on, a thread writes. */
  #aside: WrittenAside | undefined;
  /** The thread was asked for something that lies before what it was asked for last. */
  #goesBack = false;

  /** Makes the file `path`, which must not exist. */
  constructor(path: string, shown: string, mode = 0o666, readBack?: ReadBack) {
    this.#readBack = readBack;
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

  /** Says, before the first byte, that all of `source` will most likely be copied: it is on its way from now on. */
  foresee(source: ByteSource): void {
    this.beginAs(source);
    if (this.#began !== undefined || !this.#copyAside(source, 0, source.size)) return;
    this.#aside?.send();
    this.#began = source;
  }

  beginAs(source: ByteSource): void {
    if (this.position !== 0 || this.#began !== undefined) return;
    const descriptor = writing(this.#shown, () => clone(source, this.temporaryPath));
    if (descriptor === undefined) return;
    closeSync(this.#fd);
    this.#fd = descriptor;
    this.#began = source;
  }

  copy(source: ByteSource, offset: number, length: number): void {
    if (length === source.size) this.beginAs(source);
    if (source === this.#began && offset === this.position) {
      this.#drain();
      this.#flushed += length;
    } else if (source.onDisk?.().isSparse === true) this.#copySparse(source, offset, length);
    else if (length >= leastOrderBytes && this.#copyAside(source, offset, length)) this.#flushed += length;
    else this.#copyBytes(source, offset, length);
  }

  /** False where no thread can or would gain anything. */
  #copyAside(source: ByteSource, offset: number, length: number): boolean {
    const file = source.size < leastAsideBytes || this.#readBack === 'pages' ? undefined : source.onDisk?.();
    if (file === undefined || file.isSparse) return false;
    this.#drain();
    this.#aside ??= new WrittenAside(this.temporaryPath, this.#fd, this.#readBack !== undefined);
    return this.#aside.copy(this.#flushed, source, offset, length);
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
    if (this.#began !== undefined) this.#goesOn();
    this.#drain();
    this.#flushed += length;
    this.#endsInHole = true;
  }

  patch(at: number, bytes: Uint8Array): void {
    const inFile = Math.max(0, Math.min(bytes.length, this.#flushed - at));
    if (inFile > 0) {
      this.#wait(at + inFile);
      this.#writeNow(bytes.subarray(0, inFile), at);
    }
    if (inFile < bytes.length) this.#buffer.set(bytes.subarray(inFile), at + inFile - this.#flushed);
  }

  /** Afterwards the file holds everything, and nothing else. */
  flush(): void {
    this.#drain();
    this.#wait();
    this.#setSize();
  }

  /** Afterwards it has the size that it is to have, and what is not there yet is on its way. */
  #setSize(): void {
    this.#drain();
    // What is longer becomes shorter when all of it is there.
    if (this.#began !== undefined && this.#flushed < this.#began.size) this.#wait();
    this.#aside?.send();
    if (this.#endsInHole || this.#began !== undefined || this.#aside !== undefined)
      writing(this.#shown, () => ftruncateSync(this.#fd, this.#flushed));
  }

  /** The file itself, opened as `source`: whoever reads it waits for what a thread has not written yet. */
  reading(source: ByteSource): ByteSource {
    if (this.#aside === undefined) return source;
    const { name, size } = source;
    // Files are read in windows.
    const wait = (offset: number, length: number) => this.#wait(offset + Math.max(length, windowBytes));
    return {
      name,
      size,
      view: (offset, length) => {
        wait(offset, length);
        return source.view(offset, length);
      },
      readInto: (target, offset) => {
        wait(offset, target.length);
        source.readInto(target, offset);
      },
      close: () => source.close(),
    };
  }

  /** What is left to do is on its way. */
  send(): void {
    this.#setSize();
  }

  /** Brings what is written on its way to the disk. False where that is all: the file is closed, and `syncFile` waits for it. */
  finishLater(): boolean {
    if (this.#aside !== undefined) {
      this.#setSize();
      return true;
    }
    this.flush();
    writing(this.#shown, () => this.#background.finished(this.#flushed));
    this.abandon();
    return false;
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
    this.#aside?.close();
    closeSync(this.#fd);
    this.#background.close();
  }

  #wait(end?: number): void {
    if (this.#aside !== undefined && this.#isOpen)
      writing(this.#shown, () => this.#aside?.wait(this.#goesBack ? undefined : end));
  }

  #drain(): void {
    if (this.#buffered > 0) {
      const bytes = this.#buffer.subarray(0, this.#buffered);
      if (!this.#isThere(bytes)) this.#writeAll(bytes, this.#flushed);
      this.#endsInHole = false;
    }
    this.#flushed += this.#buffered;
    this.#buffered = 0;
    if (this.#aside === undefined) writing(this.#shown, () => this.#background.reached(this.#flushed));
  }

  /** A block of a clone that is not written to stays shared. */
  #isThere(bytes: Uint8Array): boolean {
    const source = this.#began;
    if (source === undefined || this.#flushed + bytes.length > source.size) return false;
    const there = new Uint8Array(bytes.length);
    source.readInto(there, this.#flushed);
    return Buffer.compare(bytes, there) === 0;
  }

  /** What was taken over from the other file stays; what follows is written. */
  #goesOn(): void {
    this.flush();
    this.#began = undefined;
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
    if (this.#aside === undefined) this.#writeNow(bytes, position);
    else {
      this.#goesBack ||= this.#began !== undefined;
      writing(this.#shown, () => this.#aside?.write(position, bytes));
    }
  }

  #writeNow(bytes: Uint8Array, position: number): void {
    writing(this.#shown, () => {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#fd, bytes, done, bytes.length - done, position + done);
      }
    });
  }
}

/** Makes the contents of a file durable that is closed by now. */
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
