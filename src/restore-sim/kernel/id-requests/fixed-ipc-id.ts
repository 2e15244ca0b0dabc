/**
 * The id that OpenVZ's in-kernel restore gives to its IPC code. What happens in a taken slot, and which
 * checks are left out, differs between its kernels and is data of the profile.
 */

import { isRefusal, type Refusal, refuse } from '../errno.ts';
import { type GetCall, type IpcObject, type IpcRegistry, ipcCreate } from '../ipc-registry.ts';
import { type MessageQueue, type MsggetArguments, msggetCall } from '../message-queue.ts';
import type { Task } from '../process.ts';
import { type SemaphoreSet, type SemgetArguments, semgetCall } from '../semaphore.ts';
import { type SharedMemorySegment, type ShmgetArguments, shmgetCall } from '../shared-memory.ts';
import { exactSlotRequest } from './exact-slot.ts';

export interface FixedIpcObject<Item extends IpcObject> {
  readonly object: Item;
  /** Nothing was made: this object was there before. Its id need not be the wanted one. */
  readonly isExisting: boolean;
}

/** semget with a fixed id; `flags` is the image's full mode. EINVAL, ENOSPC, EACCES, EEXIST. */
export function semgetFixed(task: Task, id: number, args: SemgetArguments) {
  return getFixed<SemaphoreSet>(task, task.ipcNamespace.sem, id, semgetCall(task, args, undefined));
}

export function msggetFixed(task: Task, id: number, args: MsggetArguments) {
  return getFixed<MessageQueue>(task, task.ipcNamespace.msg, id, msggetCall(task, args, undefined));
}

export function shmgetFixed(task: Task, id: number, args: ShmgetArguments) {
  return getFixed<SharedMemorySegment>(task, task.ipcNamespace.shm, id, shmgetCall(task, args, undefined));
}

function getFixed<Item extends IpcObject>(
  task: Task,
  registry: IpcRegistry<Item>,
  id: number,
  call: GetCall<Item>,
): FixedIpcObject<Item> | Refusal {
  const rules = task.ipcNamespace.profile.idRequests.fixedIpcId;
  if (rules === undefined) return refuse('ENOSYS', 'this kernel has no IPC objects with a fixed id');
  // ipc_lock indexes its table with it before anything is checked: seen as a NULL dereference for -1.
  if (id < 0) return { ...refuse('EINVAL', `${registry.kind} id ${id} crashes the kernel`), fatal: true };
  const inSlot = registry.atIndex(registry.slots.slotOf(id).index);
  if (rules.takenSlot === 'silently' && inSlot !== undefined) return { object: inSlot, isExisting: true };
  const limit = rules.limitChecked ? call.limit : registry.slots.rules.slots;
  const fixed = { ...call, limit, request: exactSlotRequest(id, 'EEXIST') };
  const existing = rules.keyChecked ? registry.findKey(call.key) : undefined;
  const object = rules.keyChecked
    ? registry.get({ ...fixed, flags: call.flags | ipcCreate })
    : (call.checkNew() ?? registry.create(fixed));
  return isRefusal(object) ? object : { object, isExisting: object === existing };
}
