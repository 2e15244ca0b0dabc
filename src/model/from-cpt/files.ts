/** FILES, FILES_STRUCT and FS sections. Inodes, terminals and watches are in files of their own. */
import type { AnyObject, ObjectRecord } from '../../parse/cpt/record.ts';
import { dentryFlag, fdFlag, flockFlag } from '../../parse/generated/cpt-records.ts';
import type { FileDescriptor, FileKind, FilePath, FsStruct, OpenFile, PassedFile } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { RowSlice } from '../rows.ts';
import {
  add,
  type Collect,
  type Collectors,
  type Context,
  idAt,
  indexOrNone,
  isTopLevel,
  misplaced,
  open,
  parentIf,
  parentOf,
  refer,
} from './context.ts';
import { fileType, kindOfMode } from './file-kind.ts';
import { descriptorCells } from './page-rows.ts';
import { signed32, timespecNs } from './values.ts';

const collectFile: Collect<'file'> = (context, record) => {
  if (record.parent?.kind !== 'section') collectNamedFile(context, record);
  else if (isTopLevel(context, record)) collectOpenFile(context, record);
};

function collectOpenFile(context: Context, record: ObjectRecord<'file'>): void {
  const { fields, offset } = record;
  const isSocket = (fields.iMode & fileType.mask) === fileType.socket;
  const isSignalFd = (fields.lflags & dentryFlag.signalfd) !== 0;
  const opened: Mutable<OpenFile> = {
    at: offset,
    id: idAt<'file'>(record),
    kind: fileKind(fields),
    name: undefined,
    path: undefined,
    isDeleted: (fields.lflags & dentryFlag.deleted) !== 0,
    flags: fields.flags,
    mode: fields.mode,
    pos: fields.pos,
    uid: fields.uid,
    gid: fields.gid,
    inodeMode: fields.iMode,
    dentryFlags: fields.lflags,
    inode: undefined,
    mount: undefined,
    tty: undefined,
    socketIndex: isSocket ? indexOrNone(Number(BigInt.asUintN(32, fields.priv))) : undefined,
    // The kernel keeps the signals that are not delivered (fs/signalfd.c), and so does the image.
    signalMask: isSignalFd ? BigInt.asUintN(64, ~fields.priv) : undefined,
    timerFd: undefined,
    eventFd: undefined,
    owner: ownerOf(fields),
    locks: [],
  };
  referFile(context, record, opened);
  add(context, 'file', opened, opened.id);
  open(context, record, { opened });
}

function referFile(context: Context, record: ObjectRecord<'file'>, opened: Mutable<OpenFile>): void {
  const { fields } = record;
  refer(context, record, { target: 'inode', field: 'inode', position: fields.inode }, (id) => {
    opened.inode = id;
  });
  refer(context, record, { target: 'mount', field: 'vfsmount', position: fields.vfsmount }, (id) => {
    opened.mount = id;
  });
  if ((fields.iMode & fileType.mask) !== fileType.character) return;
  refer(context, record, { target: 'tty', field: 'priv', position: fields.priv }, (id) => {
    opened.tty = id;
    opened.kind = 'tty';
  });
}

type FileFields = ObjectRecord<'file'>['fields'];

const ownerOf = ({ fownFd, fownPid, fownUid, fownEuid, fownSigno }: FileFields) => ({
  fd: signed32(fownFd),
  pid: signed32(fownPid),
  uid: fownUid,
  euid: fownEuid,
  signo: fownSigno,
});

/** Anonymous files have a flag that says what they are; their mode does not. */
const anonymousKinds: readonly (readonly [number, FileKind])[] = [
  [dentryFlag.epoll, 'epoll'],
  [dentryFlag.inotify, 'inotify'],
  [dentryFlag.eventfd, 'eventfd'],
  [dentryFlag.signalfd, 'signalfd'],
  [dentryFlag.timerfd, 'timerfd'],
  [dentryFlag.futex, 'futex'],
  [dentryFlag.tuntap, 'tun'],
];

function fileKind({ lflags, iMode }: FileFields): FileKind {
  const anonymous = anonymousKinds.find(([flag]) => (lflags & flag) !== 0);
  return anonymous ? anonymous[1] : kindOfMode(iMode);
}

/** The FILE objects of an FS object have no other mark than their order. */
const directoryOrder = ['root', 'cwd', 'altRoot'] as const;

/** Roots, working directories and watched files: nobody has them open. */
function collectNamedFile(context: Context, record: ObjectRecord<'file'>): void {
  const { fields, offset } = record;
  const named: Mutable<FilePath> = {
    at: offset,
    path: undefined,
    isDeleted: (fields.lflags & dentryFlag.deleted) !== 0,
    inodeMode: fields.iMode,
    mount: undefined,
  };
  if (!placeNamed(context, record, named)) {
    misplaced(context, record);
    return;
  }
  refer(context, record, { target: 'mount', field: 'vfsmount', position: fields.vfsmount }, (id) => {
    named.mount = id;
  });
  open(context, record, { named });
}

/** Returns false when the parent has no place for another name. */
function placeNamed(context: Context, record: ObjectRecord<'file'>, named: FilePath): boolean {
  const fs = parentIf(context, record, 'fs');
  const place = fs && directoryOrder[fs.directories++];
  const watch = parentIf(context, record, 'inotify_watch');
  if (fs && place) fs.fs[place] = named;
  else if (watch) watch.watched = named;
  return place !== undefined || watch !== undefined;
}

/** d_path of 2.6.18 puts the marker in front of the name or behind it, that of 2.6.32 in front of it. */
const frontMarkers = ['(deleted) ', ' (deleted)'];
const endMarker = ' (deleted)';

/** The name of a deleted file as it was before. */
export function withoutMarker(name: string): string {
  const front = frontMarkers.find((marker) => name.startsWith(`${marker}/`));
  if (front !== undefined) return name.slice(front.length);
  return name.endsWith(endMarker) ? name.slice(0, -endMarker.length) : name;
}

/** A NAME inside a FILE. */
export function nameFile(context: Context, record: ObjectRecord<'name'>, name: string): void {
  const draft = parentOf(context, record, 'file');
  if (!draft) return;
  if ('named' in draft) {
    draft.named.path = draft.named.isDeleted ? withoutMarker(name) : name;
    return;
  }
  const { opened } = draft;
  opened.name = name;
  opened.path = opened.isDeleted ? withoutMarker(name) : name;
  // Pipes have no path; fifos are named by one.
  if (opened.kind === 'fifo' && name.startsWith('pipe:[')) opened.kind = 'pipe';
}

const openedParent = (context: Context, record: AnyObject) => {
  const draft = parentOf(context, record, 'file');
  return draft && 'opened' in draft ? draft.opened : undefined;
};

const collectFlock: Collect<'flock'> = (context, record) => {
  const { fields, offset } = record;
  const ownerIndex = indexOrNone(fields.owner);
  openedParent(context, record)?.locks.push({
    at: offset,
    kind: ownerIndex === undefined ? 'flock' : 'posix',
    ownerIndex,
    pid: signed32(fields.pid),
    start: fields.start,
    end: fields.end,
    flags: fields.flags,
    type: fields.type,
    isDelayed: (fields.flags & flockFlag.delayed) !== 0,
    svid: fields.svid,
    lsid: (fields.flags & flockFlag.delayed) === 0 ? undefined : fields.lsid,
  });
};

const collectTimerFd: Collect<'timerfd'> = (context, record) => {
  const { clockid, itValue, itInterval, ticks, expired } = record.fields;
  const opened = openedParent(context, record);
  if (!opened) return;
  opened.timerFd = {
    at: record.offset,
    clock: signed32(clockid),
    valueNs: timespecNs(itValue),
    intervalNs: timespecNs(itInterval),
    ticks,
    isExpired: expired !== 0,
  };
};

const collectEventFd: Collect<'eventfd'> = (context, record) => {
  const opened = openedParent(context, record);
  const { count, flags } = record.fields;
  if (opened) opened.eventFd = { at: record.offset, count, flags };
};

const collectFiles: Collect<'files'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { index, maxFds, nextFd } = record.fields;
  const descriptors = new RowSlice<FileDescriptor>(context.tables.descriptors);
  const table = { at: record.offset, id: idAt<'fdTable'>(record), index, maxFds, nextFd, descriptors };
  add(context, 'fdTable', table, table.id);
  open(context, record, table);
};

/** Part of a descriptor table, or of a message in a unix socket. */
const collectFiledesc: Collect<'filedesc'> = (context, record) => {
  const { fd, flags, file } = record.fields;
  const table = parentIf(context, record, 'files');
  const buffer = parentIf(context, record, 'skb');
  if (table) {
    const isCloseOnExec = (flags & fdFlag.closeexec) !== 0;
    const cells = descriptorCells({ at: record.offset, fd: signed32(fd), isCloseOnExec }, file);
    (table.descriptors as RowSlice<FileDescriptor>).push(...cells);
  } else if (buffer) {
    const passed: Mutable<PassedFile> = { at: record.offset, fd: signed32(fd), opened: undefined };
    refer(context, record, { target: 'file', field: 'file', position: file }, (id) => {
      passed.opened = id;
    });
    buffer.passedFiles.push(passed);
  } else misplaced(context, record);
};

const collectFs: Collect<'fs'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const fs: Mutable<FsStruct> = {
    at: record.offset,
    id: idAt<'fs'>(record),
    umask: record.fields.umask,
    root: undefined,
    cwd: undefined,
    altRoot: undefined,
  };
  add(context, 'fs', fs, fs.id);
  open(context, record, { fs, directories: 0 });
};

export const fileCollectors = {
  file: collectFile,
  flock: collectFlock,
  timerfd: collectTimerFd,
  eventfd: collectEventFd,
  files: collectFiles,
  filedesc: collectFiledesc,
  fs: collectFs,
} satisfies Collectors;
