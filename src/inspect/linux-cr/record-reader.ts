/** One record of a stream, decoded when it is looked at, and where shared objects are announced. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../parse/bytes/exact-stream.ts';
import { type ImageContext, isOldFraming, treeEntryBytes } from '../../parse/linux-cr/context.ts';
import type { ReadContext } from '../../parse/linux-cr/decode.ts';
import { raw } from '../../parse/linux-cr/decode.ts';
import { readRecordAt } from '../../parse/linux-cr/read.ts';
import { oldHeaderAt, readOldRecord } from '../../parse/linux-cr/read-old.ts';
import type { AnyRecord } from '../../parse/linux-cr/record.ts';
import type { LinuxCrIndex } from './record-index.ts';

/** Decoded records that are kept: those on a screen are asked for again with every key. */
const keptMax = 512;

export class RecordReader {
  readonly context: ImageContext;
  readonly #read: ReadContext;
  readonly #index: LinuxCrIndex;
  readonly #kept = new Map<number, AnyRecord>();
  /** Object number → record that announces it; as far as the index goes. */
  readonly #announced = new Map<number, number>();
  #announcedTo = 0;

  constructor(source: ByteSource, context: ImageContext, index: LinuxCrIndex) {
    this.context = context;
    this.#index = index;
    this.#read = { source, context, report: () => {}, stream: new ExactStream() };
  }

  /** By the number that the index gave it. */
  record(number: number): AnyRecord {
    const kept = this.#kept.get(number);
    if (kept) return kept;
    const record = this.#recordAt(number);
    if (this.#kept.size >= keptMax) this.#kept.clear();
    this.#kept.set(number, record);
    return record;
  }

  #recordAt(number: number): AnyRecord {
    const offset = this.#index.offset(number);
    if (this.#index.kind(number) === 'raw') return raw(offset, this.#end(number) - offset);
    if (!isOldFraming(this.context)) return readRecordAt(this.#read, offset);
    const header = oldHeaderAt(this.#read.source, offset);
    return header === undefined
      ? raw(offset, this.#end(number) - offset)
      : readOldRecord(this.#read, offset, header);
  }

  #end(number: number): number {
    return number + 1 < this.#index.length ? this.#index.offset(number + 1) : this.#read.source.size;
  }

  /** Bytes of a record and of all that hangs below it. */
  extent(number: number): number {
    const end = this.#index.end(number);
    const last = end < this.#index.length ? this.#index.offset(end) : this.#read.source.size;
    return last - this.#index.offset(number);
  }

  /** The record that announces an object; undefined for none, or while the walk has not come there. */
  announcement(objref: number): number | undefined {
    for (; this.#announcedTo < this.#index.length; this.#announcedTo++) {
      if (this.#index.kind(this.#announcedTo) !== 'objref') continue;
      const record = this.#recordAt(this.#announcedTo);
      if (record.kind === 'objref' && !this.#announced.has(record.fields.objref)) {
        this.#announced.set(record.fields.objref, this.#announcedTo);
      }
    }
    return this.#announced.get(objref);
  }

  /** Tasks come in the order of their table, which alone has their pids. */
  pids(): readonly number[] {
    this.#pids ??= this.#readPids();
    return this.#pids;
  }

  #pids: readonly number[] | undefined;

  #readPids(): readonly number[] {
    for (let number = 0; number + 1 < this.#index.length; number++) {
      if (this.#index.kind(number) !== 'tree') continue;
      return this.#pidsIn(this.record(number + 1));
    }
    return [];
  }

  #pidsIn({ payload }: AnyRecord): readonly number[] {
    if (!('offset' in payload)) return [];
    const size = treeEntryBytes(this.context);
    const objects = this.#pidObjects();
    const { source } = this.#read;
    return Array.from({ length: Math.floor(payload.length / size) }, (_, row) => {
      const bytes = source.view(payload.offset + row * size, 4);
      const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, true);
      return objects === undefined ? value : (objects.numbers[value - objects.offset] ?? 0);
    });
  }

  #pidObjects(): { readonly offset: number; readonly numbers: readonly number[] } | undefined {
    for (let number = 0; number + 1 < this.#index.length; number++) {
      if (this.#index.kind(number) === 'tree') return undefined;
      const record = this.#index.kind(number) === 'pids' ? this.record(number) : undefined;
      const { payload } = this.record(number + 1);
      if (record?.kind !== 'pids' || !('offset' in payload)) continue;
      const numbers: number[] = [];
      for (let at = 0; at + 8 <= payload.length; ) {
        const bytes = this.#read.source.view(payload.offset + at, 8);
        const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
        numbers.push(view.getInt32(4, true));
        at += 8 + 4 * view.getUint32(0, true);
      }
      return { offset: record.fields.offset, numbers };
    }
    return undefined;
  }
}
