/** What the state may look at: one image, decoded where it is looked at. Reading it changes nothing. */
import type { Diagnostic } from '../../diagnostic.ts';
import { type FieldMeaning, placesOf, type Records, type Span, type Stretch } from '../../inspect/family.ts';
import type { IndexChunk, RecordIndex } from '../../inspect/record-index.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { Spot } from './tree-rows.ts';

/** Meanings that are kept: those on a screen are asked for again with every key. */
const keptMax = 64;

export class World {
  readonly records: Records;
  readonly #kept = new Map<number, readonly FieldMeaning[]>();
  #problems: readonly Diagnostic[] = [];
  #damaged: ReadonlySet<number> = new Set();

  constructor(records: Records) {
    this.records = records;
  }

  get source(): ByteSource {
    return this.records.source;
  }

  get index(): RecordIndex {
    return this.records.index;
  }

  /** A chunk that is known already, since the start was walked before, is left out. */
  append(chunk: IndexChunk): void {
    if (chunk.first !== this.index.length) return;
    this.index.append(chunk);
    // What referred to records that were not known yet may lead to them now.
    this.#kept.clear();
  }

  fields(number: number): readonly FieldMeaning[] {
    const kept = this.#kept.get(number);
    if (kept) return kept;
    const fields = this.records.fields(number);
    if (this.#kept.size >= keptMax) this.#kept.clear();
    this.#kept.set(number, fields);
    return fields;
  }

  field({ record, part }: Spot): FieldMeaning | undefined {
    return part >= 0 ? this.fields(record)[part] : undefined;
  }

  /** Bytes of a spot: a field, or the record itself. */
  range(spot: Spot): Span {
    return this.field(spot) ?? this.records.range(spot.record);
  }

  path({ record, part }: Spot): string {
    const field = this.field({ record, part });
    return `${this.records.path(record)}${field ? `.${field.path}` : ''}`;
  }

  /** The bytes that are shown while one is at a record. */
  stretch(record: number): Stretch {
    return this.index.length === 0
      ? { name: '', offset: 0, length: this.source.size }
      : this.records.stretch(record);
  }

  /** The innermost thing at a position; undefined while the walk has not come so far. */
  spotHolding(position: number): Spot | undefined {
    const record = this.records.holding(position);
    if (record < 0) return undefined;
    const part = this.fields(record).findIndex(
      ({ offset, length }) => position >= offset && position < offset + length,
    );
    return { record, part };
  }

  /** The walk came to the end of the image. */
  finish(problems: readonly Diagnostic[]): void {
    this.index.complete();
    this.#kept.clear();
    this.#problems = problems;
    this.#damaged = new Set(this.#recordsOf(problems));
  }

  /** Whether a diagnostic speaks of the record. */
  isDamaged(record: number): boolean {
    return this.#damaged.has(record);
  }

  /** What the diagnostics say of a record. */
  problemsOf(record: number): readonly Diagnostic[] {
    if (!this.isDamaged(record)) return [];
    return this.#problems.filter((problem) => this.#recordsOf([problem]).includes(record));
  }

  #recordsOf(problems: readonly Diagnostic[]): readonly number[] {
    return placesOf(problems, (at) => this.records.positionOf(at)).map((position) =>
      this.records.holding(position),
    );
  }
}
