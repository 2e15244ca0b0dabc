/** Shared memory: inodes of the kernel's own, and a file for each, since areas map files. */
import type { Id, Inode } from '../checkpoint.ts';
import type { Context } from './context.ts';

interface SharedObject {
  /** Number of the inode. */
  readonly number: number;
  readonly at: number;
  readonly sizeBytes: bigint;
  readonly isSysV: boolean;
}

const regular = 0o100777;

/** The number of the file that stands for the inode; both are made when they are met first. */
export function sharedInode(context: Context, { number, at, sizeBytes, isSysV }: SharedObject): number {
  const id = number as Id<'inode'>;
  const { inodes, files } = context.model;
  if (!inodes.has(id)) inodes.set(id, emptyInode(id, at, sizeBytes));
  const file = number as Id<'file'>;
  if (!files.has(file)) {
    // mm/shmem.c and ipc/shm.c name them so.
    const name = isSysV ? '/SYSV (deleted)' : '/dev/zero (deleted)';
    files.set(file, {
      at,
      id: file,
      kind: 'regular',
      name,
      path: name.replace(' (deleted)', ''),
      isDeleted: true,
      flags: 2,
      mode: 3,
      pos: 0n,
      uid: 0,
      gid: 0,
      inodeMode: regular,
      inode: id,
      locks: [],
      owner: { fd: 0, pid: 0, uid: 0, euid: 0, signo: 0 },
    });
  }
  return number;
}

const emptyInode = (id: Id<'inode'>, at: number, sizeBytes: bigint): Inode => ({
  at,
  id,
  dev: 0n,
  ino: BigInt(id),
  mode: regular,
  nlink: 0,
  uid: 0,
  gid: 0,
  rdev: 0n,
  sizeBytes,
  blksize: 4096n,
  blocks: 0n,
  atimeNs: 0n,
  mtimeNs: 0n,
  ctimeNs: 0n,
  fsMagic: 0x01021994,
  content: [],
});

/** A pipe or fifo: both ends have its number. */
export function pipeInode(context: Context, number: number, at: number): Id<'inode'> {
  const id = number as Id<'inode'>;
  const { inodes } = context.model;
  if (!inodes.has(id)) inodes.set(id, { ...emptyInode(id, at, 0n), mode: 0o010600, nlink: 1 });
  return id;
}
