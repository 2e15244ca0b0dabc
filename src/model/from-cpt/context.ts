/**
 * What the collectors of all areas share: the checkpoint as it grows, the objects that later records
 * go into, and references that wait for their target. Knows nothing of any record kind.
 */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { cptDiagnostic } from '../../parse/cpt/codes.ts';
import { recordPath } from '../../parse/cpt/path.ts';
import {
  type AnyObject,
  type AnyRecord,
  noIndex,
  noPosition,
  type ObjectRecord,
} from '../../parse/cpt/record.ts';
import type { CptKind, ImageHeaderFields, TaskFields } from '../../parse/generated/cpt-records.ts';
import type { ByteRange, Checkpoint, Id } from '../checkpoint.ts';
import type { CheckpointDraft } from '../checkpoint-draft.ts';
import { type ModelCode, modelDiagnostic } from '../codes.ts';
import { type Interning, intern, type Repeating } from '../intern.ts';
import type { Drafts } from './drafts.ts';
import type { MemoryTables } from './page-rows.ts';
import { isHome } from './sections.ts';
import type { TaskTraits } from './task.ts';
import { text } from './values.ts';
import type { VersionRules } from './version-rules.ts';

type MapOf = {
  readonly [Key in keyof Checkpoint as Checkpoint[Key] extends ReadonlyMap<infer I, unknown>
    ? I extends Id<infer Kind>
      ? Kind
      : never
    : never]: Key;
};

/** Kinds of objects that a position may refer to, and the list of the checkpoint that holds them. */
export type TargetKind = keyof MapOf;

export const targetMaps: MapOf = {
  signal: 'signals',
  sighand: 'sighands',
  posixTimers: 'posixTimers',
  memory: 'memories',
  fdTable: 'fdTables',
  fs: 'fsStructs',
  file: 'files',
  inode: 'inodes',
  tty: 'ttys',
  socket: 'sockets',
  shm: 'sharedMemories',
  undoList: 'undoLists',
  mountNamespace: 'mountNamespaces',
  mount: 'mounts',
  beancounter: 'beancounters',
};

/** A reference to an object that has not come yet. */
interface Pending {
  readonly target: TargetKind;
  readonly set: (id: number) => void;
  /** Where the reference is. Not the record itself: a damaged image may leave very many waiting. */
  readonly offset: number;
  readonly path: string;
}

/** The buffer that register values go into until it is full. */
export interface RegisterPool {
  buffer: BigUint64Array;
  used: number;
}

export interface Context extends Interning, Repeating {
  readonly source: ByteSource;
  readonly report: Report;
  readonly rules: VersionRules;
  readonly header: ImageHeaderFields;
  /** Length of a jiffy. */
  readonly tickNs: bigint;
  readonly model: CheckpointDraft;
  readonly tables: MemoryTables;
  /** By depth: what the last record of that depth became. */
  readonly drafts: unknown[];
  /** By the position that they wait for. */
  readonly pending: Map<number, Pending[]>;
  /** Records that are not understood, by kind. */
  readonly opaqueCounts: Map<string, number>;
  readonly registers: RegisterPool;
  /** The record of the last task, and what it has alike with the next. */
  lastTask: { readonly fields: TaskFields; readonly traits: TaskTraits } | undefined;
  /** Inside a section that no restorer looks into. */
  isSkipping: boolean;
}

export type Collect<K extends CptKind> = (context: Context, record: ObjectRecord<K>) => void;
export type Collectors = { readonly [K in CptKind]?: Collect<K> };

/** The id of the object that a record describes. */
export const idAt = <Kind extends string>(record: { readonly offset: number }): Id<Kind> =>
  record.offset as Id<Kind>;

/** Says what a record became, for the records inside it. */
export function open<K extends keyof Drafts>(
  context: Context,
  record: AnyRecord & { readonly kind: K },
  draft: Drafts[K],
): void {
  context.drafts[record.depth] = draft;
}

/** What the parent of a record became, when the parent is of that kind. Reports when it is not. */
export function parentOf<K extends keyof Drafts>(
  context: Context,
  record: AnyRecord,
  kind: K,
): Drafts[K] | undefined {
  const found = parentIf(context, record, kind);
  if (!found) misplaced(context, record);
  return found;
}

/** The same without a report, for records that have parents of several kinds. */
export function parentIf<K extends keyof Drafts>(
  context: Context,
  record: AnyRecord,
  kind: K,
): Drafts[K] | undefined {
  if (record.parent?.kind !== kind) return undefined;
  return context.drafts[record.depth - 1] as Drafts[K] | undefined;
}

/** Whether a record lies directly in the section of its kind. Reports when it does not. */
export function isTopLevel(context: Context, record: AnyObject): boolean {
  if (record.parent?.kind === 'section' && isHome(record.kind, record.parent.fields.section)) return true;
  misplaced(context, record);
  return false;
}

export function misplaced(context: Context, record: AnyRecord): void {
  const where = record.parent ? recordPath(record.parent) : 'the image';
  reportAt(context, record, 'misplaced-object', `${record.kind} in ${where} is not known to lie there`);
}

export function reportAt(context: Context, record: AnyRecord, code: ModelCode, message: string): void {
  context.report(modelDiagnostic(code, message, { offset: record.offset, path: recordPath(record) }));
}

/** Adds an object that others refer to, and settles the references that wait for it. */
export function add<K extends TargetKind>(
  context: Context,
  target: K,
  entity: Checkpoint[MapOf[K]] extends ReadonlyMap<unknown, infer Entity> ? Entity : never,
  id: Id<K>,
): void {
  (context.model[targetMaps[target]] as Map<number, unknown>).set(id, entity);
  const waiting = context.pending.get(id);
  if (!waiting) return;
  const others = waiting.filter((pending) => pending.target !== target);
  if (others.length > 0) context.pending.set(id, others);
  else context.pending.delete(id);
  for (const pending of waiting) if (pending.target === target) pending.set(id);
}

/** Follows a position: calls `set` now, or when the target comes. */
export function refer<K extends TargetKind>(
  context: Context,
  record: AnyRecord,
  reference: { readonly target: K; readonly field: string; readonly position: bigint | undefined },
  set: (id: Id<K>) => void,
): void {
  const { target, field } = reference;
  if (reference.position === undefined || reference.position === noPosition) return;
  const position = Number(reference.position);
  if (holds(context.model, target, position)) {
    set(position as Id<K>);
    return;
  }
  const waiting = context.pending.get(position);
  const path = `${recordPath(record)}.${field}`;
  const pending = { target, set: set as (id: number) => void, offset: record.offset, path };
  if (waiting) waiting.push(pending);
  else context.pending.set(position, [pending]);
}

/** After the last record: what still waits refers to nothing. */
export function reportUnsettled({ pending, report }: Context): void {
  for (const [position, waiting] of pending) {
    for (const { target, offset, path } of waiting) {
      const message = `${path} is 0x${position.toString(16)}, where no ${target} lies`;
      report(cptDiagnostic('dangling-position', message, { offset, path }));
    }
  }
}

export const holds = (model: CheckpointDraft, target: TargetKind, position: number): boolean =>
  (model[targetMaps[target]] as ReadonlyMap<number, unknown>).has(position);

export const indexOrNone = (index: number): number | undefined => (index === noIndex ? undefined : index);

/** The payload as a range of the source. */
export function rangeOf({ payload }: AnyRecord): ByteRange {
  return 'offset' in payload ? { offset: payload.offset, length: payload.length } : { offset: 0, length: 0 };
}

/** The first `length` bytes of the payload, fewer when it is shorter. */
export function rangeUpTo(record: AnyRecord, length: number): ByteRange {
  const range = rangeOf(record);
  return { offset: range.offset, length: Math.min(length, range.length) };
}

/** The kernel refuses longer names (PAGE_SIZE). */
const nameBytesMax = 4096;

/** Payload of a NAME. One string for all equal names. */
export function nameOf(context: Context, record: AnyRecord): string {
  const { offset, length } = rangeUpTo(record, nameBytesMax);
  return internText(context, text(context.source.view(offset, length)));
}

/** The bytes of a bounded payload, valid until the next read. */
export const payloadView = (context: Context, record: AnyRecord): Uint8Array => {
  const { offset, length } = rangeOf(record);
  return context.source.view(offset, length);
};

export const internText = (context: Context, value: string): string => intern(context, value, () => value);
