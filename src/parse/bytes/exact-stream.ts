/**
 * The Kaitai runtime's stream with three changes that records need: 64-bit values are exact; reading beyond a
 * short header gives zeros, as the restoring kernel sees them, while `size` still tells the true length; and
 * one stream serves record after record, because a buffer for each would keep the garbage collector busy.
 */
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';
import { allOnes, smallValues } from '../../small-values.ts';

interface StreamInternals {
  pos: number;
  readonly _buffer: ArrayBuffer;
  readonly _dataView: DataView;
}

/** A fixed part is at most 65535 bytes long; no layout reads further than this beyond a shorter one. */
const bufferBytes = 65536 + 4096;

export class ExactStream extends (KaitaiStream as unknown as new (buffer: ArrayBuffer) => object) {
  readonly #bytes: Uint8Array;
  #size = 0;
  #used = 0;

  constructor() {
    super(new ArrayBuffer(bufferBytes));
    this.#bytes = new Uint8Array((this as unknown as StreamInternals)._buffer);
  }

  /** Makes `bytes` what is read next; they are copied. */
  load(bytes: Uint8Array): this {
    this.#bytes.fill(0, 0, this.#used);
    this.#bytes.set(bytes);
    this.#size = bytes.length;
    this.#used = bytes.length;
    (this as unknown as StreamInternals).pos = 0;
    return this;
  }

  /** Bytes read so far, those beyond the end included. */
  get position(): number {
    return (this as unknown as StreamInternals).pos;
  }

  get size(): number {
    return this.#size;
  }

  readU8le(): bigint {
    const internals = this as unknown as StreamInternals;
    const { pos, _dataView: view } = internals;
    internals.pos += 8;
    const low = view.getUint32(pos, true);
    const high = view.getUint32(pos + 4, true);
    // Most are small or all ones: these are the same objects each time.
    if (high === 0 && low < smallValues.length) return smallValues[low] as bigint;
    return low === 0xffffffff && high === 0xffffffff ? allOnes : view.getBigUint64(pos, true);
  }

  readS8le(): bigint {
    return BigInt.asIntN(64, this.readU8le());
  }

  /** A copy: the buffer is used again for the next record. */
  readBytes(length: number): Uint8Array {
    const internals = this as unknown as StreamInternals;
    internals.pos += length;
    return this.#bytes.slice(internals.pos - length, internals.pos);
  }

  ensureBytesLeft(): void {}
}
