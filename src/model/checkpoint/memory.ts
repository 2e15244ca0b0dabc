/**
 * Address spaces. Areas and page blocks are packed rows, made into objects one at a time; contents
 * stay put.
 */
import type { Rows } from '../rows.ts';
import type { ByteRange, Id, Placed } from './base.ts';

export type PageBlockKind =
  /** Bytes in the image. */
  | 'stored'
  | 'zero'
  /** Copy-on-write with the same addresses of another memory. */
  | 'copy'
  /** Another part of the mapped file, see remap_file_pages(2). */
  | 'remap'
  /** Left with the page server of a lazy migration. */
  | 'lazy'
  /** In a side stream or store that is no part of the image. */
  | 'external'
  /** Of the image, which ends before them: it was cut off. */
  | 'cut'
  /** Holds nothing, and touching it is SIGSEGV: MADV_GUARD_INSTALL of madvise(2). */
  | 'guard'
  /** In the image, in a form that cannot be read: nothing can be said of their contents. */
  | 'unknown';

/** Addresses of an area, or offsets of a file, that the image says something about; the rest is absent. */
export interface PageBlock extends Placed {
  readonly kind: PageBlockKind;
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
  /**
   * For `stored`: the bytes, fewer than `end - start` in a damaged image. For `external`: page
   * handles.
   */
  readonly content?: ByteRange | undefined;
  /** For `copy`; absent when the image names none that exists. */
  readonly source?: Id<'memory'> | undefined;
  /** For `remap`: offset in the file. For `lazy`: handle of the first page. */
  readonly index?: bigint | undefined;
}

export type AreaKind =
  | 'anon'
  | 'heap'
  | 'stack'
  | 'file'
  | 'shm'
  | 'vdso'
  | 'vvar'
  | 'vsyscall'
  /** The ring of io_setup(2). */
  | 'aio'
  /** A stretch of pages of which the image does not say what they were mapped for. */
  | 'pages';

export interface MemoryArea extends Placed {
  readonly kind: AreaKind;
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
  /** As in `/proc/PID/maps`: `rw-p`. */
  readonly perms: string;
  /** `VM_*` of the writing kernel. */
  readonly vmFlags?: bigint | undefined;
  /** Page table protection bits of the writing kernel. */
  readonly pgprot?: bigint | undefined;
  /** Offset of `start` in the mapped file; for private memory, what rmap uses. */
  readonly offsetBytes: bigint;
  readonly mapped?: Id<'file'> | undefined;
  /** A vdso as RHEL 5 kernels mapped it. */
  readonly isOldVdso: boolean;
  /** Pages are, or were, shared copy-on-write with areas of the same id. */
  readonly hasAnonVma: boolean;
  readonly anonVmaId: bigint;
  readonly blocks: Rows<PageBlock>;
}

/** See io_setup(2). */
export interface AioContext extends Placed {
  readonly maxReqs: number;
  readonly ringPages: number;
  readonly tail: number;
  readonly nr: number;
  readonly mmapBase: bigint;
}

export interface MemoryMap extends Placed {
  readonly id: Id<'memory'>;
  readonly startCode: bigint;
  readonly endCode: bigint;
  readonly startData: bigint;
  readonly endData: bigint;
  readonly startBrk: bigint;
  readonly brk: bigint;
  readonly startStack: bigint;
  readonly startArg: bigint;
  readonly endArg: bigint;
  readonly startEnv: bigint;
  readonly endEnv: bigint;
  readonly defFlags: bigint;
  /** The program, where the image says it of the memory itself. */
  readonly exe?: Id<'file'> | undefined;
  /** 0 no, 1 yes, 2 readable by root only; see prctl(2). */
  readonly dumpable: number;
  readonly vpsDumpable?: number | undefined;
  readonly usedHugetlb?: number | undefined;
  /** `MMF_*`. */
  readonly flags?: bigint | undefined;
  /** Address, where the writing kernel stores it. */
  readonly vdso?: bigint | undefined;
  readonly beancounter?: Id<'beancounter'> | undefined;
  /** LDT entries of 8 bytes. */
  readonly ldt?: ByteRange | undefined;
  /** Auxiliary vector without the final null entry: pairs of words. */
  readonly auxv?: ByteRange | undefined;
  /** Ascending in every image that a kernel wrote. */
  readonly areas: Rows<MemoryArea>;
  readonly aioContexts: readonly AioContext[];
  /** Of a pre-dump, which has no tasks: the pid whose pages these are. */
  readonly pagesOfPid?: number | undefined;
}
