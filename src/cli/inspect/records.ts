/** The views that need no checkpoint: the record index, one record, bytes. Streams what may be long. */

import { findRecord, referenceHelp } from '../../inspect/cpt/find-record.ts';
import { RecordReader } from '../../inspect/cpt/record-reader.ts';
import { recordHead, recordIndexRows, recordLine, recordTypeWords } from '../../inspect/cpt/record-rows.ts';
import { recordRows, recordTables } from '../../inspect/cpt/record-view.ts';
import { indexOf } from '../../inspect/cpt/walk.ts';
import type { ProblemList } from '../../inspect/image.ts';
import { jsonOf, jsonText } from '../../inspect/view-json.ts';
import { bytesPerLine, hexLine } from '../../inspect/views/bytes.ts';
import { parseOffset } from '../../inspect/words.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { UsageError } from '../options.ts';
import { visible } from '../terminal.ts';
import type { Job } from './command.ts';
import { printLines, printTables } from './text.ts';
import { checkWord } from './wanted.ts';

/** Prints the index of all records. */
export function showRecords(job: Job, source: ByteSource, problems: ProblemList): void {
  for (const type of job.filter.types) checkWord(type, recordTypeWords(), 'records');
  printIndex(job, recordIndexRows(source, job.filter, problems.report), {
    opening: '{"schemaVersion":1,"records":[',
    head: recordHead,
    lineOf: recordLine,
  });
}

interface IndexForm<Row> {
  /** Of the JSON document, up to its list. */
  readonly opening: string;
  /** Above the lines of text. */
  readonly head: string;
  lineOf(row: Row): string;
}

/** Prints rows as they come, of which there may be millions. */
export function printIndex<Row>(
  { args, terminal, filter }: Job,
  rows: Iterable<Row>,
  { opening, head, lineOf }: IndexForm<Row>,
): void {
  const asJson = args.flag('json');
  const iterator = rows[Symbol.iterator]();
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
        if (previous !== undefined) yield asJson ? `${previous},` : previous;
        previous = asJson ? jsonText(next.value).replace(/\n\s*/g, '') : visible(lineOf(next.value));
      }
      if (previous !== undefined) yield previous;
      if (asJson) yield ']}';
    })(),
  );
}

/** Prints one record. */
export function showRecord(
  { args, terminal, hasColor }: Job,
  source: ByteSource,
  rest: readonly string[],
  problems: ProblemList,
): void {
  const [reference, ...more] = rest;
  if (reference === undefined) throw new UsageError(`record needs a reference: ${referenceHelp}`);
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const index = indexOf(source, problems.report);
  const reader = new RecordReader(source, index);
  const found = findRecord(index, reader, source.size, reference);
  if ('problem' in found) throw new UsageError(found.problem);
  const rows = recordRows({ source, index, reader }, found.record);
  if (args.flag('json')) terminal.out(`${jsonText({ schemaVersion: 1, ...(jsonOf(rows) as object) })}\n`);
  else printTables(terminal, recordTables(rows), hasColor);
}

const pieceBytes = 4096 * bytesPerLine;

/** Prints a range of the file, which need not be an image. */
export function showBytes({ args, terminal }: Job, source: ByteSource, rest: readonly string[]): void {
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
