/** CRIU images for the views and the inspector: a directory has files, a file has entries. */

import type { Report } from '../../diagnostic.ts';
import { criuDirectory } from '../../model/from-criu/family.ts';
import { criuByteSource, type LaidFile, layOut } from '../../model/from-criu/image-source.ts';
import { writeFileJson } from '../../parse/criu/index.ts';
import { UsageError } from '../../usage-error.ts';
import type { InspectedInput, InspectFamily } from '../family.ts';
import { ProblemList } from '../image.ts';
import type { RunStatistics } from '../run-statistics.ts';
import { aloneError } from './alone.ts';
import { criuReferenceHelp, parseCriuReference } from './find.ts';
import { inspectedCriu } from './image.ts';
import { criuTypeWords } from './kinds.ts';
import { type GroupedLayout, groupedLayout } from './layout.ts';
import { criuRecordHead, criuRecordLine, criuRecordRows, entriesOfFile } from './record-rows.ts';
import { criuRecordTables } from './record-view.ts';
import { CriuRecords } from './records.ts';
import { statisticsOf } from './statistics.ts';
import { walkCriu } from './walk.ts';

const directoryOf = ({ content }: InspectedInput) => criuDirectory(content);

export const criuInspect: InspectFamily = {
  image(input, problems) {
    if (input.isAlone) throw aloneError(input.startAt ?? input.name);
    const image = inspectedCriu(directoryOf(input), problems);
    return { ...image, statistics: { ...statisticsAround(input, problems.report), ...image.statistics } };
  },
  async opened(input, problems) {
    // With it come the restorers.
    const { openedCriu } = await import('./opened.ts');
    const found = new ProblemList();
    const around = statisticsAround(input, found.report);
    const opened = openedCriu({
      directory: directoryOf(input),
      problems: [...problems, ...found.diagnostics],
      startAt: input.startAt,
      isAlone: input.isAlone,
      close() {},
    });
    const inspect = () => {
      const image = opened.inspect();
      return { ...image, statistics: { ...around, ...image.statistics } };
    };
    return { ...opened, inspect };
  },
  index: (input, filter, report) => ({
    opening: '{"schemaVersion":1,"family":"criu","records":[',
    head: criuRecordHead,
    typeWords: criuTypeWords(),
    *rows() {
      const { files } = layOut(directoryOf(input));
      const { startAt } = input;
      const wanted = startAt === undefined ? files : files.filter(({ path }) => path === startAt);
      for (const row of criuRecordRows(wanted, filter, report))
        yield { json: row, text: criuRecordLine(row) };
    },
  }),
  record(input, reference, problems) {
    if (reference === undefined) throw new UsageError(`record needs a reference: ${criuReferenceHelp}`);
    const layout = groupedLayout(directoryOf(input));
    const source = criuByteSource(directoryOf(input), layout);
    const records = new CriuRecords(source, layout, input.startAt);
    const record = recordOf(records, layout, reference, input.startAt, problems);
    return {
      tables: () => criuRecordTables(records, record),
      json: () => entryJson(records, layout, record),
      close: () => source.close(),
    };
  },
  bytes(input, words) {
    if (words.length < 3) throw new UsageError('bytes of CRIU images needs a file, an offset and a length');
    const [name, ...range] = words;
    const file = name === undefined ? undefined : layOut(directoryOf(input)).byPath.get(name);
    const source = file?.directory.open(file.name);
    if (source === undefined) throw new UsageError(`"${name}" is no file of this image`);
    return { source, words: range, close: () => source.close() };
  },
};

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

/** Engines move what CRIU counted to the top of their archives. */
const statisticsAround = ({ around }: InspectedInput, report: Report): RunStatistics =>
  around ? statisticsOf(around.tree, report) : {};
