/** Records → bytes: headers with the lengths that fields and payload have, one record behind the other. */
import type { Report } from '../../diagnostic.ts';
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { FieldWriter } from '../bytes/field-writer.ts';
import { linuxCrKinds } from '../generated/linux-cr-records.ts';
import { linuxCrDiagnostic } from './codes.ts';
import { bodySizes, formOf, type ImageContext, isOldFraming } from './context.ts';
import { type AnyRecord, type Payload, recordHeaderBytes, recordPath } from './record.ts';

/** No layout has more bytes of fields. */
const fieldBytesMax = 8192;

export class LinuxCrWriter {
  readonly #sink: ByteSink;
  readonly #source: ByteSource;
  readonly #context: ImageContext;
  readonly #report: Report;
  readonly #scratch = new Uint8Array(fieldBytesMax);
  readonly #view = new DataView(this.#scratch.buffer);

  /** Payload ranges are read from `source`; `context` is that of the stream that is written. */
  constructor(sink: ByteSink, source: ByteSource, context: ImageContext, report: Report) {
    this.#sink = sink;
    this.#source = source;
    this.#context = context;
    this.#report = report;
  }

  write(record: AnyRecord): void {
    const { payload } = record;
    if (record.kind !== 'raw') this.#sink.write(this.#head(record));
    this.#writePayload(payload);
  }

  #writePayload(payload: Payload): void {
    if ('bytes' in payload) this.#sink.write(payload.bytes);
    else if ('parts' in payload) for (const part of payload.parts) this.#writePayload(part);
    else this.#sink.copy(this.#source, payload.offset, payload.length);
  }

  #head(record: Exclude<AnyRecord, { kind: 'raw' }>): Uint8Array {
    this.#scratch.fill(0);
    const writer = new FieldWriter(this.#scratch.subarray(recordHeaderBytes));
    if (record.kind !== 'unknown') {
      const write = linuxCrKinds[record.kind].write as (
        writer: FieldWriter,
        fields: unknown,
        context: ImageContext,
      ) => void;
      write(writer, record.fields, this.#context);
      this.#check(record, writer.length);
    }
    const bytes = writer.length + record.payload.length;
    if (isOldFraming(this.#context)) {
      this.#view.setUint16(0, record.number, true);
      this.#view.setUint16(2, bytes, true);
      this.#view.setUint32(4, record.owner ?? 0, true);
    } else {
      this.#view.setUint32(0, record.number, true);
      this.#view.setUint32(4, bytes + recordHeaderBytes, true);
    }
    return this.#scratch.subarray(0, recordHeaderBytes + writer.length);
  }

  /** Fields and layout say different things: from a JSON form that was edited, or a step at fault. */
  #check(record: Exclude<AnyRecord, { kind: 'raw' | 'unknown' }>, written: number): void {
    const expected = bodySizes(record.kind, this.#context);
    if (expected.includes(written) && formOf(record.kind, this.#context.layout) !== undefined) return;
    const message = `the fields of ${recordPath(record)} fill ${written} bytes, this layout has ${expected.join(' or ') || 'no such record'}`;
    this.#report(
      linuxCrDiagnostic('record-length', message, { offset: record.offset, path: recordPath(record) }),
    );
  }
}
