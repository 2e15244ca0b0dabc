/**
 * /proc/sys/kernel/{sem,msg,shm}_next_id (3.9 and later): one waiting request per kind and IPC namespace,
 * used up by whoever allocates next. A taken index is no error: the object gets another id, and the caller
 * has to compare.
 */

import { mayRequestIds } from '../credentials.ts';
import { type Refusal, refuse } from '../errno.ts';
import type { IpcIdRequest, IpcKind, IpcObject, IpcRegistry } from '../ipc-registry.ts';
import type { Task } from '../process.ts';
import { parseSysctlNumber } from '../sysctl-number.ts';

/** -1 when nothing is requested. */
export function readIpcNextId(task: Task, kind: IpcKind): number {
  return task.ipcNamespace[kind].nextId;
}

/** 0 to 2147483647, so a request cannot be taken back. The permission comes first, then EINVAL. */
export function writeIpcNextId(task: Task, kind: IpcKind, text: string): Refusal | undefined {
  const { profile, userNamespace } = task.ipcNamespace;
  if (!mayRequestIds(task.credentials, userNamespace, profile)) {
    const errno = profile.idRequests.ipcNextIdFiles!.denied;
    return refuse(errno, `${task.process.name} may not write ${kind}_next_id`);
  }
  const id = parseSysctlNumber(text);
  if (id === undefined || id < 0 || id > 0x7fffffff) {
    return refuse('EINVAL', `${kind}_next_id takes 0 to 2147483647, not "${text}"`);
  }
  task.ipcNamespace[kind].nextId = id;
  return undefined;
}

/** The waiting request, if any; ipc/util.c ipc_idr_alloc takes it as soon as it runs, also to fail. */
export function ipcNextIdRequest(registry: IpcRegistry<IpcObject>): IpcIdRequest | undefined {
  const { nextId } = registry;
  if (nextId < 0) return undefined;
  return {
    place: (slots) => {
      registry.nextId = -1;
      const { index, sequence } = slots.slotOf(nextId);
      const free = slots.firstFree(index);
      if (free !== undefined) return { index: free, sequence };
      return refuse('ENOSPC', `no free slot from index ${index} on, which id ${nextId} asks for`);
    },
  };
}
