/** Levels of pid namespaces along the tree. Which numbers are used is not looked at. */
import { headOf } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

/** A child is in its parent's namespace, or in one directly below it (CLONE_NEWPID, setns). */
// Holds for CRIU, too: it stores one level, that of the tree.
export const pidLevels: CheckpointRule = function* ({ checkpoint, taskByPid }) {
  for (const process of checkpoint.processes) {
    const task = headOf(process);
    const parent = taskByPid.get(task.realParentPid);
    if (parent === undefined || parent === task) continue;
    const deeper = task.pids.length - parent.pids.length;
    if (deeper === 0 || deeper === 1) continue;
    const levels = `${task.pids.length} levels, its parent at ${parent.pids.length}`;
    const message = `${task.comm} has pids at ${levels}`;
    yield checkpointDiagnostic('pid-levels', message, taskPlace(task));
  }
};
