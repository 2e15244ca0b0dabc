/** What threads of one process cannot differ in. Undo lists and files may differ (raw clone calls). */
import type { Task } from '../../model/checkpoint.ts';
import { isDead } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

/** kernel/fork.c copy_process: CLONE_THREAD needs CLONE_SIGHAND, which needs CLONE_VM. */
const shared = ['signal', 'sighand', 'memory', 'pgid', 'sid'] as const satisfies readonly (keyof Task)[];

// Holds for every release; threads of CRIU images have one record of what they share.
export const threadShared: CheckpointRule = function* ({ checkpoint }) {
  for (const { leader, tasks } of checkpoint.processes) {
    if (leader === undefined) continue;
    for (const task of tasks) {
      // A dead thread or leader has given up its memory.
      if (task === leader || isDead(task)) continue;
      const field = shared.find(
        (name) => task[name] !== leader[name] && !(name === 'memory' && isDead(leader)),
      );
      if (field === undefined) continue;
      const whose = `its leader ${leader.comm} (${leader.pid})`;
      const message = `thread ${task.pid} has another ${field} than ${whose}`;
      yield checkpointDiagnostic('thread-contradiction', message, taskPlace(task));
    }
  }
};
