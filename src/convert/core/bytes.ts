/** Little-endian words one after the other, as the structs of core files have them: a buffer that grows. */

/** 4 for programs of 32 bits, 8 for those of 64: a `long` of the process. */
export type WordBytes = 4 | 8;

export class StructWriter {
  readonly #word: WordBytes;
  #view = new DataView(new ArrayBuffer(4096));
  length = 0;

  constructor(word: WordBytes) {
    this.#word = word;
  }

  u8(value: number): this {
    this.#room(1).setUint8(this.length, value);
    this.length += 1;
    return this;
  }

  u16(value: number): this {
    this.#room(2).setUint16(this.length, value, true);
    this.length += 2;
    return this;
  }

  u32(value: number): this {
    this.#room(4).setUint32(this.length, value, true);
    this.length += 4;
    return this;
  }

  u64(value: bigint): this {
    this.#room(8).setBigUint64(this.length, BigInt.asUintN(64, value), true);
    this.length += 8;
    return this;
  }

  /** A `long`. */
  word(value: bigint | number): this {
    return this.#word === 8 ? this.u64(BigInt(value)) : this.u32(Number(BigInt.asUintN(32, BigInt(value))));
  }

  bytes(bytes: Uint8Array): this {
    this.#room(bytes.length);
    new Uint8Array(this.#view.buffer).set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  /** At most `size` bytes of UTF-8, the rest zeros; the last one always is. */
  text(text: string, size: number): this {
    const bytes = new TextEncoder().encode(text).subarray(0, size - 1);
    return this.bytes(bytes).zeros(size - bytes.length);
  }

  zeros(count: number): this {
    this.#room(count);
    this.length += count;
    return this;
  }

  align(unit: number): this {
    return this.zeros((unit - (this.length % unit)) % unit);
  }

  result(): Uint8Array {
    return new Uint8Array(this.#view.buffer, 0, this.length);
  }

  #room(count: number): DataView {
    if (this.length + count > this.#view.byteLength) {
      const grown = new Uint8Array(Math.max(this.length + count, this.#view.byteLength * 2));
      grown.set(new Uint8Array(this.#view.buffer, 0, this.length));
      this.#view = new DataView(grown.buffer);
    }
    return this.#view;
  }
}
