/** Descriptor tables, open files, terminals, pipes and epoll. */
import type { Id, OpenFile, Task, Tty } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import { FieldWriter } from '../../../parse/bytes/field-writer.ts';
import { fileType, linuxCrElements } from '../../../parse/generated/linux-cr-records.ts';
import { conformed } from '../../../parse/linux-cr/conform.ts';
import { payloadOf } from '../../../parse/linux-cr/record.ts';
import type { Build, Records } from './build.ts';
import { socketRecords } from './sockets.ts';
import { credRecords } from './tasks.ts';

type Numbered = Generator<ReturnType<Build['record']>, number>;

export function* tableRecords(build: Build, id: Id<'fdTable'> | undefined, task: Task): Numbered {
  const table = follow(build.checkpoint.fdTables, id);
  if (table === undefined) return 0;
  return yield* build.shared('file_table', String(id), function* () {
    const kept = [...table.descriptors].filter(({ opened }) => {
      const file = follow(build.checkpoint.files, opened);
      if (file === undefined) return false;
      if (typeOf(build, file) !== undefined) return true;
      build.lose('L5', `a descriptor of ${file.kind} of task ${task.pid}`);
      return false;
    });
    yield build.record('file_table', { fdtNfds: kept.length });
    const epolls: OpenFile[] = [];
    for (const { fd, isCloseOnExec, opened } of kept) {
      const file = build.checkpoint.files.get(opened as Id<'file'>) as OpenFile;
      const isNew = !build.isKnown(`file ${file.id}`);
      const fdObjref = yield* fileRecords(build, file, task);
      yield build.record('file_desc', { fdObjref, fdDescriptor: fd, fdCloseOnExec: isCloseOnExec ? 1 : 0 });
      if (isNew && file.kind === 'epoll') epolls.push(file);
    }
    for (const epoll of epolls) yield* epollRecords(build, epoll);
  });
}

const types: Partial<Record<OpenFile['kind'], number>> = {
  regular: fileType.generic,
  directory: fileType.generic,
  'character-device': fileType.generic,
  'block-device': fileType.generic,
  unknown: fileType.generic,
  pipe: fileType.pipe,
  fifo: fileType.fifo,
  socket: fileType.socket,
  tty: fileType.tty,
  epoll: fileType.epoll,
  eventfd: fileType.eventfd,
};

/** Undefined for a file that the stream cannot describe. */
function typeOf(build: Build, file: OpenFile): number | undefined {
  const type = types[file.kind];
  if (type === undefined) return undefined;
  if ((type === fileType.epoll || type === fileType.eventfd) && !build.has('epoll_items')) return undefined;
  if (type === fileType.socket && socketOf(build, file) === undefined) return undefined;
  if (type === fileType.tty && file.tty === undefined) return undefined;
  return type;
}

const writableFamilies: ReadonlySet<number> = new Set([1, 2, 10]);

function socketOf({ checkpoint }: Build, file: OpenFile) {
  for (const socket of checkpoint.sockets.values()) {
    if (socket.opened === file.id || (socket.index !== undefined && socket.index === file.socketIndex)) {
      return writableFamilies.has(socket.family) ? socket : undefined;
    }
  }
  return undefined;
}

/** What is opened beside its name, kept by the kernel alone. */
export function* fileRecords(build: Build, file: OpenFile, owner: Task | undefined): Numbered {
  const type = typeOf(build, file);
  if (type === undefined) return 0;
  return yield* build.shared('file', String(file.id), function* () {
    if (file.locks.length > 0 || file.owner.pid !== 0) build.lose('L6', file.name ?? file.kind);
    const credentials =
      owner?.credentials ?? build.checkpoint.tasks.find((task) => task.credentials)?.credentials;
    const fCredref = credentials === undefined ? 0 : yield* credRecords(build, credentials);
    const common = {
      fType: type,
      fMode: file.mode,
      fFlags: file.flags,
      fCredref,
      fPos: file.pos,
      fVersion: 0n,
    };
    switch (type) {
      case fileType.pipe:
      case fileType.fifo:
        yield* pipeRecords(build, file, common);
        return;
      case fileType.socket: {
        const socket = socketOf(build, file);
        const sockObjref = socket === undefined ? 0 : yield* socketRecords(build, socket);
        yield build.record('file', { ...common, sockObjref });
        return;
      }
      case fileType.tty: {
        const ttyObjref = file.tty === undefined ? 0 : yield* ttyRecords(build, file.tty);
        yield build.record('file', { ...common, ttyObjref });
        return;
      }
      case fileType.eventfd:
        yield build.record('file', {
          ...common,
          count: file.eventFd?.count ?? 0n,
          flags: file.eventFd?.flags ?? 0,
        });
        return;
      case fileType.epoll:
        yield build.record('file', common);
        return;
      default:
        if (file.isDeleted) build.lose('L4', file.name ?? '');
        yield build.record('file', common);
        yield build.text('file_name', file.path ?? file.name ?? '/');
    }
  });
}

function* pipeRecords(build: Build, file: OpenFile, common: object): Records {
  const inode = follow(build.checkpoint.inodes, file.inode);
  const { number, isNew } = build.number(`inode ${file.inode ?? `of file ${file.id}`}`);
  yield build.record('file', { ...common, pipeObjref: number });
  if (isNew) yield build.record('pipe_buf', {}, inode?.buffered);
  if (file.kind === 'fifo') yield build.text('file_name', file.path ?? file.name ?? '/');
}

/** linux/tty_driver.h: TTY_DRIVER_TYPE_PTY. */
const ptyType = 4;

export function* ttyRecords(build: Build, id: Id<'tty'>): Numbered {
  const tty = build.checkpoint.ttys.get(id);
  if (tty === undefined) return 0;
  const { number, isNew } = build.number(`tty ${id}`);
  if (!isNew) return number;
  const other = [...build.checkpoint.ttys.values()].find(
    (one) => one.id !== id && one.index === tty.index && one.driverSubtype !== tty.driverSubtype,
  );
  const link = other === undefined ? { number: 0, isNew: false } : build.number(`tty ${other.id}`);
  yield* sideRecords(build, tty, number, link.number);
  // The other side comes right behind this one.
  if (other !== undefined && link.isNew) yield* sideRecords(build, other, link.number, number);
  return number;
}

function* sideRecords(build: Build, tty: Tty, number: number, linkObjref: number): Records {
  if (tty.driverType !== ptyType) build.lose('L13', tty.name);
  const { termios, window, input } = tty;
  yield build.announce('tty', number);
  yield build.record('tty', {
    driverType: tty.driverType,
    driverSubtype: tty.driverSubtype,
    linkObjref,
    fileObjref: 0,
    index: tty.index,
    ldisc: termios.line,
    flags: tty.flags,
    cIflag: termios.iflag,
    cOflag: termios.oflag,
    cCflag: termios.cflag,
    cLflag: termios.lflag,
    cLine: termios.line,
    cCc: Uint8Array.from(termios.cc.slice(0, 19)),
    wsRow: window.rows,
    wsCol: window.cols,
    wsXpixel: window.xPixels,
    wsYpixel: window.yPixels,
  });
  const datalen = input?.length ?? 0;
  yield build.record('tty_ldisc', {
    ...tty.lineState,
    datalen,
    icanon: (termios.lflag & icanon) === 0 ? 0 : 1,
  });
  if (input !== undefined && datalen > 0) yield build.buffer(input);
}

/** ICANON of termios(3). */
const icanon = 2;

function* epollRecords(build: Build, file: OpenFile): Records {
  const epoll = build.checkpoint.epolls.find(({ opened }) => opened === file.id);
  const { number } = build.number(`file ${file.id}`);
  const targets = (epoll?.targets ?? []).filter(({ watched }) => {
    const isKnown = watched !== undefined && build.isKnown(`file ${watched}`);
    if (!isKnown) build.lose('L7', 'an epoll target without a descriptor');
    return isKnown;
  });
  yield build.record('epoll_items', { epfileObjref: number, numItems: targets.length });
  if (targets.length === 0) return;
  const size = 24;
  const bytes = new Uint8Array(size * targets.length);
  targets.forEach(({ fd, watched, events, data }, index) => {
    const writer = new FieldWriter(bytes.subarray(index * size, (index + 1) * size));
    const values = { data, fd, fileObjref: build.number(`file ${watched}`).number, events };
    linuxCrElements.epoll_item.write(writer, conformed('epoll_item', values, build.context) as never);
  });
  yield build.buffer(payloadOf(bytes));
}
