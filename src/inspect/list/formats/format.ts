/** How rows of one table are written: rows come one by one, bytes go out as they are ready. */
import type { ListRow, ListTable } from '../tables.ts';

export interface RowWriter {
  write(row: ListRow): void;
  finish(): void;
}

/** Where the bytes go. */
export interface RowSink {
  write(bytes: Uint8Array): void;
}

export type OpenRowWriter = (table: ListTable, sink: RowSink) => RowWriter;
