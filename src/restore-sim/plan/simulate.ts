/**
 * The rehearsal of a restore from user space: plan, run, compare. The verdict is what a restorer that follows
 * the plan would come to; OpenVZ's own in-kernel restore has a simulation of its own.
 */
import { pushAll } from '../../lists.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { World } from '../kernel/index.ts';
import type { IpcRows } from '../report.ts';
import { planDiagnostic } from './codes.ts';
import { ipcDifferences, processDifferences, type RowDifference } from './compare-result.ts';
import { expectedIpc, expectedProcesses } from './expected.ts';
import { conditionsOf } from './needs.ts';
import { type Plan, type PlanOptions, planRestore } from './plan.ts';
import type { PlanFailure, PlanReport } from './report.ts';
import { ipcRows, processRows } from './result.ts';
import { type RunResult, runPlan, takenPids } from './run.ts';
import type { Contents } from './run-state.ts';
import { restorer } from './step.ts';

export interface PlannedRestoreOptions extends Omit<PlanOptions, 'isPidTaken'> {
  /** What is on the host, or in the prepared namespaces, already. */
  readonly world?: World;
  /** The System V objects of the checkpoint with the hashes of their contents, as `ipcJson` gives them. */
  readonly ipc?: IpcRows;
  readonly operations?: boolean;
}

export interface PlannedRestore {
  readonly plan: Plan;
  readonly report: PlanReport;
}

/** Plans the restore of a checkpoint, carries the plan out, and says what came of it. */
export function simulatePlannedRestore(
  checkpoint: Checkpoint,
  options: PlannedRestoreOptions,
): PlannedRestore {
  const { world, ipc, profile } = options;
  const plan = planRestore(checkpoint, { ...options, isPidTaken: isPidTaken(options) });
  const contents = ipc === undefined ? undefined : contentsOf(ipc);
  const run = runPlan(plan, {
    profile,
    ...(world !== undefined && { world }),
    ...(contents !== undefined && { contents }),
    ...(options.operations !== undefined && { operations: options.operations }),
  });
  return { plan, report: reportOf(checkpoint, plan, run, options) };
}

/** In new namespaces the host's numbers are in nobody's way. */
function isPidTaken({ target, world }: PlannedRestoreOptions): (pid: number) => boolean {
  return target === undefined || target === 'new' ? () => false : takenPids(world);
}

function reportOf(
  checkpoint: Checkpoint,
  plan: Plan,
  run: RunResult,
  { ipc, world }: PlannedRestoreOptions,
): PlanReport {
  const failures: PlanFailure[] = [...plan.problems, ...run.failures];
  const owner = run.tasks.get(ownerOf(plan));
  const processes = processRows(checkpoint, run);
  const rows = owner === undefined ? noIpc : ipcRows(checkpoint, run, owner);
  // A difference after a failure is its consequence, and says nothing new.
  if (failures.length === 0) pushAll(failures, differenceFailures(checkpoint, plan, processes, rows, ipc));
  const losses = plan.warnings.filter(({ severity }) => severity !== 'note');
  const notes = [
    ...plan.warnings.filter(({ severity }) => severity === 'note'),
    ...sharedNumbers(checkpoint, plan, world),
  ];
  return {
    verdict: failures.length === 0 ? 'restores' : 'fails',
    kernel: plan.kernel,
    conditions: conditionsOf(checkpoint),
    failures,
    losses,
    notes,
    // A restorer that gives up takes down what it has made.
    processes: failures.length === 0 ? processes : [],
    ipc: failures.length === 0 ? rows : noIpc,
    operations: run.operations ?? [],
  };
}

const noIpc: IpcRows = { sem: [], msg: [], shm: [] };

/** Whose IPC namespace the objects are in. */
function ownerOf({ steps, target }: Plan): number {
  const root =
    target === 'host' ? undefined : steps.find(({ op, phase }) => op === 'fork' && phase === 'container');
  return root?.op === 'fork' ? root.child : restorer;
}

function differenceFailures(
  checkpoint: Checkpoint,
  plan: Plan,
  processes: PlanReport['processes'],
  rows: IpcRows,
  ipc: IpcRows | undefined,
): readonly PlanFailure[] {
  const differences: RowDifference[] = [
    ...processDifferences(processes, expectedProcesses(checkpoint, plan.target, processes)),
  ];
  const isUndoLost = plan.warnings.some(({ code }) => code === 'undo-sharing-lost');
  const ignored = new Set(['cpid', 'lpid', ...(isUndoLost ? ['undo'] : [])]);
  if (ipc !== undefined) {
    const expected = expectedIpc(ipc, plan.mechanisms.ipc === 'in-kernel');
    pushAll(differences, ipcDifferences(rows, expected, { ignored }));
  }
  return differences.map(({ message, what }) => ({ code: 'result-differs', at: { path: what }, message }));
}

function contentsOf({ msg, shm }: IpcRows): Contents {
  const queues = new Map(msg.map((queue) => [queue.id, queue.messages]));
  const segments = new Map(shm.map(({ id, sha256 }) => [id, sha256]));
  return {
    message: (queueId, index) => queues.get(queueId)?.[index]?.sha256,
    segment: (id) => segments.get(id) ?? undefined,
  };
}

/** Said once, because people look for it: numbers in namespaces of their own do not clash. */
function sharedNumbers({ tasks }: Checkpoint, { target }: Plan, world: World | undefined) {
  if (target !== 'new' || world?.pids === undefined) return [];
  const names = new Map(world.pids.map(({ number, name }) => [number, name]));
  const shared = tasks.filter(({ pid }) => pid !== 1 && names.has(pid));
  const [first] = shared;
  if (first === undefined) return [];
  const more = shared.length === 1 ? '' : `, and ${shared.length - 1} more numbers are in use`;
  const holder = `\`${names.get(first.pid)}\``;
  const message = `pid ${first.pid} is taken by ${holder} on the host${more}; harmless in new namespaces`;
  return [planDiagnostic('host-number-shared', message)];
}
