/**
 * Open files of a kind that came later. Older releases find an entry without a body and stop, so the kind is
 * refused, or given up by name: then the descriptors are closed, wherever one stands.
 */
import {
  type CriuRecord,
  type Fields,
  fileName,
  type MessageRecord,
  messageLayout,
} from '../../parse/criu/index.ts';
import {
  type CriuDraft,
  changed,
  editFile,
  entriesOf,
  filesOfType,
  lost,
  recordsOf,
  refused,
  withFields,
} from './draft.ts';
import { isNewer } from './known.ts';

export function dropUnknownKinds(draft: CriuDraft, release: string): void {
  const kinds = messageLayout('file_entry').byName.get('type');
  const isUnknown = (kind: unknown): boolean =>
    typeof kind === 'number' && (isNewer(kinds?.valuesSince?.[kind], release) || !kinds?.names?.has(kind));
  dropKinds(draft, isUnknown, 'R17');
}

type Row = 'R13' | 'R17';
type IsKind = (kind: unknown) => boolean;

/** Takes open files out wherever one stands; refused where a task has one, unless `drop-files` is allowed. */
export function dropKinds(draft: CriuDraft, isKind: IsKind, row: Row): void {
  const closed = closedDescriptors(draft, isKind);
  const ids = new Set<number>();
  for (const { fields } of entriesOf(draft, 'FILES', 'file_entry')) {
    if (isKind(fields.type)) ids.add(fields.id ?? 0);
  }
  if (ids.size === 0 && closed.size === 0) return;
  const held = heldFiles(draft, isKind, ids);
  for (const { what, file } of held) refused(draft, row, what, { file }, { allowedBy: 'drop-files' });
  for (const name of closed.keys())
    editFile(draft, name, (record) => dropWhere(record, ({ type }) => isKind(type)));
  dropTargets(draft, closed, row);
  dropPassed(draft, ids, row);
  editFile(draft, fileName('FILES'), (record) => dropWhere(record, ({ type }) => isKind(type)));
  changed(draft, row, 'entries of open files taken out', ids.size);
}

interface Held {
  readonly what: string;
  /** Where it is held. */
  readonly file: string;
}

/** Files of the kinds that a task or a message on its way holds, named by kind and release. */
function heldFiles(draft: CriuDraft, isKind: IsKind, ids: ReadonlySet<number>): readonly Held[] {
  const holders = new Map<number, { readonly kind: number; readonly file: string }>();
  for (const { name: file } of filesOfType(draft, 'FDINFO')) {
    for (const record of draft.files.get(file)?.records() ?? []) {
      const { type, id } = record.kind === 'message' ? record.fields : {};
      if (isKind(type)) holders.set(Number(id), { kind: Number(type), file });
    }
  }
  const queues = fileName('SK_QUEUES');
  if (isPassed(draft, ids)) {
    for (const { fields } of entriesOf(draft, 'FILES', 'file_entry')) {
      const { id = 0, type: kind = 0 } = fields;
      if (ids.has(id) && !holders.has(id)) holders.set(id, { kind, file: queues });
    }
  }
  const kinds = messageLayout('file_entry').byName.get('type');
  return [...holders.values()].map(({ kind, file }) => {
    const since = kinds?.valuesSince?.[kind];
    const name = kinds?.names?.get(kind) ?? `number ${kind}`;
    return { what: `open files of the kind ${name}${since === undefined ? '' : ` (CRIU ${since})`}`, file };
  });
}

const dropWhere = (record: CriuRecord, test: (fields: Fields) => boolean): CriuRecord | undefined =>
  record.kind === 'message' && test(record.fields) ? undefined : record;

/** Numbers of descriptors that go, by the file of their table. */
function closedDescriptors(draft: CriuDraft, isKind: IsKind): ReadonlyMap<string, ReadonlySet<number>> {
  const closed = new Map<string, ReadonlySet<number>>();
  for (const { name } of filesOfType(draft, 'FDINFO')) {
    const numbers = new Set<number>();
    for (const record of draft.files.get(name)?.records() ?? []) {
      if (record.kind === 'message' && isKind(record.fields['type']))
        numbers.add(Number(record.fields['fd']));
    }
    if (numbers.size > 0) closed.set(name, numbers);
  }
  return closed;
}

/** Kinds by number in `fd_types`. */
const eventpoll = 7;

/** An epoll file that watches a closed descriptor does not come back: epoll_ctl(2) says EBADF. */
function dropTargets(draft: CriuDraft, closed: ReadonlyMap<string, ReadonlySet<number>>, row: Row): void {
  const gone = new Map<number, Set<number>>();
  for (const [name, numbers] of closed) {
    for (const record of draft.files.get(name)?.records() ?? []) {
      if (record.kind !== 'message' || record.fields['type'] !== eventpoll) continue;
      const id = Number(record.fields['id']);
      const known = gone.get(id) ?? new Set();
      for (const number of numbers) known.add(number);
      gone.set(id, known);
    }
  }
  if (gone.size === 0) return;
  const isGone = ({ id = 0, tfd = 0 }: { readonly id?: number; readonly tfd?: number }): boolean =>
    gone.get(id)?.has(tfd) === true;
  for (const { fields, offset } of entriesOf(draft, 'FILES', 'file_entry')) {
    if (fields.epfd?.tfd?.some(isGone)) {
      lost(draft, row, 'epoll watches of such files', { file: fileName('FILES'), offset });
    }
  }
  editFile(draft, fileName('FILES'), (record) => {
    const epfd = record.kind === 'message' ? (record.fields['epfd'] as WatchList | undefined) : undefined;
    if (record.kind !== 'message' || !epfd?.tfd?.some(isGone)) return record;
    return withFields(record, { epfd: { ...epfd, tfd: epfd.tfd.filter((target) => !isGone(target)) } });
  });
}

interface WatchList extends Fields {
  readonly tfd?: readonly (Fields & { readonly id?: number; readonly tfd?: number })[];
}

interface Passed extends Fields {
  readonly rights?: readonly number[];
}

const passedBy = (record: CriuRecord): readonly Passed[] =>
  record.kind === 'message' ? ((record.fields['scm'] as readonly Passed[] | undefined) ?? []) : [];

const holds = (record: CriuRecord, ids: ReadonlySet<number>): boolean =>
  passedBy(record).some(({ rights = [] }) => rights.some((id) => ids.has(id)));

function isPassed(draft: CriuDraft, ids: ReadonlySet<number>): boolean {
  for (const record of recordsOf(draft, 'SK_QUEUES')) if (holds(record, ids)) return true;
  return false;
}

/** Descriptors on their way through a socket (SCM_RIGHTS). */
function dropPassed(draft: CriuDraft, ids: ReadonlySet<number>, row: Row): void {
  if (!isPassed(draft, ids)) return;
  const name = fileName('SK_QUEUES');
  for (const record of recordsOf(draft, 'SK_QUEUES')) {
    if (!holds(record, ids)) continue;
    lost(draft, row, 'such files on their way through a socket', { file: name, offset: record.offset });
  }
  editFile(draft, name, (record) => {
    if (!holds(record, ids)) return record;
    const scm = passedBy(record).map((one) => ({
      ...one,
      ...(one.rights && { rights: one.rights.filter((id) => !ids.has(id)) }),
    }));
    return withFields(record as MessageRecord, { scm });
  });
}
