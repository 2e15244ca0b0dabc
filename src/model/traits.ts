/**
 * What images of a family tell, and in which form. Whoever shows or judges a checkpoint asks here, so that nothing is said
 * of what an image cannot say.
 */
export interface ImageTraits {
  /** An image is of a whole container, with its init, host name, mounts and network; else of a tree out of a system. */
  readonly isContainer: boolean;
  /** Processor time, page faults and context switches of tasks. */
  readonly hasUsage: boolean;
  /** When IPC objects were changed, attached and detached. */
  readonly hasIpcTimes: boolean;
  /** How many descriptors a table had room for. */
  readonly hasTableSizes: boolean;
  /** The number of a socket is that of its inode. */
  readonly hasSocketInodes: boolean;
  /** Mounts as `/proc/PID/mountinfo` has them: with their parents, and the flags of mount(2) instead of the kernel's. */
  readonly hasMountinfo: boolean;
  /** Whether packets can pass is among the flags of a network device. */
  readonly hasCarrier: boolean;
  /** Of seccomp, ambient capabilities and no_new_privs nothing is stored where they are not set. */
  readonly isUnsetLeftOut: boolean;
  /** `digits`: hexadecimal digits, read as decimal ones. */
  readonly personality: 'none' | 'number' | 'digits';
  /** Dead tasks have signal state. */
  readonly hasSignalsOfDead: boolean;
  /** The vdso may be stored as any other area. */
  readonly isVdsoPlain: boolean;
  /** Memory shared by fork is an area of another kind than one of a segment. */
  readonly isForkedMemoryApart: boolean;
}
