/** A plan while it is being written: what all parts of the planner share. It decides nothing itself. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Checkpoint, Task } from '../../model/checkpoint.ts';
import type { KernelProfile } from '../kernel/index.ts';
import { type PlanCode, planDiagnostic } from './codes.ts';
import type { Mechanisms } from './mechanism.ts';
import type { PlanFailure } from './report.ts';
import { type Actor, restorer, type Step } from './step.ts';

/**
 * Where the tree is put: into namespaces of its own; into those of the host; or into a new pid namespace
 * that the description of the host is about (`prepared`), because its number 1 is free.
 */
export type Target = 'new' | 'host' | 'prepared';

export interface PlanDraft {
  readonly checkpoint: Checkpoint;
  readonly profile: KernelProfile;
  readonly mechanisms: Mechanisms;
  readonly target: Target;
  readonly steps: Step[];
  readonly problems: PlanFailure[];
  readonly warnings: Diagnostic[];
  /** Who makes System V objects: the first process of new namespaces, else the restorer. */
  ipcActor: Actor;
  /** The group that each process is in when the tree stands, by pid. */
  readonly groups: Map<number, number>;
  /** Tasks that a step makes. */
  readonly made: Set<Task>;
  /** Tasks that share these with their creator. */
  readonly sharesMemory: Set<Task>;
  readonly sharesUndo: Set<Task>;
  /** A further helper, and a number for it. */
  readonly nextHelper: () => Actor;
  readonly helperNumber: () => number;
}

export const groupOf = ({ groups }: PlanDraft, actor: Actor): number =>
  actor === restorer ? 0 : (groups.get(actor) ?? 0);

/** A loss, at the place of a task where one is concerned. */
export function lose(draft: PlanDraft, code: PlanCode, message: string, task?: Task): void {
  const at = task === undefined ? undefined : { offset: task.at, path: `task ${task.pid}` };
  draft.warnings.push(planDiagnostic(code, message, at));
}
