/** cr-inspect IMAGE strings: text in memory, with process, area and address. */
import type { Image } from '../../inspect/image.ts';
import { ProblemList } from '../../inspect/image.ts';
import { NotSearchedList } from '../../inspect/memory/not-searched.ts';
import { areasNamed } from '../../inspect/memory/words.ts';
import { namedAreas, shownName } from '../../inspect/views/named-areas.ts';
import { type MissingPiece, planArea } from '../../memory/plan.ts';
import { type Chunk, readPieces } from '../../memory/read.ts';
import { saysChanges } from '../../memory/read-parts.ts';
import type { Space } from '../../memory/spaces.ts';
import { type TextOptions, textRuns } from '../../memory/strings.ts';
import { UsageError } from '../options.ts';
import { printPieces } from '../pieces.ts';
import { visible } from '../terminal.ts';
import { concluded, type Job } from './job.ts';
import { notSearchedLines, notSearchedRows, wantedSpaces, withImage } from './memory-words.ts';

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
    const list = new NotSearchedList();
    const damage = new ProblemList();
    const found = runsIn(image, spaces, wanted, options, { list, damage });
    printPieces(job.terminal, job.args.flag('json') ? stringsJson(found, list) : stringsText(found));
    // Apart from the text, which is often piped on.
    if (!job.args.flag('json') && !job.args.flag('quiet'))
      for (const line of notSearchedLines(list)) job.terminal.err(line);
    return Math.max(concluded(job, image.problems), concluded(job, damage));
  });
}

function* runsIn(
  image: Image,
  spaces: readonly Space[],
  wanted: string | undefined,
  options: TextOptions,
  notSearched: { readonly list: NotSearchedList; readonly damage: ProblemList },
): Generator<Found> {
  const { checkpoint, source } = image;
  // A block can reach over the border of two areas.
  const damaged = saysChanges(notSearched.damage.report);
  for (const space of spaces) {
    const { memory, pids } = space;
    const areas = wanted === undefined ? namedAreas(checkpoint, memory) : areasNamed(image, space, wanted);
    for (const area of areas) {
      const name = shownName(area);
      const pieces = readPieces(source, planArea(checkpoint, memory.id, area), damaged);
      const chunks = heard(pieces, (piece) => notSearched.list.add(piece, name, pids));
      for (const { address, text } of textRuns(chunks, options))
        for (const pid of pids) yield { pid, area: name, address, text };
    }
  }
}

function* heard(chunks: Iterable<Chunk>, missing: (piece: MissingPiece) => void): Generator<Chunk> {
  for (const chunk of chunks) {
    if (chunk.kind === 'missing') missing(chunk);
    yield chunk;
  }
}

function* stringsText(found: Iterable<Found>): Generator<string> {
  for (const { pid, area, address, text } of found)
    yield `${pid} ${visible(area)}  0x${address.toString(16)}  ${visible(text)}\n`;
}

function* stringsJson(found: Iterable<Found>, notSearched: NotSearchedList): Generator<string> {
  yield '{"schemaVersion":1,"strings":[';
  let separator = '\n';
  for (const { pid, area, address, text } of found) {
    yield `${separator}${JSON.stringify({ pid, area: visible(area), address: `0x${address.toString(16)}`, text })}`;
    separator = ',\n';
  }
  yield `\n],"notSearched":${JSON.stringify(notSearchedRows(notSearched))}}\n`;
}
