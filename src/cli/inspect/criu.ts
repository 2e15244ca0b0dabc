/** records, record and bytes of CRIU images: a directory has files, a file has entries. */
import { criuReferenceHelp, parseCriuReference } from '../../inspect/criu/find.ts';
import { criuTypeWords } from '../../inspect/criu/kinds.ts';
import { type GroupedLayout, groupedLayout } from '../../inspect/criu/layout.ts';
import {
  criuRecordHead,
  criuRecordLine,
  criuRecordRows,
  entriesOfFile,
} from '../../inspect/criu/record-rows.ts';
import { criuRecordTables } from '../../inspect/criu/record-view.ts';
import { CriuRecords } from '../../inspect/criu/records.ts';
import { walkCriu } from '../../inspect/criu/walk.ts';
import type { ProblemList } from '../../inspect/image.ts';
import { jsonText } from '../../inspect/view-json.ts';
import {
  criuByteSource,
  type ImageLayout,
  type LaidFile,
  layOut,
} from '../../model/from-criu/image-source.ts';
import { writeFileJson } from '../../parse/criu/index.ts';
import { UsageError } from '../options.ts';
import type { Job } from './command.ts';
import type { CriuInput } from './input.ts';
import { printIndex, showBytes } from './records.ts';
import { printTables } from './text.ts';
import { checkWord } from './wanted.ts';

/** Shows one of these views; what is found on the way is in the problems of the input. */
export function showCriuRecords(
  job: Job,
  input: CriuInput,
  name: 'records' | 'record' | 'bytes',
  rest: readonly string[],
): void {
  if (name === 'record') {
    showEntry(job, input, rest);
    return;
  }
  const layout = layOut(input.directory);
  if (name === 'bytes') {
    showFileBytes(job, layout, rest);
    return;
  }
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
  const { startAt, problems } = input;
  const files = startAt === undefined ? layout.files : layout.files.filter(({ path }) => path === startAt);
  for (const type of job.filter.types) checkWord(type, criuTypeWords(), 'records');
  printIndex(job, criuRecordRows(files, job.filter, problems.report), {
    opening: '{"schemaVersion":1,"family":"criu","records":[',
    head: criuRecordHead,
    lineOf: criuRecordLine,
  });
}

function showEntry(
  { args, terminal, hasColor }: Job,
  { directory, startAt, problems }: CriuInput,
  rest: readonly string[],
): void {
  const [reference, ...more] = rest;
  if (reference === undefined) throw new UsageError(`record needs a reference: ${criuReferenceHelp}`);
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const layout = groupedLayout(directory);
  const source = criuByteSource(directory, layout);
  try {
    const records = new CriuRecords(source, layout, startAt);
    const record = recordOf(records, layout, reference, startAt, problems);
    if (!args.flag('json')) printTables(terminal, criuRecordTables(records, record), hasColor);
    else terminal.out(`${jsonText(entryJson(records, layout, record))}\n`);
  } finally {
    source.close();
  }
}

/** Indexes as much as the reference needs. */
function recordOf(
  records: CriuRecords,
  layout: GroupedLayout,
  text: string,
  startAt: string | undefined,
  problems: ProblemList,
): number {
  const fileOf = (name: string) => layout.byPath.get(name) ?? layout.byPath.get(`${name}.img`);
  const parsed = parseCriuReference(text, (name) => fileOf(name) !== undefined);
  if (parsed?.what === 'offset' && startAt === undefined) {
    throw new UsageError(`"${text}" is an offset in no file: write FILE@${text}`);
  }
  const file = namedFile(parsed, fileOf, startAt);
  // References lead to files that all tasks share.
  const shared = new Set(
    layout.sections
      .filter(({ title }) => !isLarge.test(title))
      .flatMap((section) => layout.files.slice(section.first, section.end)),
  );
  const isWanted = (each: LaidFile) => parsed?.what === 'kind' || each === file || shared.has(each);
  const report: ProblemList['report'] = (problem) => {
    if (problem.at?.file === file?.path) problems.report(problem);
  };
  for (const chunk of walkCriu(layout, report, isWanted)) records.index.append(chunk);
  records.index.complete();
  const current = startAt === undefined ? 0 : records.target({ offset: 0, kind: startAt });
  const found = records.find(text, current);
  if ('problem' in found) throw new UsageError(found.problem);
  // The first entry says what a file is about.
  const isFile = parsed?.what === 'file' && records.index.parent(found.record + 1) === found.record;
  return isFile ? found.record + 1 : found.record;
}

const isLarge = /(?:^|\/)(?:tasks|memory|other)$/;

function namedFile(
  parsed: ReturnType<typeof parseCriuReference>,
  fileOf: (name: string) => LaidFile | undefined,
  startAt: string | undefined,
): LaidFile | undefined {
  switch (parsed?.what) {
    case 'file':
    case 'entry':
    case 'byte':
      return fileOf(parsed.file);
    case 'offset':
      return startAt === undefined ? undefined : fileOf(startAt);
    case 'task':
      return fileOf(`core-${parsed.pid}.img`);
    default:
      return undefined;
  }
}

/** The lossless document of the file with the entry that the record is, or lies in, as its only one. */
function entryJson(records: CriuRecords, layout: GroupedLayout, record: number): unknown {
  const stretch = records.stretch(record);
  const file = layout.byPath.get(stretch.name) as LaidFile;
  let entry = record;
  while (records.index.depth(entry) > entryDepth) entry = records.index.parent(entry);
  const offset = records.index.offset(entry) - stretch.offset;
  for (const { header, record: found } of entriesOfFile(file, () => {})) {
    if (found.offset !== offset) continue;
    let text = '';
    writeFileJson(header, [found], (piece) => {
      text += piece;
    });
    // Large numbers are strings in it.
    return JSON.parse(text);
  }
  throw new UsageError(`${stretch.name} has no entries`);
}

const entryDepth = 2;

function showFileBytes(job: Job, { byPath }: ImageLayout, rest: readonly string[]): void {
  if (rest.length < 3) throw new UsageError('bytes of CRIU images needs a file, an offset and a length');
  const [name, ...range] = rest;
  const file = name === undefined ? undefined : byPath.get(name);
  const source = file?.directory.open(file.name);
  if (source === undefined) throw new UsageError(`"${name}" is no file of this image`);
  try {
    showBytes(job, source, range);
  } finally {
    source.close();
  }
}
