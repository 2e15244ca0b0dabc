/** What steps need to know about the whole image before the first record is written. Read-only. */
import type { CptVariantId } from '../../parse/cpt/variants.ts';
import type { Allowance } from '../allowances.ts';
import type { SignalFrame } from './changes/signal-frames.ts';

export interface MemoryUse {
  /** A 64-bit task uses it. */
  readonly is64Bit: boolean;
  /** A task that uses it has installed a signal handler. */
  readonly hasHandlers: boolean;
  /** Return addresses of those handlers (`sa_restorer`). */
  readonly restorers: ReadonlySet<bigint>;
}

export type StartTimeUnit = 'jiffies' | 'timespec';

export interface Facts {
  readonly variant: CptVariantId;
  readonly target: CptVariantId;
  readonly version: number;
  readonly osArch: number;
  readonly hz: number;
  /** Wall clock of the suspension, ns since 1970. */
  readonly suspendedAtNs: bigint;
  readonly pids: ReadonlySet<number>;
  /** Effective capabilities of the container's init, as wide as the kernels of the version have them (C1). */
  readonly initCapabilities: bigint;
  /** System V shared memory: bytes of the largest segment, pages of all. */
  readonly shm: { readonly largestBytes: bigint; readonly pages: bigint };
  /** By position of the MM. */
  readonly memory: ReadonlyMap<number, MemoryUse>;
  /** By position of the PAGES record; empty unless a step asks for them. */
  readonly signalFrames: ReadonlyMap<number, readonly SignalFrame[]>;
  /** By position of the SIGNAL_STRUCT: whether every thread of the group is stopped. */
  readonly stoppedGroups: ReadonlySet<number>;
  /** By position of the SIGNAL_STRUCT: group and session of its task. */
  readonly groups: ReadonlyMap<number, { readonly pgrp: number; readonly session: number }>;
  /** Position of a FILE of a kind that older kernels do not know → its `cpt_lflags`. */
  readonly newFiles: ReadonlyMap<number, number>;
  /** Positions of control group mounts. */
  readonly cgroupMounts: ReadonlySet<number>;
  /** Position of the first mount namespace, the only one that older kernels restore. */
  readonly firstNamespace: number | undefined;
  /** The image says timespec but holds jiffies, or the user says so. */
  readonly startTimes: { readonly unit: StartTimeUnit; readonly evidence: string };
  readonly allowed: ReadonlySet<Allowance>;
}

/**
 * Nanoseconds of one timer tick on x86, as the kernel computes TICK_NSEC from the 1193182 Hz timer chip
 * (include/linux/jiffies.h): 999848 at HZ 1000, 4000250 at HZ 250, 10000000 at HZ 100.
 */
export function tickNs(given: number): bigint {
  const hz = possibleHz(given);
  if (hz === 100) return 10_000_000n;
  const clockRate = 1193182n;
  const latch = (clockRate + BigInt(hz) / 2n) / BigInt(hz);
  const actualHz = shiftedDivision(clockRate, latch);
  return shiftedDivision(1_000_000_000n, actualHz);
}

/** A header may name an impossible HZ of 0; it counts as the only one of OpenVZ's own kernels, as in the model. */
export const possibleHz = (hz: number): number => hz || 1000;

/** INITIAL_JIFFIES of include/linux/jiffies.h: the tick counter starts 300 s before its lower half overflows. */
export const initialTicks = (hz: number): bigint => (1n << 32n) - 300n * BigInt(hz);

/** SH_DIV(numerator, denominator, 8): a division with 8 fraction bits, rounded. */
const shiftedDivision = (numerator: bigint, denominator: bigint): bigint =>
  ((numerator / denominator) << 8n) + (((numerator % denominator) << 8n) + denominator / 2n) / denominator;

/** Seconds in the upper half, nanoseconds in the lower: how images store a timespec in 64 bits. */
export const timespecToNs = (code: bigint): bigint => (code >> 32n) * 1_000_000_000n + (code & 0xffffffffn);
export const nsToTimespec = (ns: bigint): bigint => ((ns / 1_000_000_000n) << 32n) + (ns % 1_000_000_000n);
