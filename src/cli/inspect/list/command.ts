/** cr-inspect list PATH…: a row for each checkpoint that is found below the paths, or all tables of them. */

import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { didYouMean } from '../../../did-you-mean.ts';
import { type ListTable, listTableNames } from '../../../inspect/list/tables.ts';
import { findImages } from '../../../open/search.ts';
import { isRemote, shownWord } from '../../../parse/bytes/remote/word.ts';
import { isKernelName } from '../../../restore-sim/plan/index.ts';
import { UsageError } from '../../../usage-error.ts';
import { exitCode } from '../../exit-codes.ts';
import { growYoungHeap, keepYoungHeap } from '../../heap.ts';
import type { Arguments } from '../../options.ts';
import { type ProgressChoice, ProgressLine } from '../../progress.ts';
import { systemErrorText } from '../../run.ts';
import type { ColorChoice, Terminal } from '../../terminal.ts';
import { listInThreads } from './in-threads.ts';
import {
  directoryOutput,
  fileOutput,
  type ListFormat,
  type ListOutput,
  lineOutput,
  textOutput,
} from './outputs.ts';
import { readPrevious } from './previous.ts';
import { factsOf, type ListSettings, rowsOfPath, type TableRow } from './rows-of-path.ts';
import { shardOf } from './shard.ts';

/** Starting a thread costs more than so many small images. */
const threadedMin = 16;

export async function listCheckpoints(
  names: readonly string[],
  args: Arguments,
  terminal: Terminal,
): Promise<number> {
  if (names.length === 0) throw new UsageError('list takes paths: cr-inspect list DIR…');
  const settings = settingsOf(args);
  const jobs = jobsOf(args);
  // Rows come and go in all threads, and so does what is looked at to find images: nothing of them stays.
  if (jobs > 1) keepYoungHeap();
  const paths = await pathsOf(names, args);
  const output = await outputOf(args, terminal, settings.tables);
  const progress = new ProgressLine(terminal, (args.value('progress') ?? 'auto') as ProgressChoice);
  let [done, unreadable, rowCount] = [0, 0, 0];
  const named = new Set(names.map(shownWord));
  let isNamedUnread = false;
  const onRows = (rows: readonly TableRow[], isLast: boolean): void => {
    for (const { table, row, isUnread } of rows) {
      // Of what was found below a path the rest is the answer.
      if (isUnread === true && named.has(String(row['path']))) isNamedUnread = true;
      if (table === 'checkpoints') rowCount += 1;
      if (table === 'checkpoints' && typeof row['error'] === 'string') unreadable += 1;
      if (settings.tables.includes(table)) output.write(table, row);
    }
    if (!isLast) return;
    output.pathEnds?.();
    progress.update('checkpoints', ++done, paths.length);
  };
  try {
    if (jobs === 1 || paths.length < threadedMin) {
      growYoungHeap();
      await listHere(paths, settings, onRows);
    } else await listInThreads(paths, jobs, settings, (_, rows, isLast) => onRows(rows, isLast));
    progress.clear();
    output.commit();
  } catch (error) {
    output.discard();
    throw error;
  }
  if (unreadable > 0 && !args.flag('quiet')) {
    terminal.err(
      `${unreadable} of ${rowCount} ${unreadable === 1 ? 'has' : 'have'} errors; the column "error" says which\n`,
    );
  }
  const isMissing = (name: string) => name !== '-' && !isRemote(name) && !existsSync(name);
  if (isNamedUnread || names.some(isMissing)) return exitCode.io;
  return unreadable > 0 ? exitCode.findings : exitCode.ok;
}

async function listHere(
  paths: readonly string[],
  settings: ListSettings,
  onRows: (rows: readonly TableRow[], isLast: boolean) => void,
): Promise<void> {
  for (const path of paths) {
    for await (const row of rowsOfPath(path, settings)) onRows([row], false);
    onRows([], true);
  }
}

function settingsOf(args: Arguments): ListSettings {
  const named = args.values('table');
  for (const name of named) {
    if (!(listTableNames as readonly string[]).includes(name))
      throw new UsageError(
        `there is no table "${name}"; there are ${listTableNames.join(', ')}${didYouMean(name, listTableNames)}`,
      );
  }
  const isAll = named.length === 0 && args.value('output')?.endsWith('/') === true;
  const tables = isAll ? listTableNames : named.length === 0 ? (['checkpoints'] as const) : named;
  const kernel = args.value('kernel');
  if (kernel !== undefined && !isKernelName(kernel))
    throw new UsageError(`there is no kernel "${kernel}"; cr-restore-sim --list shows them`);
  const isChecked = args.flag('check') || kernel !== undefined || tables.includes('findings');
  return { tables: tables as readonly ListTable[], isChecked, kernel };
}

function jobsOf(args: Arguments): number {
  const text = args.value('jobs');
  if (text === undefined) return availableParallelism();
  if (!/^[1-9]\d?$/.test(text)) throw new UsageError(`--jobs takes 1 to 99, not "${text}"`);
  return Number(text);
}

/** What is named, and the images below directories; of these the part that is ours, and that is new. */
async function pathsOf(names: readonly string[], args: Arguments): Promise<readonly string[]> {
  const isMine = shardOf(args.value('shard'));
  const since = args.values('since');
  const isKnown = await readPrevious(since);
  const paths: string[] = [];
  for (const name of names) {
    paths.push(...(name !== '-' && isDirectory(name) ? await findImages(name) : [name]));
  }
  const mine = paths.filter(isMine);
  if (since.length === 0) return mine;
  return mine.filter((path) => {
    const facts = orUnreadable(() => factsOf(path));
    return facts === undefined || !isKnown(path, facts);
  });
}

const isDirectory = (path: string): boolean =>
  orUnreadable(() => statSync(path, { throwIfNoEntry: false }))?.isDirectory() === true;

/** Undefined for what cannot be looked at: its row says why, and the others go on. */
function orUnreadable<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch (error) {
    if (systemErrorText(error) === undefined) throw error;
    return undefined;
  }
}

/** A path that ends with a slash is a directory with a file for each table. */
async function outputOf(
  args: Arguments,
  terminal: Terminal,
  tables: readonly ListTable[],
): Promise<ListOutput> {
  const path = args.value('output');
  const place = { path: path ?? '-', force: args.flag('force') };
  const format = formatOf(args, path);
  const [table = 'checkpoints', ...more] = tables;
  if (path?.endsWith('/')) {
    if (format === 'table') throw new UsageError('a directory takes --format ndjson, csv or parquet');
    return directoryOutput(tables, format, { ...place, path: path.replace(/(?<!\/)\/+$/, '') });
  }
  if (more.length > 0) throw new UsageError('several tables need a directory: -o DIR/');
  if (format === 'table') {
    if (path !== undefined) throw new UsageError('-o takes --format ndjson, csv or parquet');
    return textOutput(table, terminal, (args.value('color') ?? 'auto') as ColorChoice);
  }
  if (format === 'parquet' && path === undefined && terminal.isOutTty)
    throw new UsageError('Parquet is not for a terminal: -o FILE.parquet');
  if (format === 'ndjson' && place.path === '-') return lineOutput(table, terminal);
  return fileOutput(table, format, place);
}

/** Said, or by the ending of the file. */
function formatOf(args: Arguments, path: string | undefined): ListFormat {
  const named = args.value('format') as ListFormat | undefined;
  if (named !== undefined) return named;
  if (args.flag('json')) return 'ndjson';
  const [, ending] = /\.(ndjson|csv|parquet)$/.exec(path ?? '') ?? [];
  return (ending as ListFormat | undefined) ?? (path?.endsWith('/') ? 'parquet' : 'table');
}
