/** A plan while it is carried out in a simulated kernel: who is who, and what has gone wrong so far. */
import {
  type IpcKind,
  type Kernel,
  type NumberMap,
  type PidNamespace,
  type Refusal,
  refuse,
  type Task,
  type World,
} from '../kernel/index.ts';
import type { Operation } from '../report.ts';
import type { Mechanisms } from './mechanism.ts';
import type { PlanFailure } from './report.ts';
import type { Actor, Step } from './step.ts';
import { actorText } from './step-text.ts';

/** Contents of messages and segments, which the simulated kernel carries unread. */
export interface Contents {
  readonly message: (queueId: number, index: number) => unknown;
  readonly segment: (id: number) => unknown;
}

export interface RunState {
  readonly mechanisms: Mechanisms;
  readonly kernel: Kernel;
  readonly contents: Contents;
  /** Tasks by actor; those that could not be made are missing. */
  readonly tasks: NumberMap<Task>;
  /** The namespace that the outermost pids of the checkpoint are numbers of. */
  viewer: PidNamespace;
  /** Whose IPC namespace the objects are in. */
  owner: Actor;
  /** What is in new namespaces already, once the first process opens them. */
  readonly prepared: World | undefined;
  readonly stopped: Set<Actor>;
  /** System V objects that could not be made, as `sem 65537`. */
  readonly missing: Set<string>;
  /** Objects that keep lower slots busy until the next get. */
  readonly fillers: number[];
  /** Objects that were made only to count ids up. */
  churned: number;
  /** A request that was refused: what it was for cannot be tried. */
  isRequestLost: boolean;
  /** Steps so far. */
  steps: number;
  /** Steps left out because what they need was refused before. */
  skipped: number;
  readonly failures: PlanFailure[];
  readonly operations: Operation[] | undefined;
}

/** What became of a step: nothing to report, left out, or a failure. */
export type Outcome = undefined | 'skipped' | Trouble;

export interface Trouble extends Omit<PlanFailure, 'at' | 'step'> {}

export const objectName = (kind: IpcKind, id: number): string => `${kind} ${id}`;

/** True when the object of a step was refused before, so that the step says nothing new. */
export const isMissing = (state: RunState, kind: IpcKind, id: number): boolean =>
  state.missing.has(objectName(kind, id));

/** Who a step is about, for failures and traces. */
export function placeOfStep(step: Step): { readonly offset: number; readonly path: string } {
  const actor = 'child' in step ? step.child : step.by;
  const who = actor > 0 ? `task ${actor}` : actorText(actor);
  const path = 'id' in step ? `${ipcKindOf(step)} ${step.id}` : who;
  return { offset: step.at, path };
}

function ipcKindOf(step: Step): string {
  if ('kind' in step && (step.op === 'get' || step.op === 'set' || step.op === 'churn')) return step.kind;
  if (step.op === 'send') return 'msg';
  return step.op === 'attach' || step.op === 'remove' || step.op === 'fill' ? 'shm' : 'sem';
}

/** For an actor whose creation failed; such steps are left out before anybody sees this. */
export const noActor: Refusal = refuse('ESRCH', 'the process was never made');
