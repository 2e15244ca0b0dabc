/** cr-inspect IMAGE search PATTERN: hits as places in processes. */

import type { Image } from '../../inspect/image.ts';
import { ProblemList } from '../../inspect/image.ts';
import {
  type Found,
  foundIn,
  isProgress,
  type Searched,
  shownHit,
  spaceStreams,
  storeStream,
} from '../../inspect/memory/find.ts';
import { NotSearchedList } from '../../inspect/memory/not-searched.ts';
import { expressionPattern, quoted, wideExpressionPattern } from '../../memory/expression-pattern.ts';
import type { NotSearched } from '../../memory/hit.ts';
import { bytePattern, type Pattern } from '../../memory/pattern.ts';
import type { SearchProgress } from '../../memory/search.ts';
import { storesOf } from '../../memory/stores.ts';
import { plural } from '../../plural.ts';
import { type Arguments, UsageError } from '../options.ts';
import { printPieces } from '../pieces.ts';
import { type ProgressChoice, ProgressLine } from '../progress.ts';
import { visible } from '../terminal.ts';
import { concluded, type Job } from './job.ts';
import { notSearchedLines, notSearchedRows, wantedSpaces, withImage } from './memory-words.ts';

export async function showSearch(job: Job, path: string, rest: readonly string[]): Promise<number> {
  const [text, ...more] = rest;
  if (text === undefined) throw new UsageError('search needs a pattern');
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const pattern = patternOf(job.args, text);
  return await withImage(job, path, (image) => {
    const streams = streamsOf(image, job);
    const progress = new ProgressLine(job.terminal, (job.args.value('progress') ?? 'auto') as ProgressChoice);
    const damage = new ProblemList();
    const update = (done: number, total: number) => progress.update('searching', done, total);
    const list = new NotSearchedList();
    const notSearched: NotSearched = {
      damaged: damage.report,
      missing: (stream, piece) => {
        const { areaAt, pids } = streams[stream]!;
        list.add(piece, areaAt(piece.start), pids);
      },
    };
    const found = withoutProgress(foundIn(image, streams, pattern, notSearched), update);
    const pieces = job.args.flag('json') ? hitsJson(found, list, pattern) : hitsText(found, list, pattern);
    printPieces(job.terminal, pieces);
    progress.clear();
    return Math.max(concluded(job, image.problems), concluded(job, damage));
  });
}

export function patternOf(args: Arguments, text: string): Pattern {
  const isHex = args.flag('hex');
  const isExpression = args.flag('regex');
  const isWide = args.flag('utf16');
  const isEitherCase = args.flag('ignore-case');
  if (isHex && (isExpression || isWide || isEitherCase))
    throw new UsageError('--hex is bytes, and --regex, --utf16 and --ignore-case are of text: choose one');
  if (text === '') throw new UsageError('the pattern is empty');
  // Node.js has put this in the place of every byte that is no UTF-8.
  if (text.includes('\ufffd')) throw new UsageError('the pattern is not UTF-8: give its bytes with --hex');
  if (isExpression || isEitherCase) {
    const make = isWide ? wideExpressionPattern : expressionPattern;
    try {
      return make(isExpression ? text : quoted(text), isEitherCase);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new UsageError(`--regex: ${error.message}`);
    }
  }
  if (isWide) return bytePattern([Buffer.from(text, 'utf16le')]);
  if (!isHex) return bytePattern([Buffer.from(text, 'utf8')]);
  const digits = text.replace(/[\s:]/g, '').replace(/^0x/i, '');
  if (digits === '' || !/^([0-9a-f]{2})+$/i.test(digits))
    throw new UsageError(`--hex takes pairs of hexadecimal digits, not "${text}"`);
  return bytePattern([Buffer.from(digits, 'hex')]);
}

/** Address spaces, then what lies in none of them, unless one process or area is meant. */
function streamsOf(image: Image, job: Job): readonly Searched[] {
  const area = job.args.value('area');
  const spaces = wantedSpaces(image, job);
  const streams = spaces.flatMap((space) => spaceStreams(image, space, area));
  if (area !== undefined && streams.length === 0)
    throw new UsageError(`no area is called "${area}": \`cr-inspect IMAGE maps\` lists them`);
  if (job.filter.pids.length > 0 || area !== undefined) return streams;
  return [...streams, ...storesOf(image.checkpoint).map(storeStream)];
}

function* withoutProgress(
  found: Iterable<Found | SearchProgress>,
  update: (done: number, total: number) => void,
): Generator<Found> {
  for (const one of found) {
    if (!isProgress(one)) yield one;
    else if (one.total > 0) update(one.done, one.total);
  }
}

/** So many are put in order; a longer list is told in the order of the image. */
const sortedMax = 10_000;

/** By process and address. */
function* ordered(found: Iterable<Found>): Generator<Found> {
  let kept: Found[] | undefined = [];
  for (const one of found) {
    if (kept === undefined) yield one;
    else if (kept.push(one) > sortedMax) {
      yield* kept;
      kept = undefined;
    }
  }
  const rank = ({ pid }: Found) => pid ?? Number.MAX_SAFE_INTEGER;
  kept?.sort((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : Number(a.address > b.address)));
  yield* kept ?? [];
}

function* hitsText(
  found: Iterable<Found>,
  notSearched: NotSearchedList,
  pattern: Pattern,
): Generator<string> {
  let count = 0;
  for (const { pid, area, address, at, hit } of ordered(found)) {
    count++;
    const place = at.offset === undefined ? 'not stored' : placeText(at.file ?? '', at.offset, at.inBlock);
    const where = pid === null ? area : `${pid} ${area}`;
    yield `${visible(where)}  0x${address.toString(16)}  ${visible(place)}  ${shownHit(hit)}\n`;
  }
  yield `${plural(count, 'hit')}\n`;
  yield* notSearchedLines(notSearched);
  if (pattern.sureBytes !== undefined)
    yield `matches up to ${plural(pattern.sureBytes, 'byte')} are found, longer ones may be missed: bound what repeats, as in ".{0,${pattern.sureBytes}}"\n`;
}

const placeText = (file: string, offset: number, inBlock: number | undefined): string => {
  const stored = `${file}+0x${offset.toString(16)}`;
  return inBlock === undefined ? stored : `${stored} block+0x${inBlock.toString(16)}`;
};

function* hitsJson(
  found: Iterable<Found>,
  notSearched: NotSearchedList,
  pattern: Pattern,
): Generator<string> {
  yield '{"schemaVersion":1,"hits":[';
  let separator = '\n';
  for (const { pid, area, address, at, hit } of ordered(found)) {
    const row = {
      pid,
      area: visible(area),
      address: `0x${address.toString(16)}`,
      file: at.file ?? null,
      offset: at.offset ?? null,
      inBlock: at.inBlock,
      length: hit.length,
      context: Buffer.from(hit.context).toString('base64'),
      contextOffset: hit.contextAt,
    };
    yield `${separator}${JSON.stringify(row)}`;
    separator = ',\n';
  }
  yield `\n],"notSearched":${JSON.stringify(notSearchedRows(notSearched))},"sureBytes":${pattern.sureBytes ?? null}}\n`;
}
