/**
 * The tree of tasks: kernel/cpt/rst_process.c make_baby and rst_clone_children. Each task makes its
 * children depth first in the order of the image, after it has restored itself; an explicit stack stands
 * for the recursion.
 */
import { veFeature } from '../../../parse/generated/cpt-records.ts';
import { type CloneFlag, exitStatusOf, hasThreads, isRefusal, type Task } from '../../kernel/index.ts';
import { nullPosition } from './image-reader.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { crash, refuse } from './stop.ts';

interface Frame {
  readonly entry: TaskEntry;
  readonly children: readonly TaskEntry[];
  index: number;
}

const noChildren: readonly TaskEntry[] = [];
/** EXIT_ZOMBIE and EXIT_DEAD. */
const exitedStates = 48;

/**
 * Makes the first task and, through it, all that it creates. Without a task nothing happens, and no
 * error.
 */
export function restoreTree(restore: Restore): void {
  const { first } = restore;
  if (first === undefined) return;
  makeFirst(restore, first);
  const stack: Frame[] = [enter(restore, first)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = top.children[top.index];
    top.index += 1;
    if (child === undefined) {
      stack.pop();
      leave(restore, top.entry);
    } else if (child !== top.entry) {
      cloneChild(restore, top.entry, child);
      stack.push(enter(restore, child));
    }
  }
}

function makeFirst(restore: Restore, entry: TaskEntry): void {
  const { kernel, line, reader } = restore;
  reader.place = entry;
  if (entry.image.pid !== 1) {
    // No check anywhere: the task is made on the host, and there is no container for the others to live
    // in.
    const message = `the first task of the image has pid ${entry.image.pid}: no container is made`;
    restore.say('no-container', entry.offset, message);
    const task = kernel.clone(kernel.init, { name: entry.image.comm });
    entry.task = task as Task;
    return;
  }
  const task = kernel.clone(kernel.init, { flags: ['newpid', 'newipc'], name: entry.image.comm });
  entry.task = task as Task;
  // real_env_create: the first process leads a group and a session of the container.
  for (const kind of ['group', 'session'] as const) {
    kernel.joinUnchecked(entry.task.process, kind, entry.task.pid);
  }
  restore.did('create-container', undefined, entry.offset, { pid: 1 });
  const features = featuresOf(restore);
  for (const { pid, name } of line.kernelThreads(features)) {
    kernel.holdNumber(restore.pidNamespace, pid, `kernel thread ${name}`);
    restore.did('kernel-thread', undefined, 0, { pid, name });
  }
  for (const phase of line.container) phase(restore);
  reader.place = entry;
}

const featuresOf = ({ header }: Restore): bigint =>
  (BigInt(header!.veFeatures2) << 32n) | BigInt(header!.veFeatures);

/** Whether NFS is among the features: its daemons run as kernel threads of the container. */
export const hasNfs = (features: bigint): boolean => (features & BigInt(veFeature.nfs)) !== 0n;

function enter(restore: Restore, entry: TaskEntry): Frame {
  restore.reader.place = entry;
  for (const phase of restore.line.beforeChildren) phase(restore, entry);
  return { entry, children: restore.children.get(entry.image.pid) ?? noChildren, index: 0 };
}

function leave(restore: Restore, entry: TaskEntry): void {
  const { reader, line, kernel } = restore;
  reader.place = entry;
  for (const phase of line.afterChildren) phase(restore, entry);
  if (entry === restore.first && entry.image.pid === 1) {
    for (const phase of line.finish) phase(restore);
  }
  reader.place = entry;
  if ((entry.image.state & exitedStates) === 0) return;
  const { process } = entry.task!;
  if (hasThreads(process)) kernel.exitThread(entry.task!);
  else kernel.exit(process, exitStatusOf(entry.image.exitCode));
  restore.did('exit', entry, entry.offset, { status: entry.image.exitCode | 0 });
}

interface Sharing {
  readonly memory: boolean;
  readonly sighand: boolean;
  readonly thread: boolean;
}

function cloneChild(restore: Restore, creator: TaskEntry, child: TaskEntry): void {
  restore.reader.place = child;
  const sharing = sharingOf(restore, child);
  checkSharing(restore, creator, child, sharing);
  const flags: CloneFlag[] = sharing.thread ? ['thread'] : sharing.memory ? ['vm'] : [];
  const { pid, comm } = child.image;
  checkNumber(restore, child);
  const task = restore.kernel.cloneFixed(creator.task!, { flags, name: comm }, pid);
  if (isRefusal(task)) {
    if (task.fatal) crash('pid-out-of-range', restore.at(child.offset), task.reason);
    if (task.errno === 'EINVAL') {
      refuse('pid-out-of-range', 'EINVAL', restore.at(child.offset), task.reason);
    }
    const holder = task.culprit === undefined ? '' : ` by ${task.culprit}`;
    const message = `pid ${pid} is taken${holder}`;
    const help =
      'Two tasks of an image, or a task and a kernel thread of the container, cannot have one pid.';
    refuse('pid-taken', task.errno, restore.at(child.offset), message, help);
  }
  child.task = task;
  child.memory = sharing.memory ? creator.memory : undefined;
  child.sighand = sharing.sighand ? creator.sighand : undefined;
  child.signal = sharing.thread ? creator.signal : undefined;
  restore.did('clone', creator, child.offset, { pid, flags: flags.join(' ') });
}

/** Whatever is known already is shared; NULL64 shares what is dropped at once. */
function sharingOf(restore: Restore, { image }: TaskEntry): Sharing {
  return {
    memory: image.mm === nullPosition || restore.memories.has(image.mm),
    sighand: image.sighand === nullPosition || restore.sighands.has(image.sighand),
    thread: restore.signals.has(image.signal),
  };
}

function checkSharing(restore: Restore, creator: TaskEntry, child: TaskEntry, sharing: Sharing): void {
  const { image, offset } = child;
  if (sharing.thread && image.rppid !== creator.image.pid) {
    const sharesMemory = sharing.memory || creator.image.mm === nullPosition;
    if (image.signal !== creator.image.signal || !sharing.sighand || !sharesMemory) {
      const message = `thread ${image.pid} does not share all with its creator ${creator.image.pid}`;
      refuse('thread-parent', 'EINVAL', restore.at(offset), message);
    }
    if (!restore.line.task.siblingsOfInit && creator === restore.first) {
      refuse(
        'thread-parent',
        'EINVAL',
        restore.at(offset),
        `thread ${image.pid} of init has another parent than init`,
      );
    }
  }
  // kernel/fork.c copy_process: threads share handlers, and whoever shares handlers shares memory.
  if ((sharing.thread && !sharing.sighand) || (sharing.sighand && !sharing.memory)) {
    const what =
      sharing.thread && !sharing.sighand ? 'a signal struct without' : 'signal handlers without memory of';
    const message = `task ${image.pid} is to share ${what} its creator ${creator.image.pid}`;
    refuse('clone-flags', 'EINVAL', restore.at(offset), message);
  }
}

/** Observed on 2.6.18: a negative pid comes back from the clone as if it were an error. */
function checkNumber(restore: Restore, { image, offset }: TaskEntry): void {
  const { virtualBit } = restore.line.task;
  if (image.pid >= 0 || virtualBit === undefined) return;
  refuse('pid-out-of-range', 'EIO', restore.at(offset), `pid ${image.pid} is negative`);
}
