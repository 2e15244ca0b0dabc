/** A line of JSON for each row: columns without a value are null, 64-bit numbers are strings as in all our JSON. */
import { safeText } from '../../../visible.ts';
import { type Cell, columnsOf, type ListRow, type ListTable } from '../tables.ts';
import type { OpenRowWriter } from './format.ts';

const encoder = new TextEncoder();

export const openNdjson: OpenRowWriter = (table, sink) => {
  const lineOf = ndjsonLines(table);
  return {
    write: (row) => sink.write(encoder.encode(lineOf(row))),
    finish() {},
  };
};

export function ndjsonLines(table: ListTable): (row: ListRow) => string {
  const columns = columnsOf(table).map(([name]) => name);
  return (row) => `{${columns.map((name) => `${JSON.stringify(name)}:${textOf(row[name])}`).join(',')}}\n`;
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return 'null';
  return safeText(JSON.stringify(typeof cell === 'bigint' ? String(cell) : cell));
}
