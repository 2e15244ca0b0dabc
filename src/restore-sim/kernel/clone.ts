/**
 * Creation of tasks (kernel/fork.c copy_process): flag checks, what is shared and what is new. Which pid
 * numbers the child gets is decided by the request, if any, and `pid-allocation.ts`.
 */

import { copyAddressSpace, newAddressSpace } from './address-space.ts';
import { type Credentials, capable, credentialsInNewUserNamespace } from './credentials.ts';
import { isRefusal, type Refusal, refuse } from './errno.ts';
import { IpcNamespace } from './ipc-namespace.ts';
import { innermostNumber, membersOf, type Pid } from './pid.ts';
import { allocatePid, type PidRequest } from './pid-allocation.ts';
import { PidNamespace } from './pid-namespace.ts';
import {
  activePidNamespace,
  isNamespaceInit,
  type Process,
  setParent,
  type Task,
  threadsOf,
} from './process.ts';
import { newUndoList } from './semaphore-undo.ts';
import { touchAttachments } from './shared-memory.ts';

/**
 * `thread`: same process, shared memory; `parent`: a sibling of the caller (CLONE_PARENT); `vm`: shared
 * memory only; `sysvsem`: shared semaphore undo values; the others make new namespaces.
 */
export type CloneFlag = 'thread' | 'parent' | 'vm' | 'sysvsem' | 'newpid' | 'newuser' | 'newipc';

export interface CloneOptions {
  readonly flags?: readonly CloneFlag[];
  /** What refusals and snapshots call the process; ignored for threads. */
  readonly name?: string;
}

/**
 * Makes the child, or says why not. A refused fork may leave traces, as in the real kernel: cursors of pid
 * namespaces stay moved, and the caller is the last user of its shared memory segments.
 */
export function cloneTask(
  task: Task,
  { flags = [], name }: CloneOptions,
  request?: PidRequest,
): Task | Refusal {
  const has = (flag: CloneFlag) => flags.includes(flag);
  const refusal = flagRefusal(task, has);
  if (refusal !== undefined) return refusal;
  const sharesMemory = has('thread') || has('vm');
  const credentials = has('newuser') ? credentialsInNewUserNamespace(task.credentials) : task.credentials;
  const namespace = has('newpid') ? newPidNamespace(task, credentials) : task.pidNamespaceForChildren;
  const pid = isRefusal(namespace) ? namespace : allocatePid(namespace, request);
  if (isRefusal(pid)) {
    // The memory map is copied before the pid is allocated and dropped afterwards: ipc/shm.c shm_open and
    // shm_close leave the caller as last user of every attached segment, although the fork failed.
    if (!sharesMemory)
      touchAttachments(task.process.addressSpace.attachments.keys(), task.process.leader.pid);
    return pid;
  }
  const ipcNamespace = has('newipc')
    ? new IpcNamespace(task.ipcNamespace.profile, credentials.userNamespace)
    : task.ipcNamespace;
  const origin = { creator: task, pid, credentials, ipcNamespace, sharesMemory };
  const child = has('thread')
    ? newThread(origin)
    : newProcess(origin, name ?? `pid ${innermostNumber(pid)}`, has('parent'));
  if (has('sysvsem')) {
    task.undo ??= newUndoList();
    task.undo.users += 1;
    child.undo = task.undo;
  }
  return child;
}

/** A first process that nobody made: the kernel's own init. */
export function firstTask(
  pid: Pid,
  credentials: Credentials,
  ipcNamespace: IpcNamespace,
  name: string,
): Task {
  const origin = { creator: undefined, pid, credentials, ipcNamespace, sharesMemory: false };
  return newProcess(origin, name, false);
}

function flagRefusal(task: Task, has: (flag: CloneFlag) => boolean): Refusal | undefined {
  // A sibling of an init would be a process of its namespace whose parent lives outside.
  if (has('parent') && isNamespaceInit(task.process)) {
    return refuse('EINVAL', `CLONE_PARENT by ${task.process.name}, the init of its pid namespace`);
  }
  if (has('thread') && (has('newpid') || has('newuser'))) {
    return refuse('EINVAL', 'a thread cannot be in other namespaces than its process');
  }
  if (has('thread') && task.pidNamespaceForChildren !== activePidNamespace(task)) {
    return refuse('EINVAL', `${task.process.name} has unshared its pid namespace: no more threads`);
  }
  return undefined;
}

/** kernel/pid_namespace.c create_pid_namespace: EPERM, EINVAL after an unshare, ENOSPC when too deep. */
export function newPidNamespace(task: Task, credentials: Credentials): PidNamespace | Refusal {
  const parent = task.pidNamespaceForChildren;
  const { profile } = parent;
  if (!capable(credentials, credentials.userNamespace, 'sys-admin')) {
    return refuse('EPERM', 'a new pid namespace needs CAP_SYS_ADMIN');
  }
  if (parent !== activePidNamespace(task)) {
    return refuse('EINVAL', `${task.process.name} has unshared its pid namespace already`);
  }
  if (parent.level + 1 > profile.pid.nestingLimit) {
    return refuse('ENOSPC', `pid namespaces nest at most ${profile.pid.nestingLimit} deep`);
  }
  const limit = profile.pid.maxScope === 'namespace' ? { max: profile.pid.maxLimit } : parent.limit;
  return new PidNamespace({ profile, userNamespace: credentials.userNamespace, parent, limit });
}

interface Origin {
  readonly creator: Task | undefined;
  readonly pid: Pid;
  readonly credentials: Credentials;
  readonly ipcNamespace: IpcNamespace;
  readonly sharesMemory: boolean;
}

function newTask({ pid, credentials, ipcNamespace }: Origin, process: Process): Task {
  const task: Task = {
    pid,
    process,
    firstChild: undefined,
    lastChild: undefined,
    credentials,
    ipcNamespace,
    pidNamespaceForChildren: pid.namespace,
    undo: undefined,
    nextId: undefined,
    isAlive: true,
    nextThread: undefined,
    previousThread: undefined,
  };
  pid.task = task;
  threadsOf.append(process, task);
  process.addressSpace.users += 1;
  return task;
}

function newThread(origin: Origin): Task {
  return newTask(origin, origin.creator!.process);
}

function newProcess(origin: Origin, name: string, isSibling: boolean): Task {
  const { creator, pid } = origin;
  // All fields at once, those that come below included: one that is added later is kept outside of the object.
  const process = {
    name,
    leader: undefined as unknown as Task,
    firstThread: undefined,
    lastThread: undefined,
    state: 'alive',
    status: undefined,
    parent: undefined,
    nextSibling: undefined,
    previousSibling: undefined,
    group: creator?.process.group ?? pid,
    nextOfGroup: undefined,
    previousOfGroup: undefined,
    session: creator?.process.session ?? pid,
    nextOfSession: undefined,
    previousOfSession: undefined,
    leadsSession: false,
    addressSpace: childAddressSpace(origin),
  } as Mutable<Process>;
  process.leader = newTask(origin, process);
  membersOf.group.append(process.group, process);
  membersOf.session.append(process.session, process);
  setParent(process, isSibling ? creator!.process.parent : creator);
  const namespace = activePidNamespace(process.leader);
  // Not by number: the next_id patch could give the first process any number from 300 on.
  if (namespace.init === undefined) namespace.init = process;
  return process.leader;
}

function childAddressSpace({ creator, sharesMemory }: Origin) {
  if (creator === undefined) return newAddressSpace();
  const { addressSpace, leader } = creator.process;
  return sharesMemory ? addressSpace : copyAddressSpace(addressSpace, leader.pid);
}

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
