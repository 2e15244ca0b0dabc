/**
 * The Kaitai runtime's stream with two changes that records need: 64-bit values are exact, and reading beyond
 * a short header gives zeros, as the restoring kernel sees them, while `size` still tells the true length.
 */
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';

interface StreamInternals {
  pos: number;
  _buffer: ArrayBuffer;
  _dataView: DataView;
}

export class ExactStream extends (KaitaiStream as unknown as new (buffer: ArrayBuffer) => object) {
  readonly #size: number;

  /** Takes over `buffer`; byte fields of the record are views of it. */
  constructor(buffer: ArrayBuffer) {
    super(buffer);
    this.#size = buffer.byteLength;
  }

  get size(): number {
    return this.#size;
  }

  readU8le(): bigint {
    this.ensureBytesLeft(8);
    const internals = this as unknown as StreamInternals;
    const value = internals._dataView.getBigUint64(internals.pos, true);
    internals.pos += 8;
    return value;
  }

  ensureBytesLeft(length: number): void {
    const internals = this as unknown as StreamInternals;
    const needed = internals.pos + length;
    if (needed <= internals._buffer.byteLength) return;
    const grown = new ArrayBuffer(needed);
    new Uint8Array(grown).set(new Uint8Array(internals._buffer));
    internals._buffer = grown;
    internals._dataView = new DataView(grown);
  }
}
