/** Where the rows go: one table to standard output or a file, or all of them to files of a directory. */
import { openCsv } from '../../../inspect/list/formats/csv.ts';
import type { OpenRowWriter, RowWriter } from '../../../inspect/list/formats/format.ts';
import { ndjsonLines, openNdjson } from '../../../inspect/list/formats/ndjson.ts';
import type { ListRow, ListTable } from '../../../inspect/list/tables.ts';
import { listTable } from '../../../inspect/list/text-table.ts';
import { DirectoryOutput } from '../../../parse/bytes/output/directory-output.ts';
import { openOutput } from '../../../parse/bytes/output/file-output.ts';
import { type OutputOptions, refuseWritingOver } from '../../../parse/bytes/output/place.ts';
import { type ColorChoice, type Terminal, usesColor } from '../../terminal.ts';
import { printTables } from '../text.ts';

export const listFormats = ['table', 'ndjson', 'csv', 'parquet'] as const;
export type ListFormat = (typeof listFormats)[number];
type FileFormat = Exclude<ListFormat, 'table'>;

export interface Place extends OutputOptions {
  readonly path: string;
}

export interface ListOutput {
  write(table: ListTable, row: ListRow): void;
  /** All rows of a path were written. */
  pathEnds?(): void;
  /** Everything was written. */
  commit(): void;
  /** Nothing is left of it. */
  discard(): void;
}

// The library is loaded by those who write Parquet, and by nobody else.
async function openerOf(format: FileFormat): Promise<OpenRowWriter> {
  if (format === 'ndjson') return openNdjson;
  if (format === 'csv') return openCsv;
  return (await import('../../../inspect/list/formats/parquet.ts')).openParquet;
}

/** As a table for people. */
export function textOutput(table: ListTable, terminal: Terminal, color: ColorChoice): ListOutput {
  const rows: ListRow[] = [];
  return {
    write: (_, row) => void rows.push(row),
    commit: () =>
      printTables(terminal, [listTable(table, rows)], usesColor(color, terminal.isOutTty, terminal.env)),
    discard() {},
  };
}

/** Enough for one write; of very many rows of one path not all are kept. */
const pieceCharacters = 256 * 1024;

/**
 * Rows of JSON to standard output as they come: each is whole in itself, and `--since` goes on after those of a run that
 * was ended.
 */
export function lineOutput(table: ListTable, terminal: Terminal): ListOutput {
  const lineOf = ndjsonLines(table);
  let text = '';
  const pass = (): void => {
    if (text === '') return;
    refuseWritingOver('standard output', stdoutFd);
    terminal.out(text);
    text = '';
  };
  return {
    write(_, row) {
      text += lineOf(row);
      if (text.length >= pieceCharacters) pass();
    },
    pathEnds: pass,
    commit: pass,
    discard() {},
  };
}

const stdoutFd = 1;

/** One table; `-` is standard output. */
export async function fileOutput(
  table: ListTable,
  format: FileFormat,
  { path, ...options }: Place,
): Promise<ListOutput> {
  const open = await openerOf(format);
  const output = openOutput(path, options);
  const writer = open(table, output.sink);
  return {
    write: (_, row) => writer.write(row),
    commit() {
      writer.finish();
      output.commit();
    },
    discard: () => output.discard(),
  };
}

/** A file for each table, `checkpoints.parquet` …; the directory appears whole or not at all. */
export async function directoryOutput(
  tables: readonly ListTable[],
  format: FileFormat,
  { path, ...options }: Place,
): Promise<ListOutput> {
  const open = await openerOf(format);
  const directory = new DirectoryOutput(path, options);
  const files = tables.map((table) => directory.create(`${table}.${format}`));
  const writers = new Map<ListTable, RowWriter>();
  for (const [index, table] of tables.entries()) writers.set(table, open(table, files[index] as never));
  return {
    write: (table, row) => writers.get(table)?.write(row),
    commit() {
      for (const writer of writers.values()) writer.finish();
      for (const file of files) file.close();
      directory.commit();
    },
    discard: () => directory.discard(),
  };
}
