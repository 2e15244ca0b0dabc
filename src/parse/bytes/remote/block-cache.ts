/** Blocks of files on servers, as many as there is room for, of all files together; the least used go first. */

export const blockBytes = 64 * 1024;
const bytesMax = 16 * 1024 * 1024;

export class BlockCache {
  /** By the file, then by the number of the block. */
  readonly #files = new Map<object, Map<number, Uint8Array>>();
  #count = 0;

  get(file: object, block: number): Uint8Array | undefined {
    const blocks = this.#files.get(file);
    const bytes = blocks?.get(block);
    if (blocks === undefined || bytes === undefined) return undefined;
    // A map keeps the order of insertion: what is used again moves to its end.
    blocks.delete(block);
    blocks.set(block, bytes);
    this.#files.delete(file);
    this.#files.set(file, blocks);
    return bytes;
  }

  set(file: object, block: number, bytes: Uint8Array): void {
    const blocks = this.#files.get(file) ?? new Map<number, Uint8Array>();
    this.#files.set(file, blocks);
    if (!blocks.has(block)) this.#count += 1;
    blocks.set(block, bytes);
    while (this.#count * blockBytes > bytesMax) this.#dropOldest();
  }

  drop(file: object): void {
    this.#count -= this.#files.get(file)?.size ?? 0;
    this.#files.delete(file);
  }

  #dropOldest(): void {
    const [[file, blocks] = []] = this.#files;
    const [block] = blocks?.keys() ?? [];
    if (file === undefined || block === undefined) return;
    blocks?.delete(block);
    this.#count -= 1;
    if (blocks?.size === 0) this.#files.delete(file);
  }
}
