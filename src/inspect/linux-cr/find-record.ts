/** What `record REF` may name, and where it is. */
import { didYouMean } from '../../did-you-mean.ts';
import { parseOffset, plural } from '../words.ts';
import type { Place } from './meaning.ts';

export type Found = { readonly record: number } | { readonly problem: string };

export const referenceHelp =
  'REF is an offset (0x1f40 or 8000, also one inside a record), task:PID, object:N for the announcement of a shared object, or KIND:N for the Nth record of a kind from 0, as in mm:0';

/** `size` is that of the stream. */
export function findRecord(place: Place, size: number, reference: string): Found {
  const offset = parseOffset(reference);
  if (offset !== undefined) {
    if (offset >= size)
      return { problem: `offset ${reference} is beyond the end of the stream (${size} bytes)` };
    return { record: place.index.recordHolding(offset) };
  }
  const [, kind = '', text = ''] = /^([a-z0-9_]+):(\d+)$/i.exec(reference) ?? [];
  const number = Number(text);
  if (kind === '') return { problem: `"${reference}" names no record; ${referenceHelp}` };
  if (kind === 'task') {
    const record = taskRecord(place, number);
    return record === undefined ? { problem: `no task has the pid ${number}` } : { record };
  }
  if (kind === 'object') {
    const record = place.reader.announcement(number);
    return record === undefined ? { problem: `no object ${number} is announced` } : { record };
  }
  return nthOf(place, kind, number);
}

export function taskRecord({ index, reader }: Place, pid: number): number | undefined {
  const wanted = reader.pids().indexOf(pid);
  if (wanted === -1) return undefined;
  let seen = 0;
  for (let record = 0; record < index.length; record++) {
    if (index.kind(record) !== 'task') continue;
    if (seen === wanted) return record;
    seen += 1;
  }
  return undefined;
}

function nthOf({ index }: Place, kind: string, wanted: number): Found {
  let count = 0;
  for (let record = 0; record < index.length; record++) {
    if (index.kind(record) !== kind) continue;
    if (count === wanted) return { record };
    count += 1;
  }
  if (count > 0) return { problem: `only ${plural(count, 'record')} of the kind ${kind}` };
  const kinds = new Set(Array.from({ length: index.length }, (_, record) => index.kind(record)));
  return { problem: `no record of the kind ${kind}${didYouMean(kind, kinds)}` };
}
