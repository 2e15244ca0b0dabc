/** The records of a linux-cr stream as the screens see them. */
import type { Location } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { detectLinuxCr } from '../../parse/linux-cr/detect.ts';
import { recordPath } from '../../parse/linux-cr/record.ts';
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
import { recordLabel } from './label.ts';
import { fieldMeanings, type Place, recordDoc } from './meaning.ts';
import { emptyIndex, type LinuxCrIndex } from './record-index.ts';
import { RecordReader } from './record-reader.ts';

export class LinuxCrRecords implements Records {
  readonly source: ByteSource;
  readonly index: LinuxCrIndex = emptyIndex();
  readonly referenceHint = 'offset, task:PID, object:N or KIND:N';
  readonly openAtFirst = [];
  readonly startAt = undefined;
  readonly title: string;
  readonly #place: Place;
  readonly #layout: number;

  constructor(source: ByteSource) {
    this.source = source;
    this.title = source.name.replace(/^.*\//, '');
    const { context } = detectLinuxCr(source);
    this.#layout = context.layout;
    this.#place = { index: this.index, reader: new RecordReader(source, context, this.index) };
  }

  fields(record: number): readonly FieldMeaning[] {
    return fieldMeanings(this.#place.reader.record(record), this.#place);
  }

  range(record: number): Span {
    const { offset, hdrlen, payload } = this.#place.reader.record(record);
    return { offset, length: hdrlen === 0 ? payload.length : hdrlen };
  }

  path(record: number): string {
    return recordPath(this.#place.reader.record(record));
  }

  words(record: number): RecordWords {
    const found = this.#place.reader.record(record);
    const pid = found.kind === 'task' ? this.#pidOf(record) : undefined;
    const label = recordLabel(this.source, found, this.#layout, pid);
    const isBroken = found.kind === 'raw' || found.kind === 'unknown';
    return { name: found.kind, label, style: isBroken ? 'bad' : found.kind === 'task' ? 'title' : 'plain' };
  }

  #pidOf(record: number): number | undefined {
    let seen = 0;
    for (let before = 0; before < record; before++) if (this.index.kind(before) === 'task') seen += 1;
    return this.#place.reader.pids()[seen];
  }

  description(record: number): RecordDescription {
    const found = this.#place.reader.record(record);
    const size = found.hdrlen + found.payload.length;
    return {
      head: `${found.kind} at ${hex(found.offset)}, ${size} bytes`,
      doc: recordDoc(found, this.#layout),
    };
  }

  holding(position: number): number {
    return this.index.recordHolding(position);
  }

  target({ offset }: { readonly offset: number }): number {
    return this.index.recordAt(offset);
  }

  find(text: string): Found {
    const found = findRecord(this.#place, this.source.size, text);
    const cursor = parseOffset(text);
    return 'problem' in found || cursor === undefined ? found : { ...found, cursor };
  }

  task(pid: number): number | undefined {
    return taskRecord(this.#place, pid);
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
