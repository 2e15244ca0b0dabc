/**
 * Shared memory segments: what ipc/shm.c does on top of the registry. A segment is a size and a count of
 * attachments; its pages, addresses and huge pages are not simulated.
 */

import { isRefusal, type Refusal, refuse } from './errno.ts';
import type { IpcNamespace, LastUser } from './ipc-namespace.ts';
import { controlDenied } from './ipc-permission.ts';
import type { GetCall, IpcIdRequest, IpcObject } from './ipc-registry.ts';
import type { Pid } from './pid.ts';
import type { Task } from './process.ts';

/** SHM_DEST: removed, but still attached; freed by the last detach. */
export const shmDestroy = 0o1000;

const pageBytes = 4096n;

export interface SharedMemorySegment extends IpcObject {
  readonly namespace: IpcNamespace;
  readonly sizeBytes: bigint;
  attachCount: number;
  creator: LastUser;
  /** lpid: who attached or detached last. */
  lastUser: LastUser;
  /** Whatever the restorer wants to find again: a payload reference, a hash. */
  content?: unknown;
}

export interface ShmgetArguments {
  readonly key: number;
  readonly sizeBytes: bigint;
  readonly flags: number;
}

/** shmget(2): the segment, or EINVAL, ENOENT, EEXIST, EACCES, ENOSPC. */
export function shmget(
  task: Task,
  call: ShmgetArguments,
  request?: IpcIdRequest,
): SharedMemorySegment | Refusal {
  return task.ipcNamespace.shm.get(shmgetCall(task, call, request));
}

/** The checks and the maker behind shmget; in-kernel restorers come in here. */
export function shmgetCall(
  { ipcNamespace: namespace, credentials, process }: Task,
  { key, sizeBytes, flags }: ShmgetArguments,
  request: IpcIdRequest | undefined,
): GetCall<SharedMemorySegment> {
  return {
    key,
    flags,
    credentials,
    limit: namespace.limits.shmmni,
    request,
    checkExisting: (segment) =>
      sizeBytes > segment.sizeBytes
        ? refuse('EINVAL', `the segment has ${segment.sizeBytes} bytes, ${sizeBytes} were asked for`)
        : undefined,
    checkNew: () => newSegmentRefused(namespace, sizeBytes),
    make: (base) => {
      namespace.usedPages += pagesOf(sizeBytes);
      const { pid: creator } = process.leader;
      return { ...base, namespace, sizeBytes, attachCount: 0, creator, lastUser: undefined };
    },
  };
}

/** The size checks of a new segment: EINVAL for the size, ENOSPC for the total. */
function newSegmentRefused(namespace: IpcNamespace, sizeBytes: bigint): Refusal | undefined {
  const { shmmax, shmall } = namespace.limits;
  if (sizeBytes < 1n || sizeBytes > shmmax) {
    return refuse('EINVAL', `a segment of ${sizeBytes} bytes: the limits are 1 and ${shmmax}`);
  }
  const total = namespace.usedPages + pagesOf(sizeBytes);
  const isFull = namespace.profile.ipc.pageTotal === 'below-shmall' ? total >= shmall : total > shmall;
  return isFull ? refuse('ENOSPC', `all segments together may have ${shmall} pages`) : undefined;
}

function pagesOf(sizeBytes: bigint): bigint {
  return (sizeBytes + pageBytes - 1n) / pageBytes;
}

/** shmctl(2) IPC_RMID: EINVAL, EPERM. An attached segment loses its key now and is freed later. */
export function shmRemove(task: Task, id: number): Refusal | undefined {
  const { ipcNamespace: namespace, credentials } = task;
  const segment = namespace.shm.find(id);
  if (isRefusal(segment)) return segment;
  const denied = controlDenied(segment, credentials, namespace.userNamespace);
  if (denied !== undefined) return denied;
  segment.mode |= shmDestroy;
  namespace.shm.forgetKey(segment);
  destroyIfUnused(segment);
  return undefined;
}

/** More mappings: one for shmat, all of a process for a fork that copies them. */
export function attach(segment: SharedMemorySegment, by: Pid, count = 1): void {
  segment.attachCount += count;
  segment.lastUser = by;
}

/** Fewer mappings: one for shmdt, all of a process when it exits. */
export function detach(segment: SharedMemorySegment, by: Pid, count = 1): void {
  segment.attachCount -= count;
  segment.lastUser = by;
  destroyIfUnused(segment);
}

/** A map that was copied and dropped again: the count is as before, the last user is not. */
export function touchAttachments(segments: Iterable<SharedMemorySegment>, by: Pid): void {
  for (const segment of segments) segment.lastUser = by;
}

function destroyIfUnused(segment: SharedMemorySegment): void {
  if (segment.attachCount > 0 || (segment.mode & shmDestroy) === 0) return;
  const { namespace, sizeBytes } = segment;
  namespace.usedPages -= pagesOf(sizeBytes);
  namespace.shm.remove(segment);
}
