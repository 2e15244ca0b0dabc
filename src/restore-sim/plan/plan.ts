/**
 * From a checkpoint and a kernel to the ordered plan of a restore: what has to be done, by whom, and with
 * which request for every number. Pure data; nothing is carried out here.
 */

import type { Diagnostic } from '../../diagnostic.ts';
import { pushAll } from '../../lists.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { KernelProfile } from '../kernel/index.ts';
import type { PlanDraft, Target } from './draft.ts';
import { forestOf } from './forest.ts';
import { type Mechanisms, mechanismsOf } from './mechanism.ts';
import { helperNumbers } from './numbers.ts';
import { planFinish } from './plan-finish.ts';
import { planGroups, planLinks } from './plan-groups.ts';
import { planIpc } from './plan-ipc.ts';
import { planMemory } from './plan-memory.ts';
import { planTerminals } from './plan-terminals.ts';
import { planRoot, planTree } from './plan-tree.ts';
import type { PlanFailure } from './report.ts';
import { restorer, type Step } from './step.ts';

export type { Target } from './draft.ts';

/** How a restore goes about it. */
export interface Approach {
  readonly target: Target;
  readonly mechanisms: Mechanisms;
}

/** What steps do not say. */
export interface Remarks {
  /** What no step can bring about. */
  readonly problems: readonly PlanFailure[];
  /** What is lost although every step succeeds. */
  readonly warnings: readonly Diagnostic[];
}

export interface Plan extends Approach, Remarks {
  /** Name of the kernel profile. */
  readonly kernel: string;
  readonly steps: readonly Step[];
}

export interface PlanOptions {
  readonly profile: KernelProfile;
  /** Default: namespaces of its own for a tree with an init, those of the host for any other. */
  readonly target?: Target;
  /** Typed words in next_id files, where the kernel has such files. */
  readonly typedNextId?: boolean;
  /** Numbers that helpers must not take, because something on the host has them. */
  readonly isPidTaken?: (pid: number) => boolean;
}

/** The plan, whatever state the checkpoint is in; what cannot be planned is among its problems. */
export function planRestore(checkpoint: Checkpoint, options: PlanOptions): Plan {
  const approach = approachTo(checkpoint, options);
  const steps: Step[] = [];
  const remarks = planSteps(checkpoint, approach, options, (step) => {
    steps.push(step);
  });
  return { kernel: options.profile.name, ...approach, steps, ...remarks };
}

export function approachTo(
  checkpoint: Checkpoint,
  { profile, target = defaultTarget(checkpoint), typedNextId }: PlanOptions,
): Approach {
  return { target, mechanisms: mechanismsOf(profile, typedNextId) };
}

/** Hands out the steps one by one: of a large tree, they would take more room than the tree. */
export function planSteps(
  checkpoint: Checkpoint,
  { target, mechanisms }: Approach,
  options: PlanOptions,
  step: (step: Step) => void,
): Remarks {
  const bySetsid = mechanisms.pid !== 'in-kernel';
  const forest = forestOf(checkpoint, { isNewNamespace: target !== 'host', bySetsid });
  const draft: PlanDraft = {
    ...newDraft(checkpoint, options),
    mechanisms,
    target,
    step,
    nodes: forest.nodes,
  };
  pushAll(draft.problems, forest.problems);
  const [root] = forest.roots;
  if (target !== 'host' && root !== undefined) {
    planRoot(draft, root);
    draft.ipcActor = root.process.pid;
  }
  planTerminals(draft);
  planIpc(draft);
  planTree(draft, forest);
  if (bySetsid) planGroups(draft, forest);
  else planLinks(draft, forest);
  planMemory(draft);
  planFinish(draft);
  const { problems, warnings } = draft;
  return { problems, warnings };
}

/** A tree with an init can only live where number 1 is free. */
export function defaultTarget(checkpoint: Checkpoint): Target {
  return checkpoint.processes.some(({ pid }) => pid === 1) ? 'new' : 'host';
}

function newDraft(
  checkpoint: Checkpoint,
  { profile, isPidTaken = () => false }: PlanOptions,
): Omit<PlanDraft, 'mechanisms' | 'target' | 'step' | 'nodes'> {
  let helpers = 0;
  return {
    checkpoint,
    profile,
    ipcActor: restorer,
    problems: [],
    warnings: [],
    helperGroups: new Map(),
    madeThreads: new Set(),
    sharesMemory: new Set(),
    sharesUndo: new Set(),
    nextHelper: () => {
      helpers += 1;
      return -helpers;
    },
    helperNumber: helperNumbers(checkpoint, isPidTaken),
  };
}
