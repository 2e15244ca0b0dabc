/**
 * A regular file as a source of bytes. Reads through a window, so that walking many small headers does not cost a
 * system call each.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { assertRange, type ByteSource, type FileOnDisk } from './byte-source.ts';
import { noteFile } from './inputs.ts';

/** Most and least that is read at once: records often follow each other, but page data lies in between. */
const windowBytes = 256 * 1024;
const leastReadBytes = 4 * 1024;
/** The unit of st_blocks, whatever the file system (inode(7)). */
const statBlockBytes = 512;

/** Opens a regular file, an input of this run. Throws the original `ENOENT`, `EACCES`, … of the system call. */
export function fileSource(path: string): ByteSource {
  const source = partSource(path);
  noteFile(source.onDisk().descriptor, path);
  return source;
}

/** The same of a directory that was noted as a whole. */
export function partSource(path: string): ByteSource & { onDisk(): FileOnDisk } {
  // Looked at first: to open a device may do something, and to open a fifo waits for its writer.
  refuseOthers(path, statSync(path));
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    const stat = fstatSync(fd);
    refuseOthers(path, stat);
    return new FileSource(fd, path, stat);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Files up to this size are read at once when they are opened. */
export const smallFileBytes = 64 * 1024;

/**
 * Opens what a directory lists as a regular file of that size; whoever lists it notes the directory. A small one is read
 * at once and not looked at before: an image of many tasks has tens of thousands.
 */
export function listedFileSource(path: string, size: number): ByteSource {
  if (size > smallFileBytes) return partSource(path);
  // Of the pool, whatever it holds: all of it is read or nothing.
  const { buffer, byteOffset } = Buffer.allocUnsafe(size);
  // What is made of a Buffer's pieces would be Buffers, which are no bytes to all that compare or print them.
  return new SmallFile(path, readSmallFile(path, new Uint8Array(buffer, byteOffset, size)));
}

/** Fills `target` from the begin of such a file. A link that is in its place by now is not followed. */
export function readSmallFile(path: string, target: Uint8Array): Uint8Array {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY | constants.O_NOFOLLOW;
  const fd = openSync(path, flags);
  try {
    readFully(fd, target, 0, path);
    return target;
  } finally {
    closeSync(fd);
  }
}

/** What was read at once, and belongs to nobody else. */
export class SmallFile implements ByteSource {
  readonly name: string;
  readonly whole: Uint8Array;

  constructor(name: string, whole: Uint8Array) {
    this.name = name;
    this.whole = whole;
  }

  get size(): number {
    return this.whole.length;
  }

  view(offset: number, length: number): Uint8Array {
    const { whole, name } = this;
    assertRange(offset, length, whole.length, name);
    // A Buffer's own methods would make buffers.
    return new Uint8Array(whole.buffer, whole.byteOffset + offset, length);
  }

  readInto(target: Uint8Array, offset: number): void {
    target.set(this.view(offset, target.length));
  }

  close(): void {}
}

function readFully(fd: number, target: Uint8Array, offset: number, name: string): void {
  for (let filled = 0; filled < target.length; ) {
    const count = readSync(fd, target, filled, target.length - filled, offset + filled);
    if (count === 0)
      throw Object.assign(new Error(`${name} became shorter while it was read`), { code: 'EIO' });
    filled += count;
  }
}

function refuseOthers(path: string, stat: Stats): void {
  if (stat.isFile()) return;
  const code = stat.isDirectory() ? 'EISDIR' : 'EINVAL';
  throw Object.assign(new Error(`${path} is not a regular file`), { code, path });
}

class FileSource implements ByteSource {
  readonly name: string;
  readonly size: number;
  #fd: number | undefined;
  readonly #isSparse: boolean;
  /** As large as what was read at once so far: of many a file only the first bytes are looked at. */
  #window = new Uint8Array();
  #windowStart = 0;
  #windowLength = 0;
  #readAhead = leastReadBytes;

  constructor(fd: number, name: string, { size, blocks }: Stats) {
    this.#fd = fd;
    this.name = name;
    this.size = size;
    this.#isSparse = blocks * statBlockBytes < size;
  }

  view(offset: number, length: number): Uint8Array {
    assertRange(offset, length, this.size, this.name);
    if (length > windowBytes) {
      const bytes = new Uint8Array(length);
      this.readInto(bytes, offset);
      return bytes;
    }
    if (offset < this.#windowStart || offset + length > this.#windowStart + this.#windowLength) {
      const isSequential = offset >= this.#windowStart && offset <= this.#windowStart + this.#windowLength;
      this.#readAhead = isSequential ? Math.min(2 * this.#readAhead, windowBytes) : leastReadBytes;
      this.#windowLength = 0;
      const wanted = Math.min(Math.max(this.#readAhead, length), this.size - offset);
      if (wanted > this.#window.length) this.#window = new Uint8Array(wanted);
      this.readInto(this.#window.subarray(0, wanted), offset);
      this.#windowStart = offset;
      this.#windowLength = wanted;
    }
    const start = offset - this.#windowStart;
    return this.#window.subarray(start, start + length);
  }

  readInto(target: Uint8Array, offset: number): void {
    assertRange(offset, target.length, this.size, this.name);
    readFully(this.#fd as number, target, offset, this.name);
  }

  onDisk(): FileOnDisk {
    return { descriptor: this.#fd as number, isSparse: this.#isSparse };
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }
}
