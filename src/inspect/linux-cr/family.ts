/** linux-cr streams for the views and the inspector. */
import { hexText } from '../../byte-text.ts';
import type { Report } from '../../diagnostic.ts';
import { checkpointFromLinuxCr } from '../../model/from-linux-cr/checkpoint-from-linux-cr.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { detectLinuxCr } from '../../parse/linux-cr/detect.ts';
import { readLinuxCrRecords } from '../../parse/linux-cr/read.ts';
import { recordPath } from '../../parse/linux-cr/record.ts';
import { linuxCrSource } from '../../parse/linux-cr/record-form.ts';
import { linuxCrVariant } from '../../parse/linux-cr/variants.ts';
import { simulateLinuxCrRestart } from '../../restore-sim/restorers/linux-cr/simulate.ts';
import { UsageError } from '../../usage-error.ts';
import type { InspectedInput, InspectFamily, Opened } from '../family.ts';
import { type Filter, isWantedType } from '../filter.ts';
import { type Image, ProblemList } from '../image.ts';
import { type RecordRow, recordHead, recordLine } from '../record-line.ts';
import { childrenMax, type RecordRows, recordTables } from '../record-table.ts';
import { rehearsalOf } from '../rehearsal.ts';
import { type Hit, nearest } from '../search.ts';
import { jsonOf } from '../view-json.ts';
import { findRecord, referenceHelp } from './find-record.ts';
import { recordLabel } from './label.ts';
import { fieldMeanings, type Place, recordDoc } from './meaning.ts';
import { Depths, indexOf, recordKinds, walkStream } from './record-index.ts';
import { RecordReader } from './record-reader.ts';
import { LinuxCrRecords } from './records.ts';

const sourceOf = ({ content }: InspectedInput) => linuxCrSource(content);

function inspectedImage(source: ByteSource, problems = new ProblemList()): Image {
  const { variant, context, evidence } = detectLinuxCr(source);
  const checkpoint = checkpointFromLinuxCr(source, problems.report, context, { isCompact: true });
  const { kernel, evidence: knownFrom, title } = linuxCrVariant(variant);
  return {
    name: source.name,
    source,
    checkpoint,
    problems,
    placeOf: (offset) => ({ file: source.name, offset }),
    variant: {
      name: variant,
      evidence,
      kernelLine: kernel.join('.'),
      restoredBy: `${title}, no other`,
      knownFrom,
    },
  };
}

export const linuxCrInspect: InspectFamily = {
  image: (input, problems) => inspectedImage(sourceOf(input), problems),
  opened: async (input) => openedStream(sourceOf(input)),
  index: (input, filter, report) => ({
    opening: '{"schemaVersion":1,"records":[',
    head: recordHead,
    typeWords: recordKinds,
    *rows() {
      for (const row of indexRows(sourceOf(input), filter, report))
        yield { json: row, text: recordLine(row) };
    },
  }),
  record(input, reference, problems) {
    if (reference === undefined) throw new UsageError(`record needs a reference: ${referenceHelp}`);
    const source = sourceOf(input);
    const { context } = detectLinuxCr(source);
    const index = indexOf(source, context, problems.report);
    const place = { index, reader: new RecordReader(source, context, index) };
    const found = findRecord(place, source.size, reference);
    if ('problem' in found) throw new UsageError(found.problem);
    const rows = recordRows(source, place, found.record);
    return {
      tables: () => recordTables(rows),
      json: () => ({ schemaVersion: 1, ...(jsonOf(rows) as object) }),
      close() {},
    };
  },
  bytes: (input, words) => ({ source: sourceOf(input), words, close() {} }),
};

/** One row for each record, in stream order. */
function* indexRows(source: ByteSource, filter: Filter, report: Report): Generator<RecordRow> {
  const { context } = detectLinuxCr(source);
  const depths = new Depths();
  const pids = pidsOf(source);
  let task = -1;
  for (const record of readLinuxCrRecords(source, context, report)) {
    const depth = depths.of(record);
    if (record.kind === 'task') task += 1;
    const pid = record.kind === 'task' || depth > 0 ? pids[task] : undefined;
    const isMine = filter.pids.length === 0 || (pid !== undefined && filter.pids.includes(pid));
    if (!isMine || !isWantedType(filter, record.kind, record.kind)) continue;
    yield {
      offset: record.offset,
      length: record.hdrlen + record.payload.length,
      headerLength: record.hdrlen,
      depth,
      kind: record.kind,
      label: recordLabel(source, record, context.layout, record.kind === 'task' ? pids[task] : undefined),
    };
  }
}

/** Only the table has the pids of the tasks. */
function pidsOf(source: ByteSource): readonly number[] {
  const { context } = detectLinuxCr(source);
  return checkpointFromLinuxCr(source, () => {}, context).tasks.map(({ pid }) => pid);
}

function recordRows(source: ByteSource, place: Place, number: number): RecordRows {
  const { index, reader } = place;
  const record = reader.record(number);
  const { offset, hdrlen, payload } = record;
  const children: { offset: number; kind: string }[] = [];
  const end = index.end(number);
  for (let child = number + 1; child < end && children.length < childrenMax; child = index.end(child)) {
    children.push({ offset: index.offset(child), kind: index.kind(child) });
  }
  const parent = index.parent(number);
  return {
    path: recordPath(record),
    kind: record.kind,
    doc: recordDoc(record, reader.context.layout) ?? null,
    offset,
    length: reader.extent(number),
    headerLength: hdrlen,
    fields: fieldMeanings(record, place).map((field) => ({
      path: field.path,
      kernelName: field.kernelName ?? null,
      offset: field.offset,
      length: field.length,
      bytes: hexText(source.view(field.offset, field.length)),
      text: field.text,
      unit: field.unit ?? null,
      doc: field.doc ?? null,
      isPad: field.isPad,
      refersTo: field.refersTo
        ? { ...field.refersTo, path: recordPath(reader.record(index.recordAt(field.refersTo.offset))) }
        : null,
    })),
    extra: '',
    payload:
      payload.length > 0 && 'offset' in payload ? { offset: payload.offset, length: payload.length } : null,
    children,
    parent: parent < 0 ? null : { offset: index.offset(parent), path: recordPath(reader.record(parent)) },
  };
}

/** A stream, opened: one file from its first byte to its last. The source is closed with it. */
function openedStream(source: ByteSource): Opened {
  const { context } = detectLinuxCr(source);
  let image: Image | undefined;
  const inspect = () => {
    image ??= inspectedImage(source);
    return image;
  };
  return {
    source,
    records: () => new LinuxCrRecords(source),
    walk: (report) => walkStream(source, context, report),
    inspect,
    problems: () => inspect().problems,
    positionOf: (at) => at?.offset,
    searchNames: (text, wanted) => nearest(hitsOf(source, text.toLowerCase()), wanted),
    stretchAt: () => ({ name: '', offset: 0, length: source.size }),
    rehearse: () => rehearsalOf(simulateLinuxCrRestart(source)),
    close: () => source.close(),
  };
}

/** Records decoded between two looks at the keyboard. */
const sliceRecords = 1024;

/** Looks at kinds, names of fields and their values, in words and as stored. Case does not matter. */
function* hitsOf(source: ByteSource, wanted: string): Generator<Hit | number> {
  const { context } = detectLinuxCr(source);
  const index = indexOf(source, context, () => {});
  const place = { index, reader: new RecordReader(source, context, index) };
  for (let number = 0; number < index.length; number++) {
    if (number % sliceRecords === sliceRecords - 1) yield index.offset(number) / source.size;
    const record = place.reader.record(number);
    const label = recordLabel(source, record, context.layout, undefined);
    if (`${record.kind} ${label}`.toLowerCase().includes(wanted)) {
      yield { offset: record.offset, length: Math.max(record.hdrlen, 1) };
    }
    for (const { path, kernelName = '', text, raw, offset, length } of fieldMeanings(record, place)) {
      if (`${path} ${kernelName} ${text} ${raw}`.toLowerCase().includes(wanted)) yield { offset, length };
    }
  }
}
