/**
 * The creation plan, run in the simulated kernel: every task forks its children that must be in the session it has,
 * makes its own session, and forks the others (user-cr restart.c, ckpt_fork_child and ckpt_make_tree). Then the kernel
 * sets groups, lets zombies die, and releases the helpers (checkpoint/restart.c).
 */
import { type CloneFlag, isRefusal, type Kernel, type PidNamespace, type Task } from '../../kernel/index.ts';
import type { Operation } from '../../report.ts';
import { childrenOf, type PlanEntry } from './plan-entry.ts';
import { RestartStop } from './stop.ts';

export interface Execution {
  readonly kernel: Kernel;
  /** Sees the numbers that the image has. */
  readonly namespace: PidNamespace;
  readonly tasks: ReadonlyMap<PlanEntry, Task>;
}

/** Where the tree is put: a new pid namespace whose init is the root task or the coordinator, or the one that is there. */
export type Placement = 'root-is-init' | 'coordinator-is-init' | 'same-namespace';

export type Trace = (operation: Operation) => void;

interface Open {
  readonly entry: PlanEntry;
  readonly task: Task;
  readonly children: readonly PlanEntry[];
  /** The first round forks what has to keep the old session. */
  isSecondRound: boolean;
  next: number;
}

export function executePlan(
  kernel: Kernel,
  entries: readonly PlanEntry[],
  placement: Placement,
  nameOf: (entry: PlanEntry) => string,
  trace: Trace,
): Execution {
  const coordinator = taskOr(kernel.clone(kernel.init, { name: 'restart' }), 0, 'restart-pid');
  const reaper =
    placement === 'coordinator-is-init'
      ? taskOr(kernel.clone(coordinator, { name: 'restart', flags: ['newpid', 'newipc'] }), 0, 'restart-pid')
      : coordinator;
  const root = entries[0] as PlanEntry;
  const isInit = placement === 'root-is-init';
  // A container's root is not asked for a number: it gets 1 in its own namespace.
  const first = kernel.eclone(
    reaper,
    {
      name: nameOf(root),
      flags: isInit ? ['newpid', 'newipc'] : placement === 'same-namespace' ? ['newipc'] : [],
    },
    { pids: isInit ? [] : [root.pid] },
  );
  const task = taskOr(first, root.pid, 'restart-pid');
  trace({ op: 'eclone', args: { pid: root.pid, flags: isInit ? 'NEWPID' : '' }, at: 0 });
  const tasks = new Map<PlanEntry, Task>([[root, task]]);
  const open: Open[] = [opened(root, task)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = nextChild(top);
    if (child === undefined) {
      if (top.isSecondRound) open.pop();
      else startSecondRound(kernel, top, trace);
      continue;
    }
    const created = fork(kernel, top, child, nameOf(child), trace);
    tasks.set(child, created);
    open.push(opened(child, created));
  }
  return { kernel, namespace: task.pidNamespaceForChildren, tasks };
}

const opened = (entry: PlanEntry, task: Task): Open => ({
  entry,
  task,
  children: childrenOf(entry),
  isSecondRound: false,
  next: 0,
});

function nextChild(open: Open): PlanEntry | undefined {
  while (open.next < open.children.length) {
    const child = open.children[open.next] as PlanEntry;
    open.next += 1;
    if (child.isSession !== open.isSecondRound) return child;
  }
  return undefined;
}

function startSecondRound(kernel: Kernel, open: Open, trace: Trace): void {
  open.isSecondRound = true;
  open.next = 0;
  const { entry, task } = open;
  if (entry.pid !== entry.sid) return;
  const answer = kernel.setsid(task);
  trace({ op: 'setsid', task: entry.pid, args: {}, at: 0 });
  if (!isRefusal(answer)) return;
  throw new RestartStop(
    'restart-session',
    answer.errno,
    `task ${entry.pid} cannot make its session: ${answer.reason}`,
  );
}

function fork(kernel: Kernel, { entry, task }: Open, child: PlanEntry, name: string, trace: Trace): Task {
  const flags: CloneFlag[] = [
    ...(child.isThread ? ['thread' as const] : []),
    ...(child.isSibling ? ['parent' as const] : []),
  ];
  const created = kernel.eclone(task, { name, flags }, { pids: [child.pid] });
  trace({ op: 'eclone', task: entry.pid, args: { pid: child.pid, flags: flags.join(' ') }, at: 0 });
  return taskOr(created, child.pid, 'restart-pid');
}

function taskOr(created: ReturnType<Kernel['clone']>, pid: number, code: 'restart-pid'): Task {
  if (!isRefusal(created)) return created;
  throw new RestartStop(code, created.errno, `no task can be made with the pid ${pid}: ${created.reason}`);
}
