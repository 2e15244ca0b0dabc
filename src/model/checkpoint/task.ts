/**
 * Tasks (threads) and the processes they form. Fields are named as in the kernel; times are
 * nanoseconds.
 */
import type { ByteRange, Id, Placed } from './base.ts';
import type { CpuUsage, PtraceState, QueuedSignal, ResourceLimit, SignalStack } from './signal.ts';

/**
 * Letter of `/proc/PID/stat`; a task frozen for the dump counts as sleeping; `?` is a state no kernel
 * has.
 */
export type TaskState = 'R' | 'S' | 'D' | 'T' | 't' | 'Z' | 'X' | '?';

export interface Credentials {
  readonly uid: number;
  readonly euid: number;
  readonly suid: number;
  readonly fsuid: number;
  readonly gid: number;
  readonly egid: number;
  readonly sgid: number;
  readonly fsgid: number;
  /** Supplementary groups. */
  readonly groups: readonly number[];
  /** Uid of the user that the task is accounted to. */
  readonly user?: number | undefined;
  readonly capEffective: bigint;
  readonly capInheritable: bigint;
  readonly capPermitted: bigint;
  readonly capBounding?: bigint | undefined;
  /** `SECBIT_*` of capabilities(7). */
  readonly securebits: number;
  /** Since Linux 4.3. */
  readonly capAmbient?: bigint | undefined;
  /** PR_SET_NO_NEW_PRIVS, see prctl(2). */
  readonly noNewPrivs?: boolean | undefined;
  /** AppArmor or SELinux label. */
  readonly lsmProfile?: string | undefined;
}

/** The namespaces of a task; equal numbers of one kind are one namespace. */
export interface TaskNamespaces {
  readonly pid?: number | undefined;
  readonly net?: number | undefined;
  readonly ipc?: number | undefined;
  readonly uts?: number | undefined;
  readonly mnt?: number | undefined;
  readonly user?: number | undefined;
  readonly cgroup?: number | undefined;
  readonly time?: number | undefined;
}

/** See seccomp(2). */
export interface SeccompState {
  /** 0 none, 1 strict, 2 filter. */
  readonly mode: number;
  /** Index of the last filter that was installed. */
  readonly filter?: number | undefined;
}

export interface IntervalTimer {
  /** Time left; 0 when the timer is not armed. */
  readonly valueNs: bigint;
  readonly intervalNs: bigint;
}

/** See getitimer(2). */
export interface IntervalTimers {
  readonly real: IntervalTimer;
  readonly virtual: IntervalTimer;
  readonly prof: IntervalTimer;
}

/** What an interrupted system call goes on with; see restart_syscall(2). */
export type RestartBlock =
  | {
      readonly kind: 'nanosleep';
      /** `CLOCK_*`; absent where the image has no clock. */
      readonly clock?: number | undefined;
      /** Time left at the moment of the dump. */
      readonly remainingNs: bigint;
      /** User address for the time left; 0 for none. */
      readonly rmtp: bigint;
      /** A 32-bit task on a 64-bit kernel. */
      readonly isCompat: boolean;
    }
  | {
      readonly kind: 'poll';
      /** User address of the `struct pollfd` array. */
      readonly fds: bigint;
      readonly count: number;
      /** Absent when the call waits without limit. */
      readonly timeoutNs?: bigint | undefined;
      /** The timeout is a moment on the dumping machine's monotonic clock, not a time left. */
      readonly isDeadline: boolean;
    }
  | {
      readonly kind: 'futex' | 'cpu-nanosleep' | 'unknown';
      readonly fn: number;
      readonly args: readonly bigint[];
    };

/** Register values as a packed row; `registerNames[layout]` names them in order. */
export interface Registers extends Placed {
  readonly layout: 'i386' | 'x86_64' | 'ia64';
  readonly values: BigUint64Array;
}

export interface FpuState extends Placed {
  /** Which instruction wrote the bytes. */
  readonly format: 'fsave' | 'fxsave' | 'xsave';
  readonly content: ByteRange;
}

/** See sched(7). */
export interface Scheduling {
  readonly policy: number;
  /** -20 … 19. */
  readonly nice: number;
  readonly prio: number;
  readonly rtPriority: number;
}

/** Bits that only a kernel of the same line understands. */
export interface KernelState {
  /** `PF_*` of the writing kernel. */
  readonly flags: bigint;
  readonly threadFlags?: bigint | undefined;
  readonly threadStatus?: bigint | undefined;
  readonly execDomain?: bigint | undefined;
  readonly addrLimit?: bigint | undefined;
  readonly didExec?: boolean | undefined;
  /** PR_SET_UNALIGN and PR_SET_FPEMU, see prctl(2). */
  readonly unalignedAccess?: number | undefined;
  readonly fpEmulation?: number | undefined;
}

/** Resource accounting groups that a task belongs to (OpenVZ). */
export interface TaskBeancounters {
  readonly task?: Id<'beancounter'> | undefined;
  readonly exec?: Id<'beancounter'> | undefined;
  readonly memory?: Id<'beancounter'> | undefined;
  readonly fork?: Id<'beancounter'> | undefined;
}

/** One schedulable entity: a thread, or a process that has only one. */
export interface Task extends Placed {
  /** The pid in every pid namespace from the outermost one known to the image inward. */
  readonly pids: readonly number[];
  /** Pids below are seen from the outermost namespace. */
  readonly pid: number;
  readonly tgid: number;
  /** Thread group leader as stored; equal to `tgid` in every image that a kernel wrote. */
  readonly leaderPid?: number | undefined;
  /** Real parent, which may be a thread; for the first task of a container, what the image says. */
  readonly realParentPid: number;
  /** Current parent: the tracer of a traced task. */
  readonly parentPid: number;
  readonly pgid: number;
  readonly sid: number;
  /** Foreground group when the terminal was lost; 0 for none. */
  readonly oldPgrp?: number | undefined;
  readonly comm: string;
  readonly state: TaskState;
  /** State number as stored, for restorers that compare it exactly. */
  readonly stateCode: number;
  /** Wait status, as in wait(2); also set for stopped tasks. */
  readonly exitCode: number;
  /** Signal to the parent at exit; -1 for a thread that is not the leader. */
  readonly exitSignal: number;
  readonly parentDeathSignal: number;
  readonly is64bit: boolean;
  readonly personality: bigint;
  /** Undefined where the image does not say: of dead tasks, in most families. */
  readonly credentials?: Credentials | undefined;
  /** Undefined where the image does not say: linux-cr stores none. */
  readonly scheduling?: Scheduling | undefined;
  /** Since the container (CPT) or the system (others) started; absent where the image has none. */
  readonly startTimeNs?: bigint | undefined;
  readonly usage: CpuUsage;
  /** Limits kept with the task itself; most images keep them with the signal struct only. */
  readonly rlimits?: readonly ResourceLimit[] | undefined;
  readonly itimers: IntervalTimers;
  readonly sigblocked: bigint;
  /** Blocked mask to return to after sigsuspend(2) or pselect(2). */
  readonly sigrblocked: bigint;
  readonly sigpending: bigint;
  /** Private queue, oldest first. */
  readonly queue: readonly QueuedSignal[];
  /** Siginfo that a traced task is stopped with. */
  readonly lastSignal?: QueuedSignal | undefined;
  readonly altStack?: SignalStack | undefined;
  /** Mask and state of a sigsuspend(2) that the dump interrupted. */
  readonly sigsuspend?: { readonly state: number; readonly blocked: bigint } | undefined;
  readonly ptrace: PtraceState;
  readonly restart?: RestartBlock | undefined;
  /** User address of the robust futex list. */
  readonly robustList?: bigint | undefined;
  /** User addresses for set_tid_address(2) and CLONE_CHILD_SETTID; 0 for none. */
  readonly setTid: bigint;
  readonly clearTid: bigint;
  /** GDT entries of thread-local storage: three segment descriptors on x86. */
  readonly tls: readonly bigint[];
  readonly registers?: Registers | undefined;
  readonly hasUsedFpu: boolean;
  readonly fpu?: FpuState | undefined;
  readonly kernelState: KernelState;
  readonly memory?: Id<'memory'> | undefined;
  readonly fdTable?: Id<'fdTable'> | undefined;
  readonly fs?: Id<'fs'> | undefined;
  readonly signal?: Id<'signal'> | undefined;
  readonly sighand?: Id<'sighand'> | undefined;
  readonly undoList?: Id<'undoList'> | undefined;
  readonly mountNamespace?: Id<'mountNamespace'> | undefined;
  readonly posixTimers?: Id<'posixTimers'> | undefined;
  readonly beancounters?: TaskBeancounters | undefined;
  /** Only where the image tells namespaces apart. */
  readonly namespaces?: TaskNamespaces | undefined;
  readonly seccomp?: SeccompState | undefined;
  /** `/proc/PID/oom_score_adj` and `/proc/PID/loginuid`. */
  readonly oomScoreAdj?: number | undefined;
  readonly loginUid?: number | undefined;
  /** PR_SET_CHILD_SUBREAPER, see prctl(2). */
  readonly isChildSubreaper?: boolean | undefined;
  /** The signal that stopped the task, where the image has it. */
  readonly stopSignal?: number | undefined;
  /** Number of the set of control groups that it is in. */
  readonly cgroupSet?: number | undefined;
}

/** A thread group: what `/proc` shows as a process. */
export interface Process {
  /** The thread group id. */
  readonly pid: number;
  /** The leader; absent only in a damaged image. */
  readonly leader?: Task | undefined;
  /** All threads in image order, leader included. */
  readonly tasks: readonly Task[];
}
