/** A plan while it is being written: what all parts of the planner share. It decides nothing itself. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Checkpoint, Task } from '../../model/checkpoint.ts';
import type { KernelProfile } from '../kernel/index.ts';
import { type PlanCode, planDiagnostic } from './codes.ts';
import type { NodesByPid } from './forest.ts';
import type { Mechanisms } from './mechanism.ts';
import type { PlanFailure } from './report.ts';
import type { Actor, Step } from './step.ts';

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
  /** Takes the next step: keeps it, or carries it out. */
  readonly step: (step: Step) => void;
  readonly problems: PlanFailure[];
  readonly warnings: Diagnostic[];
  /** Who makes System V objects: the first process of new namespaces, else the restorer. */
  ipcActor: Actor;
  readonly nodes: NodesByPid;
  /** The groups of helpers when the tree stands. */
  readonly helperGroups: Map<Actor, number>;
  /** Threads beside leaders that a step makes. */
  readonly madeThreads: Set<Task>;
  /** Tasks that share these with their creator. */
  readonly sharesMemory: Set<Task>;
  readonly sharesUndo: Set<Task>;
  /** A further helper, and a number for it. */
  readonly nextHelper: () => Actor;
  readonly helperNumber: () => number;
}

/** Whether a step makes that task. */
export function isMade({ nodes, madeThreads }: PlanDraft, task: Task): boolean {
  const node = nodes.get(task.tgid);
  return node?.leader === task ? node.isMade : madeThreads.has(task);
}

export const groupOf = ({ nodes, helperGroups }: PlanDraft, actor: Actor): number =>
  nodes.get(actor)?.group ?? helperGroups.get(actor) ?? 0;

/** A loss, at the place of a task where one is concerned. */
export function lose(draft: PlanDraft, code: PlanCode, message: string, task?: Task): void {
  const at = task === undefined ? undefined : { offset: task.at, path: `task ${task.pid}` };
  draft.warnings.push(planDiagnostic(code, message, at));
}
