/**
 * What a simulated restore says, the same for every restorer: what the real one would do, why it would
 * stop, and what would stand there afterwards. Plain data; nothing here decides anything.
 */
import type { Diagnostic, Location } from '../diagnostic.ts';
import type { IpcMsg, IpcSem, IpcShm } from '../model/ipc.ts';
import type { PsProcess } from '../model/ps.ts';
import type { RestoreCode } from './codes.ts';
import type { Condition } from './conditions.ts';

/**
 * `fails`: the restorer gives up with an errno or a message, and nothing survives. `crashes`: the
 * restoring kernel dies. `hangs`: it never comes back. Restorers that run in a kernel do all four.
 */
export type Verdict = 'restores' | 'fails' | 'crashes' | 'hangs';

/** Whether it restores: `if` where conditions are open. */
export type Answer = 'yes' | 'no' | 'if';

/** Why the restore stops. */
export interface Failure {
  readonly code: RestoreCode;
  /** `EINVAL`, where the real restorer answers with one. */
  readonly errno?: string;
  readonly at: Location;
  /** One sentence: what, where, what was expected. */
  readonly message: string;
  /** What to do about it, where something can be done. */
  readonly help?: string;
}

/** One thing that the restorer did, in its order. */
export interface Operation {
  /** The verb: `clone`, `map`, `semget`, `join-group`. */
  readonly op: string;
  /** Pid of the task that does it, in its own namespace; undefined before there is one. */
  readonly task?: number;
  readonly args: Readonly<Record<string, number | string | bigint>>;
  /** What came of it, where that is not plain success. */
  readonly result?: string;
  /** Offset of the record that asks for it. */
  readonly at: number;
}

export interface IpcRows {
  readonly sem: readonly IpcSem[];
  readonly msg: readonly IpcMsg[];
  readonly shm: readonly IpcShm[];
}

export interface SimulationReport {
  /** What happens when every open condition is met. */
  readonly verdict: Verdict;
  /** What kind of dump was given, of CRIU directories; see `kindOfDirectory`. */
  readonly dump?: { readonly kind: string; readonly title: string; readonly isPlain: boolean };
  /** Name of the kernel that was simulated. */
  readonly kernel: string;
  /** What options and host have to give, in the order in which the restorer asks for it. */
  readonly conditions: readonly Condition[];
  /** Empty when the verdict is `restores`. */
  readonly failures: readonly Failure[];
  /** What is lost, changed or dubious, although the restore goes on. */
  readonly losses: readonly Diagnostic[];
  /** What is accepted without a word and worth knowing. */
  readonly notes: readonly Diagnostic[];
  /** What would run afterwards, out of the simulated kernel; empty when nothing would. */
  readonly processes: readonly PsProcess[];
  readonly ipc: IpcRows;
  readonly operations: readonly Operation[];
}
