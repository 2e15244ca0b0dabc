/** Searching the names and values of a CRIU image in slices. Whoever drives it may stop. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type Hit, nearest, type Wanted } from '../search.ts';
import type { GroupedLayout } from './layout.ts';
import { CriuRecords } from './records.ts';
import { walkCriu } from './walk.ts';

/** Looks at names of files and kinds, names of fields and their values. Case does not matter. */
export const searchCriuNames = (
  source: ByteSource,
  layout: GroupedLayout,
  text: string,
  wanted: Wanted,
): Generator<number, Hit | undefined> => nearest(hitsOf(source, layout, text.toLowerCase()), wanted);

/** Hits in the order of the layout, and between them the part that is done. */
function* hitsOf(source: ByteSource, layout: GroupedLayout, wanted: string): Generator<Hit | number> {
  const records = new CriuRecords(source, layout);
  let record = 0;
  for (const chunk of walkCriu(layout, () => {})) {
    records.index.append(chunk);
    yield records.progress();
    // What comes last ends where the next one starts, which is not known yet.
    for (; record < records.index.length - 1; record++) yield* hitsIn(records, record, wanted);
  }
  records.index.complete();
  for (; record < records.index.length; record++) yield* hitsIn(records, record, wanted);
}

function* hitsIn(records: CriuRecords, record: number, wanted: string): Generator<Hit> {
  const { name, label } = records.words(record);
  if (`${name} ${label}`.toLowerCase().includes(wanted)) {
    yield records.range(record);
  }
  for (const { path, text, raw, offset, length } of records.fields(record)) {
    if (`${path} ${text} ${raw}`.toLowerCase().includes(wanted)) yield { offset, length };
  }
}
