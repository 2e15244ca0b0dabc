/** Where the records of a stream lie: what belongs to a task hangs below it. */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type LinuxCrKind, linuxCrKinds } from '../../parse/generated/linux-cr-records.ts';
import type { ImageContext } from '../../parse/linux-cr/context.ts';
import { readLinuxCrRecords } from '../../parse/linux-cr/read.ts';
import type { AnyRecord } from '../../parse/linux-cr/record.ts';
import {
  ChunkBuilder,
  chunkRecords,
  firstChunkRecords,
  type IndexChunk,
  RecordIndex,
} from '../record-index.ts';

export type RecordKind = AnyRecord['kind'];
export type LinuxCrIndex = RecordIndex<RecordKind>;

export const recordKinds: readonly RecordKind[] = [
  'unknown',
  'raw',
  ...(Object.keys(linuxCrKinds) as LinuxCrKind[]),
];
const numbers = new Map(recordKinds.map((kind, number) => [kind, number]));

export const emptyIndex = (): LinuxCrIndex => new RecordIndex(recordKinds);

/** The stream is flat: what follows a task, up to the next, is of it. */
export class Depths {
  #isInTask = false;

  of({ kind }: Pick<AnyRecord, 'kind'>): number {
    if (kind === 'tail') this.#isInTask = false;
    if (kind !== 'task') return this.#isInTask ? 1 : 0;
    this.#isInTask = true;
    return 0;
  }
}

export function* walkStream(
  source: ByteSource,
  context: ImageContext,
  report: Report,
): Generator<IndexChunk> {
  let builder = new ChunkBuilder(firstChunkRecords);
  const depths = new Depths();
  for (const record of readLinuxCrRecords(source, context, report)) {
    builder.add(record.offset, numbers.get(record.kind) ?? 0, depths.of(record));
    if (!builder.isFull) continue;
    const chunk = builder.take();
    yield chunk;
    builder = new ChunkBuilder(chunkRecords, chunk.first + chunk.offsets.length);
  }
  yield builder.take();
}

/** The whole index at once, for text output. */
export function indexOf(source: ByteSource, context: ImageContext, report: Report): LinuxCrIndex {
  const index = emptyIndex();
  for (const chunk of walkStream(source, context, report)) index.append(chunk);
  index.complete();
  return index;
}
