/**
 * The world that a trace was recorded in: fresh pid and IPC namespaces below some outer levels that the
 * trace does not show, and the names that it gives to tasks in the order of their creation.
 */

import {
  activePidNamespace,
  type IpcLimits,
  isRefusal,
  Kernel,
  type KernelProfile,
  type PidNamespace,
  setIpcLimits,
  type Task,
} from '../kernel/index.ts';
import { field, type JsonObject, MalformedLine, numberField, textField } from './trace-line.ts';

export interface TraceWorld {
  readonly kernel: Kernel;
  /** Level 1 of the trace: all numbers in state lines are seen from here. */
  readonly viewer: PidNamespace;
  /** By name, in the order of creation; dead ones stay. */
  readonly tasks: Map<string, Task>;
}

/** Limits that a header may carry, under the same names in trace and kernel. */
const limitNames = [
  'shmmni',
  'msgmni',
  'semmni',
  'msgmnb',
  'msgmax',
] as const satisfies readonly (keyof IpcLimits)[];

/** Builds the world that the header describes; throws MalformedLine when it is no header. */
export function openTraceWorld(header: JsonObject, profile: KernelProfile): TraceWorld {
  if (field(header, 'trace') !== 1) throw new MalformedLine('the first line must be a header with "trace":1');
  const outerLevels = numberField(header, 'outer_levels', { low: 1, high: profile.pid.nestingLimit });
  const kernel = new Kernel(profile, 'outside');
  // What happens outside must not run out of numbers before the recorded namespaces do.
  const { maxLimit, maxMinimum } = profile.pid;
  kernel.pidNamespace.limit.max = maxLimit;
  let outside = kernel.init;
  for (let level = 1; level < outerLevels; level += 1) outside = nested(kernel, outside, 'outside');
  const root = nested(kernel, outside, 'p0');
  const viewer = activePidNamespace(root);
  const range = { low: maxMinimum, high: maxLimit };
  if (field(header, 'pid_max') !== undefined) viewer.limit.max = numberField(header, 'pid_max', range);
  setIpcLimits(root.ipcNamespace, headerLimits(header));
  return { kernel, viewer, tasks: new Map([['p0', root]]) };
}

function nested(kernel: Kernel, parent: Task, name: string): Task {
  const child = kernel.clone(parent, { flags: ['newpid', 'newipc'], name });
  if (isRefusal(child)) throw new MalformedLine(`"outer_levels": ${child.reason}`);
  return child;
}

function headerLimits(header: JsonObject): Partial<IpcLimits> {
  const present = limitNames.filter((name) => field(header, name) !== undefined);
  return Object.fromEntries(present.map((name) => [name, numberField(header, name, { low: 0 })]));
}

/** The task that a line names; it must exist and not be dead. */
export function actor(world: TraceWorld, line: JsonObject): Task {
  const name = textField(line, 'by');
  const task = world.tasks.get(name);
  if (task === undefined) throw new MalformedLine(`there is no task "${name}"`);
  if (!task.isAlive) throw new MalformedLine(`"${name}" is dead`);
  return task;
}

/** The name of the next task that is created. */
export function nextName(world: TraceWorld): string {
  return `p${world.tasks.size}`;
}
