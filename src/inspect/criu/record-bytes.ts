/** Where a record of a CRIU image lies, from its number in the index: sizes are read from the image, not kept. */
import type { LaidFile } from '../../model/from-criu/image-source.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type MessageLayout, messageLayouts } from '../../parse/criu/index.ts';
import type { Span } from '../family.ts';
import type { RecordIndex } from '../record-index.ts';
import type { GroupedLayout, Section } from './layout.ts';
import { depths } from './walk.ts';

const wordBytes = 4;

export class RecordBytes {
  readonly #source: ByteSource;
  readonly #index: RecordIndex;
  readonly layout: GroupedLayout;
  /** Numbers of the records of files and of sections, as far as the index goes. */
  readonly #files: number[] = [];
  readonly #sections: number[] = [];
  #seen = 0;
  readonly #numbers: ReadonlyMap<LaidFile, number>;

  constructor(source: ByteSource, index: RecordIndex, layout: GroupedLayout) {
    this.#source = source;
    this.#index = index;
    this.layout = layout;
    this.#numbers = new Map(layout.files.map((file, number) => [file, number]));
  }

  /** The file that a record is, or lies in. Of a section, its first. */
  file(record: number): LaidFile {
    this.#catchUp();
    const number = lastUpTo(this.#files, record) + (this.#index.depth(record) === depths.section ? 1 : 0);
    return this.layout.files[Math.max(0, number)] as LaidFile;
  }

  section(record: number): Section {
    this.#catchUp();
    return this.layout.sections[lastUpTo(this.#sections, record)] as Section;
  }

  /** Number of the record of a file; -1 while the walk has not come so far. */
  recordOf(file: LaidFile): number {
    this.#catchUp();
    return this.#files[this.#numbers.get(file) ?? -1] ?? -1;
  }

  /** How many files are indexed. */
  get fileCount(): number {
    this.#catchUp();
    return this.#files.length;
  }

  #catchUp(): void {
    for (; this.#seen < this.#index.length; this.#seen++) {
      const depth = this.#index.depth(this.#seen);
      if (depth === depths.file) this.#files.push(this.#seen);
      else if (depth === depths.section) this.#sections.push(this.#seen);
    }
  }

  /** The layout of a message, of what is one. */
  message(record: number): MessageLayout | undefined {
    return this.#index.depth(record) < depths.entry
      ? undefined
      : messageLayouts().get(this.#index.kind(record));
  }

  /** Whether a size word stands in front: messages inside of messages have a tag. */
  isSized(record: number): boolean {
    return this.#index.depth(record) === depths.entry || this.#index.kind(record) === 'ipc_msg';
  }

  /** The content of a message, behind its size word or tag. */
  content(record: number): Span {
    const offset = this.#index.offset(record);
    const { base, size } = this.file(record);
    const left = base + size - offset;
    if (this.isSized(record)) {
      const length = left < wordBytes ? 0 : this.#word(offset);
      return { offset: offset + wordBytes, length: Math.max(0, Math.min(length, left - wordBytes)) };
    }
    const head = this.#source.view(offset, Math.min(left, 2 * varintMax));
    const tag = varint(head, 0);
    const length = varint(head, tag.end);
    return { offset: offset + length.end, length: Math.max(0, Math.min(length.value, left - length.end)) };
  }

  /** The number of the field that a message inside of another is. */
  fieldNumber(record: number): number {
    const offset = this.#index.offset(record);
    const { base, size } = this.file(record);
    return varint(this.#source.view(offset, Math.min(base + size - offset, varintMax)), 0).value >>> 3;
  }

  /** The record itself: its magic numbers, its message, its bytes. */
  own(record: number): Span {
    const offset = this.#index.offset(record);
    if (this.message(record) === undefined) {
      const depth = this.#index.depth(record);
      if (depth === depths.section) return { offset, length: 0 };
      return {
        offset,
        length: this.#untilNext(record, depth === depths.file ? record + 1 : this.#index.end(record)),
      };
    }
    const content = this.content(record);
    return { offset, length: content.offset + content.length - offset };
  }

  /** The record with all that lies in it and follows it. */
  extent(record: number): number {
    const depth = this.#index.depth(record);
    if (depth === depths.file) return this.file(record).size;
    if (depth === depths.section) {
      const { first, end } = this.section(record);
      return this.layout.files.slice(first, end).reduce((sum, { size }) => sum + size, 0);
    }
    return this.isSized(record) ? this.#untilNext(record, this.#index.end(record)) : this.own(record).length;
  }

  #untilNext(record: number, next: number): number {
    const { base, size } = this.file(record);
    const end = next < this.#index.length ? Math.min(this.#index.offset(next), base + size) : base + size;
    return Math.max(0, end - this.#index.offset(record));
  }

  #word(offset: number): number {
    const bytes = this.#source.view(offset, wordBytes);
    return new DataView(bytes.buffer, bytes.byteOffset, wordBytes).getUint32(0, true);
  }
}

const varintMax = 10;

function varint(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let at = from;
  for (let scale = 1; at < bytes.length && at - from < varintMax; scale *= 128) {
    const byte = bytes[at++] as number;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
  }
  return { value, end: at };
}

/** Place of the last number that is not larger; -1 for none. */
function lastUpTo(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
