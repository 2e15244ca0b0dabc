/**
 * What a kernel profile says: every number and choice in which the simulated kernels differ. The table of
 * kernels is `profiles.ts`; shared code reads these fields and never asks for a version.
 */

import type { Errno } from './errno.ts';

/** How pid numbers are given out and how far they may go. */
export interface PidRules {
  /** RESERVED_PIDS of kernel/pid.c: ordinary allocation does not come back below it after a wrap. */
  readonly reserved: number;
  /** pid_max of a freshly booted kernel (PID_MAX_DEFAULT, include/linux/threads.h). */
  readonly maxDefault: number;
  /** Lowest value that a write to pid_max accepts. */
  readonly maxMinimum: number;
  /** PID_MAX_LIMIT of 64-bit kernels: highest value that a write to pid_max accepts. */
  readonly maxLimit: number;
  /** `namespace`: every pid namespace has its own pid_max and starts at `maxLimit` (6.14 and later). */
  readonly maxScope: 'kernel' | 'namespace';
  /** Levels of pid namespaces below the first one (MAX_PID_NS_LEVEL). */
  readonly nestingLimit: number;
  /** `always`: a bitmap scan wraps to `reserved`; `once-passed`: only when the cursor was beyond it. */
  readonly wrapsToReserved: 'always' | 'once-passed';
  /** What ns_last_pid reads before any number was allocated cyclically. */
  readonly lastPidWhenFresh: 0 | -1;
  /** errno of a fork when ordinary allocation finds no number. */
  readonly exhausted: Errno;
  /** Containers whose inner pids are virtual numbers made from the host's (OpenVZ before pid namespaces). */
  readonly virtual?: VirtualPidRules;
}

/** OpenVZ before 2.6.24: a virtual pid is 1, or has this bit; ordinary ones are host number + bit. */
export interface VirtualPidRules {
  readonly bit: number;
}

/** How SysV ids are composed and chosen (ipc/util.c, ipc_addid). */
export interface IpcRules {
  /** IPCMNI: number of slots per kind, and the multiplier of the sequence number in an id. */
  readonly slots: number;
  /** Highest sequence number, so that an id stays within a 32-bit int. */
  readonly sequenceMax: number;
  readonly slotChoice: 'lowest-free' | 'cyclic';
  /** The shortest cycle of cyclic slots (RADIX_TREE_MAP_SIZE); unused for `lowest-free`. */
  readonly cycleMinimum: number;
  /** `per-object`: the counter moves with each object; `per-wrap`: only when the slot goes back. */
  readonly sequenceStep: 'per-object' | 'per-wrap';
  /** Whether the pages of all segments together may reach shmall or must stay below it. */
  readonly pageTotal: 'below-shmall' | 'up-to-shmall';
  readonly limits: IpcLimits;
}

/** Limits of one IPC namespace, under their names in /proc/sys/kernel and semget(2). Sizes are in bytes. */
export interface IpcLimits {
  readonly shmmni: number;
  readonly shmmax: bigint;
  /** In pages of 4096 bytes. */
  readonly shmall: bigint;
  readonly msgmni: number;
  readonly msgmax: number;
  readonly msgmnb: number;
  readonly semmsl: number;
  readonly semmns: number;
  readonly semopm: number;
  readonly semmni: number;
}

/** The ways to ask for an id that a kernel has. An absent field is a mechanism that does not exist there. */
export interface IdRequestRules {
  /** /proc/self/task/TID/next_id with `LONG …`. */
  readonly nextId?: { readonly minimum: number; readonly taken: Errno };
  /** The same file with a type word first: `PID 17`, `IPC_SEM_ID 4`. */
  readonly typedNextId?: { readonly minimum: number; readonly taken: Errno };
  /** eclone and its forerunner clone_with_pids. */
  readonly eclone?: EcloneRules;
  /** The internal id argument of linux-cr's do_semget, do_msgget and do_shmget. */
  readonly ipcArgument?: { readonly taken: Errno };
  /** The pid that OpenVZ's own restore passes to its clone. */
  readonly fixedPid?: FixedPidRules;
  /** The id that OpenVZ's own restore passes to its IPC code. */
  readonly fixedIpcId?: FixedIpcIdRules;
  /** /proc/sys/kernel/ns_last_pid. */
  readonly lastPidFile?: { readonly denied: Errno };
  /** /proc/sys/kernel/{sem,msg,shm}_next_id. */
  readonly ipcNextIdFiles?: { readonly denied: Errno };
  /** clone3 with set_tid. */
  readonly setTid?: { readonly taken: Errno; readonly entriesMax: number };
}

export interface EcloneRules {
  /** Smaller numbers are refused once the namespace has counted to here. */
  readonly youngBelow: number;
  readonly taken: Errno;
}

export interface FixedPidRules {
  readonly taken: Errno;
  /** Numbers from here on index outside the kernel's pid map: memory corruption, not a refusal. */
  readonly unsafeFrom?: number;
}

export interface FixedIpcIdRules {
  /** `silently`: a taken slot skips the creation and the object in it is used. */
  readonly takenSlot: 'silently' | 'EEXIST';
  /** Whether an existing key is looked up first, with the checks of an ordinary get. */
  readonly keyChecked: boolean;
  /** Whether the limit of objects (semmni, msgmni, shmmni) holds for fixed ids too. */
  readonly limitChecked: boolean;
}

export interface KernelProfile {
  readonly name: string;
  readonly title: string;
  /** `observed` on a running kernel, `read` in its sources or patch mails, `inferred` from neighbours. */
  readonly evidence: 'observed' | 'read' | 'inferred';
  readonly pid: PidRules;
  readonly ipc: IpcRules;
  readonly idRequests: IdRequestRules;
  /** CAP_CHECKPOINT_RESTORE exists (5.9 and later); otherwise only CAP_SYS_ADMIN opens the mechanisms. */
  readonly checkpointRestoreCapability: boolean;
}
