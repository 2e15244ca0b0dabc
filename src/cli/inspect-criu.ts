/** records, record and bytes of CRIU images: a directory has files, a file has entries. */
import type { ProblemList } from '../inspect-tui/image.ts';
import { jsonText } from '../inspect-tui/view-json.ts';
import {
  type CriuEntry,
  criuRecordHead,
  criuRecordLine,
  criuRecordRows,
  criuRecordTable,
  entriesOfFile,
} from '../inspect-tui/views/criu-records.ts';
import { type ImageLayout, type LaidFile, layOut } from '../model/from-criu/image-source.ts';
import { writeFileJson } from '../parse/criu/index.ts';
import type { Job } from './inspect-command.ts';
import { openCriu } from './inspect-input.ts';
import { printIndex, showBytes } from './inspect-records.ts';
import { printTables } from './inspect-text.ts';
import { UsageError } from './options.ts';

const recordHelp = 'FILE or FILE:INDEX, such as pstree.img:0; "records" lists them';

/** Shows one of these views and returns what was found on the way. */
export async function showCriuRecords(
  job: Job,
  path: string,
  name: 'records' | 'record' | 'bytes',
  rest: readonly string[],
): Promise<ProblemList> {
  const { directory, problems, close } = await openCriu(job, path);
  try {
    const layout = layOut(directory);
    if (name === 'bytes') showFileBytes(job, layout, rest);
    else if (name === 'record') showEntry(job, layout, rest, problems);
    else if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
    else {
      printIndex(job, criuRecordRows(layout, job.filter, problems.report), {
        opening: '{"schemaVersion":1,"family":"criu","records":[',
        head: criuRecordHead,
        lineOf: criuRecordLine,
      });
    }
    return problems;
  } finally {
    close();
  }
}

function fileOf({ byPath }: ImageLayout, name: string | undefined): LaidFile {
  const file = name === undefined ? undefined : byPath.get(name);
  if (file === undefined) throw new UsageError(`"${name ?? ''}" is no file of this image`);
  return file;
}

function showEntry(
  { args, terminal, hasColor }: Job,
  layout: ImageLayout,
  rest: readonly string[],
  { report }: ProblemList,
): void {
  const [reference, ...more] = rest;
  if (reference === undefined) throw new UsageError(`record needs a reference: ${recordHelp}`);
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const [, name, index = '0'] = /^(.*?)(?::(\d+))?$/.exec(reference) ?? [];
  const file = fileOf(layout, name);
  const entry = entryAt(entriesOfFile(file, report), Number(index), reference);
  if (args.flag('json')) {
    let text = '';
    writeFileJson(entry.header, [entry.record], (piece) => {
      text += piece;
    });
    // Large numbers are strings in it.
    terminal.out(`${jsonText(JSON.parse(text))}\n`);
  } else printTables(terminal, [criuRecordTable(file.path, entry)], hasColor);
}

function entryAt(entries: Iterable<CriuEntry>, wanted: number, reference: string): CriuEntry {
  let count = 0;
  for (const entry of entries) {
    if (entry.index === wanted) return entry;
    count++;
  }
  throw new UsageError(`"${reference}" names no entry: the file has ${count}`);
}

function showFileBytes(job: Job, layout: ImageLayout, rest: readonly string[]): void {
  if (rest.length < 3) throw new UsageError('bytes of CRIU images needs a file, an offset and a length');
  const [name, ...range] = rest;
  const { directory, name: inDirectory } = fileOf(layout, name);
  const source = directory.open(inDirectory);
  if (source === undefined) throw new UsageError(`"${name}" is no file of this image`);
  try {
    showBytes(job, source, range);
  } finally {
    source.close();
  }
}
