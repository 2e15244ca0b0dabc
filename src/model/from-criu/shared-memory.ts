/**
 * Shared memory of all kinds: System V segments, anonymous areas, memfd. Each gets an inode with its
 * content, and areas see it through a file, as in the kernel.
 */
import { fileName } from '../../parse/criu/index.ts';
import type { MemfdInodeEntry } from '../../parse/generated/criu-descriptors.ts';
import type { ByteRange, Id, Inode, OpenFile } from '../checkpoint.ts';
import { RowSlice } from '../rows.ts';
import { type Context, idOf } from './draft.ts';
import { entriesOf, textOf } from './image.ts';
import { pageRuns } from './page-runs.ts';
import { blockCells } from './rows.ts';

const regularMode = 0o100000;
/** TMPFS_MAGIC of linux/magic.h. */
const tmpfsMagic = 0x01021994;

const noTimes = { atimeNs: 0n, mtimeNs: 0n, ctimeNs: 0n };
export const noOwner = { fd: 0, pid: 0, uid: 0, euid: 0, signo: 0 };

export interface SharedContent {
  /** `sysv`, `anon` or `memfd`, with the number that the image has for it. */
  readonly key: string;
  /** Number of the pagemap with the content. */
  readonly pagemap: number;
  readonly sizeBytes: bigint;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly at: number;
  readonly file: string;
  /** The content itself, where the image holds it in one piece (before CRIU 3.0). */
  readonly inline?: ByteRange | undefined;
}

/** Adds the inode behind shared memory; its content is what the pagemaps of the segment say. */
export function addSharedInode(context: Context, content: SharedContent): Id<'inode'> {
  const id = idOf(context, 'inode', content.key);
  if (context.model.inodes.has(id)) return id;
  const blocks = new RowSlice(context.tables.fileBlocks);
  const { inline, at, file, sizeBytes, mode, uid, gid } = content;
  if (inline !== undefined) {
    const end = BigInt(inline.length);
    blocks.push(...blockCells({ at, kind: 'stored', start: 0n, end, offset: inline.offset }));
  } else {
    const runs = pageRuns(context.layout, 'SHMEM_PAGEMAP', content.pagemap, context.report);
    // What is not in the file that is missing may be anything. CRIU asks for none where there is nothing.
    if (!runs.isPresent && sizeBytes > 0n) {
      context.needs(fileName('SHMEM_PAGEMAP', content.pagemap));
      blocks.push(...blockCells({ at, kind: 'external', start: 0n, end: sizeBytes, offset: 0 }));
    }
    for (const run of runs) {
      const kind = run.kind === 'missing' ? 'external' : run.kind;
      blocks.push(...blockCells({ at: run.at, kind, start: run.start, end: run.end, offset: run.offset }));
    }
  }
  const inode: Inode = {
    at,
    file,
    id,
    dev: 0n,
    ino: 0n,
    mode: regularMode | (mode & 0o7777),
    nlink: 0,
    uid,
    gid,
    rdev: 0n,
    sizeBytes,
    blksize: 4096n,
    blocks: 0n,
    ...noTimes,
    fsMagic: tmpfsMagic,
    content: blocks,
  };
  context.model.inodes.set(id, inode);
  return id;
}

/**
 * The file that areas of a segment map. Nobody has it open; the kernel keeps one for each segment. Its name is what
 * `/proc/PID/maps` shows (ipc/shm.c newseg, mm/shmem.c shmem_zero_setup, fs/hugetlbfs/inode.c hugetlb_file_setup).
 */
export function sharedFile(context: Context, kind: SharedKind, shmid: bigint): Id<'file'> {
  const key = `${kind} ${shmid}`;
  const id = idOf(context, 'file', key);
  if (context.model.files.has(id)) return id;
  const inode = idOf(context, 'inode', key);
  if (kind === 'anon' && !context.model.inodes.has(inode)) addAnonymous(context, key, shmid);
  const name = kind === 'sysv' ? segmentName(context, shmid) : sharedNames[kind];
  const opened: OpenFile = {
    at: 0,
    id,
    kind: 'regular',
    name: `${name} (deleted)`,
    path: name,
    isDeleted: true,
    flags: 2,
    mode: 3,
    pos: 0n,
    uid: 0,
    gid: 0,
    inodeMode: regularMode,
    inode: context.model.inodes.has(inode) ? inode : undefined,
    owner: noOwner,
    locks: [],
  };
  context.model.files.set(id, opened);
  return id;
}

type SharedKind = 'sysv' | keyof typeof sharedNames;

const sharedNames = { anon: '/dev/zero', hugetlb: '/anon_hugepage' } as const;

/** By key; an area names its segment by id, and one of an IPC namespace that was not dumped has no key here. */
function segmentName({ model }: Context, id: bigint): string {
  for (const segment of model.sharedMemories.values()) {
    if (BigInt(segment.id) === id) return `/SYSV${(segment.key >>> 0).toString(16).padStart(8, '0')}`;
  }
  return `/SYSV of id ${id}`;
}

/** The size of an anonymous segment is nowhere in the image but in its pages. */
function addAnonymous(context: Context, key: string, shmid: bigint): void {
  let sizeBytes = 0n;
  const pagemap = Number(shmid);
  for (const { end } of pageRuns(context.layout, 'SHMEM_PAGEMAP', pagemap, () => {})) sizeBytes = end;
  const file = `pagemap-shmem-${shmid}.img`;
  addSharedInode(context, { key, pagemap, sizeBytes, mode: 0o777, uid: 0, gid: 0, at: 0, file });
}

/** Inodes of memfd files, by the number that files name. */
export function collectMemfdInodes(context: Context): ReadonlyMap<bigint, MemfdInodeEntry> {
  const inodes = new Map<bigint, MemfdInodeEntry>();
  for (const { fields, at, file } of entriesOf(context.image, 'MEMFD_INODE', 'memfd_inode_entry')) {
    const number = fields.inode_id ?? 0n;
    inodes.set(number, fields);
    addSharedInode(context, {
      key: `memfd ${number}`,
      pagemap: fields.shmid ?? 0,
      sizeBytes: fields.size ?? 0n,
      mode: fields.mode ?? 0o777,
      uid: fields.uid ?? 0,
      gid: fields.gid ?? 0,
      at,
      file,
    });
  }
  return inodes;
}

/**
 * As the kernel calls it. CRIU keeps shared anonymous memory as a memfd with its whole name (`/dev/zero`), and
 * strips what memfd_create(2) puts before others.
 */
export function memfdName(inode: MemfdInodeEntry | undefined): string {
  const name = textOf(inode?.name) ?? '';
  return name.startsWith('/') ? name : `/memfd:${name}`;
}
