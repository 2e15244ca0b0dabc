/** `src/parse/archive/spool.ts` for a page in a browser: what is unpacked becomes a blob, which the browser keeps where it likes. */
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { archiveDiagnostic } from '../../parse/archive/codes.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { blobSource } from '../blob-source.ts';
import { joined } from './byte-text.ts';

/** Held in memory of the page. */
const heldBytesMax = 8 * 1024 * 1024;

export interface SpoolHandle {
  readonly name: string;
  readonly size: number;
  readonly blob: Blob;
}

export interface SpooledSource extends ByteSource {
  readonly spool: SpoolHandle;
}

export const spooled = (spool: SpoolHandle): SpooledSource => ({
  ...blobSource(spool.blob, spool.name),
  spool,
});

export class Spool {
  readonly #name: string;
  readonly #limit: number;
  #stored: Blob[] = [];
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #size = 0;

  constructor(name: string, limitBytes: number = limits.unpackedBytes) {
    this.#name = name;
    this.#limit = limitBytes;
  }

  /** The first bytes, as many as there are: asked for as soon as there are any. */
  head(length: number): Uint8Array {
    return joined(this.#held).subarray(0, length);
  }

  get size(): number {
    return this.#size;
  }

  /** Throws `archive-too-large` before more than the limit is stored. */
  write(chunk: Uint8Array): void {
    if (this.#size + chunk.length > this.#limit) {
      const message = `${this.#name} unpacks to more than ${Math.floor(this.#limit)} bytes`;
      throw new ImageError(archiveDiagnostic('archive-too-large', message, { file: this.#name }));
    }
    this.#held.push(chunk.slice());
    this.#heldBytes += chunk.length;
    this.#size += chunk.length;
    if (this.#heldBytes >= heldBytesMax) this.#store();
  }

  finish(): SpooledSource {
    this.#store();
    return spooled({ name: this.#name, size: this.#size, blob: new Blob(this.#stored) });
  }

  discard(): void {
    [this.#stored, this.#held, this.#heldBytes] = [[], [], 0];
  }

  #store(): void {
    this.#stored.push(new Blob(this.#held));
    [this.#held, this.#heldBytes] = [[], 0];
  }
}
