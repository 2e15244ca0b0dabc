/** How rows name processes, files and addresses. */
import { traitsOf } from '../../families/traits.ts';
import type {
  Checkpoint,
  FileKind,
  Id,
  MemoryArea,
  OpenFile,
  SocketAddress,
  Task,
} from '../../model/checkpoint.ts';
import { follow, headOf } from '../../model/look-up.ts';

type SharedKind = 'memory' | 'fdTable' | 'fs' | 'sighand' | 'signal' | 'undoList' | 'mountNamespace';

/** Thread group ids of the processes that hold an object, by its id, ascending. */
export function holders(tasks: readonly Task[], kind: SharedKind): ReadonlyMap<number, readonly number[]> {
  const byId = new Map<number, Set<number>>();
  for (const task of tasks) {
    const id = task[kind];
    if (id === undefined) continue;
    const pids = byId.get(id);
    if (!pids) byId.set(id, new Set([task.tgid]));
    else pids.add(task.tgid);
  }
  return new Map([...byId].map(([id, pids]) => [id, [...pids].sort((a, b) => a - b)]));
}

/** Command names by pid. */
export type Comms = ReadonlyMap<number, string>;

export const commsOf = ({ processes }: Checkpoint): Comms =>
  new Map(processes.map((process) => [process.pid, headOf(process).comm]));

/** `2 init`, `3 worker, 4 worker`. */
export const pidNames = (comms: Comms, pids: readonly number[]): string =>
  pids.map((pid) => `${pid} ${comms.get(pid) ?? '?'}`.trim()).join(', ');

export function fileName(checkpoint: Checkpoint, id: Id<'file'> | undefined): string | undefined {
  const file = follow(checkpoint.files, id);
  return file && nameOfFile(file);
}

/** What the kernel calls files without a path: the target of `/proc/PID/fd/N` (fs/anon_inodes.c and its users). */
const anonymousFiles: Partial<Readonly<Record<FileKind, string>>> = {
  epoll: 'anon_inode:[eventpoll]',
  eventfd: 'anon_inode:[eventfd]',
  signalfd: 'anon_inode:[signalfd]',
  timerfd: 'anon_inode:[timerfd]',
  inotify: 'anon_inode:inotify',
  fanotify: 'anon_inode:[fanotify]',
  pidfd: 'anon_inode:[pidfd]',
};

export function nameOfFile(file: OpenFile): string {
  if (file.kind === 'socket') return `socket:[${file.socketIndex ?? '?'}]`;
  if (file.path) return file.isDeleted ? `${file.path} (deleted)` : file.path;
  return file.name || (anonymousFiles[file.kind] ?? file.kind);
}

/** What `/proc/PID/maps` prints behind an area: nothing for anonymous memory (fs/proc/task_mmu.c, show_map_vma). */
export function areaName(checkpoint: Checkpoint, area: MemoryArea): string {
  const { kind, mapped } = area;
  const file = follow(checkpoint.files, mapped);
  // 2.6.18 gives shared anonymous memory no name.
  if (file) return file.path || file.name ? nameOfFile(file) : '';
  if (kind === 'aio') return '/[aio] (deleted)';
  if (kind === 'anon') return isPlainVdso(checkpoint, area) ? '[vdso]' : '';
  return `[${kind}]`;
}

/** Nobody else has code in anonymous memory that holds nothing. */
const isPlainVdso = ({ image }: Checkpoint, { perms, blocks }: MemoryArea): boolean =>
  traitsOf(image.family).isVdsoPlain && perms === 'r-xp' && blocks.length === 0;

export function addressText(address: SocketAddress | undefined): string {
  switch (address?.family) {
    case undefined:
      return '';
    case 'unix':
      return address.name === undefined ? '' : `${address.isAbstract ? '@' : ''}${address.name}`;
    case 'inet':
      return `${address.address}:${address.port}`;
    case 'inet6':
      return `[${address.address}]:${address.port}`;
    case 'netlink':
      return `pid ${address.pid} groups 0x${address.groups.toString(16)}`;
    case 'packet':
      return `protocol 0x${address.protocol.toString(16)} device ${address.ifindex}`;
    default:
      return `family ${address?.number} ${address?.hex}`;
  }
}
