/** What is a copy of something whole that stays open is not copied on the way: whoever reads it reads the original. */
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { SpoolSink } from './spool-sink.ts';

/** Smaller copies cost little, and the originals of very many would have to be opened again and again. */
const leastBytes = 1024 * 1024;

export class BorrowingSink implements ByteSink {
  readonly #name: string;
  readonly #limitBytes: number;
  #whole: ByteSource | undefined;
  #spooled: SpoolSink | undefined;

  constructor(name: string, limitBytes: number) {
    this.#name = name;
    this.#limitBytes = limitBytes;
  }

  get position(): number {
    return this.#whole?.size ?? this.#spooled?.position ?? 0;
  }

  write(bytes: Uint8Array): void {
    this.#own().write(bytes);
  }

  copy(source: ByteSource, offset: number, length: number): void {
    const isWhole = this.position === 0 && length === source.size && length >= leastBytes;
    if (isWhole) this.#whole = source;
    else this.#own().copy(source, offset, length);
  }

  patch(at: number, bytes: Uint8Array): void {
    this.#own().patch(at, bytes);
  }

  /** From now on read-only. What was borrowed is valid as long as its lender, and closing it does nothing. */
  finish(): ByteSource {
    if (this.#whole === undefined) return this.#own().finish();
    const { name, size, view, readInto } = this.#whole;
    const lender = this.#whole;
    return { name, size, view: view.bind(lender), readInto: readInto.bind(lender), close() {} };
  }

  /** A file of its own, with what was only borrowed until now. */
  #own(): SpoolSink {
    this.#spooled ??= new SpoolSink(this.#name, this.#limitBytes);
    if (this.#whole !== undefined) {
      const whole = this.#whole;
      this.#whole = undefined;
      this.#spooled.copy(whole, 0, whole.size);
    }
    return this.#spooled;
  }
}
