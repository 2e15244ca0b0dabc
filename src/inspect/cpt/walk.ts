/** Walks an image in slices and hands out its index; whoever drives the generator may stop at any slice. */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import { ChunkBuilder, chunkRecords, firstChunkRecords, type IndexChunk } from '../record-index.ts';
import { type CptIndex, emptyCptIndex, numberOfKind } from './kinds.ts';

/** Chunks of the index in file order. Throws an ImageError when the file is no image. */
export function* walkImage(source: ByteSource, report: Report): Generator<IndexChunk> {
  let builder = new ChunkBuilder(firstChunkRecords);
  for (const record of readCptRecords(source, report)) {
    // The header and sections are both at depth 0 in the stream; nothing lies in the header.
    builder.add(record.offset, numberOfKind(record.kind), record.depth);
    if (!builder.isFull) continue;
    const chunk = builder.take();
    yield chunk;
    builder = new ChunkBuilder(chunkRecords, chunk.first + chunk.offsets.length);
  }
  yield builder.take();
}

/** The whole index at once, for text output. */
export function indexOf(source: ByteSource, report: Report): CptIndex {
  const index = emptyCptIndex();
  for (const chunk of walkImage(source, report)) index.append(chunk);
  index.complete();
  return index;
}
