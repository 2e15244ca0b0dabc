/**
 * RFC 4180, with a line of names first; a column without a value is empty. What a terminal or a CI log would obey stands
 * as an escape; the exact text is in NDJSON and Parquet.
 */
import { visible } from '../../../visible.ts';
import type { Cell } from '../tables.ts';
import { columnsOf } from '../tables.ts';
import type { OpenRowWriter } from './format.ts';

const encoder = new TextEncoder();

export const openCsv: OpenRowWriter = (table, sink) => {
  const columns = columnsOf(table).map(([name]) => name);
  const line = (cells: readonly string[]) => sink.write(encoder.encode(`${cells.join(',')}\r\n`));
  line(columns);
  return {
    write: (row) => line(columns.map((name) => textOf(row[name]))),
    finish() {},
  };
};

function textOf(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  const text = cell instanceof Date ? cell.toISOString() : visible(String(cell));
  // Text from an image that starts like a formula would be run by a spreadsheet.
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
