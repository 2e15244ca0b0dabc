/** SHA-256 in pieces, of Node.js; a page in a browser has `src/browser/seams/hash.ts` in its place. */
import { nodeModule } from '../../node-module.ts';

export class Sha256 {
  readonly #hash = nodeModule('node:crypto').createHash('sha256');

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes);
    return this;
  }

  /** Ends it: 32 bytes. */
  digest(): Uint8Array {
    return this.#hash.digest();
  }

  /** Ends it: 64 hexadecimal digits. */
  hex(): string {
    return this.#hash.digest('hex');
  }
}
