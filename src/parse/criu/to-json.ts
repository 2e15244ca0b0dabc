/**
 * A file as the lossless JSON document: one record a line, payloads as references into the image or, on
 * demand, inline. Written as text piece by piece, so that neither records nor payloads are held.
 */
import type { ByteSource } from '../bytes/byte-source.ts';
import type { ReadRecords } from './decode-file.ts';
import type { OnPlainEntry } from './decode-pagemap.ts';
import { payloadChunks } from './encode-file.ts';
import { fieldsText, fieldsToJson, type JsonObject, toBase64 } from './fields-json.ts';
import { messageLayout } from './layouts.ts';
import { pagemapRecordTexts } from './pagemap-text.ts';
import type { CriuRecord, FileHeader, MessageBody, OpaqueRecord, PayloadPart, PayloadRef } from './record.ts';

export interface ToJsonOptions {
  /** Payloads as base64 instead of references. */
  readonly inline?: boolean;
  /** The file that the records are from; needed for `inline`. */
  readonly source?: ByteSource;
}

export type WriteText = (text: string) => void;

/** Writes the document of one file, from its records or from the file itself, which is faster for pagemaps. */
export function writeFileJson(
  header: FileHeader,
  records: Iterable<CriuRecord> | ReadRecords,
  write: WriteText,
  options: ToJsonOptions = {},
): void {
  const head = JSON.stringify({ schemaVersion: 1, family: 'criu', ...headerToJson(header) });
  write(`${head.slice(0, -1)},"records":[`);
  let separator = '\n';
  const entryText = pagemapRecordTexts();
  const onPlainEntry: OnPlainEntry = (entry) => {
    write(separator + entryText(entry));
    separator = ',\n';
  };
  for (const record of typeof records === 'function' ? records(onPlainEntry) : records) {
    write(separator);
    if (options.inline === true) writeInline(record, write, options.source);
    else writeRecord(record, write);
    separator = ',\n';
  }
  write('\n]}\n');
}

/** One record as text; payloads are inside when the file is given that they are read from. May be several records. */
export function* recordPieces(record: CriuRecord, source: ByteSource | undefined): Generator<string> {
  if (source === undefined) {
    let text = '';
    writeRecord(record, (piece) => (text += piece));
    yield text;
  } else if (record.kind === 'opaque') {
    let { offset } = record;
    for (const data of inlineChunks(record.data, source)) {
      yield JSON.stringify(recordToJson({ ...record, offset, data }));
      offset += data.length;
    }
  } else {
    let text = '';
    writeInline(record, (piece) => (text += piece), source);
    yield text;
  }
}

/** The members of a document before its records. */
export function headerToJson({ name, type, id, magics }: FileHeader): JsonObject {
  return {
    file: name,
    ...(type !== undefined && { type }),
    ...(id !== undefined && { id }),
    magics: magics.map((magic) => `0x${magic.toString(16)}`),
  };
}

/** One record; payloads that are references stay references. */
export function recordToJson(record: CriuRecord): JsonObject {
  if (record.kind === 'opaque') {
    const { kind, reason, offset, data } = record;
    return { kind, reason, offset, data: dataToJson(data) };
  }
  const json = messageToJson(record);
  return record.payload === undefined ? json : { ...json, payload: record.payload.map(partToJson) };
}

function messageToJson(record: CriuRecord & { kind: 'message' }): JsonObject {
  const { kind, offset, length } = record;
  return { kind, offset, length, ...bodyToJson(record) };
}

function bodyToJson({ message, fields, raw }: MessageBody): JsonObject {
  return {
    message,
    fields: fieldsToJson(messageLayout(message), fields),
    ...(raw && { raw: toBase64(raw) }),
  };
}

function partToJson({ name, head, data, padding, oddPadding }: PayloadPart): JsonObject {
  return {
    name,
    ...(head && { head: bodyToJson(head) }),
    data: dataToJson(data),
    ...(padding > 0 && { padding }),
    ...(oddPadding && { oddPadding: toBase64(oddPadding) }),
  };
}

function dataToJson(data: PayloadRef | Uint8Array): JsonObject {
  if (data instanceof Uint8Array) return { base64: toBase64(data) };
  return { offset: data.offset, length: data.length };
}

/** From so many bytes on the text of a message is made in pieces. */
const longBytes = 256 * 1024;

function writeRecord(record: CriuRecord, write: WriteText): void {
  const isLong = record.kind === 'message' && record.length >= longBytes && record.payload === undefined;
  if (!isLong) {
    write(JSON.stringify(recordToJson(record)));
    return;
  }
  const { fields, ...rest } = messageToJson({ ...record, fields: {} });
  const { raw, ...head } = rest;
  write(`${JSON.stringify(head).slice(0, -1)},"fields":`);
  for (const text of fieldsText(messageLayout(record.message), record.fields)) write(text);
  write(raw === undefined ? '}' : `,"raw":${JSON.stringify(raw)}}`);
}

// Large data becomes several records or parts in a row: encoding puts them together again.
function writeInline(record: CriuRecord, write: WriteText, source: ByteSource | undefined): void {
  if (record.kind === 'opaque') {
    writeInlineOpaque(record, write, source);
    return;
  }
  if (record.payload === undefined) {
    writeRecord(record, write);
    return;
  }
  const head = JSON.stringify(messageToJson(record));
  write(`${head.slice(0, -1)},"payload":[`);
  let separator = '';
  for (const part of record.payload) {
    for (const piece of inlineParts(part, source)) {
      write(separator + JSON.stringify(partToJson(piece)));
      separator = ',';
    }
  }
  write(']}');
}

function writeInlineOpaque(record: OpaqueRecord, write: WriteText, source: ByteSource | undefined): void {
  let separator = '';
  let { offset } = record;
  for (const data of inlineChunks(record.data, source)) {
    write(separator + JSON.stringify(recordToJson({ ...record, offset, data })));
    offset += data.length;
    separator = ',\n';
  }
}

function* inlineParts(part: PayloadPart, source: ByteSource | undefined): Generator<PayloadPart> {
  const { name, head, padding, oddPadding } = part;
  let done = 0;
  for (const data of inlineChunks(part.data, source)) {
    const first = done === 0;
    done += data.length;
    const last = done === part.data.length;
    yield {
      name,
      data,
      padding: last ? padding : 0,
      ...(first && head && { head }),
      ...(last && oddPadding && { oddPadding }),
    };
  }
}

function inlineChunks(data: PayloadRef | Uint8Array, source: ByteSource | undefined): Iterable<Uint8Array> {
  if (data instanceof Uint8Array) return [data];
  return data.length === 0 ? [new Uint8Array(0)] : payloadChunks(data, source);
}
