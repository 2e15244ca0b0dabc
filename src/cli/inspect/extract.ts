/**
 * cr-inspect IMAGE extract NAME: saves an area, a deleted file, a memory file or segment, a queue, a file system. Names
 * are kinds and numbers; nothing that the image says becomes the name of a file.
 */
import type { Image } from '../../inspect/image.ts';
import { areaRange } from '../../inspect/memory/words.ts';
import { namedAreas, shownName } from '../../inspect/views/named-areas.ts';
import { bytesText } from '../../inspect/words.ts';
import type { Piece } from '../../memory/plan.ts';
import { planArea } from '../../memory/plan.ts';
import { storesOf } from '../../memory/stores.ts';
import { UsageError } from '../options.ts';
import { printPieces } from '../pieces.ts';
import { visible } from '../terminal.ts';
import { concluded, type Job } from './job.ts';
import { writePieces } from './memory.ts';
import { wantedSpaces, withImage } from './memory-words.ts';

interface Extractable {
  /** `area/7/7f00-7f01`, `pipe/10048`. */
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly sizeBytes: bigint;
  readonly pid: number | null;
  pieces(): Iterable<Piece>;
}

export async function showExtract(job: Job, path: string, rest: readonly string[]): Promise<number> {
  const [name, ...more] = rest;
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const isList = job.args.flag('list');
  const output = job.args.value('output');
  if (isList && name !== undefined) throw new UsageError('--list lists all: it takes no name');
  if (!isList && name === undefined) throw new UsageError('extract needs a name; --list shows them');
  if (!isList && output === undefined)
    throw new UsageError('extract needs -o FILE; "-o -" is standard output');
  return await withImage(job, path, (image) => {
    const all = extractables(image, job);
    if (isList || output === undefined) {
      printPieces(job.terminal, job.args.flag('json') ? listJson(all) : listText(all));
      return concluded(job, image.problems);
    }
    const found = [...all].find((one) => one.name === name);
    if (found === undefined) throw new UsageError(`nothing is called "${name}"; --list shows the names`);
    return writePieces(job, image, output, found.pieces());
  });
}

function* extractables(image: Image, job: Job): Generator<Extractable> {
  const { checkpoint } = image;
  for (const { memory, pids } of wantedSpaces(image, job)) {
    const pid = pids[0] ?? 0;
    for (const area of namedAreas(checkpoint, memory)) {
      yield {
        name: `area/${pid}/${areaRange(area)}`,
        kind: 'area',
        title: shownName(area),
        pid,
        sizeBytes: area.end - area.start,
        pieces: () => planArea(checkpoint, memory.id, area),
      };
    }
  }
  if (job.filter.pids.length > 0) return;
  for (const store of storesOf(checkpoint)) {
    const { name, kind, title, sizeBytes } = store;
    yield {
      name,
      kind,
      title,
      sizeBytes,
      pid: null,
      pieces: () => store.part({ start: 0n, end: sizeBytes }),
    };
  }
}

function* listText(all: Iterable<Extractable>): Generator<string> {
  for (const { name, title, sizeBytes } of all)
    yield `${name.padEnd(40)} ${bytesText(sizeBytes).padStart(10)}  ${visible(title)}\n`;
}

function* listJson(all: Iterable<Extractable>): Generator<string> {
  yield '{"schemaVersion":1,"items":[';
  let separator = '\n';
  for (const { name, kind, title, sizeBytes, pid } of all) {
    yield `${separator}${JSON.stringify({ name, kind, title: visible(title), size: String(sizeBytes), pid })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
