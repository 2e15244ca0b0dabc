/** Writes little-endian fields one after the other into a buffer that is large enough; never grows it. */
export class FieldWriter {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  /** Bytes written so far. */
  length = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u1(value: number): void {
    this.#view.setUint8(this.length, value);
    this.length += 1;
  }

  u2(value: number): void {
    this.#view.setUint16(this.length, value, true);
    this.length += 2;
  }

  u4(value: number): void {
    this.#view.setUint32(this.length, value, true);
    this.length += 4;
  }

  s4(value: number): void {
    this.#view.setInt32(this.length, value, true);
    this.length += 4;
  }

  s1(value: number): void {
    this.u1(value);
  }

  s2(value: number): void {
    this.u2(value);
  }

  s8(value: bigint): void {
    this.u8(value);
  }

  u8(value: bigint): void {
    this.#view.setBigUint64(this.length, value, true);
    this.length += 8;
  }

  /** Exactly `size` bytes: a shorter value is filled up with zeros, a longer one is cut. */
  bytes(value: Uint8Array, size: number): void {
    this.#bytes.fill(0, this.length, this.length + size);
    this.#bytes.set(value.subarray(0, size), this.length);
    this.length += size;
  }
}
