/**
 * Records to the bytes of a file, in chunks, payloads copied and never held whole. Encodes what it is given:
 * whether lengths in the fields fit the payload is for the caller to see to.
 */
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { decodeMessage, sameBytes } from './decode-message.ts';
import { encodeMessage } from './encode-message.ts';
import { messageLayout } from './layouts.ts';
import type { CriuRecord, FileHeader, MessageBody, PayloadPart, PayloadRef } from './record.ts';

// As large as pays off for read(2), small against the memory budget.
const copyBytes = 1024 * 1024;

/**
 * Writes a file. `source` is the file that the records were decoded from, for payload references without a
 * source of their own.
 */
export function encodeFile(
  header: FileHeader,
  records: Iterable<CriuRecord>,
  sink: ByteSink,
  source?: ByteSource,
): void {
  encodeHeader(header, sink);
  for (const record of records) encodeRecord(record, sink, source);
}

/** What stands before the records. */
export function encodeHeader({ magics }: FileHeader, sink: ByteSink): void {
  for (const magic of magics) sink.write(word(magic));
}

/** Writes one record: a size word, the message and its payload; or opaque bytes. */
export function encodeRecord(record: CriuRecord, sink: ByteSink, source?: ByteSource): void {
  if (record.kind === 'opaque') {
    writeData(record.data, sink, source);
    return;
  }
  writeBody(record, sink);
  for (const part of record.payload ?? []) writePart(part, sink, source);
}

/** The bytes of a message: the original ones while they still mean its fields. */
export function encodeBody(body: MessageBody): Uint8Array {
  const encoded = encodeMessage(messageLayout(body.message), body.fields);
  if (body.raw === undefined) return encoded;
  const original = decodeMessage(body.message, body.raw, { file: '', offset: 0, report: () => {} });
  if (original === undefined) return encoded;
  return sameBytes(encodeMessage(messageLayout(body.message), original.fields), encoded) ? body.raw : encoded;
}

function writeBody(body: MessageBody, sink: ByteSink): void {
  const bytes =
    body.raw === undefined ? encodeMessage(messageLayout(body.message), body.fields) : encodeBody(body);
  sink.write(word(bytes.length));
  sink.write(bytes);
}

function writePart(part: PayloadPart, sink: ByteSink, source: ByteSource | undefined): void {
  if (part.head !== undefined) writeBody(part.head, sink);
  writeData(part.data, sink, source);
  if (part.padding > 0) sink.write(part.oddPadding ?? new Uint8Array(part.padding));
}

function writeData(data: PayloadRef | Uint8Array, sink: ByteSink, source: ByteSource | undefined): void {
  if (data instanceof Uint8Array) sink.write(data);
  else sink.copy(sourceOf(data, source), data.offset, data.length);
}

/** The bytes of a payload in chunks of at most 1 MiB; each is valid until the next. */
export function* payloadChunks(ref: PayloadRef, file?: ByteSource): Generator<Uint8Array, void, undefined> {
  const source = sourceOf(ref, file);
  const buffer = new Uint8Array(Math.min(copyBytes, ref.length));
  for (let done = 0; done < ref.length; done += buffer.length) {
    const chunk = buffer.subarray(0, Math.min(buffer.length, ref.length - done));
    source.readInto(chunk, ref.offset + done);
    yield chunk;
  }
}

function sourceOf(ref: PayloadRef, file: ByteSource | undefined): ByteSource {
  const source = ref.source ?? file;
  if (source === undefined) throw new Error('a payload reference without a source');
  return source;
}

const scratch = new Uint8Array(4);

/** Valid until the next call. */
function word(value: number): Uint8Array {
  scratch[0] = value;
  scratch[1] = value >>> 8;
  scratch[2] = value >>> 16;
  scratch[3] = value >>> 24;
  return scratch;
}
