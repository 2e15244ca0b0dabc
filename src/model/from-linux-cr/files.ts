/** Open files, descriptor tables, directories, terminals and epoll. */
import { fileType, oldFileType } from '../../parse/generated/linux-cr-records.ts';
import { isOldFraming } from '../../parse/linux-cr/context.ts';
import type { KnownRecord } from '../../parse/linux-cr/record.ts';
import type { EpollTarget, FileDescriptor, FileKind, FsStruct, Id, OpenFile, Tty } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { follow } from '../look-up.ts';
import { RowSlice } from '../rows.ts';
import {
  type Collectors,
  type Context,
  describedId,
  elementsOf,
  idOf,
  rangeOf,
  reportAt,
} from './context.ts';
import { pipeInode } from './inodes.ts';
import { descriptorCells } from './page-rows.ts';

/** O_DIRECTORY of x86 and O_TMPFILE-less kernels. */
const directoryFlag = 0o200000;

const kinds: ReadonlyMap<number, FileKind> = new Map([
  [fileType.pipe, 'pipe'],
  [fileType.fifo, 'fifo'],
  [fileType.socket, 'socket'],
  [fileType.tty, 'tty'],
  [fileType.epoll, 'epoll'],
  [fileType.eventfd, 'eventfd'],
]);

/** What is opened by name may be a file, a device or a directory: only flags tell the last apart. */
function kindOf({ fType, fFlags }: KnownRecord<'file'>['fields'], isOld: boolean): FileKind {
  if (isOld) return fType === oldFileType.dir ? 'directory' : 'unknown';
  const kind = kinds.get(fType);
  return kind ?? ((fFlags & directoryFlag) === 0 ? 'unknown' : 'directory');
}

const inodeModes: Partial<Record<FileKind, number>> = {
  directory: 0o040000,
  pipe: 0o010600,
  fifo: 0o010000,
  socket: 0o140777,
  tty: 0o020000,
};

/** NR_OPEN_DEFAULT of 64-bit kernels. */
const fdsMin = 64;

const currentTables = new WeakMap<
  Context,
  { readonly table: { maxFds: number }; readonly descriptors: RowSlice<FileDescriptor> }
>();
/** Of the first framing: the number stands in the record before the file. */
const pendingFds = new WeakMap<Context, number>();

const collectFile = (context: Context, record: KnownRecord<'file'>): void => {
  const { fields, offset } = record;
  const isOld = isOldFraming(context.image);
  const number = isOld ? (pendingFds.get(context) ?? -offset - 1) : describedId(context, 'file', record);
  const id = number as Id<'file'>;
  const kind = kindOf(fields, isOld);
  const cred = context.creds.get(fields.fCredref ?? 0);
  const file: Mutable<OpenFile> = {
    at: offset,
    id,
    kind,
    isDeleted: false,
    flags: fields.fFlags,
    mode: fields.fMode,
    pos: fields.fPos,
    uid: cred?.fsuid ?? 0,
    gid: cred?.fsgid ?? 0,
    inodeMode: inodeModes[kind] ?? 0,
    ...(fields.pipeObjref !== undefined && { inode: pipeInode(context, fields.pipeObjref, offset) }),
    ...(fields.ttyObjref !== undefined && { tty: idOf<'tty'>(fields.ttyObjref) }),
    ...(fields.sockObjref !== undefined && { socketIndex: fields.sockObjref }),
    ...(fields.count !== undefined && {
      eventFd: { at: offset, count: fields.count, flags: fields.flags ?? 0 },
    }),
    owner: { fd: 0, pid: 0, uid: 0, euid: 0, signo: 0 },
    locks: [],
  };
  context.model.files.set(id, file);
  context.file = file;
  if (kind === 'epoll') {
    context.epollOf.set(id, context.model.epolls.length);
    context.model.epolls.push({ at: offset, opened: id, targets: [] });
  }
  if (kind === 'unknown' || kind === 'directory' || kind === 'fifo' || kind === 'tty')
    expectName(context, file);
};

/** A TTY has no name of its own in the stream; a FIFO has its name behind or before the bytes in it. */
function expectName(context: Context, file: Mutable<OpenFile>): void {
  context.expecting.names = [
    (path) => {
      file.name = path;
      file.path = path;
      if (file.kind === 'unknown') file.kind = kindOfName(path);
    },
  ];
}

/** Devices of the kernel's own (drivers/char/mem.c, random.c), whatever else lies in /dev. */
const devices: ReadonlySet<string> = new Set(
  ['null', 'zero', 'full', 'random', 'urandom', 'kmsg'].map((name) => `/dev/${name}`),
);

/** The kernel of the series checkpoints regular files and simple devices by name, and does not say which. */
function kindOfName(path: string): FileKind {
  if (devices.has(path)) return 'character-device';
  return path.startsWith('/dev/') && !path.startsWith('/dev/shm/') ? 'unknown' : 'regular';
}

const collectTable = (context: Context, record: KnownRecord<'file_table'>): void => {
  const { fields, offset } = record;
  const descriptors = new RowSlice(context.tables.descriptors);
  const id = (fields.objref ?? describedId(context, 'file_table', record)) as Id<'fdTable'>;
  // How large the table was is not stored: no kernel has a smaller one.
  const table = { at: offset, id, maxFds: fdsMin, nextFd: 0, descriptors };
  context.model.fdTables.set(id, table);
  currentTables.set(context, { table, descriptors });
  const task = context.drafts.at(-1)?.task;
  if (isOldFraming(context.image) && task !== undefined) task.fdTable = id;
};

const collectDescriptor = (context: Context, record: KnownRecord<'file_desc'>): void => {
  const current = currentTables.get(context);
  if (current === undefined) {
    reportAt(context, record, 'misplaced-object', 'a descriptor that belongs to no table');
    return;
  }
  const { fdObjref, fdDescriptor, fdCloseOnExec } = record.fields;
  current.table.maxFds = Math.max(current.table.maxFds, fdDescriptor + 1);
  current.descriptors.push(...descriptorCells(record.offset, fdDescriptor, fdCloseOnExec !== 0, fdObjref));
  pendingFds.set(context, fdObjref);
};

const collectFs = (context: Context, record: KnownRecord<'fs'>): void => {
  const fs: Mutable<FsStruct> = {
    at: record.offset,
    id: describedId(context, 'fs', record) as Id<'fs'>,
    umask: record.fields.umask ?? 0o022,
  };
  context.model.fsStructs.set(fs.id, fs);
  const directory = (path: string, at: number) => ({ at, path, isDeleted: false, inodeMode: 0o040755 });
  context.expecting.names = [
    (path, { offset }) => {
      fs.root = directory(path, offset);
    },
    (path, { offset }) => {
      fs.cwd = directory(path, offset);
    },
  ];
};

const collectTty = (context: Context, record: KnownRecord<'tty'>): void => {
  const { fields, offset } = record;
  const id = describedId(context, 'tty', record) as Id<'tty'>;
  const tty: Mutable<Tty> = {
    at: offset,
    id,
    name: '',
    index: fields.index,
    link: fields.linkObjref,
    driverType: fields.driverType,
    driverSubtype: fields.driverSubtype,
    driverFlags: 0,
    flags: fields.flags,
    pgrp: 0,
    session: 0,
    termios: {
      iflag: fields.cIflag,
      oflag: fields.cOflag,
      cflag: fields.cCflag,
      lflag: fields.cLflag,
      line: fields.cLine,
      cc: [...fields.cCc],
    },
    window: {
      rows: fields.wsRow,
      cols: fields.wsCol,
      xPixels: fields.wsXpixel,
      yPixels: fields.wsYpixel,
    },
    lineState: {},
    readFlags: [],
  };
  tty.name = terminalName(fields.driverSubtype, fields.index);
  context.model.ttys.set(id, tty);
  lastTtys.set(context, tty);
};

const lastTtys = new WeakMap<Context, Mutable<Tty>>();

/** linux/tty_driver.h: PTY_TYPE_MASTER 1, PTY_TYPE_SLAVE 2; only pseudo terminals are checkpointed. */
const terminalName = (subtype: number, index: number): string => (subtype === 1 ? 'ptmx' : `pts/${index}`);

const collectLdisc = (context: Context, { fields }: KnownRecord<'tty_ldisc'>): void => {
  const tty = lastTtys.get(context);
  if (tty === undefined) return;
  const { pad1: _pad1, pad2: _pad2, readFlags, ...state } = fields;
  tty.lineState = state;
  const words = new DataView(readFlags.buffer, readFlags.byteOffset, readFlags.byteLength);
  tty.readFlags = Array.from({ length: readFlags.length / 4 }, (_, index) =>
    words.getUint32(4 * index, true),
  );
  if (fields.datalen === 0) return;
  context.expecting.buffer = (buffer) => {
    tty.input = rangeOf(buffer);
  };
};

/** EP_MAX_EVENTS is far higher; no task has so many descriptors. */
const targetsMax = 1024 * 1024;
const epollItemBytes = 24;

const collectEpollItems = (context: Context, { fields }: KnownRecord<'epoll_items'>): void => {
  const opened = fields.epfileObjref as Id<'file'>;
  context.expecting.buffer = (buffer) => {
    const items = elementsOf(
      context,
      buffer,
      'epoll_item',
      epollItemBytes,
      Math.min(fields.numItems, targetsMax),
    );
    const targets = [...items].map(
      ({ at, fd, fileObjref, events, data }): EpollTarget => ({
        at,
        fd: fd | 0,
        watched: idOf<'file'>(fileObjref),
        events,
        data,
        revents: 0,
        isReady: false,
      }),
    );
    const index = context.epollOf.get(opened) ?? -1;
    const known = context.model.epolls[index];
    if (known !== undefined) context.model.epolls[index] = { ...known, targets };
  };
};

export const fileCollectors = {
  file: collectFile,
  file_table: collectTable,
  file_desc: collectDescriptor,
  fs: collectFs,
  tty: collectTty,
  tty_ldisc: collectLdisc,
  epoll_items: collectEpollItems,
  pipe_buf: (context, record) => {
    const id = context.file?.inode;
    const inode = follow(context.model.inodes, id);
    if (inode !== undefined) context.model.inodes.set(inode.id, { ...inode, buffered: rangeOf(record) });
  },
} satisfies Collectors;
