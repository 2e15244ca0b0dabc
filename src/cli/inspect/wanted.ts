/** What `--type` and `--pid` ask for is there, or the command line is wrong: an empty answer would hide the mistake. */
import { didYouMean } from '../../did-you-mean.ts';
import type { Filter } from '../../inspect/filter.ts';
import type { View, ViewRow } from '../../inspect/view.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { UsageError } from '../options.ts';

/** Before anything is opened. */
export function checkTypes(name: string, { types }: ViewRow, { typeWords }: View, filter: Filter): void {
  if (filter.types.length === 0) return;
  if (types === undefined) throw new UsageError(`--type does not apply to ${name}`);
  for (const type of filter.types) checkWord(type, typeWords ?? [type], name);
}

/** `known` in any case of letters. */
export function checkWord(type: string, known: readonly string[], where: string): void {
  if (known.some((word) => word.toLowerCase() === type)) return;
  throw new UsageError(`${where} has no type "${type}"${didYouMean(type, known) || `: ${listed(known)}`}`);
}

const listedMax = 24;

const listed = (words: readonly (string | number)[]): string =>
  words.slice(0, listedMax).join(', ') + (words.length > listedMax ? ', …' : '');

/** In one of several checkpoints. Threads count for their process; a pre-dump has pages of processes, but no processes. */
export function checkPids(checkpoints: readonly Checkpoint[], { pids }: Filter): void {
  if (pids.length === 0) return;
  const tasks = checkpoints.flatMap((checkpoint) => checkpoint.tasks);
  const known = new Set(tasks.flatMap(({ pid, tgid }) => [pid, tgid]));
  for (const { memories } of checkpoints)
    for (const { pagesOfPid } of memories.values()) if (pagesOfPid !== undefined) known.add(pagesOfPid);
  const missing = pids.find((pid) => !known.has(pid));
  if (missing === undefined) return;
  const leaders = [...new Set(tasks.map(({ tgid }) => tgid))].sort((a, b) => a - b);
  const there = leaders.length === 0 ? 'there are no processes' : `there are ${listed(leaders)}`;
  const where = checkpoints.length === 1 ? 'this image' : 'these images';
  throw new UsageError(`no process ${missing} in ${where}: ${there}`);
}
