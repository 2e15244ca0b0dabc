/** What `record REF` may name, and where it is. */

import { didYouMean } from '../../did-you-mean.ts';
import { parseOffset, plural } from '../words.ts';
import type { CptIndex } from './kinds.ts';
import type { RecordReader } from './record-reader.ts';

export type Found = { readonly record: number } | { readonly problem: string };

export const referenceHelp =
  'REF is an offset (0x1f40 or 8000, also one inside a record), task:PID, or KIND:N for the Nth record of a kind from 0, as in mm:0';

/** `size` is that of the file. */
export function findRecord(index: CptIndex, reader: RecordReader, size: number, reference: string): Found {
  const offset = parseOffset(reference);
  if (offset !== undefined) {
    if (offset >= size)
      return { problem: `offset ${reference} is beyond the end of the file (${size} bytes)` };
    return { record: index.recordHolding(offset) };
  }
  const [, kind = '', number = ''] = /^([a-z0-9_]+):(\d+)$/i.exec(reference) ?? [];
  if (kind === '') return { problem: `"${reference}" names no record; ${referenceHelp}` };
  return kind === 'task' ? taskOf(index, reader, Number(number)) : nthOf(index, kind, Number(number));
}

/** The task of a pid; undefined when no task has it. */
export function taskRecord(index: CptIndex, reader: RecordReader, pid: number): number | undefined {
  for (let record = 0; record < index.length; ) {
    if (index.kind(record) === 'task') {
      const task = reader.record(record);
      if (task.kind === 'task' && task.fields.pid === pid) return record;
      record = index.end(record);
    } else {
      record = index.kind(record) === 'section' ? record + 1 : index.end(record);
    }
  }
  return undefined;
}

function taskOf(index: CptIndex, reader: RecordReader, pid: number): Found {
  const record = taskRecord(index, reader, pid);
  return record === undefined ? { problem: `no task has the pid ${pid}` } : { record };
}

function nthOf(index: CptIndex, kind: string, wanted: number): Found {
  let count = 0;
  for (let record = 0; record < index.length; record++) {
    if (index.kind(record) !== kind) continue;
    if (count === wanted) return { record };
    count++;
  }
  if (count > 0) return { problem: `only ${plural(count, 'record')} of the kind ${kind}` };
  const kinds = new Set(Array.from({ length: index.length }, (_, record) => index.kind(record)));
  return { problem: `no record of the kind ${kind}${didYouMean(kind, kinds)}` };
}
