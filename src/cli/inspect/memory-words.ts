/** Which processes the commands that look into memory are asked about. */
import type { Image } from '../../inspect/image.ts';
import type { NotSearchedList } from '../../inspect/memory/not-searched.ts';
import { type Space, spacesOf } from '../../memory/spaces.ts';
import { UsageError } from '../options.ts';
import { visible } from '../terminal.ts';
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
    checkPids([image.checkpoint], job.filter);
    return await use(image);
  } finally {
    close();
  }
}

/** Address spaces of the processes that `--pid` names, of all without it; threads stand for their process. */
export function wantedSpaces({ checkpoint }: Image, { filter, args }: Job): readonly Space[] {
  if (args.flag('all-processes') && filter.pids.length > 0)
    throw new UsageError('--all-processes and --pid are the opposite of each other');
  const all = spacesOf(checkpoint);
  if (filter.pids.length === 0) return all;
  const wanted = new Set(filter.pids);
  for (const { pid, tgid } of checkpoint.tasks) if (wanted.has(pid)) wanted.add(tgid);
  return all
    .map(({ memory, pids }) => ({ memory, pids: pids.filter((pid) => wanted.has(pid)) }))
    .filter(({ pids }) => pids.length > 0);
}

/** The one process that is meant. */
export function oneSpace(image: Image, job: Job): Space {
  const spaces = wantedSpaces(image, job);
  const [only, ...more] = spaces;
  if (only === undefined) throw new UsageError('no process with memory is in the image');
  if (more.length === 0) return only;
  throw new UsageError(`there are ${spaces.length} processes with memory: choose one with --pid`);
}

/** What a search had no bytes for, as text. */
export function* notSearchedLines(list: NotSearchedList): Generator<string> {
  for (const line of list.lines()) yield `${visible(line)}\n`;
}

/** The same for JSON. */
export const notSearchedRows = (list: NotSearchedList) =>
  list.rows().map(({ area, bytes, ...row }) => ({ ...row, area: visible(area), bytes: String(bytes) }));
