/**
 * The rows of the record tree as two packed arrays, so that a tree with millions of open records still fits: which
 * record, and which part of it. Rows are made anew when something is opened or the index grows.
 */
import type { RecordIndex } from '../../inspect/record-index.ts';

/** A record itself; the folder of its fields; or, from 0 on, one of its fields. */
export const wholeRecord = -1;
export const fieldFolder = -2;

export interface Spot {
  /** Number of the record in the index. */
  readonly record: number;
  /** `wholeRecord`, `fieldFolder` or the number of a field. */
  readonly part: number;
}

export interface TreeRows {
  readonly length: number;
  readonly records: Uint32Array;
  readonly parts: Int16Array;
}

/** What is open: twice the record number, plus one for the folder of its fields. */
export type Opened = ReadonlySet<number>;
export const openKey = (record: number, part = wholeRecord): number =>
  2 * record + (part === fieldFolder ? 1 : 0);

export interface TreeInput {
  readonly index: RecordIndex;
  readonly opened: Opened;
  /** Only records of which this is true; undefined for the whole tree. */
  readonly isListed: ((record: number) => boolean) | undefined;
  readonly fieldCount: (record: number) => number;
}

class Rows {
  length = 0;
  records = new Uint32Array(1024);
  parts = new Int16Array(1024);

  push(record: number, part: number): void {
    if (this.length === this.records.length) {
      const [records, parts] = [this.records, this.parts];
      this.records = new Uint32Array(2 * records.length);
      this.parts = new Int16Array(2 * records.length);
      this.records.set(records);
      this.parts.set(parts);
    }
    this.records[this.length] = record;
    this.parts[this.length] = part;
    this.length++;
  }
}

/** All rows that can be scrolled to. */
export function treeRows({ index, opened, isListed, fieldCount }: TreeInput): TreeRows {
  const rows = new Rows();
  for (let record = 0; record < index.length; ) {
    const isShown = isListed === undefined || isListed(record);
    const isOpen = opened.has(openKey(record));
    if (isShown) rows.push(record, wholeRecord);
    const end = index.end(record);
    const hasChildren = end > record + 1;
    if (isShown && isOpen) pushFields(rows, record, fieldCount(record), hasChildren, opened);
    // With a filter the tree is a list: whatever matches is shown, wherever it lies.
    record = isOpen || isListed !== undefined ? record + 1 : end;
  }
  return rows;
}

function pushFields(rows: Rows, record: number, count: number, hasChildren: boolean, opened: Opened): void {
  if (count === 0) return;
  if (hasChildren) {
    rows.push(record, fieldFolder);
    if (!opened.has(openKey(record, fieldFolder))) return;
  }
  for (let field = 0; field < count; field++) rows.push(record, field);
}

export const spotAt = (rows: TreeRows, row: number): Spot | undefined =>
  row >= 0 && row < rows.length
    ? { record: rows.records[row] ?? 0, part: rows.parts[row] ?? wholeRecord }
    : undefined;

/** The row of a spot, or of the record around it when the part is not open; -1 when that is not shown either. */
export function rowOf(rows: TreeRows, { record, part }: Spot): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows.records[middle] ?? 0) < record) low = middle + 1;
    else high = middle;
  }
  if (rows.records[low] !== record || low >= rows.length) return -1;
  for (let row = low; row < rows.length && rows.records[row] === record; row++)
    if (rows.parts[row] === part) return row;
  return low;
}
