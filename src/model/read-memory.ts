/** What programs keep at known places of their memory: arguments, environment, the auxiliary vector. */
import { readMemory } from '../memory/read.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { smaller } from './bigint.ts';
import type { ByteRange, Checkpoint, Id, Task } from './checkpoint.ts';
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

export interface AuxEntry {
  /** `AT_*`. */
  readonly type: bigint;
  readonly value: bigint;
}

/** Entries of a longer vector are damage: kernels have about 20. */
const auxBytesMax = 4096;

/** The auxiliary vector that the image stores; undefined where it stores none. */
export function auxiliaryVector(
  checkpoint: Checkpoint,
  source: ByteSource,
  task: Task,
): readonly AuxEntry[] | undefined {
  const auxv = follow(checkpoint.memories, task.memory)?.auxv;
  if (!auxv) return undefined;
  const words = words64(source, auxv);
  const entries: AuxEntry[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) entries.push({ type: words[at]!, value: words[at + 1]! });
  return entries;
}

/** OpenVZ stores the words of 32-bit kernels in 64 bits too. */
function words64(source: ByteSource, { offset, length }: ByteRange): readonly bigint[] {
  const bytes = source.view(offset, Math.min(length, auxBytesMax));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.byteLength / 8) }, (_, index) =>
    view.getBigUint64(index * 8, true),
  );
}
