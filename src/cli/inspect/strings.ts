/** cr-inspect IMAGE strings: text in memory, with process, area and address. */
import type { Image } from '../../inspect/image.ts';
import { areasNamed } from '../../inspect/memory/words.ts';
import { namedAreas, shownName } from '../../inspect/views/named-areas.ts';
import { planArea } from '../../memory/plan.ts';
import { readPieces } from '../../memory/read.ts';
import type { Space } from '../../memory/spaces.ts';
import { type TextOptions, textRuns } from '../../memory/strings.ts';
import { UsageError } from '../options.ts';
import { printPieces } from '../pieces.ts';
import { visible } from '../terminal.ts';
import { concluded, type Job } from './job.ts';
import { wantedSpaces, withImage } from './memory-words.ts';

interface Found {
  readonly pid: number;
  readonly area: string;
  readonly address: bigint;
  readonly text: string;
}

export async function showStrings(job: Job, path: string, rest: readonly string[]): Promise<number> {
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
  const min = job.args.value('min') ?? '4';
  if (!/^[1-9]\d{0,4}$/.test(min)) throw new UsageError(`--min takes a number from 1 on, not "${min}"`);
  const options: TextOptions = { least: Number(min), width: job.args.flag('utf16') ? 2 : 1 };
  return await withImage(job, path, (image) => {
    const wanted = job.args.value('area');
    const spaces = wantedSpaces(image, job);
    if (wanted !== undefined && spaces.every((space) => areasNamed(image, space, wanted).length === 0))
      throw new UsageError(`no area is called "${wanted}": \`cr-inspect IMAGE maps\` lists them`);
    const found = runsIn(image, spaces, wanted, options);
    printPieces(job.terminal, job.args.flag('json') ? stringsJson(found) : stringsText(found));
    return concluded(job, image.problems);
  });
}

function* runsIn(
  image: Image,
  spaces: readonly Space[],
  wanted: string | undefined,
  options: TextOptions,
): Generator<Found> {
  const { checkpoint, source } = image;
  for (const space of spaces) {
    const { memory, pids } = space;
    const areas = wanted === undefined ? namedAreas(checkpoint, memory) : areasNamed(image, space, wanted);
    for (const area of areas) {
      const chunks = readPieces(source, planArea(checkpoint, memory.id, area));
      for (const { address, text } of textRuns(chunks, options))
        yield { pid: pids[0] ?? 0, area: shownName(area), address, text };
    }
  }
}

function* stringsText(found: Iterable<Found>): Generator<string> {
  for (const { pid, area, address, text } of found)
    yield `${pid} ${visible(area)}  0x${address.toString(16)}  ${visible(text)}\n`;
}

function* stringsJson(found: Iterable<Found>): Generator<string> {
  yield '{"schemaVersion":1,"strings":[';
  let separator = '\n';
  for (const { pid, area, address, text } of found) {
    yield `${separator}${JSON.stringify({ pid, area: visible(area), address: `0x${address.toString(16)}`, text })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
