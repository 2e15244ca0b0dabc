/** Cycles of parents. Missing parents are found by another rule and end a walk here. */
import type { Process } from '../../model/checkpoint.ts';
import { ruleDiagnostic } from './codes.ts';
import { headOf, type Rule, type RuleFacts, taskPlace } from './rule.ts';

/** Following parents from any process ends at the root; every cycle is reported once. */
// Holds for every kind of dump.
export const parentCycle: Rule = function* (facts) {
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
      yield ruleDiagnostic('parent-cycle', message, taskPlace(task));
    }
    for (const member of path) settled.add(member);
  }
};

function parentOf({ taskByPid, processByPid }: RuleFacts, process: Process): Process | undefined {
  const parent = taskByPid.get(headOf(process).realParentPid);
  return parent === undefined ? undefined : processByPid.get(parent.tgid);
}
