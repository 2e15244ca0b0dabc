/**
 * Reading the wire format of protobuf with the library's reader, field by field instead of whole messages. Says
 * also whether the bytes are those that a writer would have chosen.
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

export { WireType };

const tagBytesMax = 5;

/** Throws where the bytes are not protobuf; `position` is then near the damage. */
export class WireReader {
  readonly bytes: Uint8Array;
  readonly #reader: BinaryReader;
  /** True if a writer would certainly write every value so far in the same bytes. */
  isShortest = true;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#reader = new BinaryReader(bytes);
  }

  get position(): number {
    return this.#reader.pos;
  }

  set position(position: number) {
    this.#reader.pos = position;
  }

  /** The number of a field and the wire type of its value. */
  tag(): [number, WireType] {
    const start = this.position;
    const tag = this.#reader.tag();
    if (this.position - start > tagBytesMax) throw new Error('illegal tag: varint overflows uint32');
    this.#noteLength(start);
    return tag;
  }

  bool(): boolean {
    const start = this.position;
    const value = this.#reader.bool();
    if (this.position - start !== 1 || (this.bytes[start] as number) > 1) this.isShortest = false;
    return value;
  }

  int32(): number {
    const start = this.position;
    const value = this.#reader.int32();
    this.#noteWord(start, value);
    return value;
  }

  uint32(): number {
    const start = this.position;
    const value = this.#reader.uint32();
    this.#noteWord(start, value);
    return value;
  }

  sint32(): number {
    const value = this.uint32();
    return (value >>> 1) ^ -(value & 1);
  }

  uint64(): bigint {
    return this.#wide('uint64');
  }

  int64(): bigint {
    return this.#wide('int64');
  }

  sint64(): bigint {
    return this.#wide('sint64');
  }

  fixed64(): bigint {
    return BigInt(this.#reader.fixed64());
  }

  /** A piece with its length in front; a view, not a copy. */
  delimited(): Uint8Array {
    const start = this.position;
    const piece = this.#reader.bytes();
    if (this.position - start - piece.length !== shortest(piece.length)) this.isShortest = false;
    return piece;
  }

  /** The piece that `delimited` would give, which is still to be read. */
  peekDelimited(): Uint8Array {
    const start = this.position;
    const piece = this.#reader.bytes();
    this.position = start;
    return piece;
  }

  /** The bytes of a value that is not read, with its length if it has one. */
  skip(type: WireType): Uint8Array {
    return this.#reader.skip(type);
  }

  #wide(kind: 'uint64' | 'int64' | 'sint64'): bigint {
    const start = this.position;
    // Strings only where an engine has no bigint.
    const value = BigInt(this.#reader[kind]());
    this.#noteLength(start);
    return value;
  }

  /** Bits beyond the word are dropped in reading; of negative numbers they are not looked at here. */
  #noteWord(start: number, value: number): void {
    const length = this.position - start;
    if (value < 0 || length !== shortest(value) || (length === 5 && (this.bytes[start + 4] as number) > 15)) {
      this.isShortest = false;
    }
  }

  /** A varint that ends with zeros could be shorter; of the tenth byte only one bit counts. */
  #noteLength(start: number): void {
    const length = this.position - start;
    const last = this.bytes[this.position - 1] as number;
    if (length > 1 && (last === 0 || (length === 10 && last > 1))) this.isShortest = false;
  }
}

/** Bytes of a varint of at most 32 bits. */
function shortest(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  return value < 0x1000_0000 ? 4 : 5;
}
