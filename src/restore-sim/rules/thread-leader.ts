/** Threads without a leader. */
import { headOf } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

/** A dead leader stays as a zombie until its last thread is gone, so there always is one. */
// Holds for every release: CRIU lists threads with their leader.
export const threadLeader: CheckpointRule = function* ({ checkpoint, taskByPid }) {
  for (const process of checkpoint.processes) {
    if (process.leader !== undefined) {
      const lost = process.tasks.find(
        ({ leaderPid }) => leaderPid !== undefined && !taskByPid.has(leaderPid),
      );
      if (lost === undefined) continue;
      const who = `thread ${lost.pid} of ${lost.comm}`;
      const message = `${who} names the leader ${lost.leaderPid}, which is not there`;
      yield checkpointDiagnostic('thread-without-leader', message, taskPlace(lost));
      continue;
    }
    const task = headOf(process);
    const who = `thread ${task.pid} (${task.comm})`;
    const message = `${who} is in thread group ${process.pid}, which has no leader`;
    yield checkpointDiagnostic('thread-without-leader', message, taskPlace(task));
  }
};
