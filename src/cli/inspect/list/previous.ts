/** `--since`: what an earlier run saw, so that only what is new or changed is read again. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { documentLines, readDocumentBytes } from '../../../parse/bytes/document.ts';
import { JsonTooLarge, parseBoundedJson } from '../../../parse/json/bounded-json.ts';
import { UsageError } from '../../options.ts';
import { parquetRows, type Row } from './parquet-rows.ts';
import type { FileFacts } from './rows-of-path.ts';

export type IsKnown = (path: string, facts: FileFacts) => boolean;

const stem = 'checkpoints';

/** Some hundred thousand checkpoints. */
const tableBytesMax = 64 * 1024 * 1024;

/** `paths` are tables of checkpoints of earlier runs, or the directories that they wrote. Throws a UsageError. */
export async function readPrevious(paths: readonly string[]): Promise<IsKnown> {
  const seen = new Set<string>();
  const see = (row: Row) => {
    const { path: name, fileBytes, fileTime } = row;
    if (typeof name !== 'string' || !isCount(fileBytes)) return;
    const time =
      fileTime instanceof Date ? fileTime : new Date(typeof fileTime === 'string' ? fileTime : Number.NaN);
    seen.add(keyOf(name, { fileBytes: BigInt(fileBytes), fileTime: time }));
  };
  for (const path of paths) {
    const file = fileOf(path);
    if (file.endsWith('.parquet')) for await (const row of tableRows(file)) see(row);
    else for (const row of jsonRows(file)) see(row);
  }
  return (name, facts) => seen.has(keyOf(name, facts));
}

/** Numbers of 64 bits are text in JSON. */
const isCount = (value: unknown): value is string | number | bigint =>
  typeof value === 'bigint' ||
  (typeof value === 'string' ? /^\d{1,20}$/.test(value) : Number.isSafeInteger(value));

const keyOf = (path: string, { fileBytes, fileTime }: FileFacts): string =>
  `${fileBytes} ${fileTime.getTime()} ${path}`;

function fileOf(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    if (/\.(parquet|ndjson)$/.test(path)) return path;
    throw new UsageError('--since takes the ndjson or parquet table of an earlier run, or its directory');
  }
  const found = ['parquet', 'ndjson'].map((ending) => join(path, `${stem}.${ending}`)).find(existsSync);
  if (found === undefined)
    throw new UsageError(`--since ${path}: no ${stem}.parquet or ${stem}.ndjson in it`);
  return found;
}

async function* tableRows(file: string): AsyncGenerator<Row> {
  const bytes = readDocumentBytes(file, tableBytesMax);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  try {
    yield* parquetRows(buffer, ['path', 'fileBytes', 'fileTime']);
  } catch (error) {
    throw new UsageError(`--since ${file}: is no table of ours: ${(error as Error).message}`);
  }
}

function* jsonRows(file: string): Generator<Row> {
  // A run that was ended leaves its last row unfinished, and of the path that it was at nothing is known: an archive may
  // have several rows. A file without any row is none of ours.
  const held: Row[] = [];
  let unfinished: { readonly line: string; readonly error: unknown } | undefined;
  for (const line of documentLines(file, tableBytesMax)) {
    if (line === '') continue;
    if (unfinished !== undefined) throw unfinished.error;
    try {
      const row = rowOf(line, file);
      if (row['path'] !== held[0]?.['path']) yield* held.splice(0);
      held.push(row);
    } catch (error) {
      if (!line.startsWith(rowStart)) throw error;
      unfinished = { line, error };
    }
  }
  const ownStart = `${rowStart}${JSON.stringify(held[0]?.['path'])}`;
  if (unfinished === undefined || !isStartOfBoth(unfinished.line, ownStart)) yield* held;
}

/** What a row of ours begins with. */
const rowStart = '{"path":';

const isStartOfBoth = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
};

function rowOf(line: string, file: string): Row {
  let row: unknown;
  try {
    row = parseBoundedJson(line);
  } catch (error) {
    const why = error instanceof JsonTooLarge ? `has ${error.message}` : 'is no JSON';
    throw new UsageError(`--since ${file}: a line ${why}`);
  }
  if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  throw new UsageError(`--since ${file}: a line is no row of a table`);
}
