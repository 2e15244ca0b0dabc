/** The records of a CPT image as the screens see them. */
import type { Location } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import type {
  FieldMeaning,
  Found,
  RecordDescription,
  Records,
  RecordWords,
  Span,
  Stretch,
} from '../family.ts';
import { hex, parseOffset } from '../words.ts';
import { findRecord, taskRecord } from './find-record.ts';
import { type CptIndex, emptyCptIndex } from './kinds.ts';
import { type Clock, clockOf, fieldMeanings, recordDoc } from './meaning.ts';
import { RecordReader } from './record-reader.ts';
import { recordLabel } from './record-rows.ts';

export class CptRecords implements Records {
  readonly source: ByteSource;
  readonly index: CptIndex = emptyCptIndex();
  readonly referenceHint = 'offset, task:PID or KIND:N';
  readonly openAtFirst = [];
  readonly startAt = undefined;
  readonly title: string;
  readonly #reader: RecordReader;
  readonly #clock: Clock;

  /** The source must start with an image header. */
  constructor(source: ByteSource) {
    this.source = source;
    this.title = source.name.replace(/^.*\//, '');
    this.#reader = new RecordReader(source, this.index);
    this.#clock = clockOf(this.#reader.header);
  }

  fields(record: number): readonly FieldMeaning[] {
    return fieldMeanings(this.#reader.record(record), this.#clock);
  }

  range(record: number): Span {
    const { offset, hdrlen, payload } = this.#reader.record(record);
    return { offset, length: hdrlen === 0 ? payload.length : hdrlen };
  }

  path(record: number): string {
    return recordPath(this.#reader.record(record));
  }

  words(record: number): RecordWords {
    const found = this.#reader.record(record);
    const label = recordLabel(this.source, found);
    if (found.kind === 'section') return { name: label, label: '', style: 'title' };
    const isBroken = found.kind === 'raw' || found.kind === 'unknown';
    return { name: found.kind, label, style: isBroken ? 'bad' : 'plain' };
  }

  description(record: number): RecordDescription {
    const found = this.#reader.record(record);
    const fixed = found.hdrlen === 0 ? '' : `, ${found.hdrlen} of them fixed part`;
    const head = `${found.kind} at ${hex(found.offset)}, ${this.#reader.extent(record)} bytes${fixed}`;
    return { head, doc: recordDoc(found) };
  }

  holding(position: number): number {
    return this.index.recordHolding(position);
  }

  target({ offset }: { readonly offset: number }): number {
    return this.index.recordAt(offset);
  }

  find(text: string): Found {
    const found = findRecord(this.index, this.#reader, this.source.size, text);
    const cursor = parseOffset(text);
    return 'problem' in found || cursor === undefined ? found : { ...found, cursor };
  }

  task(pid: number): number | undefined {
    return taskRecord(this.index, this.#reader, pid);
  }

  isListed(record: number, wanted: string): boolean {
    return this.index.kind(record).includes(wanted);
  }

  stretch(): Stretch {
    return { name: '', offset: 0, length: this.source.size };
  }

  placeText(position: number): string {
    return hex(position);
  }

  positionOf(at: Location | undefined): number | undefined {
    return at?.offset;
  }

  progress(): number {
    const { length } = this.index;
    return length === 0 ? 0 : this.index.offset(length - 1) / this.source.size;
  }
}
