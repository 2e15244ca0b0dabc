/** Paths that tasks hold: programs, mapped and open files, directories, watches, descriptors in flight. */
import type {
  Checkpoint,
  FilePath,
  Id,
  Inode,
  MemoryArea,
  OpenFile,
  Task,
} from '../../../../model/checkpoint.ts';
import { follow, headOf } from '../../../../model/look-up.ts';
import { need, type PathBook, type PathNeed, type Reason } from './path-book.ts';
import { addText } from './program-text.ts';
import type { DeviceNumber, PathType } from './types.ts';

type HolderName = NonNullable<Reason['holder']>;

/** Processes that share a table, a memory or a directory are all named as its holders. */
export function addTaskPaths(book: PathBook, checkpoint: Checkpoint): void {
  const comms = new Map(checkpoint.processes.map((process) => [process.pid, headOf(process).comm]));
  const seen = new Set<string>();
  const once = (kind: string, task: Task, id: number | undefined): boolean => {
    const key = `${kind} ${task.tgid} ${id}`;
    if (id === undefined || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  for (const task of checkpoint.tasks) {
    const holder = { pid: task.tgid, comm: comms.get(task.tgid) ?? task.comm };
    if (once('memory', task, task.memory)) addMemory(book, checkpoint, task.memory!, holder);
    if (once('fdTable', task, task.fdTable)) addDescriptors(book, checkpoint, task.fdTable!, holder);
    if (once('fs', task, task.fs)) addDirectories(book, checkpoint, task.fs!, holder);
  }
}

function addMemory(book: PathBook, checkpoint: Checkpoint, id: Id<'memory'>, holder: HolderName): void {
  const memory = checkpoint.memories.get(id);
  let hasProgram = false;
  for (const area of memory?.areas ?? []) {
    const file = follow(checkpoint.files, area.mapped);
    if (!memory || !file || isBroughtArea(area, file)) continue;
    const isProgram: boolean = !hasProgram && isProgramArea(area);
    const kind = isProgram || area.perms[2] === 'x' ? 'program' : 'mapped';
    const draft = needFile(book, checkpoint, file, { kind, holder });
    if (draft) addText({ draft, area, memory, isProgram, pageBytes: checkpoint.image.pageSizeBytes });
    hasProgram ||= isProgram;
  }
}

/** VM_EXECUTABLE of kernels up to 3.7: the file that was executed, not a library. */
const isProgramArea = ({ vmFlags }: MemoryArea): boolean => ((vmFlags ?? 0n) & 0x1000n) !== 0n;

/** A private mapping of /dev/zero is anonymous memory, which is restored as such. */
const isBroughtArea = ({ perms }: MemoryArea, { path }: OpenFile): boolean =>
  path === '/dev/zero' && perms[3] === 'p';

function addDescriptors(book: PathBook, checkpoint: Checkpoint, id: Id<'fdTable'>, holder: HolderName): void {
  for (const { fd, opened } of checkpoint.fdTables.get(id)?.descriptors ?? []) {
    const file = follow(checkpoint.files, opened);
    if (file) needFile(book, checkpoint, file, { kind: 'open', holder, fd });
  }
}

function addDirectories(book: PathBook, checkpoint: Checkpoint, id: Id<'fs'>, holder: HolderName): void {
  const fs = checkpoint.fsStructs.get(id);
  for (const [kind, directory] of [
    ['root', fs?.root],
    ['cwd', fs?.cwd],
  ] as const) {
    if (directory) needNamed(book, directory, { kind, holder });
  }
}

/** Watches, and descriptors that lie in a socket on their way to somebody. */
export function addOtherPaths(book: PathBook, checkpoint: Checkpoint): void {
  for (const { watches } of checkpoint.inotifies) {
    for (const { watched } of watches) if (watched) needNamed(book, watched, { kind: 'watch' });
  }
  for (const { buffers } of checkpoint.sockets.values()) {
    for (const { opened } of buffers.flatMap(({ passedFiles }) => passedFiles)) {
      const file = follow(checkpoint.files, opened);
      if (file) needFile(book, checkpoint, file, { kind: 'in-flight' });
    }
  }
}

function needNamed(book: PathBook, { path, isDeleted, inodeMode, mount }: FilePath, reason: Reason): void {
  if (path === undefined || isDeleted) return;
  need(book, { path, type: typeOfMode(inodeMode), mode: permissionsOf(inodeMode), mount }, reason);
}

function needFile(book: PathBook, checkpoint: Checkpoint, file: OpenFile, reason: Reason) {
  const inode = follow(checkpoint.inodes, file.inode);
  if (file.kind === 'pipe' || file.path === undefined) return undefined;
  if (file.isDeleted) {
    needOtherName(book, file, inode);
    return undefined;
  }
  return need(book, wantedOf(file, inode), reason);
}

function wantedOf(file: OpenFile, inode: Inode | undefined): PathNeed {
  const type = typeOfMode(file.inodeMode);
  const isDevice = type === 'character-device' || type === 'block-device';
  return {
    path: file.path ?? '',
    type,
    mode: permissionsOf(file.inodeMode),
    sizeBytes: inode && type === 'file' ? inode.sizeBytes : undefined,
    device: inode && isDevice ? deviceOf(inode.rdev) : undefined,
    positionBytes: type === 'file' ? file.pos : undefined,
    mount: file.mount,
  };
}

/** A deleted file that has another name is opened by that: its content is not in the image. */
function needOtherName(book: PathBook, { path }: OpenFile, inode: Inode | undefined): void {
  if (inode?.otherPath === undefined) return;
  const type = typeOfMode(inode.mode);
  const sizeBytes = type === 'file' ? inode.sizeBytes : undefined;
  const wanted = {
    path: inode.otherPath,
    type,
    mode: permissionsOf(inode.mode),
    sizeBytes,
    mount: inode.mount,
  };
  need(book, wanted, { kind: 'other-name', detail: path });
}

const types: ReadonlyMap<number, PathType> = new Map([
  [0o010000, 'fifo'],
  [0o020000, 'character-device'],
  [0o040000, 'directory'],
  [0o060000, 'block-device'],
  [0o100000, 'file'],
]);

const typeOfMode = (mode: number): PathType => types.get(mode & 0o170000) ?? 'any';
const permissionsOf = (mode: number): number => mode & 0o7777;

/** linux/kdev_t.h: inside the kernel, the minor number has the lower 20 bits. */
const deviceOf = (rdev: bigint): DeviceNumber => ({
  major: Number(BigInt.asUintN(12, rdev >> 20n)),
  minor: Number(BigInt.asUintN(20, rdev)),
});
