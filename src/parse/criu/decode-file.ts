/**
 * A CRIU file as a stream of records, one at a time, whatever its size. What cannot be read becomes an opaque
 * record after a diagnostic, so that the file can still be written again.
 */
import { BoundedReport, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { criuDiagnostic } from './codes.ts';
import { decodeMessage } from './decode-message.ts';
import { decodePagemapEntry, type OnPlainEntry, readPlainEntries } from './decode-pagemap.ts';
import { type HeaderOptions, headerLength, readHeader, readWord } from './header.ts';
import { type FileIdentity, headMagics, type ImageType, imageType, type MessageName } from './image-types.ts';
import { messageLayout } from './layouts.ts';
import { viewMessage } from './message-view.ts';
import { findPayload } from './payloads.ts';
import { isPlainMessage } from './plain-message.ts';
import type { CriuRecord, FileHeader, MessageBody, MessageRecord, OpaqueRecord } from './record.ts';

const wordBytes = 4;

/** Plain entries of pagemaps go to `onPlainEntry` in their turn, if it is given, and make no records. */
export type ReadRecords = (onPlainEntry?: OnPlainEntry) => Generator<CriuRecord, void, undefined>;

export interface DecodedFile {
  readonly header: FileHeader;
  /** Reads from the source as it goes; each call starts again at the first record. */
  readonly records: ReadRecords;
}

interface FileReader {
  readonly source: ByteSource;
  readonly file: string;
  readonly report: Report;
  readonly skips: (code: string) => boolean;
  readonly type: ImageType;
  /** Whether nothing is wanted but what there is to say. */
  readonly isOnlyJudged: boolean;
}

/**
 * Reads the head of a file at once and its records on demand. `name` is the member's name in its directory.
 */
export function decodeFile(
  source: ByteSource,
  name: string,
  report: Report,
  options: HeaderOptions = {},
): DecodedFile {
  const header = readHeader(source, name, report, options);
  const { type: typeName } = header;
  const type = typeName && imageType(typeName);
  if (type?.message === undefined) {
    return {
      header,
      *records() {
        if (source.size > 0) yield opaque(typeName === undefined ? 'unreadable' : 'raw', 0, source.size);
      },
    };
  }
  return {
    header,
    *records(onPlainEntry) {
      const bounded = new BoundedReport(report);
      yield* readRecords(readerOf(source, name, type, bounded), headerLength(header), onPlainEntry);
      bounded.end();
    },
  };
}

const readerOf = (
  source: ByteSource,
  file: string,
  type: ImageType,
  { report, skips }: BoundedReport,
  isOnlyJudged = false,
): FileReader => ({ source, file, report, skips, type, isOnlyJudged });

/** Says what there is to say of a file. What is as it has to be becomes no record. */
export function judgeFile(source: ByteSource, name: string, identity: FileIdentity, report: Report): void {
  const header = readHeader(source, name, report, { identity });
  const type = imageType(identity.type);
  if (header.type === undefined || type.message === undefined) return;
  if (type.single === true && isSingleMessage(source, type, header)) {
    if (headerLength(header) === soundStart) source.isSound = true;
    return;
  }
  const bounded = new BoundedReport(report);
  const records = readRecords(readerOf(source, name, type, bounded, true), headerLength(header), undefined);
  while (records.next().done !== true);
  bounded.end();
}

/**
 * The records of a file of one entry, which every task has several of: at most the entry and what is behind it. A lazy
 * one is a view of its bytes, see message-view.ts.
 */
export function decodeSingle(
  source: ByteSource,
  name: string,
  identity: FileIdentity,
  report: Report,
  isLazy = false,
): { readonly header: FileHeader; readonly records: readonly CriuRecord[] } {
  const type = imageType(identity.type);
  if (isLazy && source.isSound === true) return soundFile(source, name, identity);
  const header = readHeader(source, name, report, { identity });
  const offset = headerLength(header);
  if (header.type === undefined) {
    return { header, records: source.size > 0 ? [opaque('unreadable', 0, source.size)] : [] };
  }
  if (offset >= source.size) return { header, records: [] };
  if (isLazy && isSingleMessage(source, type, header)) {
    if (offset === soundStart) source.isSound = true;
    return { header, records: [viewOf(source, type.message as MessageName, offset)] };
  }
  const bounded = new BoundedReport(report);
  const reader = readerOf(source, name, type, bounded);
  const length = messageLength(reader, offset);
  if (length === undefined) return { header, records: [opaque('unreadable', offset, source.size - offset)] };
  const end = offset + wordBytes + length;
  const body = readBody(reader, type.message as MessageName, offset + wordBytes, length);
  const records: CriuRecord[] = [
    body === undefined
      ? opaque('unreadable', offset, end - offset)
      : { kind: 'message', offset, length: wordBytes + length, ...body },
  ];
  if (end < source.size) records.push(trailing(reader, end));
  bounded.end();
  return { header, records };
}

/** Two magic numbers, as CRIU writes them since 1.6. */
const soundStart = 2 * wordBytes;

/** A file that was found to be two magic numbers and one message of which there is nothing to say. */
function soundFile(
  source: ByteSource,
  name: string,
  identity: FileIdentity,
): { readonly header: FileHeader; readonly records: readonly CriuRecord[] } {
  const { magic, message } = imageType(identity.type);
  const header = { name, ...identity, magics: [headMagics.common, magic as number] };
  return { header, records: [viewOf(source, message as MessageName, soundStart)] };
}

/** Whether the rest of a file in memory is one message of which there is nothing to say. */
function isSingleMessage(source: ByteSource, { message }: ImageType, header: FileHeader): boolean {
  const { whole, size } = source;
  const offset = headerLength(header);
  const start = offset + wordBytes;
  if (whole === undefined || start > size || readWord(source, offset) !== size - start) return false;
  return isPlainMessage(messageLayout(message as MessageName), whole, start, size);
}

function viewOf(source: ByteSource, message: MessageName, offset: number): MessageRecord {
  const { whole, size } = source;
  const fields = viewMessage(messageLayout(message), whole as Uint8Array, offset + wordBytes, size);
  return { kind: 'message', offset, length: size - offset, message, fields };
}

function* readRecords(
  reader: FileReader,
  start: number,
  onPlainEntry: OnPlainEntry | undefined,
): Generator<CriuRecord, void, undefined> {
  const { source, type } = reader;
  let message = type.message as MessageName;
  let offset = start;
  while (offset < source.size) {
    if (onPlainEntry !== undefined && message === 'pagemap_entry') {
      offset = readPlainEntries(source, offset, onPlainEntry);
      if (offset === source.size) return;
    }
    const length = messageLength(reader, offset);
    if (length === undefined) {
      yield opaque('unreadable', offset, source.size - offset);
      return;
    }
    let end = offset + wordBytes + length;
    if (reader.isOnlyJudged && type.payload === undefined && isPlainAt(source, message, offset, end)) {
      offset = end;
      if (type.single === true) break;
      message = type.rest ?? message;
      continue;
    }
    const body = readBody(reader, message, offset + wordBytes, length);
    if (body === undefined) {
      // The next record is found by the size word, but not what follows a message that cannot be read.
      if (type.payload !== undefined) end = source.size;
      yield opaque('unreadable', offset, end - offset);
    } else {
      const record: MessageRecord = { kind: 'message', offset, length: wordBytes + length, ...body };
      if (type.payload === undefined) yield record;
      else {
        const payload = findPayload(type.payload, body, end, reader);
        yield payload.parts.length === 0 ? record : { ...record, payload: payload.parts };
        end = payload.end;
        if (!payload.complete) {
          if (end < source.size) yield opaque('unreadable', end, source.size - end);
          return;
        }
      }
    }
    offset = end;
    if (type.single === true) break;
    message = nextMessage(type, body) ?? message;
  }
  if (offset < source.size) yield trailing(reader, offset);
}

function isPlainAt(source: ByteSource, message: MessageName, offset: number, end: number): boolean {
  const start = offset + wordBytes;
  const layout = messageLayout(message);
  if (source.whole !== undefined) return isPlainMessage(layout, source.whole, start, end);
  return isPlainMessage(layout, source.view(start, end - start), 0, end - start);
}

// A pagemap goes on with another message than it starts with; so does a ghost file, with its chunks.
function nextMessage(type: ImageType, body: MessageBody | undefined): MessageName | undefined {
  if (type.payload === 'ghost' && body?.message === 'ghost_file_entry') return 'ghost_chunk_entry';
  return type.rest;
}

function messageLength({ source, file, report }: FileReader, offset: number): number | undefined {
  const left = source.size - offset - wordBytes;
  if (left < 0) {
    const message = `a record at ${offset} needs 4 bytes for its size, the file has ${left + wordBytes}`;
    report(criuDiagnostic('criu-truncated-record', message, { file, offset }));
    return undefined;
  }
  const length = readWord(source, offset);
  if (length > left) {
    // The kernel's int: CRIU would read a size of 2^31 and more as a negative number.
    const message = `a record at ${offset} promises ${length} bytes, the file has ${left} more`;
    report(criuDiagnostic('criu-truncated-record', message, { file, offset }));
    return undefined;
  }
  if (length > limits.messageBytes) {
    const message = `a record at ${offset} has ${length} bytes, more than ${limits.messageBytes}`;
    report(criuDiagnostic('criu-record-too-large', message, { file, offset }));
    return undefined;
  }
  return length;
}

function readBody(
  { source, file, report, skips }: FileReader,
  message: MessageName,
  offset: number,
  length: number,
): MessageBody | undefined {
  const bytes = source.view(offset, length);
  if (message === 'pagemap_entry') {
    const fields = decodePagemapEntry(bytes);
    if (fields !== undefined) return { message, fields };
  }
  // The view belongs to the source; byte fields of a record must outlive it.
  return decodeMessage(message, source.whole === undefined ? bytes.slice() : bytes, {
    file,
    offset,
    report,
    skips,
  });
}

function trailing({ source, file, report }: FileReader, offset: number): OpaqueRecord {
  const length = source.size - offset;
  const message = `${length} bytes follow the only record; a restore does not look at them`;
  report(criuDiagnostic('criu-trailing-bytes', message, { file, offset }));
  return opaque('trailing', offset, length);
}

function opaque(reason: OpaqueRecord['reason'], offset: number, length: number): OpaqueRecord {
  return { kind: 'opaque', reason, offset, data: { offset, length } };
}
