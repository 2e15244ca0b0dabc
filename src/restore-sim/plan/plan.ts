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

export interface Plan {
  /** Name of the kernel profile. */
  readonly kernel: string;
  readonly target: Target;
  readonly mechanisms: Mechanisms;
  readonly steps: readonly Step[];
  /** What no step can bring about. */
  readonly problems: readonly PlanFailure[];
  /** What is lost although every step succeeds. */
  readonly warnings: readonly Diagnostic[];
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
  const { profile } = options;
  const mechanisms = mechanismsOf(profile, options.typedNextId);
  const target = options.target ?? defaultTarget(checkpoint);
  const bySetsid = mechanisms.pid !== 'in-kernel';
  const forest = forestOf(checkpoint, { isNewNamespace: target !== 'host', bySetsid });
  const draft = newDraft(checkpoint, mechanisms, target, options);
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
  const { steps, problems, warnings } = draft;
  return { kernel: profile.name, target, mechanisms, steps, problems, warnings };
}

/** A tree with an init can only live where number 1 is free. */
export function defaultTarget(checkpoint: Checkpoint): Target {
  return checkpoint.processes.some(({ pid }) => pid === 1) ? 'new' : 'host';
}

function newDraft(
  checkpoint: Checkpoint,
  mechanisms: Mechanisms,
  target: Target,
  { profile, isPidTaken = () => false }: PlanOptions,
): PlanDraft {
  let helpers = 0;
  return {
    checkpoint,
    profile,
    mechanisms,
    target,
    ipcActor: restorer,
    steps: [],
    problems: [],
    warnings: [],
    groups: new Map(),
    made: new Set(),
    sharesMemory: new Set(),
    sharesUndo: new Set(),
    nextHelper: () => {
      helpers += 1;
      return -helpers;
    },
    helperNumber: helperNumbers(checkpoint, isPidTaken),
  };
}
