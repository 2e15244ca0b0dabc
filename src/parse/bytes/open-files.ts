/** Many files of which only a few are open at once: an image directory may have more than a process may open. */
import type { ByteSource, FileOnDisk } from './byte-source.ts';

const openMax = 16;

export class OpenFiles<Key> {
  readonly #open: (key: Key) => ByteSource;
  /** In the order in which they were opened. */
  readonly #sources = new Map<Key, ByteSource>();

  /** `open` throws what the system call does. */
  constructor(open: (key: Key) => ByteSource) {
    this.#open = open;
  }

  /** The open file, valid until others are asked for: opened now unless it is open still. */
  get(key: Key): ByteSource {
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const [oldest] = this.#sources.keys();
    if (oldest !== undefined && this.#sources.size >= openMax) {
      this.#sources.get(oldest)?.close();
      this.#sources.delete(oldest);
    }
    const source = this.#open(key);
    this.#sources.set(key, source);
    return source;
  }

  /** A source that is opened again whenever it is read from and was closed in between. */
  lasting(key: Key, size: number): ByteSource {
    const { name, onDisk } = this.get(key);
    return {
      name,
      size,
      ...(onDisk !== undefined && { onDisk: () => this.#onDisk(key) }),
      view: (offset, length) => this.get(key).view(offset, length),
      readInto: (target, offset) => this.get(key).readInto(target, offset),
      close() {},
    };
  }

  #onDisk(key: Key): FileOnDisk {
    const file = this.get(key).onDisk?.();
    if (file === undefined) throw new Error('a file on the disk is opened again as something else');
    return file;
  }

  close(): void {
    for (const source of this.#sources.values()) source.close();
    this.#sources.clear();
  }
}
