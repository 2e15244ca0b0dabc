/** Kinds of CPT records by the small number that an index keeps. */
import type { AnyRecord } from '../../parse/cpt/record.ts';
import { type CptKind, cptKinds } from '../../parse/generated/cpt-records.ts';
import { RecordIndex } from '../record-index.ts';

export type RecordKind = AnyRecord['kind'];
export type CptIndex = RecordIndex<RecordKind>;

export const recordKinds: readonly RecordKind[] = [
  'image',
  'section',
  'unknown',
  'raw',
  ...(Object.keys(cptKinds) as CptKind[]),
];
const numbers = new Map(recordKinds.map((kind, number) => [kind, number]));

export const numberOfKind = (kind: RecordKind): number => numbers.get(kind) ?? 0;

export const emptyCptIndex = (): CptIndex => new RecordIndex(recordKinds);
