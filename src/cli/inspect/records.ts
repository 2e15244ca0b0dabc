/** The views that need no checkpoint: the record index, one record, bytes. Streams what may be long. */
import { jsonText } from '../../inspect/view-json.ts';
import { bytesPerLine, hexLine } from '../../inspect/views/bytes.ts';
import { parseOffset } from '../../inspect/words.ts';
import { detectCompression } from '../../parse/archive/detect-compression.ts';
import { openPlace } from '../../parse/archive/open-place.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { exitCode } from '../exit-codes.ts';
import { UsageError } from '../options.ts';
import { visible } from '../terminal.ts';
import { type OpenedInput, openAny } from './input.ts';
import { concluded, type Job } from './job.ts';
import { printLines, printTables } from './text.ts';
import { checkWord } from './wanted.ts';

/** The index of all records, of which there may be millions. */
export const showRecords = (job: Job, path: string, rest: readonly string[]): Promise<number> =>
  withInput(job, path, (input) => {
    if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
    printRecords(job, input);
  });

/** One record, by a reference. */
export const showRecord = (job: Job, path: string, rest: readonly string[]): Promise<number> =>
  withInput(job, path, (input) => printRecord(job, input, rest));

/** A range of the file that was named, whatever is in it; of a directory, of one of its files. */
export async function showBytes(job: Job, path: string, rest: readonly string[]): Promise<number> {
  const ofFile = () => withInput(job, path, (input) => printBytesOf(job, input, rest));
  if (rest.length > 2) return ofFile();
  const place = await openPlace(path);
  if (place.form === 'directory') {
    place.tree.close();
    return ofFile();
  }
  try {
    printBytes(job, place.source, rest);
    notePacked(job, place.source);
  } finally {
    place.source.close();
  }
  return exitCode.ok;
}

/** Positions that other views tell are of what is packed in a file. */
function notePacked({ args, terminal }: Job, file: ByteSource): void {
  const packed = detectCompression(file.view(0, Math.min(4, file.size)));
  if (packed === undefined || args.flag('quiet')) return;
  const help = 'offsets that other views tell are of what is in it';
  terminal.err(`${visible(file.name)} is packed with ${packed}: these are its own bytes; ${help}\n`);
}

/** Runs with an opened image, and closes it. */
async function withInput(job: Job, path: string, use: (input: OpenedInput) => void): Promise<number> {
  const input = await openAny(job, path);
  try {
    use(input);
    return concluded(job, input.problems);
  } finally {
    input.close();
  }
}

function printRecords({ args, terminal, filter }: Job, { family, image, problems }: OpenedInput): void {
  const { opening, head, rows, typeWords } = family.index(image, filter, problems.report);
  for (const type of filter.types) checkWord(type, typeWords, 'records');
  const asJson = args.flag('json');
  const iterator = rows()[Symbol.iterator]();
  let next = iterator.next();
  // Before the first line: nothing is printed of what nobody has.
  if (next.done && filter.pids.length > 0)
    throw new UsageError(`no records of process ${filter.pids.join(', ')} in this image`);
  printLines(
    terminal,
    (function* () {
      // One record a line keeps the document a stream for whoever reads it.
      yield asJson ? opening : head;
      let previous: string | undefined;
      for (; !next.done; next = iterator.next()) {
        const { json, text } = next.value;
        if (previous !== undefined) yield asJson ? `${previous},` : previous;
        previous = asJson ? jsonText(json).replace(/\n\s*/g, '') : visible(text);
      }
      if (previous !== undefined) yield previous;
      if (asJson) yield ']}';
    })(),
  );
}

function printRecord(
  { args, terminal, hasColor }: Job,
  { family, image, problems }: OpenedInput,
  [reference, ...more]: readonly string[],
): void {
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const record = family.record(image, reference, problems);
  try {
    if (args.flag('json')) terminal.out(`${jsonText(record.json())}\n`);
    else printTables(terminal, record.tables(), hasColor);
  } finally {
    record.close();
  }
}

function printBytesOf(job: Job, { family, image }: OpenedInput, rest: readonly string[]): void {
  const { source, words, close } = family.bytes(image, rest);
  try {
    printBytes(job, source, words);
  } finally {
    close();
  }
}

const pieceBytes = 4096 * bytesPerLine;

function printBytes({ args, terminal }: Job, source: ByteSource, rest: readonly string[]): void {
  const [offsetText, lengthText, ...more] = rest;
  const offset = parseOffset(offsetText ?? '');
  const length = parseOffset(lengthText ?? '');
  if (offset === undefined || length === undefined || more.length > 0) {
    throw new UsageError('bytes needs an offset and a length, decimal or 0x…');
  }
  if (offset > source.size) {
    throw new UsageError(`offset ${offsetText} is beyond the end of the file (${source.size} bytes)`);
  }
  const end = Math.min(source.size, offset + length);
  if (args.flag('json')) {
    terminal.out(`{"schemaVersion":1,"offset":${offset},"length":${end - offset},"hex":"`);
    for (const [, bytes] of pieces(source, offset, end)) terminal.out(Buffer.from(bytes).toString('hex'));
    terminal.out('"}\n');
    return;
  }
  printLines(terminal, hexLines(source, offset, end));
}

function* hexLines(source: ByteSource, offset: number, end: number): Generator<string> {
  for (const [at, bytes] of pieces(source, offset, end)) {
    for (let line = 0; line < bytes.length; line += bytesPerLine) {
      yield hexLine(at + line, bytes.subarray(line, line + bytesPerLine));
    }
  }
}

function* pieces(source: ByteSource, offset: number, end: number): Generator<readonly [number, Uint8Array]> {
  for (let at = offset; at < end; at += pieceBytes)
    yield [at, source.view(at, Math.min(pieceBytes, end - at))];
}
