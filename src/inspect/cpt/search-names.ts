/** Searching the names and values of records in slices. Whoever drives it may stop. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../parse/bytes/exact-stream.ts';
import { sectionName } from '../../parse/cpt/path.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import { imageHeaderBytes, imageHeaderPrefixBytes } from '../../parse/cpt/record.ts';
import { readImageHeader } from '../../parse/generated/cpt-records.ts';
import { type Hit, nearest, type Wanted } from '../search.ts';
import { type Clock, clockOf, fieldMeanings } from './meaning.ts';
import { recordLabel } from './record-rows.ts';

/** Records decoded between two looks at the keyboard. */
const sliceRecords = 1024;

/** Looks at kinds, names of fields and their values, in words and as stored. Case does not matter. */
export const searchNames = (
  source: ByteSource,
  text: string,
  wanted: Wanted,
): Generator<number, Hit | undefined> => nearest(hitsOf(source, text.toLowerCase()), wanted);

function* hitsOf(source: ByteSource, wanted: string): Generator<Hit | number> {
  const clock = clockOfImage(source);
  let count = 0;
  for (const record of readCptRecords(source, () => {})) {
    if (++count % sliceRecords === 0) yield record.offset / source.size;
    yield* hitsIn(source, record, wanted, clock);
  }
}

function clockOfImage(source: ByteSource): Clock {
  const fixed = source.view(imageHeaderPrefixBytes, imageHeaderBytes - imageHeaderPrefixBytes);
  return clockOf(readImageHeader(new ExactStream().load(fixed)));
}

function* hitsIn(source: ByteSource, record: AnyRecord, wanted: string, clock: Clock): Generator<Hit> {
  const name = record.kind === 'section' ? sectionName(record.fields.section) : record.kind;
  if (`${name} ${recordLabel(source, record)}`.toLowerCase().includes(wanted)) {
    yield { offset: record.offset, length: record.hdrlen };
  }
  for (const { path, kernelName = '', text, raw, offset, length } of fieldMeanings(record, clock)) {
    if (`${path} ${kernelName} ${text} ${raw}`.toLowerCase().includes(wanted)) yield { offset, length };
  }
}
