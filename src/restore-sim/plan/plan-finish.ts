/** The last steps: credentials, stops, deaths, and the counter of pids. */
import type { Process } from '../../model/checkpoint.ts';
import { isMade, lose, type PlanDraft } from './draft.ts';

export function planFinish(draft: PlanDraft): void {
  const { checkpoint } = draft;
  const processes = checkpoint.processes.filter(
    ({ leader }) => leader !== undefined && isMade(draft, leader),
  );
  // Last of all that needs privileges: leaving uid 0 gives up every capability.
  for (const { tasks } of processes) {
    for (const { credentials, pid, at } of tasks) {
      if (credentials === undefined) continue;
      const { uid, gid } = credentials;
      if (uid === 0 && gid === 0) continue;
      draft.step({ op: 'credentials', phase: 'finish', by: pid, at, uid, gid });
    }
  }
  for (const { leader } of processes) {
    if (leader?.state === 'T' || leader?.state === 't') {
      draft.step({ op: 'stop', phase: 'finish', by: leader.pid, at: leader.at });
    }
    if (leader !== undefined && leader.ptrace.flags !== 0n) {
      lose(draft, 'tracing-lost', `${leader.comm} (${leader.pid}) was traced by ${leader.parentPid}`, leader);
    }
  }
  planDeaths(draft, processes);
  planCursor(draft);
  if (checkpoint.tasks.some(({ startTimeNs }) => startTimeNs !== undefined)) {
    lose(draft, 'start-time-lost', 'start times of all processes are new');
  }
}

/** A dead leader whose threads live on ends alone; its process is no zombie yet. */
function planDeaths(draft: PlanDraft, processes: readonly Process[]): void {
  for (const { leader, tasks } of processes) {
    if (leader?.state !== 'Z' && leader?.state !== 'X') continue;
    const base = { phase: 'finish', by: leader.pid, at: leader.at } as const;
    const hasThreads = tasks.some(
      (task) => task !== leader && isMade(draft, task) && task.pid !== leader.pid,
    );
    if (hasThreads) draft.step({ op: 'exit-thread', ...base });
    else draft.step({ op: 'exit', ...base, status: leader.exitCode });
  }
}

/** The counter of the namespace, so that the next ordinary fork gets the number that it would have got. */
function planCursor(draft: PlanDraft): void {
  const { container, tasks } = draft.checkpoint;
  const { idRequests, pid } = draft.profile;
  const init = tasks.find(({ pid: number }) => number === 1);
  if (draft.target === 'host' || init === undefined || !isMade(draft, init)) return;
  const write = { op: 'write', phase: 'finish', by: init.pid, at: container.at ?? 0 } as const;
  if (container.pidMax !== undefined && container.pidMax > 0 && pid.maxScope === 'namespace') {
    draft.step({ ...write, file: 'pid_max', value: String(container.pidMax) });
  }
  if (container.lastPid !== undefined && container.lastPid > 0 && idRequests.lastPidFile !== undefined) {
    draft.step({ ...write, file: 'ns_last_pid', value: String(container.lastPid) });
  }
}
