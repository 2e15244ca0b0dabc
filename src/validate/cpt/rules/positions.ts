/**
 * Every field that holds a file position leads to an object of the right kind. Which fields those are comes
 * from the specs; here are the few that depend on something else, and what kernels do when one leads
 * nowhere.
 */
import { recordPath } from '../../../parse/cpt/path.ts';
import { type AnyObject, type AnyRecord, noPosition, type ObjectRecord } from '../../../parse/cpt/record.ts';
import {
  type CptKind,
  cptPositions,
  imageVersion,
  type PositionField,
  socketFamily,
} from '../../../parse/generated/cpt-records.ts';
import { fieldPlace, hex, type RecordRule, type RecordRuleContext, type RecordRuleMaker } from '../rule.ts';
import { isCharacterDevice } from './file-mode.ts';

type Kind = CptKind | 'section';

/** Their kernel goes on without the target, and says so in its log at most. */
const losable: ReadonlySet<string> = new Set([
  'task.taskUb',
  'task.execUb',
  'task.mmUb',
  'task.forkSub',
  'mm.mmub',
  'signal_struct.ctty',
]);

/** rst_signal_complete, rst_file and the readers of watches and copies refuse an empty one. */
const neededFields: ReadonlySet<string> = new Set([
  'task.signal',
  'task.sighand',
  'filedesc.file',
  'epoll.file',
  'epoll_file.file',
  'inotify.file',
  'ref.pos',
  'copypages.source',
]);

/** Restored in file order, so that the target has to come first. */
const backwardFields: ReadonlySet<string> = new Set([
  'ubc.parent',
  'copypages.source',
  'vfsmount.mntParent',
  'vfsmount.mntShared',
  'vfsmount.mntMaster',
]);

const errnos: Readonly<Record<string, string>> = {
  'file.vfsmount': 'ENODEV',
  'inode.vfsmount': 'ENODEV',
  'vfsmount.mntBind': 'ENODEV',
  'vfsmount.mntParent': 'ENOLINK',
  'vfsmount.mntShared': 'ENOLINK',
  'vfsmount.mntMaster': 'ENOLINK',
  'task.namespace': 'ENOLINK',
  'copypages.source': 'ESRCH',
  'ubc.parent': 'ESRCH',
};

const unixMount: PositionField = { field: 'vfsmountRef', target: 'vfsmount', offset: 424, count: 1 };

const targets: ReadonlySet<Kind> = new Set<Kind>(
  Object.values(cptPositions).flatMap((fields) => fields.map(({ target }) => target)),
);

interface Waiting {
  readonly record: AnyObject;
  readonly field: PositionField;
}

export const positionRule: RecordRuleMaker = (context): RecordRule => {
  const kinds = new Map<number, CptKind>();
  const waiting = new Map<number, Waiting[]>();
  const follow = (record: AnyObject, field: PositionField, value: bigint) => {
    const position = Number(value);
    if (kinds.get(position) === field.target) return;
    const list = waiting.get(position);
    if (list) list.push({ record, field });
    else waiting.set(position, [{ record, field }]);
  };
  return {
    on: {
      socket: (socket) => followMount(context, socket, follow),
    },
    each: (record) => {
      if (record.kind in cptPositions) checkPositions(context, record as AnyObject, follow);
      if (targets.has(record.kind as Kind)) settle(record, kinds, waiting);
    },
    finish: () => {
      for (const [position, list] of waiting) {
        for (const { record, field } of list)
          reportDangling(context, record, field, position, kinds.get(position));
      }
    },
  };
};

type Follow = (record: AnyObject, field: PositionField, value: bigint) => void;

function settle(record: AnyRecord, kinds: Map<number, CptKind>, waiting: Map<number, Waiting[]>): void {
  kinds.set(record.offset, record.kind as CptKind);
  const list = waiting.get(record.offset);
  if (!list) return;
  const others = list.filter(({ field }) => field.target !== record.kind);
  if (others.length > 0) waiting.set(record.offset, others);
  else waiting.delete(record.offset);
}

function checkPositions(context: RecordRuleContext, record: AnyObject, follow: Follow): void {
  for (const field of cptPositions[record.kind] ?? []) {
    // The table of the tail is no reference to any kernel; mounts are judged when all their names are known.
    if (record.kind === 'trailer' || field.field === 'mntBind') continue;
    const value = (record.fields as Readonly<Record<string, unknown>>)[field.field];
    if (typeof value !== 'bigint') continue;
    checkPosition(context, record, field, value, follow);
  }
}

function checkPosition(
  { report }: RecordRuleContext,
  record: AnyObject,
  field: PositionField,
  value: bigint,
  follow: Follow,
): void {
  const name = `${record.kind}.${field.field}`;
  if (name === 'file.priv' && !isCharacterDevice((record as ObjectRecord<'file'>).fields.iMode)) return;
  if (name === 'net_tuntap.bindfile' && value === 0n) return;
  if (value === noPosition) {
    if (!neededFields.has(name)) return;
    report(
      'null-position',
      `${recordPath(record)} has no ${field.field}: EINVAL`,
      fieldPlace(record, field.field),
    );
    return;
  }
  if (backwardFields.has(name) && value >= BigInt(record.offset)) {
    const isSelf = value === BigInt(record.offset);
    const code = isSelf && record.kind === 'ubc' ? 'own-parent' : 'forward-position';
    const what = isSelf ? 'itself' : `${hex(value)}, which comes later`;
    const message = `${recordPath(record)} names ${what} as its ${field.field} (${errnos[name] ?? 'EINVAL'})`;
    report(code, message, fieldPlace(record, field.field));
    if (isSelf) return;
  }
  follow(record, field, value);
}

/**
 * AF_UNIX sockets keep a mount where others keep two addresses; bind_unix_socket does not check it before.
 */
function followMount({ header }: RecordRuleContext, socket: ObjectRecord<'socket'>, follow: Follow): void {
  if (header.imageVersion < imageVersion.v2_6_18_4 || socket.fields.family !== socketFamily.unix) return;
  const value = BigInt(socket.fields.saddr) | (BigInt(socket.fields.rcvSaddr) << 32n);
  // An address of two bytes is the family alone: the socket is not bound.
  if (value === noPosition || socket.fields.laddrlen <= 2) return;
  follow(socket, unixMount, value);
}

function reportDangling(
  { report, source, restorer }: RecordRuleContext,
  record: AnyObject,
  { field, target }: PositionField,
  position: number,
  found: CptKind | undefined,
): void {
  const name = `${record.kind}.${field}`;
  const ignored = losable.has(name) || (name === 'task.namespace' && restorer === '2.6.18');
  const what =
    found !== undefined
      ? `where ${found} lies`
      : position >= source.size
        ? 'past the end of the file'
        : `where no ${target} starts`;
  const answer = ignored
    ? 'the kernel goes on without'
    : position >= source.size
      ? 'EIO'
      : (errnos[name] ?? 'EINVAL');
  const message = `${recordPath(record)}.${field} is ${hex(position)}, ${what} (${answer})`;
  const place = fieldPlace(record, field === 'vfsmountRef' ? 'saddr' : field);
  report(ignored ? 'lost-position' : 'dangling-position', message, place);
}
