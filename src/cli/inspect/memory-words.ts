/** How users name processes, addresses and areas, for the commands that look into memory. */
import type { Image } from '../../inspect/image.ts';
import { areaName } from '../../inspect/views/process-names.ts';
import { type Space, spacesOf } from '../../memory/spaces.ts';
import type { Checkpoint, MemoryArea } from '../../model/checkpoint.ts';
import { UsageError } from '../options.ts';
import { openImage } from './input.ts';
import type { Job } from './job.ts';
import { checkPids } from './wanted.ts';

/** Runs with an opened image, and closes it. */
export async function withImage<Result>(
  job: Job,
  path: string,
  use: (image: Image) => Promise<Result> | Result,
): Promise<Result> {
  const { image, close } = await openImage(job, path);
  try {
    checkPids(image.checkpoint, job.filter);
    return await use(image);
  } finally {
    close();
  }
}

/** Address spaces of the processes that `--pid` names, of all without it; threads stand for their process. */
export function wantedSpaces({ checkpoint }: Image, { filter }: Job): readonly Space[] {
  const all = spacesOf(checkpoint);
  if (filter.pids.length === 0) return all;
  const wanted = new Set(filter.pids);
  for (const { pid, tgid } of checkpoint.tasks) if (wanted.has(pid)) wanted.add(tgid);
  return all.filter(({ pids }) => pids.some((pid) => wanted.has(pid)));
}

/** The one process that is meant. */
export function oneSpace(image: Image, job: Job): Space {
  const spaces = wantedSpaces(image, job);
  const [only, ...more] = spaces;
  if (only === undefined) throw new UsageError('no process with memory is in the image');
  if (more.length === 0) return only;
  throw new UsageError(`there are ${spaces.length} processes with memory: choose one with --pid`);
}

/** What /proc/PID/maps calls it; anonymous memory has no name there. */
export const shownArea = (checkpoint: Checkpoint, area: MemoryArea): string =>
  areaName(checkpoint, area) || 'anonymous';

export const areaRange = ({ start, end }: { readonly start: bigint; readonly end: bigint }): string =>
  `${start.toString(16)}-${end.toString(16)}`;

/** `0x7f00…`, or `7f00…` with letters in it or as /proc/PID/maps writes it; undefined for anything else. */
export function parseAddress(text: string): bigint | undefined {
  if (/^0x[0-9a-f]{1,16}$/i.test(text)) return BigInt(text);
  if (/^\d{1,20}$/.test(text)) return BigInt.asUintN(64, BigInt(text));
  return /^[0-9a-f]{4,16}$/i.test(text) ? BigInt(`0x${text}`) : undefined;
}

/** `4096`, `0x1000`, `4k`, `2M`. */
export function parseLength(text: string): bigint {
  const match = /^(0x[0-9a-f]{1,16}|\d{1,18})([kMG]?)$/i.exec(text);
  if (match === null) throw new UsageError(`a length is a number such as 256, 0x100 or 4k, not "${text}"`);
  const units: Readonly<Record<string, bigint>> = { '': 1n, k: 1024n, m: 1n << 20n, g: 1n << 30n };
  return BigInt(match[1] ?? '0') * (units[(match[2] ?? '').toLowerCase()] ?? 1n);
}

/** Areas by name (`[heap]`, a path or its last part, `anonymous`), by range (`7f00-7f01`) or by an address inside. */
export function areasNamed({ checkpoint }: Image, { memory }: Space, text: string): readonly MemoryArea[] {
  const range = /^(?:0x)?([0-9a-f]{1,16})-(?:0x)?([0-9a-f]{1,16})$/i.exec(text);
  const all = [...memory.areas];
  if (range !== null) {
    const [start, end] = [BigInt(`0x${range[1]}`), BigInt(`0x${range[2]}`)];
    return all.filter((area) => area.start < end && area.end > start);
  }
  const named = all.filter((area) => {
    const name = shownArea(checkpoint, area);
    return (
      name === text ||
      name === `[${text}]` ||
      name.replace(/ \(deleted\)$/, '') === text ||
      name.endsWith(`/${text}`)
    );
  });
  return named;
}
