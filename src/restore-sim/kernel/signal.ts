/**
 * kill(2) with signal 0 (does it exist?) and 9. Permissions, handlers and all other signals are not
 * simulated.
 */

import { type Refusal, refuse } from './errno.ts';
import { exitProcess } from './exit.ts';
import { membersOf, numberIn } from './pid.ts';
import { activePidNamespace, isNamespaceInit, type Process, type Task } from './process.ts';

export type Signal = 0 | 9;

/** Targets as in kill(2): a number, 0 for the own group, -1 for everybody else, -n for group n. */
export function kill(task: Task, target: number, signal: Signal): Refusal | undefined {
  const processes = targets(task, target);
  if (processes.length === 0) return refuse('ESRCH', `no process ${target}`);
  if (signal === 0) return undefined;
  for (const process of processes) {
    if (!isImmune(process, task)) exitProcess(process, { signal });
  }
  return undefined;
}

function targets(task: Task, target: number): readonly Process[] {
  const namespace = activePidNamespace(task);
  if (target > 0) {
    const found = namespace.find(target)?.task;
    return found === undefined ? [] : [found.process];
  }
  if (target === -1) {
    const processes = namespace.inNumberOrder().flatMap(({ task: found }) => {
      return found !== undefined && found === found.process.leader ? [found.process] : [];
    });
    return processes.filter((process) => process !== namespace.init && process !== task.process);
  }
  const group = target === 0 ? task.process.group : namespace.find(-target);
  return group === undefined ? [] : [...membersOf.group.of(group)];
}

/** kernel/signal.c: an init ignores SIGKILL from those it can see, not from ancestor namespaces. */
function isImmune(target: Process, sender: Task): boolean {
  const home = activePidNamespace(target.leader);
  return isNamespaceInit(target) && numberIn(sender.pid, home) !== 0;
}
