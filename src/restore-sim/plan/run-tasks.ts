/** What steps on processes do to the simulated kernel: births, sessions, groups, deaths. */
import {
  activePidNamespace,
  exitStatusOf,
  innermostNumber,
  isRefusal,
  numberIn,
  numbersFrom,
  populate,
  type Refusal,
  type Task,
} from '../kernel/index.ts';
import { noActor, type Outcome, type RunState, type Trouble } from './run-state.ts';
import type {
  CredentialsStep,
  ExitStep,
  ForkStep,
  HoldStep,
  JoinStep,
  SetpgidStep,
  SetsidStep,
  ThreadStep,
  WaitStep,
} from './step.ts';
import { beyondPidMax, pidTaken, pidTrouble, plainTrouble, type WantedPid } from './trouble.ts';

type CloneStep = ForkStep | ThreadStep;

export function runClone(state: RunState, task: Task, step: CloneStep): Outcome {
  if (step.phase === 'container') state.owner = step.child;
  if (state.isRequestLost) {
    state.isRequestLost = false;
    return 'skipped';
  }
  const name = nameOf(step);
  const child = clone(state, task, step);
  if (isRefusal(child)) return pidTrouble(child, wantedPids(task, step), name);
  const wrong = mismatch(child, step, name);
  if (wrong !== undefined) {
    // The restorer compares, and gives a process with the wrong number up again.
    if (step.op === 'fork') {
      state.kernel.exit(child.process);
      state.kernel.reap(child.process);
    } else state.kernel.exitThread(child);
    return wrong;
  }
  // The first of two that claim one number is the one that others mean.
  if (!state.tasks.has(step.child)) state.tasks.set(step.child, child);
  if (step.phase === 'container') {
    state.viewer = activePidNamespace(child);
    if (state.prepared !== undefined) populate(child, state.prepared);
  }
  return undefined;
}

const nameOf = (step: CloneStep): string =>
  step.op === 'fork' ? step.name : `thread ${step.pids[0]} of task ${step.by}`;

function clone({ kernel }: RunState, task: Task, step: CloneStep): Task | Refusal {
  const { flags, setTid, eclone, fixed } = step;
  const options = step.op === 'fork' ? { flags, name: step.name } : { flags };
  if (eclone !== undefined) return kernel.eclone(task, options, { pids: eclone });
  if (fixed !== undefined) return kernel.cloneFixed(task, options, fixed);
  return kernel.clone(task, options, setTid);
}

/** Innermost first; the innermost namespace of a child that opens one does not exist yet. */
function wantedPids(task: Task, { pids, flags }: CloneStep): readonly WantedPid[] {
  const wanted: WantedPid[] = [];
  const known = flags.includes('newpid') ? pids.slice(0, -1) : pids;
  let namespace: typeof task.pidNamespaceForChildren | undefined = task.pidNamespaceForChildren;
  for (let index = known.length - 1; index >= 0 && namespace !== undefined; index -= 1) {
    wanted.push({ namespace, number: known[index]! });
    namespace = namespace.parent;
  }
  return wanted;
}

/** ns_last_pid asks for nothing: a taken number is skipped, and CRIU reports EEXIST when it notices. */
function mismatch(child: Task, step: CloneStep, name: string): Trouble | undefined {
  const { numbers, namespace: innermost } = child.pid;
  const { pids } = step;
  // Of levels that this kernel has not made there is nothing to compare: a damaged image names as many as it likes.
  for (let back = 0; back < pids.length && back <= innermost.level; back += 1) {
    const wanted = pids[pids.length - 1 - back]!;
    const level = innermost.level - back;
    const [namespace, number] = [innermost.levels[level]!, numbers[level]!];
    if (number === wanted) continue;
    if (wanted >= namespace.limit.max) return beyondPidMax({ namespace, number: wanted }, name, 'EEXIST');
    const holder = namespace.find(wanted);
    const culprit =
      holder === undefined ? 'nobody' : (holder.placeholder ?? holder.task?.process.name ?? 'a group');
    if (holder !== undefined) return pidTaken(wanted, culprit, name, 'EEXIST');
    return {
      code: 'no-mechanism',
      errno: 'EEXIST',
      message: `${name} got pid ${number} instead of ${wanted}, which this kernel cannot be asked for`,
      help: 'choose a kernel that can be asked for pids; --list shows them',
    };
  }
  return undefined;
}

export function runSetsid({ kernel }: RunState, task: Task, _step: SetsidStep): Outcome {
  const result = kernel.setsid(task);
  return isRefusal(result)
    ? plainTrouble('step-refused', result, `setsid by ${task.process.name}`)
    : undefined;
}

/** Groups are named by their outermost number, the call wants the one that the caller sees. */
export function runSetpgid({ kernel, viewer }: RunState, task: Task, { group }: SetpgidStep): Outcome {
  const home = activePidNamespace(task);
  const pid = viewer === home ? undefined : viewer.find(group);
  const number = pid === undefined ? group : numberIn(pid, home);
  const refusal = kernel.setpgid(task, 0, number);
  if (refusal === undefined) return undefined;
  const what = `setpgid(0, ${number}) by ${task.process.name}`;
  const help = 'group and session contradict each other in the checkpoint: cr-validate explains';
  return { culprit: `group ${group}`, ...plainTrouble('group-refused', refusal, what, help) };
}

export function runJoin({ kernel, viewer }: RunState, task: Task, { kind, number }: JoinStep): Outcome {
  const pid = viewer.find(number);
  if (pid === undefined) return plainTrouble('group-unreachable', noActor, `${kind} ${number}`);
  kernel.joinUnchecked(task.process, kind, pid);
  return undefined;
}

export function runHold({ kernel, viewer }: RunState, _task: Task, { number }: HoldStep): Outcome {
  const pid = kernel.holdNumber(viewer, number, 'a stand-in of the restore');
  if (isRefusal(pid)) return pidTrouble(pid, [{ namespace: viewer, number }], `group or session ${number}`);
  return undefined;
}

/** Capabilities go with uid 0, as in setuid(2); the group has no call of its own in this kernel. */
export function runCredentials({ kernel }: RunState, task: Task, { uid, gid }: CredentialsStep): Outcome {
  if (task.credentials.gid !== gid) task.credentials = { ...task.credentials, gid };
  if (task.credentials.uid !== uid) kernel.setuid(task, uid);
  return undefined;
}

export function runExit({ kernel }: RunState, task: Task, { status }: ExitStep): Outcome {
  const refusal = kernel.exit(task.process, exitStatusOf(status));
  return refusal === undefined
    ? undefined
    : plainTrouble('step-refused', refusal, `exit of ${task.process.name}`);
}

export function runExitThread({ kernel }: RunState, task: Task): Outcome {
  kernel.exitThread(task);
  return undefined;
}

export function runWait({ kernel, tasks }: RunState, task: Task, { child }: WaitStep): Outcome {
  const helper = tasks.get(child);
  if (helper === undefined) return 'skipped';
  const number = numberIn(helper.pid, activePidNamespace(task));
  const reaped = kernel.wait(task, number);
  if (isRefusal(reaped)) return plainTrouble('step-refused', reaped, `wait for ${helper.process.name}`);
  return undefined;
}

/** For traces: `pid 1204` or `pid 1204 (1, 12)` with all levels. */
export function pidText(task: Task, { viewer }: RunState): string {
  const numbers = numbersFrom(task.pid, viewer);
  return numbers.length > 1 ? `pid ${numbers.join('/')}` : `pid ${innermostNumber(task.pid)}`;
}
