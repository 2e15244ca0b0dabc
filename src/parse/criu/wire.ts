/**
 * Reading the wire format of protobuf field by field instead of whole messages, without an object for what is read:
 * an image of many tasks has millions of fields. Says also whether the bytes are those that a writer would have chosen.
 */

/** protobuf encoding, "Message Structure": how long the value of a field is. Our own names of them, for users of the library. */
export const WireType = {
  Varint: 0,
  Bit64: 1,
  LengthDelimited: 2,
  StartGroup: 3,
  EndGroup: 4,
  Bit32: 5,
} as const;
export type WireType = (typeof WireType)[keyof typeof WireType];

// protobuf encoding, "Base 128 Varints": at most ten bytes, of which a tag uses 32 bits.
const varintBytesMax = 10;
const tagBytesMax = 5;

const smallValues = Array.from({ length: 256 }, (_, value) => BigInt(value));
const word = new DataView(new ArrayBuffer(8));

/** Throws where the bytes are not protobuf; `position` is then near the damage. */
export class WireReader {
  /** Others may be given to a reader that is used again. */
  bytes: Uint8Array;
  position = 0;
  /** True if a writer would certainly write every value so far in the same bytes. */
  isShortest = true;
  /** The last varint: its lower and its upper 32 bits. */
  #low = 0;
  #high = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The number of a field times eight, and the wire type of its value. */
  tag(): number {
    const start = this.position;
    this.#varint();
    const tag = this.#low;
    if (this.position - start > tagBytesMax || this.#high !== 0) {
      throw new Error('illegal tag: varint overflows uint32');
    }
    const number = tag >>> 3;
    const wireType = tag & 7;
    if (number === 0 || wireType > WireType.Bit32) {
      throw new Error(`illegal tag: field no ${number} wire type ${wireType}`);
    }
    return tag;
  }

  /** Reads that tag, if it is the next one and a short one. */
  takes(tag: number): boolean {
    const { bytes, position } = this;
    if (tag < 0x80) {
      if (bytes[position] !== tag) return false;
      this.position = position + 1;
      return true;
    }
    if (tag >= 0x4000 || bytes[position] !== (tag & 0x7f) + 0x80 || bytes[position + 1] !== tag >>> 7)
      return false;
    this.position = position + 2;
    return true;
  }

  bool(): boolean {
    const start = this.position;
    this.#varint();
    if (this.position - start !== 1 || this.#low > 1) this.isShortest = false;
    return this.#low !== 0 || this.#high !== 0;
  }

  /** A writer has the sign in all of ten bytes. */
  int32(): number {
    this.#varint();
    const value = this.#low | 0;
    if (this.#high !== (value < 0 ? 0xffff_ffff : 0)) this.isShortest = false;
    return value;
  }

  /** Bits beyond the word are dropped. */
  uint32(): number {
    this.#varint();
    if (this.#high !== 0) this.isShortest = false;
    return this.#low;
  }

  sint32(): number {
    const value = this.uint32();
    return (value >>> 1) ^ -(value & 1);
  }

  uint64(): bigint {
    this.#varint();
    return unsignedOf(this.#low, this.#high);
  }

  int64(): bigint {
    this.#varint();
    return BigInt.asIntN(64, unsignedOf(this.#low, this.#high));
  }

  sint64(): bigint {
    const value = this.uint64();
    return (value & 1n) === 0n ? value >> 1n : -(value >> 1n) - 1n;
  }

  fixed64(): bigint {
    const at = this.position;
    this.#advance(8);
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    return view.getBigUint64(at, true);
  }

  /** A piece with its length in front; a view, not a copy. */
  delimited(): Uint8Array {
    const length = this.uint32();
    const start = this.position;
    this.#advance(length);
    return this.bytes.subarray(start, start + length);
  }

  /** The piece that `delimited` would give, which is still to be read. */
  peekDelimited(): Uint8Array {
    const { position, isShortest } = this;
    const piece = this.delimited();
    this.position = position;
    this.isShortest = isShortest;
    return piece;
  }

  /** Whether these bytes stand at the position. */
  isNext(piece: Uint8Array): boolean {
    const { bytes, position } = this;
    for (let index = 0; index < piece.length; index++) {
      if (piece[index] !== bytes[position + index]) return false;
    }
    return true;
  }

  /** The bytes of a value that is not read, with its length if it has one. */
  skip(type: WireType): Uint8Array {
    const start = this.position;
    const { isShortest } = this;
    this.pass(type);
    this.isShortest = isShortest;
    return this.bytes.subarray(start, this.position);
  }

  /** Goes on behind a value. */
  pass(type: WireType): void {
    if (type === WireType.Varint) this.#varint();
    else if (type === WireType.Bit64) this.#advance(8);
    else if (type === WireType.Bit32) this.#advance(4);
    else if (type === WireType.LengthDelimited) this.#advance(this.uint32());
    else throw new Error(`cant skip wire type ${type}`);
  }

  #advance(length: number): void {
    this.position += length;
    if (this.position > this.bytes.length) throw new RangeError('premature EOF');
  }

  #varint(): void {
    const { bytes } = this;
    let at = this.position;
    let byte = bytes[at++] as number;
    this.#high = 0;
    if (byte < 0x80) {
      this.#low = byte;
      this.position = at;
      return;
    }
    let low = 0;
    let high = 0;
    const end = Math.min(bytes.length, this.position + varintBytesMax);
    for (let shift = 0; at <= end; shift += 7) {
      const bits = byte & 0x7f;
      if (shift < 32) low |= bits << shift;
      // The fifth byte has bits of both words.
      if (shift === 28) high = bits >>> 4;
      else if (shift > 28) high |= bits << (shift - 32);
      if (byte < 0x80) {
        this.#low = low >>> 0;
        this.#high = high >>> 0;
        this.position = at;
        // One that ends with zeros could be shorter; of the tenth byte only one bit counts.
        if (byte === 0 || (shift === 63 && byte > 1)) this.isShortest = false;
        return;
      }
      byte = bytes[at++] as number;
    }
    if (this.position + varintBytesMax <= bytes.length) throw new Error('invalid varint');
    this.position = bytes.length;
    throw new RangeError('premature EOF');
  }
}

function unsignedOf(low: number, high: number): bigint {
  if (high === 0 && low < smallValues.length) return smallValues[low] as bigint;
  word.setUint32(0, low, true);
  word.setUint32(4, high, true);
  return word.getBigUint64(0, true);
}
