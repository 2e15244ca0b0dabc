/**
 * What differs between the restoring OpenVZ kernels, as data: limits, rules, and the order of the phases.
 * The walk itself is shared; a new kernel is a new object of this type.
 */
import type { KernelProfileName } from '../../kernel/index.ts';
import type { Restore, TaskEntry } from './restore.ts';

/** One part of the restore that belongs to the whole container. */
export type Phase = (restore: Restore) => void;

/** One part that each task goes through in its own context, or that is done to it afterwards. */
export type TaskPhase = (restore: Restore, entry: TaskEntry) => void;

/** How the pid rules of the kernel show in errnos and in what is accepted. */
export interface TaskRules {
  /** kmalloc limit: a task object with more than this is refused with ENOMEM. */
  readonly objectBytesMax: number;
  /**
   * Where sub-objects start, when the kernel assumes its own struct size instead of the header length.
   */
  readonly fixedBytes: number | undefined;
  /** All pids but 1 must have this bit. */
  readonly virtualBit: number | undefined;
  /** Versions below this one with a traced task are refused (EFAULT). */
  readonly tracedFrom: number;
  /** Thread groups of init may not get siblings (kernel/fork.c copy_process, CLONE_PARENT). */
  readonly siblingsOfInit: boolean;
  /** What happens to a task that names an address space which its creator does not have. */
  readonly foreignMemory: 'inherits' | 'crashes';
  readonly checksFpuSize: boolean;
  /** Versions from which the gs of 32-bit registers is taken from cpt_ugs. */
  readonly readsTlsSelectorFrom: number | undefined;
  /** States that resume wakes or that rest as they are; any other one sleeps for ever. */
  readonly restingStates: ReadonlySet<number>;
  /** Rewrites the state of an old image, as the kernel does. */
  readonly stateOf: (state: number, version: number) => number;
  /** The restart block argument that is used as a clock, and the versions for which it is checked. */
  readonly restartClock: (version: number) => 'arg0' | 'arg3' | undefined;
}

/** What a restore that succeeds does not give back; none of it shows in an errno. */
export interface HindsightRules {
  /** Programs may wake another form of futex(2) than the one a task of an older kernel waits in. */
  readonly hasPrivateFutexes: boolean;
  /** New pids start low unless the image says where to go on. */
  readonly countsPidsFromImage: boolean;
  /** 32-bit tasks get the vdso of this kernel when the image does not bring its own. */
  readonly mapsOwnVdso: boolean;
  /** Versions from which images hold POSIX timers; undefined: tasks with timers are never dumped. */
  readonly timersFrom: number | undefined;
}

export interface FileRules {
  /** Entries that a descriptor table has at least, and how it grows to hold more. */
  readonly tableEntries: (maxFds: number) => number;
  /** What happens when the table would need more than NR_OPEN entries. */
  readonly tooManyEntries: 'crashes' | 'EMFILE';
  /** Files, mounts and unix sockets refer to mounts by position. */
  readonly mountReferences: boolean;
}

export interface MemoryRules {
  /** Sub-objects of an address space besides areas, LDT and AIO contexts. */
  readonly auxiliaryVector: boolean;
  /** Content codes that a block of pages may have; undefined: not looked at. */
  readonly pageContents: ReadonlySet<number> | undefined;
}

export interface KernelLine {
  readonly name: string;
  readonly profile: KernelProfileName;
  /** What messages call it. */
  readonly title: string;
  readonly isInferred: boolean;
  readonly acceptsVersion: (version: number) => boolean;
  /** CPT_SECT_MAX: section types from here on are refused. */
  readonly sectionTypes: number;
  readonly repeatedSection: 'refused' | 'last-wins';
  /** Fields behind a short header: what lies there in the file, or zeros. */
  readonly shortHeader: 'file-bytes' | 'zeros';
  readonly utsNames: number;
  /** The answer to an external mount of a type that no mount outside can have. */
  readonly externalTypeErrno: 'ENODEV' | 'ENOENT';
  /** The answer to a missing section of terminals, and whether it matters when no terminal is open. */
  readonly missingTerminals: { readonly errno: 'EINVAL' | 'EIO'; readonly always: boolean };
  /** ub_resources that the kernel knows; undefined: the count is not looked at. */
  readonly beancounterResources: number | undefined;
  /** Physical memory limits are enforced, not only accounted. */
  readonly enforcesPhyspages: boolean;
  /** Pids that the container's own kernel threads take, with the feature bits of the image. */
  readonly kernelThreads: (features: bigint) => readonly { readonly pid: number; readonly name: string }[];
  readonly task: TaskRules;
  readonly file: FileRules;
  readonly hindsight: HindsightRules;
  readonly memory: MemoryRules;
  /** TCP control blocks below this version may have the form without IPv6, and are guessed at. */
  readonly guessesTcpFormBelow: number | undefined;
  /** Headers of queued TCP segments are read to rebuild flags. */
  readonly readsTcpHeaders: boolean;
  /** Versions from which unix sockets are bound relative to a mount; undefined: never. */
  readonly unixMountsFrom: number | undefined;
  /** Errors of orphaned sockets stop the restore. */
  readonly orphanErrorsCount: boolean;
  readonly restoresInotifyEvents: boolean;
  readonly undump: readonly Phase[];
  /** What the container's init does before its memory is restored. */
  readonly container: readonly Phase[];
  readonly beforeChildren: readonly TaskPhase[];
  readonly afterChildren: readonly TaskPhase[];
  /** What init does when the whole tree exists. */
  readonly finish: readonly Phase[];
  readonly perTask: readonly TaskPhase[];
}
