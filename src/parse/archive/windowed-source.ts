/**
 * A byte source over anything that can be read at an offset: a member of an archive, an unlinked file. Has a
 * window of its own, so that views of two members do not disturb each other.
 */
import type { ByteSource } from '../bytes/byte-source.ts';

/** Small: an image directory has some hundred members, though few are open at once. */
const windowBytes = 64 * 1024;

export interface RandomAccess {
  readonly name: string;
  readonly size: number;
  readInto(target: Uint8Array, offset: number): void;
  close(): void;
}

export function windowedSource({ name, size, readInto, close }: RandomAccess): ByteSource {
  let held: Uint8Array = new Uint8Array(0);
  let heldStart = 0;
  const check = (offset: number, length: number): void => {
    if (!(offset >= 0 && length >= 0 && offset + length <= size)) {
      throw new RangeError(`read of ${length} bytes at ${offset} outside ${name} (${size} bytes)`);
    }
  };
  return {
    name,
    size,
    view(offset, length) {
      check(offset, length);
      if (offset < heldStart || offset + length > heldStart + held.length) {
        const window = new Uint8Array(Math.min(Math.max(windowBytes, length), size - offset));
        readInto(window, offset);
        held = window;
        heldStart = offset;
      }
      return held.subarray(offset - heldStart, offset - heldStart + length);
    },
    readInto(target, offset) {
      check(offset, target.length);
      readInto(target, offset);
    },
    close,
  };
}

/** The bytes `[offset, offset + size)` of another source, which stays open. */
export function rangeSource(base: ByteSource, offset: number, size: number, name: string): ByteSource {
  return windowedSource({
    name,
    size,
    readInto: (target, at) => base.readInto(target, offset + at),
    close() {},
  });
}
