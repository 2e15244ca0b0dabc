/**
 * Bounded random reads from a file or from memory. Synchronous: a converter does nothing else meanwhile,
 * and one read system call costs less than a turn of the event loop.
 */
export interface ByteSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** It lies on a server, and what is read of it is fetched: nobody reads it whole only to check something. */
  readonly isElsewhere?: boolean;
  /** All of it, where it lies in memory that nobody changes: what is made of it may refer to it. */
  readonly whole?: Uint8Array;
  /** Of bytes that are read again: whether their reader found nothing to be said of them. What that means is the reader's. */
  isSound?: boolean;
  /**
   * The bytes `[offset, offset + length)`; the view is valid until the next call. The range must lie inside
   * the source: callers check it against `size` and report their own diagnostic.
   */
  view(offset: number, length: number): Uint8Array;
  /** Fills `target` from `offset`, for bulk copies. Same precondition. */
  readInto(target: Uint8Array, offset: number): void;
  /** The open file that the source is all of, for copies that the kernel can make; valid until the next call. */
  onDisk?(): FileOnDisk;
  /** Once is enough, and more does no harm. */
  close(): void;
}

export interface FileOnDisk {
  readonly descriptor: number;
  /** It has holes: it takes less room on the disk than its size. */
  readonly isSparse: boolean;
}

export function memorySource(given: Uint8Array, name = 'memory'): ByteSource {
  // A Buffer's slice() is no copy, and whoever changes one would change the image.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  return {
    name,
    size: bytes.length,
    view(offset, length) {
      assertRange(offset, length, bytes.length, name);
      return bytes.subarray(offset, offset + length);
    },
    readInto(target, offset) {
      assertRange(offset, target.length, bytes.length, name);
      target.set(bytes.subarray(offset, offset + target.length));
    },
    close() {},
  };
}

/** Throws a RangeError: whoever reads checks the range first, and says what is wrong in words of the format. */
export function assertRange(offset: number, length: number, size: number, name: string): void {
  if (!(offset >= 0 && length >= 0 && offset + length <= size)) {
    throw new RangeError(`read of ${length} bytes at ${offset} outside ${name} (${size} bytes)`);
  }
}

/** The same bytes for somebody who closes them: the lender goes on. */
export const lent = (source: ByteSource, name = source.name): ByteSource => ({
  name,
  size: source.size,
  close() {},
  view: (offset, length) => source.view(offset, length),
  readInto: (target, offset) => source.readInto(target, offset),
});
