/** Parquet: rows are kept until there are enough for a group, and written column by column. */
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { type Cell, type ColumnType, columnsOf, type ListRow } from '../tables.ts';
import type { OpenRowWriter, RowSink } from './format.ts';

/** A megabyte or two of rows, for each of six tables; readers like larger groups, we like bounded memory. */
export const groupRows = 5_000;

const basicTypes: Readonly<Record<ColumnType, NonNullable<ColumnSource['type']>>> = {
  string: 'STRING',
  int32: 'INT32',
  int64: 'INT64',
  boolean: 'BOOLEAN',
  timestamp: 'TIMESTAMP',
};

/** The library's growing buffer, emptied into the output behind each group. */
class SinkWriter extends ByteWriter {
  readonly #sink: RowSink;

  constructor(sink: RowSink) {
    super();
    this.#sink = sink;
  }

  flush(): void {
    this.#sink.write(new Uint8Array(this.buffer, 0, this.index));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

export const openParquet: OpenRowWriter = (table, sink) => {
  const columns = columnsOf(table);
  const dataOf = (rows: readonly ListRow[]): ColumnSource[] =>
    columns.map(([name, { type }]) => ({
      name,
      type: basicTypes[type],
      data: rows.map((row): Cell => row[name] ?? null),
    }));
  const writer = new ParquetWriter({
    writer: new SinkWriter(sink),
    schema: schemaFromColumnData({ columnData: dataOf([]) }),
    createdBy: 'cr-tools',
  });
  let rows: ListRow[] = [];
  const writeGroup = () => {
    if (rows.length > 0) writer.write({ columnData: dataOf(rows), rowGroupSize: groupRows });
    rows = [];
  };
  return {
    write(row) {
      rows.push(row);
      if (rows.length === groupRows) writeGroup();
    },
    finish() {
      writeGroup();
      writer.finish();
    },
  };
};
