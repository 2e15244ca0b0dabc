/** System V IPC. Times are nanoseconds since 1970 (whole seconds in the kernel), 0 for never. */
import type { ByteRange, Id, Placed } from './base.ts';

/** See sysvipc(7). */
export interface IpcPermissions {
  readonly id: number;
  /** 32 bits. */
  readonly key: number;
  readonly uid: number;
  readonly gid: number;
  readonly cuid: number;
  readonly cgid: number;
  /** Permission bits, and bits such as SHM_DEST (01000). */
  readonly mode: number;
  readonly seq: bigint;
}

export interface Semaphore {
  readonly value: number;
  /** Pid of the last operation; 0 for none. */
  readonly pid: number;
}

export interface SemaphoreSet extends Placed, IpcPermissions {
  readonly semaphores: readonly Semaphore[];
  readonly otimeNs: bigint;
  readonly ctimeNs: bigint;
}

export interface UndoRecord extends Placed {
  /** Id of the semaphore set. */
  readonly semId: number;
  /** Signed; added to each semaphore at exit. */
  readonly adjust: readonly number[];
}

/** What tasks share under CLONE_SYSVSEM. */
export interface UndoList extends Placed {
  readonly id: Id<'undoList'>;
  readonly records: readonly UndoRecord[];
}

export interface Message extends Placed {
  /** Positive. */
  readonly type: bigint;
  readonly sizeBytes: bigint;
  /** Shorter than `sizeBytes` in a damaged image. */
  readonly text: ByteRange;
  /** The rest of a text that is stored in several pieces, in order. */
  readonly rest?: readonly ByteRange[];
}

export interface MessageQueue extends Placed, IpcPermissions {
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly stimeNs: bigint;
  readonly rtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly lspid: number;
  readonly lrpid: number;
  readonly limitBytes: bigint;
}

export interface SharedMemory extends Placed, IpcPermissions {
  readonly segment: Id<'shm'>;
  readonly sizeBytes: bigint;
  readonly atimeNs: bigint;
  readonly dtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly cpid: number;
  readonly lpid: number;
  /** Uid of the user that locked the segment; 2^32-1 for nobody. */
  readonly lockUser?: number | undefined;
  /** Holds the content. */
  readonly inode: Id<'inode'>;
}
