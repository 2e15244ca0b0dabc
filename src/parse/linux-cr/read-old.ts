/**
 * Records of the first framing: the header is {type, len, parent}, len does not count it, and bare bytes follow some
 * records. Which bytes follow CPU and MM_CONTEXT is inferred, so they are taken for such only where a record
 * header stands behind them.
 */
import type { ByteSource } from '../bytes/byte-source.ts';
import { linuxCrDiagnostic } from './codes.ts';
import { bodySizes, formOf, kindOfNumber, treeEntryBytes } from './context.ts';
import { decode, type ReadContext, raw, readEnd } from './decode.ts';
import type { AnyRecord, UnknownRecord } from './record.ts';

const headerBytes = 8;
const pageBytes = 4096;

export interface OldHeader {
  readonly number: number;
  readonly length: number;
  readonly owner: number;
}

export function* readOldRecords(read: ReadContext): Generator<AnyRecord, void> {
  const { source, report } = read;
  let stateBytes = 0;
  for (let offset = 0; offset < source.size; ) {
    const header = oldHeaderAt(source, offset);
    if (header === undefined) {
      const message = `no record that lies in the ${source.size - offset} bytes that are left`;
      report(linuxCrDiagnostic('truncated-record', message, { offset }));
      yield raw(offset, source.size - offset);
      return;
    }
    const record = readOldRecord(read, offset, header);
    yield record;
    offset += headerBytes + header.length;
    if (record.kind === 'header_arch') stateBytes = record.fields.xstateSize;
    if (record.kind === 'tail') {
      yield* readEnd(read, offset, record.fields.magic);
      return;
    }
    const bare = bareBytes(read, record, offset, stateBytes);
    if (bare > 0) yield raw(offset, bare);
    offset += bare;
  }
  report(
    linuxCrDiagnostic('missing-tail', `the stream ends after ${source.size} bytes without a tail record`, {
      offset: source.size,
    }),
  );
}

export function oldHeaderAt(source: ByteSource, offset: number): OldHeader | undefined {
  if (offset + headerBytes > source.size) return undefined;
  const bytes = source.view(offset, headerBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getInt16(2, true);
  if (length < 0 || offset + headerBytes + length > source.size) return undefined;
  return { number: view.getUint16(0, true), length, owner: view.getUint32(4, true) };
}

export function readOldRecord(
  read: ReadContext,
  offset: number,
  { number, length, owner }: OldHeader,
): AnyRecord {
  const { context, report } = read;
  const kind = kindOfNumber(context.layout, number);
  const body = { offset: offset + headerBytes, length };
  const asUnknown = (): UnknownRecord => ({
    kind: 'unknown',
    offset,
    number,
    hdrlen: headerBytes,
    payload: body,
    fields: {},
    owner,
  });
  if (kind === undefined) {
    report(linuxCrDiagnostic('unknown-record-type', `record type ${number} is not known`, { offset }));
    return asUnknown();
  }
  const isFixed = formOf(kind, context.layout)?.layout !== undefined;
  if (isFixed && !bodySizes(kind, context).includes(length)) {
    const message = `a ${kind} record of ${length} bytes is longer or shorter than this layout has it`;
    report(linuxCrDiagnostic('record-length', message, { offset: offset + 2, path: kind }));
    return asUnknown();
  }
  const record = decode(read, kind, offset, number, body);
  return record === undefined ? asUnknown() : { ...record, owner };
}

/** How many bytes at `offset` belong to the record before and have no header. */
function bareBytes(read: ReadContext, record: AnyRecord, offset: number, stateBytes: number): number {
  const left = read.source.size - offset;
  const within = (bytes: number) => {
    if (bytes >= 0 && bytes <= left) return bytes;
    const message = `${bytes} bytes should follow the ${record.kind} record; the stream has ${left}`;
    read.report(linuxCrDiagnostic('truncated-record', message, { offset, path: record.kind }));
    return left;
  };
  switch (record.kind) {
    case 'tree':
      return within(record.fields.nrTasks * treeEntryBytes(read.context));
    case 'pgarr':
      return within(Number(record.fields.nrPages) * (read.context.word + pageBytes));
    case 'thread':
      return within((record.fields.ntls ?? 0) === 0 ? 0 : record.fields.sizeofTlsArray);
    case 'cpu':
      return inferred(read, offset, record.fields.usedMath === 0 ? 0 : stateBytes);
    case 'mm_context':
      return inferred(read, offset, record.fields.nldt * record.fields.ldtEntrySize);
    default:
      return 0;
  }
}

function inferred({ source, context }: ReadContext, offset: number, bytes: number): number {
  if (bytes <= 0 || offset + bytes > source.size) return 0;
  const behind = oldHeaderAt(source, offset + bytes);
  return behind !== undefined && kindOfNumber(context.layout, behind.number) !== undefined ? bytes : 0;
}
