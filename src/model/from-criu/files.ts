/** Open files, descriptor tables and working directories. Sockets, terminals and watches have own files. */
import { buildIdText } from '../../parse/criu/build-id.ts';
import { fileName } from '../../parse/criu/index.ts';
import type { FownEntry } from '../../parse/generated/criu-descriptors.ts';
import { blankOpenFile } from '../blank.ts';
import type { ByteRange, FileKind, FileOwner, FilePath, FsStruct, Id, OpenFile } from '../checkpoint.ts';
import { RowSlice } from '../rows.ts';
import { type Context, idOf, rangeOf } from './draft.ts';
import { ghostInodes, linkNames } from './ghosts.ts';
import { entriesOf, firstOf, textOf } from './image.ts';
import {
  type CriuFileKind,
  type CriuOpenFile,
  fieldsAs,
  fileKey,
  fileKindOf,
  fileKinds,
  homeFileOf,
  openFilesOf,
} from './open-files.ts';
import { descriptorCells } from './rows.ts';
import { collectMemfdInodes, memfdName, noOwner } from './shared-memory.ts';

const kindNames: Readonly<Record<CriuFileKind, FileKind>> = {
  REG: 'regular',
  PIPE: 'pipe',
  FIFO: 'fifo',
  INETSK: 'socket',
  UNIXSK: 'socket',
  EVENTFD: 'eventfd',
  EVENTPOLL: 'epoll',
  INOTIFY: 'inotify',
  SIGNALFD: 'signalfd',
  PACKETSK: 'socket',
  TTY: 'tty',
  FANOTIFY: 'fanotify',
  NETLINKSK: 'socket',
  NS: 'namespace',
  TUNF: 'tun',
  EXT: 'unknown',
  TIMERFD: 'timerfd',
  MEMFD: 'memfd',
  BPFMAP: 'unknown',
  PIDFD: 'pidfd',
};

const second = 1_000_000_000n;
const readWrite = 2;

/** Type bits of a mode, see inode(7); what CRIU leaves out of the image is not known. */
const typeBits: Partial<Readonly<Record<CriuFileKind, number>>> = {
  PIPE: 0o010000,
  FIFO: 0o010000,
  INETSK: 0o140000,
  UNIXSK: 0o140000,
  PACKETSK: 0o140000,
  NETLINKSK: 0o140000,
  TTY: 0o020000,
  MEMFD: 0o100000,
};

/** The id of the open file of that kind and number, whether the image has it or not. */
export const fileId = (context: Context, kind: CriuFileKind, id: number): Id<'file'> =>
  idOf(context, 'file', fileKey(kind, id));

/** The same, but undefined when the image has no such file. */
export function openedBy(
  context: Context,
  kind: CriuFileKind | undefined,
  id: number,
): Id<'file'> | undefined {
  const found = kind && fileId(context, kind, id);
  return found !== undefined && context.model.files.has(found) ? found : undefined;
}

export function collectFiles(context: Context): void {
  const buffers = pipeBuffers(context);
  const memfds = collectMemfdInodes(context);
  const ghosts = ghostInodes(context);
  const links = linkNames(context);
  for (const opened of openFilesOf(context.image)) {
    const base = baseOf(context, opened);
    const file = {
      ...blankOpenFile,
      ...base,
      ...regularParts(context, opened, ghosts, links),
      ...pipeParts(context, opened, buffers),
      ...countedParts(opened),
    };
    const memfd = fieldsAs(opened, 'MEMFD');
    const number = BigInt(memfd?.inode_id ?? 0);
    const path = memfdName(memfds.get(number));
    // The kernel unlinks the file that it makes.
    const own = memfd && {
      name: `${path} (deleted)`,
      path,
      isDeleted: true,
      inode: idOf(context, 'inode', `memfd ${number}`),
    };
    context.model.files.set(base.id, { ...file, ...own });
  }
  nameFifos(context);
}

function baseOf(context: Context, { kind, id, fields, at, file }: CriuOpenFile): OpenFile {
  const { flags, pos, fown } = fields as { flags?: number; pos?: bigint; fown?: FownEntry };
  return {
    at,
    file,
    id: fileId(context, kind, id),
    kind: kindNames[kind],
    isDeleted: false,
    // CRIU keeps what pidfd_open(2) was given; the file is always O_RDWR (kernel/fork.c, pidfd_prepare).
    flags: (flags ?? 0) | (kind === 'PIDFD' ? readWrite : 0),
    // O_ACCMODE counts from zero, FMODE_READ and FMODE_WRITE are bits.
    mode: ((flags ?? 0) & 3) + 1,
    pos: pos ?? 0n,
    uid: fown?.uid ?? 0,
    gid: 0,
    inodeMode: typeBits[kind] ?? 0,
    owner: fown ? ownerOf(fown) : noOwner,
    locks: [],
  };
}

const ownerOf = ({ pid = 0, uid = 0, euid = 0, signum = 0 }: FownEntry): FileOwner => ({
  fd: 0,
  pid,
  uid,
  euid,
  signo: signum,
});

function regularParts(
  context: Context,
  opened: CriuOpenFile,
  ghosts: ReadonlyMap<number, Id<'inode'> | undefined>,
  links: ReadonlyMap<number, string>,
): Partial<OpenFile> {
  const regular = fieldsAs(opened, 'REG');
  if (regular === undefined) return {};
  // CRIU stores names relative to the root of the task, with a leading slash since 1.3.
  const path = textOf(regular.name) ?? '';
  const isDeleted = ghosts.has(opened.id);
  return {
    name: isDeleted ? `${path} (deleted)` : path,
    path,
    isDeleted,
    keptAs: links.get(opened.id),
    inode: ghosts.get(opened.id),
    inodeMode: regular.mode ?? 0,
    kind: kindOfMode(regular.mode),
    mount: regular.mnt_id === undefined ? undefined : idOf(context, 'mount', regular.mnt_id),
    ...(regular.build_id && regular.build_id.length > 0 && { buildId: buildIdText(regular.build_id) }),
  };
}

/** `reg.mode` came in 2.4; without it a directory cannot be told from a file. */
function kindOfMode(mode = 0o100000): FileKind {
  switch (mode & 0o170000) {
    case 0o040000:
      return 'directory';
    case 0o020000:
      return 'character-device';
    case 0o060000:
      return 'block-device';
    case 0o120000:
      return 'symlink';
    case 0o010000:
      return 'fifo';
    default:
      return 'regular';
  }
}

function countedParts(opened: CriuOpenFile): Partial<OpenFile> {
  const { at } = opened;
  const event = fieldsAs(opened, 'EVENTFD');
  if (event) return { eventFd: { at, count: event.counter ?? 0n, flags: event.flags ?? 0 } };
  const signals = fieldsAs(opened, 'SIGNALFD');
  if (signals) return { signalMask: signals.sigmask ?? 0n };
  const process = fieldsAs(opened, 'PIDFD');
  if (process) return { pidfdPid: process.nspid ?? 0 };
  const timer = fieldsAs(opened, 'TIMERFD');
  if (!timer) return {};
  const { clockid = 0, vsec = 0n, vnsec = 0n, isec = 0n, insec = 0n, ticks = 0n } = timer;
  const valueNs = vsec * second + vnsec;
  const timerFd = {
    at,
    clock: clockid | 0,
    valueNs,
    intervalNs: isec * second + insec,
    ticks,
    isExpired: ticks > 0n,
  };
  return { timerFd };
}

/** Unread bytes, by the number that both ends of a pipe name. */
function pipeBuffers(context: Context): ReadonlyMap<string, ByteRange> {
  const buffers = new Map<string, ByteRange>();
  for (const [kind, type] of [
    ['PIPE', 'PIPES_DATA'],
    ['FIFO', 'FIFO_DATA'],
  ] as const) {
    for (const { fields, file, payload } of entriesOf(context.image, type, 'pipe_data_entry')) {
      const range = rangeOf(context, file, payload[0]);
      if (range) buffers.set(`${kind} ${fields.pipe_id ?? 0}`, range);
    }
  }
  return buffers;
}

function pipeParts(
  context: Context,
  opened: CriuOpenFile,
  buffers: ReadonlyMap<string, ByteRange>,
): Partial<OpenFile> {
  const { kind, at, file } = opened;
  const number = fieldsAs(opened, 'PIPE')?.pipe_id ?? fieldsAs(opened, 'FIFO')?.pipe_id;
  if (number === undefined) return {};
  const key = `${kind} ${number}`;
  const id = idOf(context, 'inode', key);
  if (!context.model.inodes.has(id)) {
    context.model.inodes.set(id, {
      at,
      file,
      id,
      dev: 0n,
      ino: BigInt(number),
      mode: 0o010600,
      nlink: 1,
      uid: 0,
      gid: 0,
      rdev: 0n,
      sizeBytes: 0n,
      blksize: 4096n,
      blocks: 0n,
      atimeNs: 0n,
      mtimeNs: 0n,
      ctimeNs: 0n,
      fsMagic: 0,
      content: [],
      buffered: buffers.get(key),
    });
  }
  return kind === 'PIPE' ? { inode: id, name: `pipe:[${number}]` } : { inode: id };
}

/** How a fifo was opened, and by which name, stands in the regular file that it names (criu/fifo.c, do_open_fifo). */
function nameFifos(context: Context): void {
  const { files } = context.model;
  for (const opened of openFilesOf(context.image)) {
    if (opened.kind !== 'FIFO') continue;
    // Before 3.6 the path has the number of the fifo itself.
    const regular = fieldsAs(opened, 'FIFO')?.regf_id ?? opened.id;
    const named = files.get(fileId(context, 'REG', regular));
    const fifo = files.get(fileId(context, 'FIFO', opened.id));
    if (named === undefined || fifo === undefined) continue;
    const { name, path, isDeleted, flags, mode, mount, pos } = named;
    files.set(fifo.id, { ...fifo, name, path, isDeleted, flags, mode, mount, pos });
  }
}

export function collectFdTable(context: Context, filesId: number): Id<'fdTable'> {
  const id = idOf(context, 'fdTable', filesId);
  if (context.model.fdTables.has(id)) return id;
  context.needs(fileName('FDINFO', filesId));
  const descriptors = new RowSlice(context.tables.descriptors);
  let highest = -1;
  for (const { fields, at, file } of entriesOf(context.image, 'FDINFO', 'fdinfo_entry', filesId)) {
    const fd = fields.fd ?? 0;
    const kind = fileKindOf(fields.type);
    const opened = openedBy(context, kind, fields.id ?? 0);
    if (opened === undefined) context.needs(homeFileOf(context.image, kind));
    // FD_CLOEXEC is the only flag of a descriptor.
    const isCloseOnExec = ((fields.flags ?? 0) & 1) !== 0;
    descriptors.push(...descriptorCells({ at, file, fd, isCloseOnExec, opened }, filesId));
    highest = Math.max(highest, fd);
  }
  const at = descriptors.at(0)?.at ?? 0;
  const file = `fdinfo-${filesId}.img`;
  context.model.fdTables.set(id, { at, file, id, maxFds: highest + 1, nextFd: 0, descriptors });
  return id;
}

export function collectFs(context: Context, pid: number): Id<'fs'> | undefined {
  const entry = firstOf(context.image, 'FS', 'fs_entry', pid);
  if (entry === undefined) return undefined;
  const { fields, at, file } = entry;
  const id = idOf(context, 'fs', pid);
  const pathOf = (number: number | undefined): FilePath | undefined => {
    const opened = context.model.files.get(fileId(context, 'REG', number ?? 0));
    if (opened === undefined) {
      context.needs(homeFileOf(context.image, 'REG'));
      return undefined;
    }
    return {
      at,
      file,
      path: opened.path,
      isDeleted: opened.isDeleted,
      inodeMode: 0o040755,
      mount: opened.mount,
    };
  };
  const fs: FsStruct = {
    at,
    file,
    id,
    umask: fields.umask ?? 0o22,
    root: pathOf(fields.root_id),
    cwd: pathOf(fields.cwd_id),
  };
  context.model.fsStructs.set(id, fs);
  return id;
}

/** Number of a kind in `fdinfo_entry.type`. */
export const fileKindNumber = (kind: CriuFileKind): number => fileKinds[kind].number;
