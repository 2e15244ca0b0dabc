/**
 * A pagemap and its pages, written side by side. Runs that follow each other are joined. The number of pages stands
 * where CRIU 4.2 writes it (criu/page-xfer.c); the way to an older release moves it to the field that all read.
 */

import { fileName } from '../../../parse/criu/index.ts';
import type { Conversion } from './context.ts';
import { type ImageWriter, type OutputFile, openImage } from './output.ts';
import { message } from './record.ts';
import type { ContentPatch } from './repairs/signal-frames.ts';

const pageBytes = 4096n;
/** PE_PRESENT: the data is in the pages file. */
const present = 4;
/** CRIU reads a run at once. */
const runPagesMax = 1n << 20n;
const zeroPages = new Uint8Array(64 * 4096);

export class PageWriter {
  readonly #conversion: Pick<Conversion, 'source'>;
  readonly #map: ImageWriter;
  readonly #pages: OutputFile;
  #start = 0n;
  #count = 0n;

  constructor(conversion: Conversion, type: 'PAGEMAP' | 'SHMEM_PAGEMAP', id: number) {
    const { output, numbers } = conversion;
    const pages_id = numbers.next('pages');
    this.#conversion = conversion;
    this.#map = openImage(output, type, id);
    this.#map.write(message('pagemap_head', { pages_id }));
    this.#pages = output.create(fileName('PAGES', pages_id));
  }

  /** Bytes of the source, with some of them replaced. */
  copy(at: bigint, pages: bigint, offset: number, patches: readonly ContentPatch[]): void {
    this.#extend(at, pages);
    const start = this.#pages.position;
    this.#pages.copy(this.#conversion.source, offset, Number(pages * pageBytes));
    for (const patch of patches) this.#pages.patch(start + patch.at, patch.bytes);
  }

  /** Whole pages. */
  bytes(at: bigint, bytes: Uint8Array): void {
    this.#extend(at, BigInt(bytes.length) / pageBytes);
    this.#pages.write(bytes);
  }

  zeros(at: bigint, pages: bigint): void {
    this.#extend(at, pages);
    for (let left = Number(pages * pageBytes); left > 0; left -= zeroPages.length) {
      this.#pages.write(left < zeroPages.length ? zeroPages.subarray(0, left) : zeroPages);
    }
  }

  close(): void {
    this.#flush();
    this.#map.close();
    this.#pages.close();
  }

  #extend(at: bigint, pages: bigint): void {
    if (this.#count > 0n && at !== this.#start + this.#count * pageBytes) this.#flush();
    if (this.#count === 0n) this.#start = at;
    this.#count += pages;
    while (this.#count > runPagesMax) this.#write(runPagesMax);
  }

  #flush(): void {
    if (this.#count > 0n) this.#write(this.#count);
  }

  #write(count: bigint): void {
    const fields = { vaddr: this.#start, compat_nr_pages: 0, flags: present, nr_pages: count };
    // Many of them, and all numbers fit: made directly.
    this.#map.write({ kind: 'message', offset: 0, length: 0, message: 'pagemap_entry', fields });
    this.#start += count * pageBytes;
    this.#count -= count;
  }
}
