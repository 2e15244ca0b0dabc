/** Parents that are not in the checkpoint. Who may be whose parent is another question. */
import { headOf } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

/** Everybody but the first process of the tree has a parent in it: orphans belong to init. */
// Holds for part of a host: only the root of the tree has its parent outside.
export const parentExists: CheckpointRule = function* ({ checkpoint, taskByPid }) {
  const root = checkpoint.processes.find(({ pid }) => pid === 1) ?? checkpoint.processes[0];
  for (const process of checkpoint.processes) {
    const task = headOf(process);
    if (process === root || taskByPid.has(task.realParentPid)) continue;
    const message = `${task.comm} (${process.pid}) has the parent ${task.realParentPid}, which is not there`;
    yield checkpointDiagnostic('missing-parent', message, taskPlace(task));
  }
};
