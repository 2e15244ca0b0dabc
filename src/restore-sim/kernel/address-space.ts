/**
 * The part of an address space that SysV shared memory can see: which segments are attached, how often, and
 * the two calls that change it. It knows no addresses.
 */

import { isRefusal, type Refusal, refuse } from './errno.ts';
import { accessDenied, readAccess, writeAccess } from './ipc-permission.ts';
import type { Pid } from './pid.ts';
import type { Task } from './process.ts';
import { attach, detach, type SharedMemorySegment } from './shared-memory.ts';

export interface AddressSpace {
  /** Tasks that use it: threads, and children made with CLONE_VM. */
  users: number;
  /** How often each segment is attached. */
  attachments: ReadonlyMap<SharedMemorySegment, number>;
}

/** Most spaces have none, and an empty map is larger than all else of a process. */
const noAttachments: AddressSpace['attachments'] = new Map();

export function newAddressSpace(): AddressSpace {
  return { users: 0, attachments: noAttachments };
}

/** A fork maps every segment again; `forker` becomes the last user of each (ipc/shm.c shm_open). */
export function copyAddressSpace(original: AddressSpace, forker: Pid): AddressSpace {
  const copy = newAddressSpace();
  for (const [segment, count] of original.attachments) {
    attach(segment, forker, count);
    setCount(copy, segment, count);
  }
  return copy;
}

/** shmat(2): EINVAL, EACCES. A segment that is marked for destruction can still be attached by its id. */
export function shmat(task: Task, id: number, isReadOnly = false): Refusal | undefined {
  const { ipcNamespace: namespace, credentials, process } = task;
  const segment = namespace.shm.find(id);
  if (isRefusal(segment)) return segment;
  const accesses = isReadOnly ? [readAccess] : [readAccess, writeAccess];
  for (const access of accesses) {
    const denied = accessDenied(segment, credentials, access, namespace.userNamespace);
    if (denied !== undefined) return denied;
  }
  addAttachment(process.addressSpace, segment, process.leader.pid);
  return undefined;
}

/** shmdt(2) of one attachment of that segment: EINVAL when the process has none. */
export function shmdt(task: Task, id: number): Refusal | undefined {
  const { addressSpace, leader } = task.process;
  const segment = task.ipcNamespace.shm.find(id);
  if (isRefusal(segment)) return segment;
  if (removeAttachment(addressSpace, segment, leader.pid)) return undefined;
  return refuse('EINVAL', `${task.process.name} has not attached segment ${id}`);
}

/** Called for each task that leaves; the last one unmaps everything (kernel/exit.c exit_mm). */
export function leaveAddressSpace(space: AddressSpace, by: Pid): void {
  space.users -= 1;
  if (space.users > 0) return;
  for (const [segment, count] of space.attachments) detach(segment, by, count);
  space.attachments = noAttachments;
}

/** Unmaps everything, as in-kernel restorers do with a copied space before they fill it (do_munmap). */
export function unmapAll({ process: { addressSpace, leader } }: Task): void {
  for (const [segment, count] of addressSpace.attachments) detach(segment, leader.pid, count);
  addressSpace.attachments = noAttachments;
}

function addAttachment(space: AddressSpace, segment: SharedMemorySegment, by: Pid): void {
  attach(segment, by);
  setCount(space, segment, (space.attachments.get(segment) ?? 0) + 1);
}

/** Takes one attachment away; false when there is none. */
function removeAttachment(space: AddressSpace, segment: SharedMemorySegment, by: Pid): boolean {
  const count = space.attachments.get(segment);
  if (count === undefined) return false;
  setCount(space, segment, count - 1);
  detach(segment, by);
  return true;
}

function setCount(space: AddressSpace, segment: SharedMemorySegment, count: number): void {
  if (space.attachments === noAttachments) space.attachments = new Map();
  const own = space.attachments as Map<SharedMemorySegment, number>;
  if (count === 0) own.delete(segment);
  else own.set(segment, count);
}
