/** What programs keep at known places of their memory: arguments and environment. */
import { readMemory } from '../memory/read.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { smaller } from './bigint.ts';
import type { Checkpoint, Id, Task } from './checkpoint.ts';
import { follow } from './look-up.ts';

/** Arguments and environment are shown up to this length, as `/proc/PID/cmdline` of old kernels did. */
const argumentBytesMax = 128n * 1024n;

/**
 * The command line as a list, as `/proc/PID/cmdline` has it; undefined for zombies and where the image does not hold
 * it. A program that wrote over the last NUL of its arguments has a title there, which goes on into its environment
 * (setproctitle(3); fs/proc/base.c, get_mm_cmdline).
 */
export function commandLine(checkpoint: Checkpoint, source: ByteSource, task: Task): string[] | undefined {
  const memory = follow(checkpoint.memories, task.memory);
  if (memory === undefined) return undefined;
  const { id, startArg, endArg, startEnv, endEnv } = memory;
  const last = endArg > startArg ? readMemory(checkpoint, source, id, endArg - 1n, 1) : undefined;
  if (last === undefined || last[0] === 0) return strings(checkpoint, source, id, startArg, endArg);
  const end = startEnv === endArg && endEnv > startEnv ? endEnv : endArg;
  const [title = ''] =
    strings(checkpoint, source, id, startArg, smaller(end, startArg + titleBytesMax)) ?? [];
  return [title];
}

/**
 * What there is to read of arguments: a program that writes its title over them fills the rest with NULs, each of which
 * ends an argument of no length.
 */
export const readableWords = (words: readonly string[]): readonly string[] =>
  words.slice(0, words.findLastIndex((word) => word !== '') + 1);

/** One page, as the kernel reads. */
const titleBytesMax = 4096n;

/** `NAME=value` strings that the program was started with. */
export function environment(checkpoint: Checkpoint, source: ByteSource, task: Task): string[] | undefined {
  const memory = follow(checkpoint.memories, task.memory);
  return memory && strings(checkpoint, source, memory.id, memory.startEnv, memory.endEnv);
}

function strings(
  checkpoint: Checkpoint,
  source: ByteSource,
  memory: Id<'memory'>,
  start: bigint,
  end: bigint,
): string[] | undefined {
  if (end <= start) return [];
  const length = Number(smaller(end - start, argumentBytesMax));
  const bytes = readMemory(checkpoint, source, memory, start, length);
  if (!bytes) return undefined;
  const parts = new TextDecoder().decode(bytes).split('\0');
  if (parts.at(-1) === '') parts.pop();
  return parts;
}
