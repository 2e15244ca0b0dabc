/** `--shard I/N`: the part of the paths that one of N runs takes, the same wherever and in whatever order it runs. */
import { createHash } from 'node:crypto';
import { UsageError } from '../../options.ts';

export type IsMine = (path: string) => boolean;

/** `2/8`: the second of eight. Throws a UsageError. */
export function shardOf(text: string | undefined): IsMine {
  if (text === undefined) return () => true;
  const [, index = '', count = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const [own, all] = [Number(index), Number(count)];
  if (all < 1 || own < 1 || own > all)
    throw new UsageError(`--shard takes I/N with I from 1 to N, as in 1/8, not "${text}"`);
  return (path) => createHash('sha256').update(path).digest().readUInt32BE(0) % all === own - 1;
}
