/** Signals, timers and what a thread group shares besides memory and files. */
import type { Id, Placed } from './base.ts';

export interface QueuedSignal extends Placed {
  /** 1-based. */
  readonly signo: number;
  readonly errno: number;
  /** `SI_*` or a code of the signal; negative ones come from user space. */
  readonly code: number;
  readonly pid: number;
  readonly uid: number;
  readonly value: bigint;
  readonly utimeNs: bigint;
  readonly stimeNs: bigint;
  /** Uid of the user that the queue entry is accounted to. */
  readonly user: bigint;
  readonly flags: number;
  /** The whole union of siginfo_t as 32-bit words, where the image keeps it. */
  readonly words?: readonly number[] | undefined;
}

export interface SignalStack {
  readonly address: bigint;
  readonly sizeBytes: number;
}

export interface ResourceLimit {
  /** 2^64-1 is no limit (`unlimited` in resource-limits.ts), whatever the kernel's own number for it is. */
  readonly current: bigint;
  readonly max: bigint;
}

/** Counters of the task or group itself, and (`c…`) of its children that were waited for. */
export interface CpuUsage {
  readonly utimeNs: bigint;
  readonly stimeNs: bigint;
  readonly cutimeNs: bigint;
  readonly cstimeNs: bigint;
  readonly nvcsw: bigint;
  readonly nivcsw: bigint;
  readonly cnvcsw: bigint;
  readonly cnivcsw: bigint;
  readonly minFlt: bigint;
  readonly majFlt: bigint;
  readonly cminFlt: bigint;
  readonly cmajFlt: bigint;
}

export interface PtraceState {
  /** `PT_*`; 0 when nobody traces the task. */
  readonly flags: bigint;
  readonly message: number;
  /** Where a tracee of an old kernel was stopped: 1 … 9, 0 for nowhere (OpenVZ 2.6.18). */
  readonly notifyState: number;
  readonly stoppedState: number;
}

/** Whether a task with the pid exists: a group or session outlives its leader. */
export type GroupKind = 'normal' | 'orphan' | 'stray';

/** What the threads of a group share (signal_struct). */
export interface SignalStruct extends Placed {
  readonly id: Id<'signal'>;
  readonly isSessionLeader: boolean;
  /** 0 where the writing kernel leaves the groups to the tasks. */
  readonly pgrp: bigint;
  readonly pgrpKind: GroupKind;
  readonly session: bigint;
  readonly sessionKind: GroupKind;
  readonly oldPgrp: bigint;
  readonly oldPgrpKind: GroupKind;
  readonly ctty?: Id<'tty'> | undefined;
  readonly sigpending: bigint;
  /** Shared queue, oldest first. */
  readonly queue: readonly QueuedSignal[];
  /** Pid of the thread that gets the next shared signal. */
  readonly currTarget: number;
  readonly groupExit: boolean;
  readonly groupExitCode: number;
  readonly groupExitTask: number;
  readonly notifyCount: number;
  readonly groupStopCount: number;
  readonly stopState: number;
  /** Stop and continue bits; absent where the writing kernel does not store them. */
  readonly flags?: bigint | undefined;
  readonly usage: CpuUsage;
  /** By number of getrlimit(2). */
  readonly rlimits: readonly ResourceLimit[];
}

export interface SignalAction extends Placed {
  /** 1-based. */
  readonly signo: number;
  /** User address; 0 is the default action, 1 ignores. */
  readonly handler: bigint;
  readonly restorer: bigint;
  readonly flags: bigint;
  readonly mask: bigint;
}

/** Handlers; signals that are not listed have the default action. */
export interface SignalHandlers extends Placed {
  readonly id: Id<'sighand'>;
  readonly actions: readonly SignalAction[];
}

export interface PosixTimer extends Placed {
  readonly timerId: number;
  /** `CLOCK_*`, or below zero a clock of processor time (linux/posix-timers.h). */
  readonly clock: number;
  readonly overrun: number;
  readonly overrunLast: number;
  readonly isSignalPending: boolean;
  /** Time left at the dump. */
  readonly valueNs: bigint;
  readonly intervalNs: bigint;
  readonly sigevValue: bigint;
  readonly sigevSigno: number;
  readonly sigevNotify: number;
  readonly sigevNotifyTid?: number | undefined;
  /** Wall clock at which the time left was read. */
  readonly dumpedNs?: bigint | undefined;
}

export interface PosixTimerList extends Placed {
  readonly id: Id<'posixTimers'>;
  readonly timers: readonly PosixTimer[];
}
