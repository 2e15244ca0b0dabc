/** `src/parse/bytes/hash.ts` for a page in a browser, whose own SHA-256 takes no pieces and cannot be waited for (FIPS 180-4). */
import { hexText } from './byte-text.ts';

const blockBytes = 64;
const rounds = 64;

/** The first 32 bits of the fractional part of a root, exact: of whole numbers scaled by 2^64 and 2^96. */
function fraction(prime: number, isCube: boolean): number {
  const root = isCube ? Math.cbrt(prime) : Math.sqrt(prime);
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}

const constants = Int32Array.from(primes(rounds), (prime) => fraction(prime, true));
const start = Int32Array.from(primes(8), (prime) => fraction(prime, false));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

export class Sha256 {
  readonly #state = start.slice();
  readonly #words = new Int32Array(rounds);
  readonly #block = new Uint8Array(blockBytes);
  #filled = 0;
  #bytes = 0;

  update(bytes: Uint8Array): this {
    this.#bytes += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + blockBytes - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === blockBytes) this.#mix();
    }
    return this;
  }

  digest(): Uint8Array {
    const bytes = this.#bytes;
    const padding = new Uint8Array(blockBytes - ((bytes + 8) % blockBytes));
    padding[0] = 0x80;
    const length = new DataView(new ArrayBuffer(8));
    length.setBigUint64(0, 8n * BigInt(bytes));
    this.update(padding).update(new Uint8Array(length.buffer));
    const digest = new DataView(new ArrayBuffer(32));
    for (const [index, word] of this.#state.entries()) digest.setInt32(4 * index, word);
    return new Uint8Array(digest.buffer);
  }

  hex(): string {
    return hexText(this.digest());
  }

  #mix(): void {
    const words = this.#words;
    const view = new DataView(this.#block.buffer);
    for (let index = 0; index < 16; index++) words[index] = view.getInt32(4 * index);
    for (let index = 16; index < rounds; index++) {
      const [two, fifteen] = [words[index - 2] as number, words[index - 15] as number];
      const low = turned(fifteen, 7) ^ turned(fifteen, 18) ^ (fifteen >>> 3);
      const high = turned(two, 17) ^ turned(two, 19) ^ (two >>> 10);
      words[index] = (words[index - 16] as number) + low + (words[index - 7] as number) + high;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = this.#state;
    for (let index = 0; index < rounds; index++) {
      const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const chosen = (e & f) ^ (~e & g);
      const first = (h + high + chosen + (constants[index] as number) + (words[index] as number)) | 0;
      const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries())
      this.#state[index] = (this.#state[index] as number) + word;
    this.#filled = 0;
  }
}
