/**
 * Bytes → records. Walks headers with bounded reads, decodes fields, never touches payloads. Never throws for what is
 * inside an image: damage is reported and the bytes concerned are carried as a `raw` or `unknown` record, so that the
 * records together always account for every byte of the stream.
 */
import { latin1Text } from '../../byte-text.ts';
import { BoundedReport, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { visible } from '../../visible.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { ExactStream } from '../bytes/exact-stream.ts';
import type { LinuxCrKind } from '../generated/linux-cr-records.ts';
import { linuxCrDiagnostic } from './codes.ts';
import { type ImageContext, isKnownFor, isLengthOf, isOldFraming, isX86, kindOfNumber } from './context.ts';
import { decode, placeOf, type ReadContext, raw, readEnd } from './decode.ts';
import { readOldRecords } from './read-old.ts';
import { type AnyKnown, type AnyRecord, recordHeaderBytes, type UnknownRecord } from './record.ts';

/** Of each code the first diagnostics are reported, and then how many there are. */
export function* readLinuxCrRecords(
  source: ByteSource,
  context: ImageContext,
  report: Report,
): Generator<AnyRecord, void> {
  const bounded = new BoundedReport(report);
  if (!isX86(context.arch)) {
    const message = `the registers of ${context.arch} are not known; records about the processor are carried as they are`;
    report(linuxCrDiagnostic('stream-architecture', message, { offset: 16, path: 'header.archId' }));
  }
  const read: ReadContext = { source, context, report: bounded.report, stream: new ExactStream() };
  yield* isOldFraming(context) ? readOldRecords(read) : readRecords(read);
  bounded.end();
}

function* readRecords(read: ReadContext): Generator<AnyRecord, void> {
  const { source, report } = read;
  let hasFailed = false;
  let offset = 0;
  while (offset < source.size) {
    const problem = headerProblem(source, offset);
    if (problem !== undefined) {
      report(problem);
      yield raw(offset, source.size - offset);
      return;
    }
    const record = readRecordAt(read, offset);
    yield record;
    offset += record.hdrlen + record.payload.length;
    if (hasFailed && record.kind === 'string') {
      report(
        linuxCrDiagnostic(
          'failed-checkpoint',
          `the checkpoint failed: ${failureText(source, record)}`,
          placeOf(record),
        ),
      );
    }
    hasFailed = record.kind === 'error';
    if (record.kind === 'tail') {
      yield* readEnd(read, offset, record.fields.magic);
      return;
    }
  }
  report(
    linuxCrDiagnostic('missing-tail', `the stream ends after ${offset} bytes without a tail record`, {
      offset,
    }),
  );
}

function headerProblem(source: ByteSource, offset: number) {
  const left = source.size - offset;
  if (left < recordHeaderBytes) {
    return linuxCrDiagnostic('truncated-record', `${left} bytes are too few for a record header`, { offset });
  }
  const [number, length] = headerAt(source, offset);
  if (length < recordHeaderBytes) {
    const message = `a record of type ${number} says it has ${length} bytes, fewer than its header`;
    return linuxCrDiagnostic('record-header', message, { offset: offset + 4 });
  }
  if (length <= left) return undefined;
  const message = `a record of type ${number} says it has ${length} bytes; the stream has ${left} more`;
  return linuxCrDiagnostic('truncated-record', message, { offset: offset + 4 });
}

function headerAt(source: ByteSource, offset: number): readonly [number: number, length: number] {
  const bytes = source.view(offset, recordHeaderBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [view.getUint32(0, true), view.getUint32(4, true)];
}

/** The record at an offset where a whole one lies. */
export function readRecordAt(read: ReadContext, offset: number): AnyKnown | UnknownRecord {
  const { source, context, report } = read;
  const [number, length] = headerAt(source, offset);
  const kind = kindOfNumber(context.layout, number);
  const body = { offset: offset + recordHeaderBytes, length: length - recordHeaderBytes };
  if (kind === undefined) {
    report(linuxCrDiagnostic('unknown-record-type', `record type ${number} is not known`, { offset }));
    return unknown(offset, number, body);
  }
  if (!isKnownFor(kind, context.arch)) return unknown(offset, number, body);
  if (!isLengthOf(kind, length, context)) {
    const message = `a ${kind} record of ${length} bytes is longer or shorter than this layout has it`;
    report(linuxCrDiagnostic('record-length', message, { offset: offset + 4, path: kind }));
    return unknown(offset, number, body);
  }
  return decode(read, kind, offset, number, body) ?? mismatched(read, kind, offset, number, body);
}

const unknown = (offset: number, number: number, payload: UnknownRecord['payload']): UnknownRecord => ({
  kind: 'unknown',
  offset,
  number,
  hdrlen: recordHeaderBytes,
  payload,
  fields: {},
});

function mismatched(
  { report }: ReadContext,
  kind: LinuxCrKind,
  offset: number,
  number: number,
  body: { readonly offset: number; readonly length: number },
): UnknownRecord {
  const message = `a ${kind} record with ${body.length} bytes behind its header is not what its own type says`;
  report(linuxCrDiagnostic('record-length', message, { offset: offset + 4, path: kind }));
  return unknown(offset, number, body);
}

/** What the kernel says behind an ERROR record: a text whose first byte is zero. */
function failureText(source: ByteSource, { payload }: AnyKnown): string {
  if (!('offset' in payload)) return '';
  const bytes = source.view(payload.offset, Math.min(payload.length, limits.shownText));
  return visible(latin1Text(bytes).replace(/^\0|(?<!\0)\0+$/g, ''));
}
