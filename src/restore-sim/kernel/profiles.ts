/**
 * The kernels that can be simulated, as data. To add one, add a row: code that would need a new `if`
 * needs a new field in `profile.ts` instead.
 */

import { numberSetLimit } from './number-set.ts';
import type { IpcLimits, IpcRules, KernelProfile, PidRules } from './profile.ts';

const bitmapPids: PidRules = {
  reserved: 300,
  maxDefault: 32768,
  maxMinimum: 301,
  maxLimit: numberSetLimit,
  maxScope: 'kernel',
  nestingLimit: 32,
  wrapsToReserved: 'always',
  lastPidWhenFresh: 0,
  // kernel/fork.c copy_process answers ENOMEM for any failure of alloc_pid before 4.1.
  exhausted: 'ENOMEM',
};

/** Since 4.15 numbers come from an IDR, whose cursor starts before the first number. */
const idrPids: PidRules = {
  ...bitmapPids,
  wrapsToReserved: 'once-passed',
  lastPidWhenFresh: -1,
  exhausted: 'EAGAIN',
};

/** One flat pid space with virtual numbers per container; kernel/pid.c of that line answers EAGAIN. */
const virtualPids: PidRules = {
  ...bitmapPids,
  nestingLimit: 1,
  exhausted: 'EAGAIN',
  virtual: { bit: 1024 },
};

/** proc(5), "sem", "msgmni", "shmmax": the values before 3.16 and 3.17 lifted them. */
const smallIpcLimits: IpcLimits = {
  shmmni: 4096,
  shmmax: 33554432n,
  shmall: 2097152n,
  msgmni: 16,
  msgmax: 8192,
  msgmnb: 16384,
  semmsl: 250,
  semmns: 32000,
  semopm: 32,
  semmni: 128,
};

/** Read on Linux 6.18; shmmax and shmall are ULONG_MAX - 2^24 (include/uapi/linux/shm.h). */
const largeIpcLimits: IpcLimits = {
  ...smallIpcLimits,
  shmmax: 18446744073692774399n,
  shmall: 18446744073692774399n,
  msgmni: 32000,
  semmsl: 32000,
  semmns: 1024000000,
  semopm: 500,
  semmni: 32000,
};

const lowestFreeIds: IpcRules = {
  slots: 32768,
  sequenceMax: 65535,
  slotChoice: 'lowest-free',
  cycleMinimum: 0,
  sequenceStep: 'per-object',
  pageTotal: 'up-to-shmall',
  limits: smallIpcLimits,
};

const cyclicIds: IpcRules = {
  ...lowestFreeIds,
  slotChoice: 'cyclic',
  cycleMinimum: 64,
  sequenceStep: 'per-wrap',
  limits: largeIpcLimits,
};

const openvz26: Omit<KernelProfile, 'name' | 'title' | 'evidence'> = {
  pid: virtualPids,
  ipc: { ...lowestFreeIds, pageTotal: 'below-shmall' },
  idRequests: {
    fixedPid: { taken: 'EEXIST' },
    fixedIpcId: { takenSlot: 'silently', keyChecked: false, limitChecked: false },
  },
  checkpointRestoreCapability: false,
};

const nextIdFiles = { lastPidFile: { denied: 'EPERM' }, ipcNextIdFiles: { denied: 'EACCES' } } as const;
const setTid = { taken: 'EEXIST', entriesMax: 32 } as const;

const rows = {
  // No 2.6.9 kernel of that line was read: taken to behave as the 2.6.18 one that accepts its images.
  'openvz-2.6.9': { ...openvz26, title: 'OpenVZ 2.6.9 (023stab)', evidence: 'inferred' },
  'openvz-2.6.18': { ...openvz26, title: 'OpenVZ 2.6.18 (028stab)', evidence: 'observed' },
  'openvz-2.6.32': {
    title: 'OpenVZ 2.6.32 (042stab)',
    evidence: 'observed',
    pid: bitmapPids,
    ipc: lowestFreeIds,
    idRequests: {
      // The pid struct's allocation reports nothing but "no memory"; the map has 2^22 bits.
      fixedPid: { taken: 'ENOMEM', unsafeFrom: numberSetLimit },
      fixedIpcId: { takenSlot: 'EEXIST', keyChecked: true, limitChecked: true },
    },
    checkpointRestoreCapability: false,
  },
  'linux-2.6.25-next-id': {
    title: 'Linux 2.6.25-rc with the next_id patches of April 2008',
    evidence: 'read',
    pid: bitmapPids,
    ipc: lowestFreeIds,
    idRequests: {
      nextId: { minimum: 300, taken: 'EBUSY' },
      typedNextId: { minimum: 300, taken: 'EBUSY' },
    },
    checkpointRestoreCapability: false,
  },
  'linux-cr': {
    title: 'Linux 2.6.3x with the linux-cr patches',
    evidence: 'read',
    // The series makes alloc_pidmap report its own error instead of ENOMEM.
    pid: { ...bitmapPids, exhausted: 'EAGAIN' },
    ipc: lowestFreeIds,
    idRequests: { eclone: { youngBelow: 300, taken: 'EBUSY' }, ipcArgument: { taken: 'EBUSY' } },
    checkpointRestoreCapability: false,
  },
  'linux-3.3': {
    title: 'Linux 3.3: ns_last_pid',
    evidence: 'inferred',
    pid: bitmapPids,
    ipc: lowestFreeIds,
    idRequests: { lastPidFile: nextIdFiles.lastPidFile },
    checkpointRestoreCapability: false,
  },
  'linux-3.9': {
    title: 'Linux 3.9: sem_next_id, msg_next_id, shm_next_id',
    evidence: 'inferred',
    pid: bitmapPids,
    ipc: lowestFreeIds,
    idRequests: nextIdFiles,
    checkpointRestoreCapability: false,
  },
  'linux-5.2': {
    title: 'Linux 5.2: cyclic SysV slots',
    evidence: 'inferred',
    pid: idrPids,
    ipc: cyclicIds,
    idRequests: nextIdFiles,
    checkpointRestoreCapability: false,
  },
  'linux-5.5': {
    title: 'Linux 5.5: clone3 set_tid',
    evidence: 'inferred',
    pid: idrPids,
    ipc: cyclicIds,
    idRequests: { ...nextIdFiles, setTid },
    checkpointRestoreCapability: false,
  },
  'linux-6.18': {
    title: 'Linux 6.18: pid_max per pid namespace',
    evidence: 'observed',
    pid: { ...idrPids, maxScope: 'namespace' },
    ipc: cyclicIds,
    idRequests: { ...nextIdFiles, setTid },
    checkpointRestoreCapability: true,
  },
} as const satisfies Record<string, Omit<KernelProfile, 'name'>>;

/** Name of a profile, as `cr-restore-sim --kernel` takes it. */
export type KernelProfileName = keyof typeof rows;

/** Oldest first within each line of kernels. */
export const kernelProfileNames = Object.keys(rows) as readonly KernelProfileName[];

/** The profile of that name. Names are checked by the compiler; use `findKernelProfile` for user input. */
export function kernelProfile(name: KernelProfileName): KernelProfile {
  return { name, ...rows[name] };
}

/** The profile of that name, or undefined for a name that is not in the table. */
export function findKernelProfile(name: string): KernelProfile | undefined {
  return Object.hasOwn(rows, name) ? kernelProfile(name as KernelProfileName) : undefined;
}
