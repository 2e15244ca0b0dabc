/** How a process can have come into its session. Groups are not looked at. */
import type { Task } from '../../model/checkpoint.ts';
import { headOf } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, called, taskPlace } from './rule.ts';

/**
 * kernel/sys.c: a session changes by setsid only, to the own pid and once. So a process is in its own
 * session or in the one that its parent was in at the fork. Children of whoever adopts orphans may come from
 * anywhere: an init, a subreaper (prctl(2), as shims and supervisors are), and the root of a dumped tree.
 */
// Holds for shell jobs, too: the session from outside is that of the root and of who was born in it.
export const sessionReachable: CheckpointRule = function* ({ checkpoint, taskByPid }) {
  for (const process of checkpoint.processes) {
    const task = headOf(process);
    const parent = taskByPid.get(task.realParentPid);
    if (parent === undefined || task.sid === task.pid || adopts(parent, checkpoint.tasks[0])) continue;
    // A parent that leads a session had another one before, which nothing else tells.
    if (task.sid === parent.sid || parent.sid === parent.tgid) continue;
    const message =
      `${called(task)} is in session ${task.sid}, but its parent ` +
      `${parent.comm} (${parent.tgid}) has always been in session ${parent.sid}`;
    yield checkpointDiagnostic('session-unreachable', message, taskPlace(task));
  }
};

const adopts = (task: Task, root: Task | undefined): boolean =>
  task.pids.at(-1) === 1 || task === root || task.isChildSubreaper === true;
