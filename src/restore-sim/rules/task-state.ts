/** States of tasks, and what dead ones cannot have. */
import { headOf, isDead } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, called, taskPlace } from './rule.ts';

// Holds for every release: CRIU knows alive, dead and stopped.
export const taskState: CheckpointRule = function* ({ checkpoint }) {
  for (const task of checkpoint.tasks) {
    if (task.state !== '?') continue;
    const message = `${called(task)} has the state ${task.stateCode}, which no kernel has`;
    yield checkpointDiagnostic('unknown-task-state', message, taskPlace(task));
  }
};

/** kernel/exit.c forget_original_parent: the last thread that dies hands all children to init. */
export const zombieChildren: CheckpointRule = function* ({ checkpoint, taskByPid, processByPid }) {
  for (const process of checkpoint.processes) {
    const task = headOf(process);
    const parentTask = taskByPid.get(task.realParentPid);
    const parent = parentTask && processByPid.get(parentTask.tgid);
    if (parent === undefined || parent === process || !parent.tasks.every(isDead)) continue;
    const whose = `${headOf(parent).comm} (${parent.pid})`;
    const message = `${task.comm} (${process.pid}) is a child of ${whose}, which is dead`;
    yield checkpointDiagnostic('zombie-with-children', message, taskPlace(task));
  }
};
