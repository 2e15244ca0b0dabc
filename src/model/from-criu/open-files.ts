/**
 * Open files by kind and number, wherever a release keeps them: one `files.img` since CRIU 3.4, a file for
 * each kind before. Knows no meaning of a kind beyond its names.
 */
import type { CriuRecord, Fields, FieldValue, ImageTypeName, MessageName } from '../../parse/criu/index.ts';
import { fileName } from '../../parse/criu/index.ts';
import type { CriuMessages } from '../../parse/generated/criu-descriptors.ts';
import { type CriuImage, recordsOf } from './image.ts';

interface FileKindRow {
  /** Number in `fdinfo_entry.type` and `file_entry.type`. */
  readonly number: number;
  /** The field of `file_entry` that holds it. */
  readonly field: string;
  readonly message: MessageName;
  /** Its own file before 3.4. */
  readonly image?: ImageTypeName;
}

// images/fdinfo.proto: enum fd_types, message file_entry.
export const fileKinds = {
  REG: { number: 1, field: 'reg', message: 'reg_file_entry', image: 'REG_FILES' },
  PIPE: { number: 2, field: 'pipe', message: 'pipe_entry', image: 'PIPES' },
  FIFO: { number: 3, field: 'fifo', message: 'fifo_entry', image: 'FIFO' },
  INETSK: { number: 4, field: 'isk', message: 'inet_sk_entry', image: 'INETSK' },
  UNIXSK: { number: 5, field: 'usk', message: 'unix_sk_entry', image: 'UNIXSK' },
  EVENTFD: { number: 6, field: 'efd', message: 'eventfd_file_entry', image: 'EVENTFD_FILE' },
  EVENTPOLL: { number: 7, field: 'epfd', message: 'eventpoll_file_entry', image: 'EVENTPOLL_FILE' },
  INOTIFY: { number: 8, field: 'ify', message: 'inotify_file_entry', image: 'INOTIFY_FILE' },
  SIGNALFD: { number: 9, field: 'sgfd', message: 'signalfd_entry', image: 'SIGNALFD' },
  PACKETSK: { number: 10, field: 'psk', message: 'packet_sock_entry', image: 'PACKETSK' },
  TTY: { number: 11, field: 'tty', message: 'tty_file_entry', image: 'TTY_FILES' },
  FANOTIFY: { number: 12, field: 'ffy', message: 'fanotify_file_entry', image: 'FANOTIFY_FILE' },
  NETLINKSK: { number: 13, field: 'nlsk', message: 'netlink_sk_entry', image: 'NETLINK_SK' },
  NS: { number: 14, field: 'nsf', message: 'ns_file_entry', image: 'NS_FILES' },
  TUNF: { number: 15, field: 'tunf', message: 'tunfile_entry', image: 'TUNFILE' },
  EXT: { number: 16, field: 'ext', message: 'ext_file_entry', image: 'EXT_FILES' },
  TIMERFD: { number: 17, field: 'tfd', message: 'timerfd_entry', image: 'TIMERFD' },
  MEMFD: { number: 18, field: 'memfd', message: 'memfd_file_entry' },
  BPFMAP: { number: 19, field: 'bpf', message: 'bpfmap_file_entry' },
  PIDFD: { number: 20, field: 'pidfd', message: 'pidfd_entry' },
} as const satisfies Record<string, FileKindRow>;

export type CriuFileKind = keyof typeof fileKinds;

export const fileKindNames = Object.keys(fileKinds) as readonly CriuFileKind[];
const byNumber = new Map(fileKindNames.map((kind) => [fileKinds[kind].number as number, kind]));
const byField = new Map(fileKindNames.map((kind) => [fileKinds[kind].field as string, kind]));

/** The kind with that number; CRIU refuses others. */
export const fileKindOf = (number: number | undefined): CriuFileKind | undefined => byNumber.get(number ?? 0);

/** One open file description. */
export interface CriuOpenFile {
  readonly kind: CriuFileKind;
  readonly id: number;
  /** The message of the kind, e.g. a `reg_file_entry`. */
  readonly fields: Fields;
  readonly at: number;
  readonly file: string;
}

export function fieldsAs<Kind extends CriuFileKind>(
  opened: CriuOpenFile,
  kind: Kind,
): CriuMessages[(typeof fileKinds)[Kind]['message']] | undefined {
  return opened.kind === kind
    ? (opened.fields as CriuMessages[(typeof fileKinds)[Kind]['message']])
    : undefined;
}

/** All open files. The single file counts if it is there, as in CRIU's files_collected. */
export function* openFilesOf(image: CriuImage): Generator<CriuOpenFile, void, undefined> {
  if (image.sizes.has(fileName('FILES'))) {
    for (const record of recordsOf(image, 'FILES')) {
      const opened = fromFileEntry(record);
      if (opened !== undefined) yield opened;
    }
    return;
  }
  for (const kind of fileKindNames) {
    const { image: type, message } = fileKinds[kind] as FileKindRow;
    if (type === undefined) continue;
    for (const record of recordsOf(image, type)) {
      if (record.kind !== 'message' || record.message !== message) continue;
      const { fields, offset } = record;
      yield { kind, id: Number(fields['id'] ?? 0), fields, at: offset, file: fileName(type) };
    }
  }
}

function fromFileEntry(record: CriuRecord): CriuOpenFile | undefined {
  if (record.kind !== 'message' || record.message !== 'file_entry') return undefined;
  for (const [field, kind] of byField) {
    const fields = record.fields[field] as FieldValue | undefined;
    if (fields === undefined) continue;
    const id = Number(record.fields['id'] ?? 0);
    return { kind, id, fields: fields as Fields, at: record.offset, file: fileName('FILES') };
  }
  return undefined;
}

export const fileKey = (kind: CriuFileKind, id: number): string => `${kind} ${id}`;

/** By kind and number, as descriptors refer to them. */
export function openFileMap(image: CriuImage): ReadonlyMap<string, CriuOpenFile> {
  const files = new Map<string, CriuOpenFile>();
  for (const opened of openFilesOf(image)) files.set(fileKey(opened.kind, opened.id), opened);
  return files;
}

/** The file that open files of a kind are in: one for all, or before CRIU 3.4 one of their own. */
export function homeFileOf({ sizes }: CriuImage, kind: CriuFileKind | undefined): string {
  const own = kind && ownFileOf(kind);
  const all = fileName('FILES');
  const isOfOld = () => !sizes.has(all) && fileKindNames.some((each) => sizes.has(ownFileOf(each) ?? all));
  return own !== undefined && (sizes.has(own) || isOfOld()) ? own : all;
}

function ownFileOf(kind: CriuFileKind): string | undefined {
  const { image }: FileKindRow = fileKinds[kind];
  return image && fileName(image);
}
