/** A line of JSON for each row: columns without a value are null, 64-bit numbers are strings as in all our JSON. */
import { safeText } from '../../../visible.ts';
import type { Cell } from '../tables.ts';
import { columnsOf } from '../tables.ts';
import type { OpenRowWriter } from './format.ts';

const encoder = new TextEncoder();

export const openNdjson: OpenRowWriter = (table, sink) => {
  const columns = columnsOf(table).map(([name]) => name);
  return {
    write(row) {
      const cells = columns.map((name) => `${JSON.stringify(name)}:${textOf(row[name])}`);
      sink.write(encoder.encode(`{${cells.join(',')}}\n`));
    },
    finish() {},
  };
};

function textOf(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return 'null';
  return safeText(JSON.stringify(typeof cell === 'bigint' ? String(cell) : cell));
}
