/** States of tasks, and what dead ones cannot have. */
import { ruleDiagnostic } from './codes.ts';
import { headOf, isDead, type Rule, taskPlace } from './rule.ts';

// Holds for every release: CRIU knows alive, dead and stopped.
export const taskState: Rule = function* ({ checkpoint }) {
  for (const task of checkpoint.tasks) {
    if (task.state !== '?') continue;
    const message = `${task.comm} (${task.pid}) has the state ${task.stateCode}, which no kernel has`;
    yield ruleDiagnostic('unknown-task-state', message, taskPlace(task));
  }
};

/** kernel/exit.c forget_original_parent: the last thread that dies hands all children to init. */
export const zombieChildren: Rule = function* ({ checkpoint, taskByPid, processByPid }) {
  for (const process of checkpoint.processes) {
    const task = headOf(process);
    const parentTask = taskByPid.get(task.realParentPid);
    const parent = parentTask === undefined ? undefined : processByPid.get(parentTask.tgid);
    if (parent === undefined || parent === process || !parent.tasks.every(isDead)) continue;
    const whose = `${headOf(parent).comm} (${parent.pid})`;
    const message = `${task.comm} (${process.pid}) is a child of ${whose}, which is dead`;
    yield ruleDiagnostic('zombie-with-children', message, taskPlace(task));
  }
};
