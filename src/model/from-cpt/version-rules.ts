/**
 * Everything in which the meaning of a field depends on the version of the image. Layouts do not: they
 * follow the header length and are settled when a record is decoded.
 */
import { imageVersion } from '../../parse/generated/cpt-records.ts';

export interface VersionRules {
  /**
   * Start times and the real interval timer count jiffies; later they are a timespec code and
   * nanoseconds.
   */
  readonly countsJiffies: boolean;
  /** Which restart block arguments mean what; see restart.ts. */
  readonly restart: 'jiffies' | 'vanilla-2.6.18' | 'vanilla-2.6.32' | 'rhel6';
  /**
   * Bits of a capability set that the writing kernel knows; the others are a copy of the memory behind
   * it.
   */
  readonly capabilityMask: bigint;
  /** The keep-capabilities byte holds all secure bits, not only a boolean. */
  readonly storesSecurebits: boolean;
  /** The address of the vdso is stored; before, its place is padding that is never cleared. */
  readonly storesVdso: boolean;
  /**
   * The two shared memory limits are stored; before, they are stack leftovers unless the limit is
   * huge.
   */
  readonly storesShmLimits: boolean;
  /**
   * The last watch descriptor is stored; RHEL 6 kernels store the maximum number of events in its
   * place.
   */
  readonly storesLastWatch: boolean;
  /** AF_UNIX sockets name the mount of their path where others have addresses. */
  readonly storesUnixMount: boolean;
  /** What tells that a task is inside sigsuspend: a byte, a bit of the thread flags, or nothing that is stored. */
  readonly suspendMark: 'state' | 'thread-flag' | 'none';
  /** Groups of the signal struct are stored; RHEL 6 kernels write 0 and use the task's. */
  readonly storesSignalGroups: boolean;
}

interface VersionRow {
  /** The row holds from this version on, up to the next row. */
  readonly from: number;
  readonly change: Partial<VersionRules>;
}

const oldest: VersionRules = {
  countsJiffies: true,
  restart: 'jiffies',
  capabilityMask: 0xffffffffn,
  storesSecurebits: false,
  storesVdso: false,
  storesShmLimits: false,
  storesLastWatch: true,
  storesUnixMount: false,
  suspendMark: 'state',
  storesSignalGroups: true,
};

/**
 * Conditions of the 2.6.18, 2.6.26 and RHEL 6 (042stab) restore code, and of what their dump code
 * leaves unset.
 */
const versionRows: readonly VersionRow[] = [
  // rst_process.c: times in images older than 0x100 are jiffies.
  { from: imageVersion.v2_6_9, change: { countsJiffies: false, restart: 'vanilla-2.6.18' } },
  // rst_process.c: older images have a state of their own for it, later ones TIF_RESTORE_SIGMASK.
  { from: imageVersion.v2_6_16, change: { suspendMark: 'thread-flag' } },
  // 2.6.18-028stab056 (0x302) leaves vdso and the limits unset; RHEL 6 relies on the first from 0x303 on.
  { from: imageVersion.v2_6_18_3, change: { storesVdso: true } },
  { from: imageVersion.v2_6_18_4, change: { storesUnixMount: true } },
  { from: imageVersion.v2_6_20, change: { restart: 'vanilla-2.6.32' } },
  // Capability sets have 64 bits since Linux 2.6.25.
  {
    from: imageVersion.v2_6_26,
    change: { capabilityMask: 0xffffffffffffffffn, storesSecurebits: true, storesShmLimits: true },
  },
  {
    from: imageVersion.v2_6_32,
    change: { restart: 'rhel6', storesLastWatch: false, storesSignalGroups: false, suspendMark: 'none' },
  },
];

export function versionRules(version: number): VersionRules {
  const changes = versionRows.filter(({ from }) => version >= from).map(({ change }) => change);
  return Object.assign({}, oldest, ...changes);
}

/** TICK_NSEC of linux/jiffies.h on x86, where the timer chip cannot divide its clock evenly. */
const tickNsByHz: ReadonlyMap<number, bigint> = new Map([
  [100, 10_000_000n],
  [250, 4_000_250n],
  [1000, 999_848n],
]);

/**
 * Length of a tick in nanoseconds. An impossible HZ of 0 counts as 1000, the only one of OpenVZ's own
 * kernels.
 */
export function tickNs(hz: number): bigint {
  return tickNsByHz.get(hz) ?? 1_000_000_000n / BigInt(hz === 0 ? 1000 : hz);
}

/** `cpt_state`, as numbered by kernels before and since 2.6.25, which added 128 to a stop. */
const stateLetters: ReadonlyMap<bigint, 'R' | 'S' | 'T' | 't' | 'Z' | 'X'> = new Map([
  [0n, 'R'],
  [1n, 'S'],
  // Whatever a task did, the dump froze it: 2 is what all live tasks have.
  [2n, 'S'],
  [4n, 'T'],
  [132n, 'T'],
  [8n, 't'],
  [136n, 't'],
  [16n, 'Z'],
  [32n, 'X'],
]);

export const stateLetter = (state: bigint) => stateLetters.get(state) ?? '?';
