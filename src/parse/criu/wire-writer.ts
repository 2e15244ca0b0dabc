/**
 * The wire format of protobuf, written: one growing buffer, in which a value that does not fit its kind is our mistake and
 * throws. What is read of it is in wire.ts.
 */

const firstBytes = 4 * 1024;
/** Room that is kept when all was taken: most messages have some hundred bytes, and a few have millions. */
const keptBytes = 1024 * 1024;
const varintBytesMax = 10;

const wide = new DataView(new ArrayBuffer(8));

export class WireWriter {
  #bytes = new Uint8Array(firstBytes);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written; the view is valid until more is. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Forgets all from there on. */
  cut(length: number): void {
    this.#length = length;
    if (length === 0 && this.#bytes.length > keptBytes) this.#bytes = new Uint8Array(firstBytes);
  }

  /** Room for a word of 32 bits; the result is for `endSized`. */
  beginSized(): number {
    this.#reserve(4);
    this.#length += 4;
    return this.#length;
  }

  /** How long what was written since then is goes before it. */
  endSized(start: number): void {
    const length = this.#length - start;
    const at = start - 4;
    this.#bytes[at] = length;
    this.#bytes[at + 1] = length >>> 8;
    this.#bytes[at + 2] = length >>> 16;
    this.#bytes[at + 3] = length >>> 24;
  }

  /** Room for the length of a piece, which most often is one byte; the result is for `endPiece`. */
  beginPiece(): number {
    this.#reserve(1);
    this.#length += 1;
    return this.#length;
  }

  endPiece(start: number): void {
    const length = this.#length - start;
    if (length < 0x80) {
      this.#bytes[start - 1] = length;
      return;
    }
    this.#reserve(4);
    let more = 1;
    while (length >>> (7 * (more + 1)) !== 0) more += 1;
    this.#bytes.copyWithin(start + more, start, this.#length);
    this.#length = start - 1;
    this.varint(length);
    this.#length += length;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  piece(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  /** A number from 0 to 2^32 - 1; tags and lengths are such. */
  varint(value: number): void {
    if (value !== value >>> 0) throw new RangeError(`${value} is no number of 32 bits`);
    this.#reserve(varintBytesMax);
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#length++] = rest | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  /** The same of 64 bits, by its lower and its upper half. */
  varint64(low: number, high: number): void {
    this.#reserve(varintBytesMax);
    let [rest, upper] = [low >>> 0, high >>> 0];
    while (upper !== 0) {
      this.#bytes[this.#length++] = rest | 0x80;
      rest = ((rest >>> 7) | (upper << 25)) >>> 0;
      upper >>>= 7;
    }
    this.varint(rest);
  }

  /** A number below zero has its sign in all of 64 bits. */
  int32(value: number): void {
    if (value !== (value | 0)) throw new RangeError(`${value} is no number of 32 bits with a sign`);
    if (value < 0) this.varint64(value, -1);
    else this.varint(value);
  }

  sint32(value: number): void {
    if (value !== (value | 0)) throw new RangeError(`${value} is no number of 32 bits with a sign`);
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  uint64(value: bigint): void {
    wide.setBigUint64(0, inRange(BigInt.asUintN(64, value), value), true);
    this.varint64(wide.getUint32(0, true), wide.getUint32(4, true));
  }

  int64(value: bigint): void {
    wide.setBigInt64(0, inRange(BigInt.asIntN(64, value), value), true);
    this.varint64(wide.getUint32(0, true), wide.getUint32(4, true));
  }

  sint64(value: bigint): void {
    inRange(BigInt.asIntN(64, value), value);
    this.uint64(value < 0n ? -2n * value - 1n : 2n * value);
  }

  fixed64(value: bigint): void {
    wide.setBigUint64(0, inRange(BigInt.asUintN(64, value), value), true);
    this.fixed(wide.getUint32(0, true), wide.getUint32(4, true));
  }

  fixed(low: number, high: number): void {
    this.#reserve(8);
    for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.#length++] = low >>> shift;
    for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.#length++] = high >>> shift;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

function inRange(kept: bigint, value: bigint): bigint {
  if (kept !== value) throw new RangeError(`${value} does not fit 64 bits`);
  return kept;
}
