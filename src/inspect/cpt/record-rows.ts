/** records: the index of all records, as a stream, since an image may hold millions. */
import { utf8Text } from '../../byte-text.ts';
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { knownSections, sectionName } from '../../parse/cpt/path.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import { type AnyRecord, objectHeaderBytes, type SectionRecord } from '../../parse/cpt/record.ts';
import { cptLayouts } from '../../parse/generated/cpt-layouts.ts';
import { objectType } from '../../parse/generated/cpt-records.ts';
import { type Filter, isWantedType } from '../filter.ts';
import type { RecordRow } from '../record-line.ts';
import { recordKinds } from './kinds.ts';
import { layoutNameOf, meaningOf } from './meaning.ts';

/** One row for each record, in file order. */
export function* recordIndexRows(source: ByteSource, filter: Filter, report: Report): Generator<RecordRow> {
  let pid: number | undefined;
  for (const record of readCptRecords(source, report)) {
    // Tasks hold all that is of one process alone; what several may share has no pid.
    if (record.kind === 'section') pid = undefined;
    if (record.kind === 'task') pid = record.fields.tgid;
    const isMine = filter.pids.length === 0 || (pid !== undefined && filter.pids.includes(pid));
    if (!isMine || !isWantedType(filter, record.kind, nameOf(record))) continue;
    yield rowOf(source, record);
  }
}

/** What `--type` takes here. */
export const recordTypeWords = (): readonly string[] => [...recordKinds, ...knownSections()];

const nameOf = (record: AnyRecord): string =>
  record.kind === 'section' ? sectionName(record.fields.section) : record.kind;

function rowOf(source: ByteSource, record: AnyRecord): RecordRow {
  return {
    offset: record.offset,
    length: lengthOf(source, record),
    headerLength: record.hdrlen,
    depth: record.depth,
    kind: record.kind,
    label: recordLabel(source, record),
  };
}

function lengthOf(source: ByteSource, record: AnyRecord): number {
  if (record.kind === 'image') return record.hdrlen;
  if (record.kind === 'raw') return record.payload.length;
  return lengthAt(source, record.offset);
}

function lengthAt(source: ByteSource, offset: number): number {
  const bytes = source.view(offset, 8);
  return Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
}

/** A record in a few words: the section, the pid and name of a task, the addresses of an area. */
export function recordLabel(source: ByteSource, record: AnyRecord): string {
  switch (record.kind) {
    case 'section':
      return sectionName((record as SectionRecord).fields.section);
    case 'image':
      return `version 0x${record.fields.imageVersion.toString(16).padStart(3, '0')}`;
    case 'task':
      return `${record.fields.pid} ${textOf(record.fields.comm)}`;
    case 'vma':
    case 'pages':
    case 'copypages':
      return `${record.fields.start.toString(16)}-${record.fields.end.toString(16)}`;
    case 'name':
      return nameText(source, record.payload);
    case 'file':
      return nestedName(source, record) ?? firstFields(record);
    case 'raw':
    case 'unknown':
      return `${record.payload.length} bytes`;
    default:
      return firstFields(record);
  }
}

const textOf = (bytes: Uint8Array): string => utf8Text(bytes).replace(/\0.*$/s, '');

/** Texts are short; a tar archive in a NAME is not. */
const nameBytesMax = 200;

function nameText(source: ByteSource, payload: AnyRecord['payload']): string {
  if (!('offset' in payload)) return '';
  return textOf(source.view(payload.offset, Math.min(payload.length, nameBytesMax)));
}

/** The NAME that an object starts with; undefined when something else, or nothing, lies in it. */
function nestedName(source: ByteSource, { offset, hdrlen }: AnyRecord): string | undefined {
  const end = offset + lengthAt(source, offset);
  const start = offset + hdrlen;
  if (start + objectHeaderBytes > Math.min(end, source.size)) return undefined;
  const bytes = source.view(start, objectHeaderBytes);
  const header = new DataView(bytes.buffer, bytes.byteOffset, objectHeaderBytes);
  const length = Number(header.getBigUint64(0, true));
  const skip = header.getUint16(12, true);
  if (header.getUint32(8, true) !== objectType.name || skip > length || start + length > end)
    return undefined;
  return nameText(source, { offset: start + skip, length: length - skip });
}

const labelled = new Set([
  'fd',
  'id',
  'pid',
  'signo',
  'index',
  'ino',
  'uid',
  'wd',
  'timerId',
  'name',
  'label',
  'key',
]);
const labelFieldsMax = 2;

function firstFields(record: AnyRecord): string {
  const layout = layoutNameOf(record);
  const fields = (layout === undefined ? undefined : cptLayouts[layout]?.fields) ?? [];
  const parts: string[] = [];
  for (const field of fields) {
    if (!labelled.has(field.name) || parts.length === labelFieldsMax) continue;
    const value = (record.fields as Readonly<Record<string, number | bigint | Uint8Array | undefined>>)[
      field.name
    ];
    if (value === undefined || field.repeat !== undefined) continue;
    const { text } = meaningOf({ path: field.name, field, value, offset: 0, length: 8 }, {});
    parts.push(`${field.name} ${text}`);
  }
  return parts.join(', ');
}
