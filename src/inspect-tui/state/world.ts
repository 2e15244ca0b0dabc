/** What the state may look at: one image, decoded where it is looked at. Reading it changes nothing. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import { type Clock, clockOf, type FieldMeaning, fieldMeanings } from '../meaning.ts';
import { type IndexChunk, RecordIndex } from '../record-index.ts';
import { RecordReader } from '../record-reader.ts';
import type { Spot } from './tree-rows.ts';

/** Meanings that are kept: those on a screen are asked for again with every key. */
const keptMax = 64;

export class World {
  readonly source: ByteSource;
  readonly index = new RecordIndex();
  readonly reader: RecordReader;
  readonly #clock: Clock;
  readonly #kept = new Map<number, readonly FieldMeaning[]>();
  #problems: readonly Diagnostic[] = [];
  #damaged: ReadonlySet<number> = new Set();

  /** The source must start with an image header. */
  constructor(source: ByteSource) {
    this.source = source;
    this.reader = new RecordReader(source, this.index);
    this.#clock = clockOf(this.reader.header);
  }

  /** A chunk that is known already, since the start was walked before, is left out. */
  append(chunk: IndexChunk): void {
    const { length } = this.index;
    const known = length === 0 ? -1 : this.index.offset(length - 1);
    if ((chunk.offsets[0] ?? -1) > known) this.index.append(chunk);
  }

  record(number: number): AnyRecord {
    return this.reader.record(number);
  }

  fields(number: number): readonly FieldMeaning[] {
    const kept = this.#kept.get(number);
    if (kept) return kept;
    const fields = fieldMeanings(this.record(number), this.#clock);
    if (this.#kept.size >= keptMax) this.#kept.clear();
    this.#kept.set(number, fields);
    return fields;
  }

  field({ record, part }: Spot): FieldMeaning | undefined {
    return part >= 0 ? this.fields(record)[part] : undefined;
  }

  /** Bytes of a spot: a field, or the fixed part of a record. */
  range(spot: Spot): { readonly offset: number; readonly length: number } {
    const field = this.field(spot);
    if (field) return field;
    const { offset, hdrlen, payload } = this.record(spot.record);
    return { offset, length: hdrlen === 0 ? payload.length : hdrlen };
  }

  path({ record, part }: Spot): string {
    const field = this.field({ record, part });
    return `${recordPath(this.record(record))}${field ? `.${field.path}` : ''}`;
  }

  /** The innermost thing at an offset; undefined while the walk has not come so far. */
  spotHolding(offset: number): Spot | undefined {
    const record = this.index.recordHolding(offset);
    if (record < 0) return undefined;
    const part = this.fields(record).findIndex(
      (field) => offset >= field.offset && offset < field.offset + field.length,
    );
    return { record, part };
  }

  get problems(): readonly Diagnostic[] {
    return this.#problems;
  }

  /** The walk came to the end of the image. */
  finish(problems: readonly Diagnostic[]): void {
    this.index.complete();
    this.#problems = problems;
    const offsets = problems.flatMap(({ at }) => (at?.offset === undefined ? [] : [at.offset]));
    this.#damaged = new Set(offsets.map((offset) => this.index.recordHolding(offset)));
  }

  /** Whether a diagnostic speaks of the record. */
  isDamaged(record: number): boolean {
    return this.#damaged.has(record);
  }
}
