/**
 * What collectors share. A stream describes a shared object behind an OBJREF record that announces its number, and
 * announces further objects in between; so the numbers announced last are taken first, by kind.
 */
import { utf8Text } from '../../byte-text.ts';
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { ExactStream } from '../../parse/bytes/exact-stream.ts';
import { type LinuxCrKind, linuxCrElements } from '../../parse/generated/linux-cr-records.ts';
import type { ImageContext } from '../../parse/linux-cr/context.ts';
import { type AnyRecord, type KnownRecord, recordPath } from '../../parse/linux-cr/record.ts';
import type {
  ByteRange,
  Credentials,
  Id,
  Message,
  MessageQueue,
  OpenFile,
  SignalStruct,
  Socket,
  Task,
  UndoList,
} from '../checkpoint.ts';
import type { CheckpointDraft, Mutable } from '../checkpoint-draft.ts';
import { type ModelCode, modelDiagnostic } from '../codes.ts';
import type { MemoryTables } from './page-rows.ts';

/** A record that is looked at, and the stream position of its payload. */
export type Collect<K extends LinuxCrKind> = (context: Context, record: KnownRecord<K>) => void;
export type Collectors = { readonly [K in LinuxCrKind]?: Collect<K> };

/** What a BUFFER, STRING or bare bytes mean: the record before them says it. */
export type Expecting = ((record: AnyRecord) => void) | undefined;

/** Parts of a task that come before what they belong to is known. */
export interface TaskDraft {
  readonly task: Mutable<Task>;
  /** Numbers of objects, 0 for none. */
  cred: number;
  namespaces: number;
}

/** What several records make up. */
export interface Namespaces {
  readonly uts: number;
  readonly ipc: number;
  readonly net: number;
}

export interface Context {
  readonly source: ByteSource;
  readonly report: Report;
  readonly image: ImageContext;
  readonly model: CheckpointDraft;
  readonly tables: MemoryTables;
  readonly stream: ExactStream;
  /** Numbers that were announced and not described yet, by kind of object, the last one on top. */
  readonly announced: Map<string, number[]>;
  readonly drafts: TaskDraft[];
  /** Of the table of tasks, in image order. */
  readonly tree: TreeRow[];
  readonly creds: Map<number, Mutable<Credentials>>;
  readonly users: Map<number, number>;
  readonly groups: Map<number, readonly number[]>;
  readonly namespaces: Map<number, Namespaces>;
  readonly labels: Map<number, string>;
  /** Texts, pages and buffers come behind what they belong to. */
  expecting: {
    buffer: Expecting;
    string: Expecting;
    names: ((path: string, record: AnyRecord) => void)[];
    /** Of pages: what an address grows by from page to page, and whom they belong to. `content` is a position. */
    pages:
      | { readonly step: bigint; add(start: bigint, end: bigint, content: number, at: number): void }
      | undefined;
  };
  /** Index of the epoll of a file. */
  readonly epollOf: Map<Id<'file'>, number>;
  file: Mutable<OpenFile> | undefined;
  socket: Mutable<Socket> | undefined;
  queue: Mutable<MessageQueue> | undefined;
  message: Mutable<Message> | undefined;
  undo: Mutable<UndoList> | undefined;
  signal: Mutable<SignalStruct> | undefined;
  /** Only one IPC namespace is in the checkpoint: the first. */
  ipcNamespaces: number;
}

/** A row of the table of tasks, its references resolved to numbers. */
export interface TreeRow {
  /** Position of the row in the stream. */
  readonly at: number;
  readonly pids: readonly number[];
  readonly ppid: number;
  readonly tgid: number;
  readonly pgid: number;
  readonly sid: number;
}

/** The number that was announced for the object that a record of this kind describes; unique without one. */
export const describedId = (context: Context, kind: string, { offset }: AnyRecord): number =>
  context.announced.get(kind)?.pop() ?? -offset - 1;

export const idOf = <Kind extends string>(number: number): Id<Kind> | undefined =>
  number === 0 ? undefined : (number as Id<Kind>);

export const rangeOf = ({ offset, hdrlen, payload }: AnyRecord): ByteRange => ({
  offset: 'offset' in payload ? payload.offset : offset + hdrlen,
  length: payload.length,
});

/** At most `max` bytes of a payload, valid until the next read. */
export function payloadView({ source }: Context, record: AnyRecord, max: number): DataView {
  const { offset, length } = rangeOf(record);
  const bytes = source.view(offset, Math.min(length, max));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const pathBytesMax = 4096;

export function textOf(context: Context, record: AnyRecord): string {
  const view = payloadView(context, record, pathBytesMax);
  return textIn(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}

/** Up to the first zero byte. */
export function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return utf8Text(end === -1 ? bytes : bytes.subarray(0, end));
}

type ElementName = keyof typeof linuxCrElements;

/** The elements of one sort that lie one behind the other in a payload; at most `max` of them. */
export function* elementsOf<Name extends ElementName>(
  context: Context,
  record: AnyRecord,
  name: Name,
  bytes: number,
  max: number,
): Generator<ReturnType<(typeof linuxCrElements)[Name]['read']> & { readonly at: number }> {
  const { offset, length } = rangeOf(record);
  const { read } = linuxCrElements[name];
  for (let index = 0; index < max && (index + 1) * bytes <= length; index++) {
    const at = offset + index * bytes;
    context.stream.load(context.source.view(at, bytes));
    yield { ...read(context.stream, context.image), at } as never;
  }
}

export function reportAt(context: Context, record: AnyRecord, code: ModelCode, message: string): void {
  context.report(modelDiagnostic(code, message, { offset: record.offset, path: recordPath(record) }));
}
