/**
 * The steps of a plan, as data: who does what. A step says what is wanted, too, so that whoever carries it
 * out can compare. How steps are found is in `plan-*.ts`, what they do to a kernel in `run-*.ts`.
 */
import type { CloneFlag, IpcKind, SemaphoreOperation } from '../kernel/index.ts';

/**
 * Who acts: the outermost pid of a task of the checkpoint or of a placeholder with a wanted number; 0 is
 * the restorer outside; below are helpers whose number does not matter.
 */
export type Actor = number;
export const restorer: Actor = 0;

export type Phase = 'container' | 'terminals' | 'ipc' | 'tree' | 'groups' | 'memory' | 'finish';

interface StepBase {
  readonly phase: Phase;
  readonly by: Actor;
  /** Offset of the record that asks for it. */
  readonly at: number;
}

/** How a fork asks for its numbers. Requests that wait in a file are steps of their own, before it. */
export interface CloneRequest {
  /** clone3: innermost namespace first. */
  readonly setTid?: readonly number[];
  /** eclone: oldest namespace first. */
  readonly eclone?: readonly number[];
  /** OpenVZ's in-kernel clone. */
  readonly fixed?: number;
}

export type HelperRole = 'session' | 'group' | 'orphans';

export interface ForkStep extends StepBase, CloneRequest {
  readonly op: 'fork';
  readonly child: Actor;
  readonly name: string;
  readonly flags: readonly CloneFlag[];
  /** Numbers it must get, from the outermost level of the checkpoint inward. */
  readonly pids: readonly number[];
  /** A process that is not in the checkpoint, and goes again. */
  readonly helper?: HelperRole;
}

export interface ThreadStep extends StepBase, CloneRequest {
  readonly op: 'thread';
  readonly child: Actor;
  readonly flags: readonly CloneFlag[];
  readonly pids: readonly number[];
}

/** A write to /proc/sys/kernel/FILE; `wanted` is the number that the next step must get by it. */
export interface WriteStep extends StepBase {
  readonly op: 'write';
  readonly file: string;
  readonly value: string;
  readonly wanted?: number;
}

/** A write to /proc/self/task/TID/next_id. */
export interface NextIdStep extends StepBase {
  readonly op: 'next-id';
  /** `LONG 17`, `PID 17`, `IPC_SEM_ID 4`. */
  readonly words: string;
}

export interface IpcGetStep extends StepBase {
  readonly op: 'get';
  readonly kind: IpcKind;
  readonly id: number;
  readonly key: number;
  /** Nine permission bits; an in-kernel restore passes all bits. */
  readonly mode: number;
  readonly nsems?: number;
  readonly sizeBytes?: bigint;
  /** Effective ids to make it with, for cuid and cgid. */
  readonly creator: { readonly uid: number; readonly gid: number };
  /** `argument`: linux-cr; `fixed`: OpenVZ; otherwise the request waits already, or none is possible. */
  readonly request?: 'argument' | 'fixed';
}

/** Objects made and removed until the next one gets that id, on kernels that cannot be asked. */
export interface ChurnStep extends StepBase {
  readonly op: 'churn';
  readonly kind: IpcKind;
  readonly id: number;
}

export interface IpcSetStep extends StepBase {
  readonly op: 'set';
  readonly kind: IpcKind;
  readonly id: number;
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
  /** msg_qbytes. */
  readonly limitBytes?: number;
}

export interface SetAllStep extends StepBase {
  readonly op: 'setall';
  readonly id: number;
  readonly values: readonly number[];
}

export interface SendStep extends StepBase {
  readonly op: 'send';
  readonly id: number;
  readonly type: bigint;
  readonly sizeBytes: number;
  /** Place in the queue, 0 for the oldest. */
  readonly index: number;
}

export interface FillStep extends StepBase {
  readonly op: 'fill';
  readonly id: number;
}

export interface SemopStep extends StepBase {
  readonly op: 'semop';
  readonly id: number;
  readonly operations: readonly SemaphoreOperation[];
}

/** OpenVZ: the values are stored, no semaphore changes. */
export interface UndoStep extends StepBase {
  readonly op: 'undo';
  readonly id: number;
  readonly adjust: readonly number[];
}

export interface AttachStep extends StepBase {
  readonly op: 'attach';
  readonly id: number;
  readonly times: number;
}

export interface RemoveStep extends StepBase {
  readonly op: 'remove';
  readonly id: number;
}

/** /dev/ptmx opened until the pair has that number; what was opened besides is closed. */
export interface TerminalStep extends StepBase {
  readonly op: 'terminal';
  readonly index: number;
}

export interface SetsidStep extends StepBase {
  readonly op: 'setsid';
}

/** setpgid(0, group). */
export interface SetpgidStep extends StepBase {
  readonly op: 'setpgid';
  /** Outermost number. */
  readonly group: number;
}

/** In-kernel restorers: a group or session without the checks of the calls. */
export interface JoinStep extends StepBase {
  readonly op: 'join';
  readonly kind: 'group' | 'session';
  readonly number: number;
}

/** In-kernel restorers: a number without a task. */
export interface HoldStep extends StepBase {
  readonly op: 'hold';
  readonly number: number;
}

export interface CredentialsStep extends StepBase {
  readonly op: 'credentials';
  readonly uid: number;
  readonly gid: number;
}

export interface StopStep extends StepBase {
  readonly op: 'stop';
}

export interface ExitStep extends StepBase {
  readonly op: 'exit';
  /** Wait status, as in wait(2). */
  readonly status: number;
  readonly helper?: HelperRole;
}

/** The leader alone ends; its threads live on. */
export interface ExitThreadStep extends StepBase {
  readonly op: 'exit-thread';
}

export interface WaitStep extends StepBase {
  readonly op: 'wait';
  readonly child: Actor;
}

export type Step =
  | ForkStep
  | ThreadStep
  | WriteStep
  | NextIdStep
  | IpcGetStep
  | ChurnStep
  | IpcSetStep
  | SetAllStep
  | SendStep
  | FillStep
  | SemopStep
  | UndoStep
  | AttachStep
  | RemoveStep
  | TerminalStep
  | SetsidStep
  | SetpgidStep
  | JoinStep
  | HoldStep
  | CredentialsStep
  | StopStep
  | ExitStep
  | ExitThreadStep
  | WaitStep;
