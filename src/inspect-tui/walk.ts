/** Walks an image in slices and hands out its index; whoever drives the generator may stop at any slice. */
import type { Report } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { readCptRecords } from '../parse/cpt/read.ts';
import { ChunkBuilder, type IndexChunk, RecordIndex } from './record-index.ts';

/** Records in a chunk: some milliseconds of work. */
const chunkRecords = 8192;
/** The first chunk is small, so that there is something to show at once. */
const firstChunkRecords = 256;

/** Chunks of the index in file order. Throws an ImageError when the file is no image. */
export function* walkImage(source: ByteSource, report: Report): Generator<IndexChunk> {
  let builder = new ChunkBuilder(firstChunkRecords);
  for (const record of readCptRecords(source, report)) {
    builder.add(record);
    if (!builder.isFull) continue;
    yield builder.take();
    builder = new ChunkBuilder(chunkRecords);
  }
  yield builder.take();
}

/** The whole index at once, for text output. */
export function indexOf(source: ByteSource, report: Report): RecordIndex {
  const index = new RecordIndex();
  for (const chunk of walkImage(source, report)) index.append(chunk);
  index.complete();
  return index;
}
