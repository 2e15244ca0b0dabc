/**
 * Simulates the restart of a linux-cr stream: the user-space tool reads the tables and plans, the tasks fork each other,
 * the kernel restores them in the order of the table. Never throws for what is in an image.
 */
import type { Diagnostic } from '../../../diagnostic.ts';
import type { Checkpoint } from '../../../model/checkpoint.ts';
import { checkpointFromLinuxCr } from '../../../model/from-linux-cr/checkpoint-from-linux-cr.ts';
import { ipcJson } from '../../../model/ipc.ts';
import type { PsProcess } from '../../../model/ps.ts';
import { psJson } from '../../../model/ps.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { isX86 } from '../../../parse/linux-cr/context.ts';
import { detectLinuxCr } from '../../../parse/linux-cr/detect.ts';
import { linuxCrVariant } from '../../../parse/linux-cr/variants.ts';
import type { Rehearsal } from '../../family.ts';
import { Kernel, kernelProfile, numberIn, populate, type World } from '../../kernel/index.ts';
import type { Operation } from '../../report.ts';
import { checkStream } from './check-stream.ts';
import { linuxCrRestoreDiagnostic } from './codes.ts';
import { type Execution, executePlan, type Placement } from './execute.ts';
import { type PlanEntry, PlanStop } from './plan-entry.ts';
import { planInputOf } from './plan-json.ts';
import { planTree } from './plan-tree.ts';
import { restoreIpc, restoreTasks } from './restart.ts';
import { RestartStop } from './stop.ts';

export interface LinuxCrRestartOptions {
  /** Into a pid namespace that is new (`--pidns`), or among what is there (`--pids --no-pidns`). Default: new. */
  readonly into?: 'new' | 'host' | undefined;
  /** What is there already. */
  readonly world?: World | undefined;
  readonly operations?: boolean | undefined;
}

export const linuxCrKernel = 'linux-cr';

const noIpc = { sem: [], msg: [], shm: [] };

export function simulateLinuxCrRestart(source: ByteSource, options: LinuxCrRestartOptions = {}): Rehearsal {
  const said: Diagnostic[] = [];
  const checkpoint = checkpointFromLinuxCr(source, (diagnostic) => said.push(diagnostic), undefined, {
    isCompact: true,
  });
  const operations: Operation[] = [];
  const trace = (operation: Operation) => {
    if (options.operations !== false) operations.push(operation);
  };
  const losses: Diagnostic[] = [];
  try {
    refuseStream(source, said);
    const entries = planOf(checkpoint, source, options, losses);
    const execution = execute(checkpoint, entries, options, trace);
    refuseMissingState(checkpoint, said);
    restoreTasks(execution, checkpoint.tasks, trace);
    restoreIpc(checkpoint, firstTask(execution), trace);
    losses.push(...differences(checkpoint, execution));
    return report('restores', {
      operations,
      losses,
      processes: processRows(checkpoint, execution),
      ipc: ipcJson(checkpoint, source),
    });
  } catch (error) {
    if (!(error instanceof RestartStop)) throw error;
    const { code, errno, message, offset, path } = error;
    const failure = { code, message, at: { offset, path }, ...(errno !== undefined && { errno }) };
    return { ...report('fails', { operations, losses, processes: [], ipc: noIpc }), failures: [failure] };
  }
}

function report(
  verdict: Rehearsal['verdict'],
  found: Pick<Rehearsal, 'operations' | 'losses' | 'processes' | 'ipc'>,
): Rehearsal {
  return { verdict, kernel: linuxCrKernel, conditions: [], failures: [], notes: [], ...found };
}

const endings: ReadonlySet<string> = new Set(['truncated-record', 'missing-tail']);

/** The first is found when the tables were run, the second by the check of references. */
const saidElsewhere: ReadonlySet<string> = new Set(['missing-task-state', 'missing-object']);

/** Damage is met when the stream comes to it; the first is what counts. */
function refuseStream(source: ByteSource, said: readonly Diagnostic[]): void {
  const { context } = detectLinuxCr(source);
  if (!isX86(context.arch)) {
    throw new RestartStop('restart-architecture', 'EINVAL', `the restart on ${context.arch} is not known`);
  }
  const damage = said.find(({ severity, code }) => severity === 'error' && !saidElsewhere.has(code));
  let first: RestartStop | undefined;
  checkStream(source, context, ({ code, errno, message, offset, path }) => {
    first ??= new RestartStop(code, errno, message, { offset, path });
  });
  const damagedAt = damage?.at?.offset ?? Number.MAX_SAFE_INTEGER;
  if (first !== undefined && first.offset <= damagedAt) throw first;
  if (damage === undefined) return;
  const errno = damage.code === 'failed-checkpoint' ? 'EIO' : endings.has(damage.code) ? 'EPIPE' : 'EINVAL';
  throw new RestartStop('restart-stream', errno, damage.message, {
    offset: damage.at?.offset ?? 0,
    path: damage.at?.path ?? 'stream',
  });
}

function planOf(
  checkpoint: Checkpoint,
  source: ByteSource,
  { into }: LinuxCrRestartOptions,
  losses: Diagnostic[],
): readonly PlanEntry[] {
  const { layout } = linuxCrVariant(detectLinuxCr(source).variant);
  const { tasks } = checkpoint;
  const [root] = tasks;
  if (root === undefined) throw new RestartStop('restart-plan', 'EINVAL', 'the table has no tasks');
  const nested = tasks.find(({ pids }) => pids.length > 1);
  if (nested !== undefined) {
    const at = { offset: nested.at, path: 'tree' };
    const message = `task ${nested.pid} is in a nested pid namespace`;
    if (into === 'host') throw new RestartStop('restart-nested', 'EINVAL', message, at);
    losses.push(linuxCrRestoreDiagnostic('restart-nested-unreliable', message, at));
  }
  const rows = tasks.map(({ pid, realParentPid, tgid, pgid, sid }) => ({
    pid,
    ppid: realParentPid,
    tgid,
    pgid,
    sid,
  }));
  const profile = kernelProfile('linux-cr');
  const input = planInputOf(rows, profile.pid.maxDefault);
  try {
    // Before pid objects the tool looked for the number 1, whatever the root had.
    return planTree(layout < pidObjectsSince ? { ...input, orphanParent: 1 } : input);
  } catch (error) {
    if (!(error instanceof PlanStop)) throw error;
    const pid = /^pid (\d+)/.exec(error.message)?.[1];
    const offset = tasks.find((task) => String(task.pid) === pid)?.at ?? root.at;
    const errno = error.error === 'crash' ? undefined : error.error;
    throw new RestartStop('restart-plan', errno, error.message, { offset });
  }
}

const pidObjectsSince = 20110125;

function execute(
  checkpoint: Checkpoint,
  entries: readonly PlanEntry[],
  { into = 'new', world }: LinuxCrRestartOptions,
  trace: (operation: Operation) => void,
): Execution {
  const kernel = new Kernel(kernelProfile('linux-cr'));
  if (world !== undefined) populate(kernel.init, world);
  const placement: Placement =
    into === 'host' ? 'same-namespace' : entries[0]?.pid === 1 ? 'root-is-init' : 'coordinator-is-init';
  const names = new Map(checkpoint.tasks.map((task) => [task.pid, task.comm]));
  const nameOf = ({ pid, isGhost, isDead }: PlanEntry) =>
    isGhost || isDead ? 'helper' : names.get(pid) || `task ${pid}`;
  return executePlan(kernel, entries, placement, nameOf, trace);
}

/** Tables alone are enough for the tool: its tasks wait in the kernel, which then finds no state for them. */
function refuseMissingState({ tasks }: Checkpoint, said: readonly Diagnostic[]): void {
  const missing = said.find(({ code }) => code === 'missing-task-state');
  if (missing === undefined) return;
  throw new RestartStop('restart-stream', 'EINVAL', missing.message, {
    offset: missing.at?.offset ?? tasks[0]?.at ?? 0,
    path: 'tree',
  });
}

function firstTask({ tasks }: Execution) {
  const [first] = tasks.values();
  if (first === undefined) throw new Error('no task was made');
  return first;
}

/** What stands there differs from the image where the tool's plan loses a child, or helpers leave something behind. */
function* differences(checkpoint: Checkpoint, execution: Execution): Generator<Diagnostic> {
  const made = numbersOf(checkpoint, execution);
  const groups = new Map(checkpoint.tasks.map(({ pid, tgid }) => [pid, tgid]));
  for (const task of checkpoint.tasks) {
    const found = made.get(task.pid);
    const at = { offset: task.at, path: 'tree' };
    if (found === undefined || task.pid !== task.tgid || task === checkpoint.tasks[0]) continue;
    const parent = groups.get(task.realParentPid) ?? task.realParentPid;
    if (found.ppid !== parent) {
      const message = `task ${task.pid} gets the parent ${found.ppid} instead of ${parent}`;
      yield linuxCrRestoreDiagnostic('restart-parent-differs', message, at);
    }
    if (task.sid !== 0 && found.sid !== task.sid) {
      const message = `task ${task.pid} gets the session ${found.sid} instead of ${task.sid}`;
      yield linuxCrRestoreDiagnostic('restart-session-differs', message, at);
    }
  }
}

function numbersOf({ tasks }: Checkpoint, { tasks: created, namespace }: Execution) {
  const byPid = new Map([...created].map(([entry, task]) => [entry.pid, task]));
  return new Map(
    tasks.flatMap(({ pid }) => {
      const process = byPid.get(pid)?.process;
      if (process === undefined || process.state === 'reaped') return [];
      const parent = process.parent?.process.leader.pid;
      const ppid = parent === undefined ? 0 : numberIn(parent, namespace);
      return [
        [
          pid,
          {
            ppid,
            pgid: numberIn(process.group, namespace),
            sid: numberIn(process.session, namespace),
          },
        ] as const,
      ];
    }),
  );
}

/** Numbers out of the simulated kernel; names, users and states as the stream has them. */
function processRows(checkpoint: Checkpoint, execution: Execution): readonly PsProcess[] {
  const made = numbersOf(checkpoint, execution);
  return psJson(checkpoint).processes.flatMap((row) => {
    const found = made.get(row.pid);
    // A restart makes tasks anew: they start when it runs.
    return found === undefined ? [] : [{ ...row, ...found, startTimeNs: null }];
  });
}
