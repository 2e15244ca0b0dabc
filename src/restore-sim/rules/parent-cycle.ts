/** Cycles of parents. Missing parents are found by another rule and end a walk here. */
import type { Process } from '../../model/checkpoint.ts';
import { headOf } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointFacts, type CheckpointRule, taskPlace } from './rule.ts';

/** Following parents from any process ends at the root; every cycle is reported once. */
// Holds for every kind of dump.
export const parentCycle: CheckpointRule = function* (facts) {
  const settled = new Set<Process>();
  const root = facts.processByPid.get(1) ?? facts.checkpoint.processes[0];
  if (root !== undefined) settled.add(root);
  for (const start of facts.checkpoint.processes) {
    const path = new Set<Process>();
    let process: Process | undefined = start;
    while (process !== undefined && !settled.has(process) && !path.has(process)) {
      path.add(process);
      process = parentOf(facts, process);
    }
    if (process !== undefined && path.has(process)) {
      const task = headOf(process);
      const message = `${task.comm} (${process.pid}) is its own ancestor`;
      yield checkpointDiagnostic('parent-cycle', message, taskPlace(task));
    }
    for (const member of path) settled.add(member);
  }
};

function parentOf({ taskByPid, processByPid }: CheckpointFacts, process: Process): Process | undefined {
  const parent = taskByPid.get(headOf(process).realParentPid);
  return parent && processByPid.get(parent.tgid);
}
