/**
 * Takes a stream of unknown length and makes it readable at any offset: in memory while it is small, then
 * in a temporary file that has no name, so that nothing is left behind however the program ends.
 */
import { closeSync, openSync, readSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { archiveDiagnostic } from './codes.ts';
import { windowedSource } from './windowed-source.ts';

/**
 * What allocators of C are given back in large pieces they keep for more of that size, in each thread: 200 archives
 * whose spools were up to 16 MiB took 35 MiB more memory than with this, and as much time.
 */
const memoryLimitBytes = 1024 * 1024;
/** What all spools of a thread hold in memory: an archive may hold many that are packed. */
const memoryOfAllBytes = 8 * 1024 * 1024;
let held = 0;

/** Of the free space for temporary files, the part that one archive may take. */
const freeShare = 0.9;

/** What a spool holds, in a form that another thread of the program can be given. */
export interface SpoolHandle {
  readonly name: string;
  readonly size: number;
  /** Of the file, open as long as its source is; absent when the bytes are in memory. */
  readonly fd?: number;
  readonly bytes?: Uint8Array;
}

export interface SpooledSource extends ByteSource {
  readonly spool: SpoolHandle;
}

/** The bytes of a spool of another thread, which closes it. */
export function spooled(spool: SpoolHandle): SpooledSource {
  const { name, size, fd, bytes } = spool;
  if (bytes !== undefined) return { ...memorySource(bytes, name), spool };
  const readInto = (target: Uint8Array, offset: number) => readFully(fd as number, target, offset);
  return { ...windowedSource({ name, size, readInto, close() {} }), spool };
}

export class Spool {
  readonly #name: string;
  readonly #tooLarge: (bytes: number) => Error;
  #limit: number;
  #pieces: Uint8Array[] = [];
  #size = 0;
  #fd: number | undefined;

  /** `tooLarge` is what more than so many bytes are: without it, an archive that unpacks to too much. */
  constructor(
    name: string,
    limitBytes: number = limits.unpackedBytes,
    tooLarge: (bytes: number) => Error = unpacksTo(name),
  ) {
    this.#name = name;
    this.#limit = limitBytes;
    this.#tooLarge = tooLarge;
  }

  /** The first bytes, as many as there are. */
  head(length: number): Uint8Array {
    if (this.#fd === undefined) return Buffer.concat(this.#pieces, Math.min(length, this.#size));
    const bytes = new Uint8Array(Math.min(length, this.#size));
    readFully(this.#fd, bytes, 0);
    return bytes;
  }

  get size(): number {
    return this.#size;
  }

  /** Appends a copy of `chunk`. Throws what `tooLarge` makes before more than the limit is stored. */
  write(chunk: Uint8Array): void {
    const isLarge = this.#size + chunk.length > memoryLimitBytes || held + chunk.length > memoryOfAllBytes;
    if (this.#fd === undefined && isLarge) this.#moveToFile();
    if (this.#size + chunk.length > this.#limit) throw this.#tooLarge(Math.floor(this.#limit));
    if (this.#fd === undefined) {
      this.#pieces.push(chunk.slice());
      held += chunk.length;
    } else writeFully(this.#fd, chunk);
    this.#size += chunk.length;
  }

  /** Replaces bytes that were written before. */
  patch(at: number, bytes: Uint8Array): void {
    if (this.#fd !== undefined) {
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#fd, bytes, done, bytes.length - done, at + done);
      return;
    }
    let start = 0;
    for (const piece of this.#pieces) {
      const from = Math.max(at, start);
      const to = Math.min(at + bytes.length, start + piece.length);
      if (from < to) piece.set(bytes.subarray(from - at, to - at), from - start);
      start += piece.length;
    }
  }

  /** What was written, from now on read-only; closing it frees the space. */
  finish(): SpooledSource {
    const fd = this.#fd;
    if (fd !== undefined) {
      let isOpen = true;
      const close = () => {
        if (isOpen) closeSync(fd);
        isOpen = false;
      };
      return { ...spooled({ name: this.#name, size: this.#size, fd }), close };
    }
    const [only] = this.#pieces;
    const bytes = only !== undefined && this.#pieces.length === 1 ? only : Buffer.concat(this.#pieces);
    this.#pieces = [];
    let isHeld = true;
    const close = () => {
      if (isHeld) held -= bytes.length;
      isHeld = false;
    };
    const spool = { name: this.#name, size: bytes.length, bytes };
    return { ...memorySource(bytes, this.#name), spool, close };
  }

  /** Frees the space without reading. */
  discard(): void {
    this.#forgetPieces();
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  #forgetPieces(): void {
    for (const { length } of this.#pieces) held -= length;
    this.#pieces = [];
  }

  #moveToFile(): void {
    const { bavail, bsize } = statfsSync(tmpdir());
    const room = bavail * bsize * freeShare;
    const path = join(tmpdir(), `spool-${crypto.randomUUID()}`);
    this.#fd = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    for (const piece of this.#pieces) writeFully(this.#fd, piece);
    this.#forgetPieces();
    // A bomb must not fill the disk of others.
    this.#limit = Math.min(this.#limit, room);
  }
}

const unpacksTo = (file: string) => (bytes: number) =>
  new ImageError(
    archiveDiagnostic('archive-too-large', `${file} unpacks to more than ${bytes} bytes`, { file }),
  );

function writeFully(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done);
}

function readFully(fd: number, target: Uint8Array, offset: number): void {
  for (let done = 0; done < target.length; ) {
    const count = readSync(fd, target, done, target.length - done, offset + done);
    if (count === 0) throw Object.assign(new Error('a temporary file became shorter'), { code: 'EIO' });
    done += count;
  }
}
