/** Process groups that span sessions. Leaders that are gone are no fault. */
import type { Task } from '../../model/checkpoint.ts';
import { headOf } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, called, taskPlace } from './rule.ts';

/** kernel/sys.c setpgid: only groups of the caller's own session can be joined. One finding per group. */
// Holds for shell jobs, too: their group and session are outside together.
export const groupSession: CheckpointRule = function* ({ checkpoint }) {
  const first = new Map<number, Task>();
  const told = new Set<number>();
  for (const process of checkpoint.processes) {
    const task = headOf(process);
    const other = first.get(task.pgid);
    if (other === undefined) first.set(task.pgid, task);
    // Group 0 is any number of groups outside.
    if (other === undefined || other.sid === task.sid || task.pgid === 0 || told.has(task.pgid)) continue;
    told.add(task.pgid);
    const message =
      `group ${task.pgid} has ${other.comm} (${other.pid}) in session ${other.sid} ` +
      `and ${called(task)} in session ${task.sid}`;
    yield checkpointDiagnostic('group-across-sessions', message, taskPlace(task));
  }
};
