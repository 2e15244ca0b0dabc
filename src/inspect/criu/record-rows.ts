/** records of CRIU images: the files of a directory with their entries, as a stream. */
import type { Report } from '../../diagnostic.ts';
import type { ImageLayout, LaidFile } from '../../model/from-criu/image-source.ts';
import {
  type CriuRecord,
  decodeFile,
  type FileHeader,
  fieldsOf,
  type ImageTypeName,
} from '../../parse/criu/index.ts';
import { type Filter, isWantedType } from '../filter.ts';
import { hex } from '../words.ts';

export interface CriuRecordRow {
  /** `parent/` in front for each older directory. */
  readonly file: string;
  readonly type: string | null;
  /** Place among the entries of the file, from 0. */
  readonly index: number;
  /** In the file. */
  readonly offset: number;
  readonly length: number;
  /** Of the data behind the message. */
  readonly payloadBytes: number;
  /** Null for bytes that are carried and not read. */
  readonly message: string | null;
  /** Why they are not read: `raw`, `trailing`, `unreadable`. */
  readonly reason: string | null;
}

/** One row for each entry, file by file; a damaged file goes as far as it can be read. */
export function* criuRecordRows(
  files: ImageLayout['files'],
  filter: Filter,
  report: Report,
): Generator<CriuRecordRow> {
  for (const file of files) {
    for (const { record, header, index } of entriesOfFile(file, report)) {
      const row = rowOf(file.path, header, record, index);
      if (!isOfPids(header, record, filter)) continue;
      if (isWantedType(filter, header.type, row.message ?? undefined, row.reason ?? undefined)) yield row;
    }
  }
}

export interface CriuEntry {
  readonly header: FileHeader;
  readonly record: CriuRecord;
  readonly index: number;
}

/** The entries of one file, which is open meanwhile. */
export function* entriesOfFile({ directory, name, path }: LaidFile, report: Report): Generator<CriuEntry> {
  const source = directory.open(name);
  if (source === undefined) return;
  try {
    const { header, records } = decodeFile(source, name, (found) =>
      report({ ...found, at: { ...found.at, file: path } }),
    );
    let index = 0;
    for (const record of records()) yield { header, record, index: index++ };
  } finally {
    source.close();
  }
}

function rowOf(file: string, { type }: FileHeader, record: CriuRecord, index: number): CriuRecordRow {
  const base = { file, type: type ?? null, index, offset: record.offset };
  if (record.kind === 'opaque') {
    return { ...base, length: record.data.length, payloadBytes: 0, message: null, reason: record.reason };
  }
  const payloadBytes = (record.payload ?? []).reduce((sum, { data }) => sum + data.length, 0);
  return { ...base, length: record.length, payloadBytes, message: record.message, reason: null };
}

/** Files whose number is a pid; of threads, their own. */
const taskTypes: ReadonlySet<ImageTypeName> = new Set<ImageTypeName>([
  'CORE',
  'CREDS',
  'FS',
  'IDS',
  'ITIMERS',
  'MM',
  'PAGEMAP',
  'POSIX_TIMERS',
  'PSIGNAL',
  'RLIMIT',
  'SIGACT',
  'SIGNAL',
  'VMAS',
]);

/** What several processes may share has no pid. */
function isOfPids({ type, id }: FileHeader, record: CriuRecord, { pids }: Filter): boolean {
  if (pids.length === 0) return true;
  const pid = fieldsOf(record, 'pstree_entry')?.pid ?? (type && taskTypes.has(type) ? id : undefined);
  return pid !== undefined && pids.includes(pid);
}

export const criuRecordHead = `${'OFFSET'.padStart(12)} ${'LENGTH'.padStart(12)} ${'DATA'.padStart(12)}  RECORD`;

/** Aligned without knowing the other rows. */
export function criuRecordLine(row: CriuRecordRow): string {
  const { file, index, offset, length, payloadBytes, message, reason } = row;
  const data = payloadBytes === 0 ? '' : String(payloadBytes);
  const sizes = `${hex(offset).padStart(12)} ${String(length).padStart(12)} ${data.padStart(12)}`;
  return `${sizes}  ${file}:${index} ${message ?? reason}`;
}
