/**
 * An IPC namespace: three registries, their limits and two running totals. Nothing else; what the objects do
 * is in `semaphore.ts`, `message-queue.ts` and `shared-memory.ts`.
 */

import type { UserNamespace } from './credentials.ts';
import { IpcRegistry } from './ipc-registry.ts';
import type { MessageQueue } from './message-queue.ts';
import { numberIn, type Pid } from './pid.ts';
import type { PidNamespace } from './pid-namespace.ts';
import type { IpcLimits, KernelProfile } from './profile.ts';
import type { SemaphoreSet } from './semaphore.ts';
import type { SharedMemorySegment } from './shared-memory.ts';

export class IpcNamespace {
  readonly profile: KernelProfile;
  readonly userNamespace: UserNamespace;
  limits: IpcLimits;
  readonly sem: IpcRegistry<SemaphoreSet>;
  readonly msg: IpcRegistry<MessageQueue>;
  readonly shm: IpcRegistry<SharedMemorySegment>;
  /** Semaphores in all sets together, bounded by semmns. */
  usedSemaphores = 0;
  /** Pages in all segments together, bounded by shmall. */
  usedPages = 0n;

  constructor(profile: KernelProfile, userNamespace: UserNamespace) {
    this.profile = profile;
    this.userNamespace = userNamespace;
    this.limits = profile.ipc.limits;
    this.sem = new IpcRegistry('sem', profile.ipc, userNamespace);
    this.msg = new IpcRegistry('msg', profile.ipc, userNamespace);
    this.shm = new IpcRegistry('shm', profile.ipc, userNamespace);
  }
}

/**
 * Who used an object last. A pid object keeps its numbers after death; a bare number comes from an image,
 * where the process may be long gone; undefined is "nobody yet".
 */
export type LastUser = Pid | number | undefined;

/** The number that SysV status calls show; 0 for nobody and for processes outside the view. */
export function lastUserNumber(user: LastUser, viewer: PidNamespace): number {
  if (user === undefined) return 0;
  return typeof user === 'number' ? user : numberIn(user, viewer);
}
