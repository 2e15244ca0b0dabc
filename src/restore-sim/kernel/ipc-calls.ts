/**
 * The SysV system calls of one simulated kernel: which waiting id request applies, and ids instead of
 * objects. The rules themselves are in `semaphore.ts`, `message-queue.ts` and `shared-memory.ts`.
 */

import { isRefusal, type Refusal } from './errno.ts';
import { ipcArgumentRequest } from './id-requests/ipc-argument.ts';
import { ipcNextIdRequest } from './id-requests/ipc-next-id-files.ts';
import { nextIdIpcRequest } from './id-requests/next-id.ts';
import { controlDenied } from './ipc-permission.ts';
import type { IpcIdRequest, IpcKind, IpcObject, IpcRegistry } from './ipc-registry.ts';
import { type MsggetArguments, msgget } from './message-queue.ts';
import type { Task } from './process.ts';
import { type SemgetArguments, semget } from './semaphore.ts';
import { type ShmgetArguments, shmget } from './shared-memory.ts';

/**
 * semget(2): an id, or EINVAL, ENOENT, EEXIST, EACCES, ENOSPC. `requestedId` is linux-cr's kernel-internal
 * argument (EBUSY when taken); other requests wait at the thread or the namespace.
 */
export function semgetId(task: Task, args: SemgetArguments, requestedId = -1): number | Refusal {
  return idOf(task, 'sem', requestedId, (request) => semget(task, args, request));
}

/** msgget(2): an id, or ENOENT, EEXIST, EACCES, ENOSPC; `requestedId` as for semget. */
export function msggetId(task: Task, args: MsggetArguments, requestedId = -1): number | Refusal {
  return idOf(task, 'msg', requestedId, (request) => msgget(task, args, request));
}

/** shmget(2): an id, or EINVAL, ENOENT, EEXIST, EACCES, ENOSPC; `requestedId` as for semget. */
export function shmgetId(task: Task, args: ShmgetArguments, requestedId = -1): number | Refusal {
  return idOf(task, 'shm', requestedId, (request) => shmget(task, args, request));
}

function idOf<Item extends IpcObject>(
  task: Task,
  kind: IpcKind,
  requestedId: number,
  get: (request: IpcIdRequest | undefined) => Item | Refusal,
): number | Refusal {
  const registry: IpcRegistry<IpcObject> = registryOf(task, kind);
  const argument = ipcArgumentRequest(task.ipcNamespace, requestedId);
  if (isRefusal(argument)) return argument;
  const object = get(argument ?? nextIdIpcRequest(task, kind) ?? ipcNextIdRequest(registry));
  return isRefusal(object) ? object : registry.slots.idOf(object);
}

/** IPC_SET of semctl, msgctl and shmctl: owner and the nine mode bits. EINVAL, EPERM. */
export function ipcSetOwner(
  task: Task,
  kind: IpcKind,
  id: number,
  { uid, gid, mode }: { readonly uid: number; readonly gid: number; readonly mode: number },
): Refusal | undefined {
  const object = registryOf(task, kind).find(id);
  if (isRefusal(object)) return object;
  const denied = controlDenied(object, task.credentials, task.ipcNamespace.userNamespace);
  if (denied !== undefined) return denied;
  object.uid = uid;
  object.gid = gid;
  object.mode = (object.mode & ~0o777) | (mode & 0o777);
  return undefined;
}

/** Fields that in-kernel restorers write straight from the image, unchecked. */
export type IpcFields = Partial<Pick<IpcObject, 'uid' | 'gid' | 'cuid' | 'cgid' | 'mode' | 'sequence'>>;

/** Overwrites fields of an object. A new sequence number changes its id. */
export function ipcOverwrite(object: IpcObject, fields: IpcFields): void {
  Object.assign(object, fields);
}

/** The registry of that kind, for lookups by id, key or slot. */
export function registryOf(task: Task, kind: IpcKind): IpcRegistry<IpcObject> {
  // The three item types share all that IpcObject says; only their makers differ.
  return task.ipcNamespace[kind] as unknown as IpcRegistry<IpcObject>;
}
