/** The thread of `parquet-rows.ts`: the reader trusts what a table says of itself, and may have no end. */
import { parentPort, workerData } from 'node:worker_threads';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { ParquetAnswer, ParquetQuestion } from './parquet-rows.ts';

/** So many rows are made objects at once. */
const rowsAtOnce = 10_000;
/** A table may hold one row a thousand times and be small. */
const rowsMax = 1_000_000;

const port = parentPort;
if (port === null) throw new Error('this file is run as a thread');
const { file, columns } = workerData as ParquetQuestion;
let next = 0;

async function moreRows(): Promise<ParquetAnswer> {
  try {
    const count = Number(parquetMetadata(file).num_rows);
    if (count > rowsMax) return { why: `more than ${rowsMax} rows` };
    const rowStart = next;
    next = Math.min(count, rowStart + rowsAtOnce);
    const rows = await parquetReadObjects({ file, columns: [...columns], rowStart, rowEnd: next });
    return { rows, isLast: next >= count };
  } catch (error) {
    // Its own reasons are plain errors; what the engine says of a damaged table is of no use to anyone.
    const isReason = error instanceof Error && error.constructor === Error;
    return { why: isReason ? error.message : 'it is damaged' };
  }
}

port.on('message', () => void moreRows().then((answer) => port.postMessage(answer)));
port.postMessage('ready');
