/**
 * Walks the files of a CRIU image in slices and hands out the index: sections, files, entries, and what is a list of
 * messages in an entry or follows it. Contents of memory are not read.
 */
import type { Report } from '../../diagnostic.ts';
import type { LaidFile } from '../../model/from-criu/image-source.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import {
  type CriuRecord,
  canNest,
  decodeFile,
  type MessageLayout,
  type MessageRecord,
  messageLayout,
  nestedMessagesOf,
} from '../../parse/criu/index.ts';
import { ChunkBuilder, firstChunkRecords, type IndexChunk } from '../record-index.ts';
import { numberOfKind } from './kinds.ts';
import type { GroupedLayout } from './layout.ts';

/** Of a record in the tree; what lies in an entry is deeper. */
export const depths = { section: 0, file: 1, entry: 2 } as const;

/** Small, since a chunk may be of as many files: some milliseconds of work. */
const chunkRecords = 4096;

interface Found {
  readonly offset: number;
  readonly kind: string;
  readonly depth: number;
}

type IsWanted = (file: LaidFile) => boolean;

/** Chunks of the index in the order of the layout. Of files that are not wanted, nothing but that they are there. */
export function* walkCriu(
  layout: GroupedLayout,
  report: Report,
  isWanted: IsWanted = () => true,
): Generator<IndexChunk> {
  let builder = new ChunkBuilder(firstChunkRecords);
  for (const { offset, kind, depth } of recordsOf(layout, report, isWanted)) {
    builder.add(offset, numberOfKind(kind), depth);
    if (!builder.isFull) continue;
    const chunk = builder.take();
    yield chunk;
    builder = new ChunkBuilder(chunkRecords, chunk.first + chunk.offsets.length);
  }
  yield builder.take();
}

function* recordsOf(
  { sections, files }: GroupedLayout,
  report: Report,
  isWanted: IsWanted,
): Generator<Found> {
  for (const { first, end } of sections) {
    yield { offset: files[first]?.base ?? 0, kind: 'section', depth: depths.section };
    for (const file of files.slice(first, end)) {
      if (isWanted(file)) yield* recordsOfFile(file, report);
      else yield { offset: file.base, kind: 'file', depth: depths.file };
    }
  }
}

function* recordsOfFile(file: LaidFile, report: Report): Generator<Found> {
  const { directory, name, path, base } = file;
  const source = directory.open(name);
  try {
    if (source === undefined) {
      yield { offset: base, kind: 'file', depth: depths.file };
      return;
    }
    const { header, records } = decodeFile(source, name, (found) =>
      report({ ...found, at: { ...found.at, file: path } }),
    );
    yield { offset: base, kind: header.type ?? 'file', depth: depths.file };
    for (const record of records()) {
      // Bytes that are the whole file are shown as the file.
      if (record.kind === 'opaque' && record.offset === 0) continue;
      yield* recordsOfEntry(source, base, record);
    }
  } finally {
    source?.close();
  }
}

function* recordsOfEntry(source: ByteSource, base: number, record: CriuRecord): Generator<Found> {
  const offset = base + record.offset;
  if (record.kind === 'opaque') {
    yield { offset, kind: record.reason, depth: depths.entry };
    return;
  }
  yield { offset, kind: record.message, depth: depths.entry };
  const layout = messageLayout(record.message);
  if (canNest(layout)) {
    const bytes = source.view(record.offset + 4, record.length - 4).slice();
    yield* nestedIn(layout, bytes, offset + 4, depths.entry + 1);
  }
  yield* payloadOf(record, base);
}

function* nestedIn(layout: MessageLayout, bytes: Uint8Array, start: number, depth: number): Generator<Found> {
  for (const { message, offset, content, end } of nestedMessagesOf(layout, bytes)) {
    yield { offset: start + offset, kind: message.name, depth };
    if (canNest(message)) yield* nestedIn(message, bytes.subarray(content, end), start + content, depth + 1);
  }
}

function* payloadOf({ offset, length, payload = [] }: MessageRecord, base: number): Generator<Found> {
  let next = offset + length;
  for (const { name, head, data, padding } of payload) {
    if (data instanceof Uint8Array) continue;
    const depth = depths.entry + (head === undefined ? 1 : 2);
    if (head !== undefined) yield { offset: base + next, kind: head.message, depth: depth - 1 };
    if (data.length > 0) yield { offset: base + data.offset, kind: name, depth };
    next = data.offset + data.length + padding;
  }
}
