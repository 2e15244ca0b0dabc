/**
 * Carries a plan out in the simulated kernel, step by step. A refused step is a failure; what depends on it
 * is left out, and the rest goes on, so that every independent reason is found at once.
 */
import { Kernel, type KernelProfile, NumberMap, populate, type Task, type World } from '../kernel/index.ts';
import type { Operation } from '../report.ts';
import type { Approach } from './plan.ts';
import {
  runAttach,
  runFill,
  runGet,
  runRemove,
  runSemop,
  runSend,
  runSet,
  runSetAll,
  runUndo,
} from './run-ipc.ts';
import { runChurn, runNextId, runWrite } from './run-requests.ts';
import { type Contents, type Outcome, placeOfStep, type RunState } from './run-state.ts';
import {
  runClone,
  runCredentials,
  runExit,
  runExitThread,
  runHold,
  runJoin,
  runSetpgid,
  runSetsid,
  runWait,
} from './run-tasks.ts';
import { restorer, type Step } from './step.ts';
import { stepText } from './step-text.ts';

export interface RunOptions {
  readonly profile: KernelProfile;
  /** What is there already: on the host, or, for a prepared target, in the namespaces of the tree. */
  readonly world?: World;
  readonly contents?: Contents;
  /** Whether every step is recorded. */
  readonly operations?: boolean;
}

const noContents: Contents = { message: () => undefined, segment: () => undefined };

/** A kernel in which nothing has been restored yet. */
export function startRun(
  { target, mechanisms }: Approach,
  { profile, world, contents, operations }: RunOptions,
): RunState {
  const kernel = new Kernel(profile, world?.pids?.find(({ number }) => number === 1)?.name ?? 'the restorer');
  const isPrepared = target === 'prepared';
  if (world !== undefined && !isPrepared) populate(kernel.init, world);
  const tasks = new NumberMap<Task>();
  tasks.set(restorer, kernel.init);
  return {
    mechanisms,
    kernel,
    contents: contents ?? noContents,
    prepared: isPrepared ? world : undefined,
    viewer: kernel.pidNamespace,
    owner: restorer,
    tasks,
    stopped: new Set(),
    missing: new Set(),
    fillers: [],
    isRequestLost: false,
    steps: 0,
    skipped: 0,
    churned: 0,
    failures: [],
    operations: operations === true ? [] : undefined,
  };
}

/** Carries out the next step. */
export function runStep(state: RunState, step: Step): void {
  state.steps += 1;
  const task = state.tasks.get(step.by);
  const outcome = task === undefined ? 'skipped' : perform(state, task, step);
  // What a process that was never made would have made is missing, too.
  if (task === undefined && step.op === 'get') state.missing.add(`${step.kind} ${step.id}`);
  if (outcome === 'skipped') state.skipped += 1;
  else if (outcome !== undefined)
    state.failures.push({ ...outcome, at: placeOfStep(step), step: state.steps });
  state.operations?.push(operationOf(step, outcome));
}

function perform(state: RunState, task: Task, step: Step): Outcome {
  switch (step.op) {
    case 'fork':
    case 'thread':
      return runClone(state, task, step);
    case 'terminal':
      return undefined;
    case 'write':
      return runWrite(state, task, step);
    case 'next-id':
      return runNextId(state, task, step);
    case 'get':
      return runGet(state, task, step);
    case 'churn':
      return runChurn(state, task, step);
    case 'set':
      return runSet(state, task, step);
    case 'setall':
      return runSetAll(state, task, step);
    case 'send':
      return runSend(state, task, step);
    case 'fill':
      return runFill(state, task, step);
    case 'semop':
      return runSemop(state, task, step);
    case 'undo':
      return runUndo(state, task, step);
    case 'attach':
      return runAttach(state, task, step);
    case 'remove':
      return runRemove(state, task, step);
    default:
      return performOnTask(state, task, step);
  }
}

type TaskStep = Extract<
  Step,
  { op: 'setsid' | 'setpgid' | 'join' | 'hold' | 'credentials' | 'stop' | 'exit' | 'exit-thread' | 'wait' }
>;

function performOnTask(state: RunState, task: Task, step: TaskStep): Outcome {
  switch (step.op) {
    case 'setsid':
      return runSetsid(state, task, step);
    case 'setpgid':
      return runSetpgid(state, task, step);
    case 'join':
      return runJoin(state, task, step);
    case 'hold':
      return runHold(state, task, step);
    case 'credentials':
      return runCredentials(state, task, step);
    case 'stop':
      state.stopped.add(step.by);
      return undefined;
    case 'exit':
      return runExit(state, task, step);
    case 'exit-thread':
      return runExitThread(state, task);
    case 'wait':
      return runWait(state, task, step);
  }
}

function operationOf(step: Step, outcome: Outcome): Operation {
  const result =
    outcome === undefined ? undefined : outcome === 'skipped' ? 'left out' : (outcome.errno ?? outcome.code);
  return {
    op: step.op,
    ...(step.by > 0 && { task: step.by }),
    args: { step: stepText(step) },
    ...(result !== undefined && { result }),
    at: step.at,
  };
}

/** Numbers in use before the restore, for planners that need free ones. */
export function takenPids(world: World | undefined): (pid: number) => boolean {
  const taken = new Set(world?.pids?.map(({ number }) => number));
  return (pid) => taken.has(pid);
}
