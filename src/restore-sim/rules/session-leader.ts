/** A process whose pid is somebody's session, and which does not lead it. */
import { headOf } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

/** kernel/sys.c setsid: makes session and group of the own pid; a leader can leave neither. */
// Holds for shell jobs: a session from outside has no process here, so there is none to contradict.
export const sessionLeader: CheckpointRule = function* ({ checkpoint, processByPid }) {
  const told = new Set<number>();
  for (const process of checkpoint.processes) {
    const { sid, comm } = headOf(process);
    const named = processByPid.get(sid);
    if (named === undefined || told.has(sid)) continue;
    const leader = headOf(named);
    const problem =
      leader.sid !== sid
        ? `session ${sid} of ${comm} (${process.pid}) is the pid of ${leader.comm}, in session ${leader.sid}`
        : leader.pgid !== sid
          ? `${leader.comm} leads session ${sid} but is in group ${leader.pgid}`
          : undefined;
    if (problem === undefined) continue;
    told.add(sid);
    yield checkpointDiagnostic('session-contradiction', problem, taskPlace(leader));
  }
};
