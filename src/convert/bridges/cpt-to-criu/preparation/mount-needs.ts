/** Paths that mounts, bound sockets and terminals need, and paths where nothing may be. */
import type { Checkpoint, Mount, Socket } from '../../../../model/checkpoint.ts';
import { compareText, isExactName, need, type PathBook } from './path-book.ts';
import { bindSourceOf, hostMounts, madeMounts } from './place.ts';
import type { AbsentPath, PreparationTarget, PreparedMount } from './types.ts';

export function addMountPaths(book: PathBook, checkpoint: Checkpoint): void {
  for (const mount of [...madeMounts(checkpoint), ...hostMounts(checkpoint)]) {
    const { mountpoint: path, id, fstype } = mount;
    const source = bindSourceOf(mount);
    // A file can be bound over a file, here or by the host; everything else is mounted on a directory.
    const type = source === undefined && !mount.isExternal ? 'directory' : 'any';
    need(book, { path, type, exceptMount: id }, { kind: 'mount-point', detail: fstype });
    if (source !== undefined) need(book, { path: source, type }, { kind: 'bind-source', detail: path });
  }
}

export const preparedMounts = (checkpoint: Checkpoint): readonly PreparedMount[] => [
  ...madeMounts(checkpoint).map((mount) => preparedMount(mount, 'restore')),
  ...hostMounts(checkpoint).map((mount) => preparedMount(mount, 'host')),
];

const preparedMount = (
  { mountpoint, fstype, device }: Mount,
  madeBy: PreparedMount['madeBy'],
): PreparedMount => ({ mountpoint, fstype, device, madeBy });

/** Paths of bound sockets that are still there; connections show the path of the listener. */
function boundPaths(checkpoint: Checkpoint): readonly (readonly [path: string, socket: Socket])[] {
  const bound = new Map<string, Socket>();
  for (const socket of checkpoint.sockets.values()) {
    const { local, isDeleted } = socket;
    if (isDeleted || local?.family !== 'unix' || local.isAbstract || !local.name?.startsWith('/')) continue;
    if (!bound.has(local.name)) bound.set(local.name, socket);
  }
  return [...bound];
}

export function addSocketDirectories(book: PathBook, checkpoint: Checkpoint): void {
  for (const [path, { mount }] of boundPaths(checkpoint)) {
    const directory = path.slice(0, path.lastIndexOf('/')) || '/';
    need(book, { path: directory, type: 'directory', mount }, { kind: 'socket-directory', detail: path });
  }
}

/** The major number 5 has the multiplexer that pseudo terminals are opened through. */
const multiplexer = { path: '/dev/ptmx', device: { major: 5, minor: 2 } } as const;

/** A pair is made by opening the multiplexer, also when only its other side is open. */
export function addTerminalPaths(book: PathBook, checkpoint: Checkpoint): void {
  const pairs = [...checkpoint.ttys.values()].filter(({ driverType }) => driverType === ptyDriver);
  if (pairs.length === 0) return;
  need(
    book,
    { ...multiplexer, type: 'character-device' },
    { kind: 'terminal', detail: `${pairs.length} sides of pseudo terminals` },
  );
}

/** TTY_DRIVER_TYPE_PTY, linux/tty_driver.h. */
const ptyDriver = 4;

export function absentPaths(
  book: PathBook,
  checkpoint: Checkpoint,
  target: PreparationTarget,
): readonly AbsentPath[] {
  const sockets = boundPaths(checkpoint).flatMap(([path, { mount }]): AbsentPath[] => {
    const place = book.place(path, mount);
    if (place.kind === 'made') return [];
    const isRefused = target === 'criu';
    const why = isRefused
      ? 'a socket is bound here again, which fails when the path is taken'
      : 'a socket is bound here again; a left-over socket is replaced, anything else is refused';
    return [{ path: place.path, isExact: isExactName(place.path), kind: 'socket', isRefused, why }];
  });
  // Several mount namespaces have mounts at the same place.
  const places = new Map(madeMounts(checkpoint).map(({ mountpoint, fstype }) => [mountpoint, fstype]));
  const mounts = [...places].map(([path, fstype]): AbsentPath => {
    const why = `the restore mounts ${fstype} here itself`;
    return { path, isExact: isExactName(path), kind: 'mount', isRefused: true, why };
  });
  return [...sockets, ...mounts].sort((a, b) => compareText(a.path, b.path) || compareText(a.kind, b.kind));
}
