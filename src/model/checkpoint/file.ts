/** Open files, descriptors, inodes, directories, locks, epoll and inotify. */
import type { Rows } from '../rows.ts';
import type { ByteRange, Id, Placed } from './base.ts';
import type { PageBlock } from './memory.ts';

export type FileKind =
  | 'regular'
  | 'directory'
  | 'character-device'
  | 'block-device'
  | 'tty'
  | 'pipe'
  | 'fifo'
  | 'socket'
  | 'epoll'
  | 'inotify'
  | 'eventfd'
  | 'signalfd'
  | 'timerfd'
  | 'tun'
  | 'futex'
  | 'symlink'
  | 'memfd'
  | 'fanotify'
  | 'namespace'
  | 'pidfd'
  | 'unknown';

/** Who gets SIGIO, see fcntl(2). */
export interface FileOwner {
  readonly fd: number;
  readonly pid: number;
  readonly uid: number;
  readonly euid: number;
  readonly signo: number;
}

export interface FileLock extends Placed {
  /**
   * `flock`, `ofd` (F_OFD_SETLK) locks and `lease`s (F_SETLEASE) belong to the open file, `posix` ones to the
   * descriptor table with this index.
   */
  readonly kind: 'flock' | 'posix' | 'ofd' | 'lease';
  readonly ownerIndex?: number | undefined;
  readonly pid: number;
  readonly start: bigint;
  /** Inclusive. */
  readonly end: bigint;
  readonly flags: number;
  /** `F_RDLCK` 0, `F_WRLCK` 1, `F_UNLCK` 2. */
  readonly type: number;
  readonly isDelayed: boolean;
  readonly svid?: number | undefined;
  readonly lsid?: bigint | undefined;
}

export interface TimerFd extends Placed {
  readonly clock: number;
  readonly valueNs: bigint;
  readonly intervalNs: bigint;
  readonly ticks: bigint;
  readonly isExpired: boolean;
}

export interface EventFd extends Placed {
  readonly count: bigint;
  readonly flags: number;
}

/** An open file description: several descriptors, areas and passed messages may refer to one. */
export interface OpenFile extends Placed {
  readonly id: Id<'file'>;
  readonly kind: FileKind;
  /** Name as stored, with the marker of deleted files; absent for sockets. */
  readonly name?: string | undefined;
  /** Name without the marker. */
  readonly path?: string | undefined;
  readonly isDeleted: boolean;
  /** Of a deleted file, the name that its content has on disk: that of another link, or one that CRIU made. */
  readonly keptAs?: string | undefined;
  /** `O_*` of the architecture. */
  readonly flags: number;
  /** `FMODE_*` of the kernel. */
  readonly mode: number;
  readonly pos: bigint;
  readonly uid: number;
  readonly gid: number;
  /** `S_IF*` and permission bits. */
  readonly inodeMode: number;
  /** `CPT_DENTRY_*` (OpenVZ). */
  readonly dentryFlags?: number | undefined;
  /** Only where a reopening by name is not enough. */
  readonly inode?: Id<'inode'> | undefined;
  readonly mount?: Id<'mount'> | undefined;
  readonly tty?: Id<'tty'> | undefined;
  /** Index of the socket, see `Socket.index`. */
  readonly socketIndex?: number | undefined;
  /** Signals that a signalfd delivers, as in signalfd(2). */
  readonly signalMask?: bigint | undefined;
  readonly timerFd?: TimerFd | undefined;
  readonly eventFd?: EventFd | undefined;
  /** Whom a pidfd stands for; -1 for a process that is gone, see pidfd_open(2). */
  readonly pidfdPid?: number | undefined;
  readonly owner: FileOwner;
  readonly locks: readonly FileLock[];
  /** Of a program or library, in hexadecimal digits, where the image has it. */
  readonly buildId?: string | undefined;
}

/** A directory or watched file that is only named. */
export interface FilePath extends Placed {
  readonly path?: string | undefined;
  readonly isDeleted: boolean;
  readonly inodeMode: number;
  readonly mount?: Id<'mount'> | undefined;
}

export interface FileDescriptor extends Placed {
  readonly fd: number;
  readonly isCloseOnExec: boolean;
  readonly opened?: Id<'file'> | undefined;
}

/** What tasks share under CLONE_FILES (files_struct). */
export interface FdTable extends Placed {
  readonly id: Id<'fdTable'>;
  /** Running number that file locks name as their owner. */
  readonly index?: number | undefined;
  readonly maxFds: number;
  readonly nextFd: number;
  readonly descriptors: Rows<FileDescriptor>;
}

/** What tasks share under CLONE_FS (fs_struct). */
export interface FsStruct extends Placed {
  readonly id: Id<'fs'>;
  readonly umask: number;
  readonly root?: FilePath | undefined;
  readonly cwd?: FilePath | undefined;
  /** Alternate root of kernels up to 2.6.18. */
  readonly altRoot?: FilePath | undefined;
}

export interface Inode extends Placed {
  readonly id: Id<'inode'>;
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: bigint;
  readonly sizeBytes: bigint;
  readonly blksize: bigint;
  readonly blocks: bigint;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  /** Magic number of the file system. */
  readonly fsMagic: number;
  readonly mount?: Id<'mount'> | undefined;
  /** Another name of a deleted file that still has links. */
  readonly otherPath?: string | undefined;
  /** Content by offset; what is not covered is zero up to `sizeBytes`. */
  readonly content: Rows<PageBlock>;
  /** Unread bytes of a pipe or fifo. */
  readonly buffered?: ByteRange | undefined;
  readonly tty?: Id<'tty'> | undefined;
  readonly shm?: Id<'shm'> | undefined;
}

export interface EpollTarget extends Placed {
  readonly watched?: Id<'file'> | undefined;
  readonly fd: number;
  /** `EPOLL*`, one-shot and edge bits included. */
  readonly events: number;
  readonly data: bigint;
  readonly revents: number;
  readonly isReady: boolean;
}

export interface Epoll extends Placed {
  readonly opened?: Id<'file'> | undefined;
  readonly targets: readonly EpollTarget[];
}

export interface InotifyWatch extends Placed {
  readonly wd: number;
  readonly mask: number;
  readonly watched?: FilePath | undefined;
}

export interface InotifyEvent extends Placed {
  readonly wd: number;
  readonly mask: number;
  readonly cookie: number;
  readonly name?: string | undefined;
}

/** fanotify_mark(2). */
export interface FanotifyMark extends Placed {
  readonly on: 'inode' | 'mount';
  readonly mask: number;
  /** Events of the mask that are left out. */
  readonly ignoredMask: number;
  /** Absent where the image has none; of a mount, where it is mounted. */
  readonly path?: string | undefined;
}

export interface Fanotify extends Placed {
  readonly opened: Id<'file'>;
  readonly marks: readonly FanotifyMark[];
}

export interface Inotify extends Placed {
  readonly opened?: Id<'file'> | undefined;
  readonly user: number;
  readonly maxEvents: number;
  /** Absent where the writing kernel stores another number in its place. */
  readonly lastWd?: number | undefined;
  readonly watches: readonly InotifyWatch[];
  /** Oldest first. */
  readonly events: readonly InotifyEvent[];
}
