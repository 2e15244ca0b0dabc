/**
 * Duplicate pids. Numbers are compared within one pid namespace: at inner levels only among tasks below
 * the same init, because siblings may use the same numbers.
 */
import type { Task } from '../../model/checkpoint.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, taskPlace } from './rule.ts';

/** kernel/pid.c alloc_pid: a number belongs to one pid object in each namespace. */
// Holds for every kind of dump: a session or group may have the number of nobody, never that of two tasks.
export const pidUnique: CheckpointRule = function* ({ checkpoint, taskByPid }) {
  const holders = new Map<string, Task>();
  for (const task of checkpoint.tasks) {
    for (const [level, pid] of task.pids.entries()) {
      const key = `${namespaceOf(task, level, taskByPid)} ${pid}`;
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, task);
      else {
        const message = `pid ${pid} at level ${level}: ${task.comm} and ${holder.comm} both have it`;
        yield checkpointDiagnostic('duplicate-pid', message, taskPlace(task));
      }
    }
  }
};

/** Names the namespace of that level by the outermost pid of its init; levels deeper than a tree end. */
function namespaceOf(task: Task, level: number, taskByPid: ReadonlyMap<number, Task>): string {
  if (level === 0) return '0';
  const visited = new Set<Task>();
  for (let ancestor: Task | undefined = task; ancestor !== undefined && !visited.has(ancestor); ) {
    if (ancestor.pids.length === level + 1 && ancestor.pids[level] === 1) return `${level} ${ancestor.pid}`;
    visited.add(ancestor);
    ancestor = taskByPid.get(ancestor.realParentPid);
  }
  return `${level}`;
}
