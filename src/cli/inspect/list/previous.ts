/** `--since`: what an earlier run saw, so that only what is new or changed is read again. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../../parse/bytes/document.ts';
import { UsageError } from '../../options.ts';
import type { FileFacts } from './rows-of-path.ts';

export type IsKnown = (path: string, facts: FileFacts) => boolean;

const stem = 'checkpoints';

/** Some hundred thousand checkpoints. */
const tableBytesMax = 64 * 1024 * 1024;

/** `path` is the table of checkpoints of an earlier run, or the directory that it wrote. Throws a UsageError. */
export async function readPrevious(path: string): Promise<IsKnown> {
  const file = fileOf(path);
  const seen = new Map<string, string>();
  const see = (row: Readonly<Record<string, unknown>>) => {
    const { path: name, fileBytes, fileTime } = row;
    if (typeof name !== 'string' || fileTime === null || fileTime === undefined) return;
    const time = fileTime instanceof Date ? fileTime : new Date(String(fileTime));
    seen.set(name, keyOf({ fileBytes: BigInt(String(fileBytes)), fileTime: time }));
  };
  if (file.endsWith('.parquet')) for (const row of await parquetRows(file)) see(row);
  else for (const row of jsonRows(file)) see(row);
  return (name, facts) => seen.get(name) === keyOf(facts);
}

const keyOf = ({ fileBytes, fileTime }: FileFacts): string => `${fileBytes} ${fileTime.getTime()}`;

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

async function parquetRows(file: string): Promise<readonly Record<string, unknown>[]> {
  const { parquetReadObjects } = await import('hyparquet');
  try {
    const bytes = readFileSync(file);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    return await parquetReadObjects({ file: buffer, columns: ['path', 'fileBytes', 'fileTime'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    throw new UsageError(`--since ${file}: is no table of ours: ${(error as Error).message}`);
  }
}

function* jsonRows(file: string): Generator<Readonly<Record<string, unknown>>> {
  for (const line of readDocument(file, tableBytesMax).split('\n')) {
    if (line === '') continue;
    try {
      yield JSON.parse(line);
    } catch {
      throw new UsageError(`--since ${file}: a line is no JSON`);
    }
  }
}
