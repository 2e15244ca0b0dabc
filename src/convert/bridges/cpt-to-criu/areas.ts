/**
 * Memory areas as CRIU makes them: what kind each is, and where its content is. The pages themselves are in
 * pages.ts, the message in mm.ts.
 */
import type { Id, MemoryArea, MemoryMap, OpenFile } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import { type Conversion, refuse } from './context.ts';
import { memoryOf, type TreeProcess } from './tree.ts';

export type AreaContent =
  /** Blocks of the image; what they do not cover is as in the file, or zero. */
  | { readonly from: 'blocks'; readonly area: MemoryArea }
  | { readonly from: 'bytes'; readonly bytes: Uint8Array }
  /** Shared memory: the content is with the object. */
  | { readonly from: 'object' };

export interface WrittenArea {
  readonly start: bigint;
  readonly end: bigint;
  readonly prot: number;
  readonly flags: number;
  readonly status: number;
  readonly pgoff: bigint;
  readonly shmid: bigint;
  readonly fdflags?: number | undefined;
  readonly content: AreaContent;
}

/** mmap(2). */
const mapFlag = {
  shared: 1,
  private: 2,
  anonymous: 0x20,
  growsDown: 0x100,
  locked: 0x2000,
  noReserve: 0x4000,
};
/** criu/include/image.h, VMA_AREA_* and the kinds beside them. */
const status = {
  regular: 1,
  filePrivate: 0x40,
  fileShared: 0x80,
  anonShared: 0x100,
  anonPrivate: 0x200,
  sysvIpc: 0x400,
};
/** include/linux/mm.h, as 2.6.8 to 2.6.32 number them. */
const vm = {
  prot: 7n,
  write: 2n,
  mayWrite: 0x20n,
  mayShare: 0x80n,
  growsDown: 0x100n,
  locked: 0x2000n,
  noReserve: 0x200000n,
  hugePages: 0x400000n,
};
const readWrite = 2;
const readExecute = 5;

export const pageBytes = 4096n;

/**
 * TASK_SIZE of 64-bit programs, and where the last page ends that a 32-bit program can get: CRIU's restorer is
 * 64-bit code, for which IA32_PAGE_OFFSET (0xffffe000) is no border. Observed with CRIU 4.2 on Linux 6.18.
 */
const addressEnd = { 32: 0xfffff000n, 64: 0x7ffffffff000n } as const;

/** In ascending order. Refuses what the kernel would not map. */
export function areasOf(conversion: Conversion, process: TreeProcess): readonly WrittenArea[] {
  const { checkpoint, repairs } = conversion;
  const id = memoryOf(process);
  const memory = checkpoint.memories.get(id);
  if (!memory) return [];
  const bits = process.holder.registers?.layout === 'i386' ? 32 : 64;
  const areas: WrittenArea[] = [];
  for (const area of memory.areas) {
    if (area.end > addressEnd[bits]) {
      const name = `0x${area.start.toString(16)} of process ${process.pid}`;
      refuse(conversion, `memory at ${name} lies beyond what an x86-64 kernel maps`, area);
    } else areas.push(writtenArea(conversion, memory, area));
  }
  const added = repairs.addedPage(id);
  if (added) areas.push(codeArea(added.start, added.standIn.bytes));
  const page = repairs.codePage(id);
  if (page) areas.push(codeArea(page.start, page.bytes));
  return areas.sort((a, b) => (a.start < b.start ? -1 : 1));
}

const codeArea = (start: bigint, bytes: Uint8Array): WrittenArea => ({
  start,
  end: start + BigInt(bytes.length),
  prot: readExecute,
  ...anonymousPrivate(0n),
  content: { from: 'bytes', bytes },
});

const anonymousPrivate = (vmFlags: bigint) => ({
  flags: mapFlag.private | mapFlag.anonymous | commonFlags(vmFlags),
  status: status.regular | status.anonPrivate,
  pgoff: 0n,
  shmid: 0n,
});

function writtenArea(conversion: Conversion, memory: MemoryMap, area: MemoryArea): WrittenArea {
  const { losses, repairs } = conversion;
  const vmFlags = area.vmFlags ?? 0n;
  const common = { start: area.start, end: area.end, prot: Number(vmFlags & vm.prot) };
  if ((vmFlags & vm.hugePages) !== 0n) losses.add('huge-pages', `0x${area.start.toString(16)}`, area);
  const standIn = repairs.standIn(memory.id, area);
  if (standIn) {
    return { ...common, ...anonymousPrivate(0n), content: { from: 'bytes', bytes: standIn.bytes } };
  }
  return { ...common, ...kindOf(conversion, area, vmFlags) };
}

type Kind = Omit<WrittenArea, 'start' | 'end' | 'prot'>;

function kindOf(conversion: Conversion, area: MemoryArea, vmFlags: bigint): Kind {
  const { checkpoint, losses } = conversion;
  const file = follow(checkpoint.files, area.mapped);
  const isShared = (vmFlags & vm.mayShare) !== 0n;
  const segment = segmentOf(conversion, file);
  if (segment !== undefined) return sysvArea(area, vmFlags, segment);
  if (area.kind === 'shm') {
    losses.add('memory-area', `shared memory without a segment at 0x${area.start.toString(16)}`, area);
  } else if (file && isShared && isAnonymousShared(conversion, file)) {
    return sharedAnonymous(conversion, area, vmFlags, file);
  } else if (file && isMappedByName(file)) return fileArea(conversion, area, vmFlags, file, isShared);
  else if (file && !isZeroDevice(file)) {
    losses.add('memory-area', `${file.name ?? file.kind} at 0x${area.start.toString(16)}`, area);
  }
  return { ...anonymousPrivate(vmFlags), content: { from: 'blocks', area } };
}

const commonFlags = (vmFlags: bigint): number =>
  ((vmFlags & vm.growsDown) === 0n ? 0 : mapFlag.growsDown) |
  ((vmFlags & vm.locked) === 0n ? 0 : mapFlag.locked) |
  ((vmFlags & vm.noReserve) === 0n ? 0 : mapFlag.noReserve);

/** The id of the System V segment that a file holds. */
function segmentOf({ checkpoint }: Conversion, file: OpenFile | undefined): number | undefined {
  const inode = follow(checkpoint.inodes, file?.inode);
  const segment = follow(checkpoint.sharedMemories, inode?.shm);
  return segment?.id;
}

const isWritable = (vmFlags: bigint): boolean => (vmFlags & (vm.write | vm.mayWrite)) !== 0n;

/**
 * criu/shmem.c attaches with SHM_RDONLY unless the flags say otherwise, whatever the protection is (observed
 * with CRIU 4.2: the program dies at its first write).
 */
function sysvArea(area: MemoryArea, vmFlags: bigint, segment: number): Kind {
  return {
    flags: mapFlag.shared | mapFlag.anonymous | commonFlags(vmFlags),
    status: status.regular | status.anonShared | status.sysvIpc,
    pgoff: area.offsetBytes,
    shmid: BigInt(segment),
    fdflags: isWritable(vmFlags) ? readWrite : 0,
    content: { from: 'object' },
  };
}

/** Shared memory without a file is a deleted /dev/zero: named so in 2.6.32, without a name in 2.6.18. */
function isAnonymousShared({ checkpoint }: Conversion, file: OpenFile): boolean {
  const inode = follow(checkpoint.inodes, file.inode);
  const isNameless = file.path === undefined || file.path === '' || file.path === '/dev/zero';
  return file.kind === 'regular' && inode !== undefined && isNameless;
}

function sharedAnonymous(conversion: Conversion, area: MemoryArea, vmFlags: bigint, file: OpenFile): Kind {
  return {
    flags: mapFlag.shared | mapFlag.anonymous | commonFlags(vmFlags),
    status: status.regular | status.anonShared,
    pgoff: area.offsetBytes,
    shmid: BigInt(sharedNumber(conversion, file.inode as Id<'inode'>)),
    content: { from: 'object' },
  };
}

/** The number of a shared object; the numbers of System V segments are taken, as both name the same files. */
export function sharedNumber({ numbers, checkpoint }: Conversion, inode: Id<'inode'>): number {
  for (const { id } of checkpoint.sharedMemories.values()) numbers.reserve('shmem', id);
  return numbers.of('shmem', inode);
}

const isMappedByName = ({ kind, path }: OpenFile): boolean =>
  kind === 'regular' && path !== undefined && path !== '';

const isZeroDevice = ({ kind, path }: OpenFile): boolean =>
  kind === 'character-device' && path === '/dev/zero';

function fileArea(
  conversion: Conversion,
  area: MemoryArea,
  vmFlags: bigint,
  file: OpenFile,
  isShared: boolean,
): Kind {
  const common = {
    flags: (isShared ? mapFlag.shared : mapFlag.private) | commonFlags(vmFlags),
    pgoff: area.offsetBytes,
    shmid: BigInt(conversion.files.mapped(file.id)),
  };
  if (!isShared) {
    const content = { from: 'blocks', area } as const;
    return { ...common, status: status.regular | status.filePrivate, fdflags: 0, content };
  }
  const fdflags = isWritable(vmFlags) ? readWrite : 0;
  return { ...common, status: status.regular | status.fileShared, fdflags, content: { from: 'object' } };
}
