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
import { type Approach, approachTo, type PlanOptions, planSteps, type Remarks } from './plan.ts';
import type { PlanFailure, PlanReport } from './report.ts';
import { ipcRows, processRows } from './result.ts';
import { runStep, startRun, takenPids } from './run.ts';
import type { Contents, RunState } from './run-state.ts';

export interface PlannedRestoreOptions extends Omit<PlanOptions, 'isPidTaken'> {
  /** What is on the host, or in the prepared namespaces, already. */
  readonly world?: World;
  /** The System V objects of the checkpoint with the hashes of their contents, as `ipcJson` gives them. */
  readonly ipc?: IpcRows;
  readonly operations?: boolean;
}

/**
 * Plans the restore of a checkpoint, carries each step out as it is found, and says what came of it. The tree and the
 * kernel of many processes are large, and let go when this returns.
 */
export function simulatePlannedRestore(checkpoint: Checkpoint, options: PlannedRestoreOptions): PlanReport {
  const { world, ipc, profile } = options;
  const approach = approachTo(checkpoint, options);
  const contents = ipc === undefined ? undefined : contentsOf(ipc);
  const run = startRun(approach, {
    profile,
    ...(world !== undefined && { world }),
    ...(contents !== undefined && { contents }),
    ...(options.operations !== undefined && { operations: options.operations }),
  });
  const planned = { ...options, isPidTaken: isPidTaken(options) };
  const remarks = planSteps(checkpoint, approach, planned, (step) => runStep(run, step));
  return reportOf({ checkpoint, approach, remarks, run }, options);
}

/** In new namespaces the host's numbers are in nobody's way. */
function isPidTaken({ target, world }: PlannedRestoreOptions): (pid: number) => boolean {
  return target === undefined || target === 'new' ? () => false : takenPids(world);
}

interface Restored {
  readonly checkpoint: Checkpoint;
  readonly approach: Approach;
  readonly remarks: Remarks;
  readonly run: RunState;
}

function reportOf(restored: Restored, { ipc, world, profile }: PlannedRestoreOptions): PlanReport {
  const { checkpoint, approach, remarks, run } = restored;
  const failures: PlanFailure[] = [...remarks.problems, ...run.failures];
  // A restorer that gives up takes down what it has made, and a difference after a failure says nothing new.
  const rows = failures.length === 0 ? rowsOf(restored) : noRows;
  if (failures.length === 0) pushAll(failures, differenceFailures(restored, rows, ipc));
  const { processes, ...objects } = failures.length === 0 ? rows : noRows;
  const losses = remarks.warnings.filter(({ severity }) => severity !== 'note');
  const notes = [
    ...remarks.warnings.filter(({ severity }) => severity === 'note'),
    ...sharedNumbers(checkpoint, approach, world),
  ];
  return {
    verdict: failures.length === 0 ? 'restores' : 'fails',
    kernel: profile.name,
    conditions: conditionsOf(checkpoint),
    failures,
    losses,
    notes,
    processes,
    ipc: objects,
    operations: run.operations ?? [],
  };
}

type Rows = Pick<PlanReport, 'processes'> & IpcRows;

const noRows: Rows = { processes: [], sem: [], msg: [], shm: [] };

function rowsOf({ checkpoint, run }: Restored): Rows {
  const owner = run.tasks.get(run.owner);
  return {
    ...(owner === undefined ? noRows : ipcRows(checkpoint, run, owner)),
    processes: processRows(checkpoint, run),
  };
}

function differenceFailures(
  { checkpoint, approach: { target, mechanisms }, remarks }: Restored,
  rows: Rows,
  ipc: IpcRows | undefined,
): readonly PlanFailure[] {
  const differences: RowDifference[] = [];
  pushAll(
    differences,
    processDifferences(rows.processes, expectedProcesses(checkpoint, target, rows.processes)),
  );
  const isUndoLost = remarks.warnings.some(({ code }) => code === 'undo-sharing-lost');
  const ignored = new Set(['cpid', 'lpid', ...(isUndoLost ? ['undo'] : [])]);
  if (ipc !== undefined) {
    const expected = expectedIpc(ipc, mechanisms.ipc === 'in-kernel');
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
function sharedNumbers({ tasks }: Checkpoint, { target }: Approach, world: World | undefined) {
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
