/**
 * The id argument that linux-cr adds to the kernel's own do_semget, do_msgget and do_shmget (patches v16 to
 * v20). System calls pass -1; only an in-kernel restart can ask.
 */

import { type Refusal, refuse } from '../errno.ts';
import type { IpcNamespace } from '../ipc-namespace.ts';
import type { IpcIdRequest } from '../ipc-registry.ts';
import { exactSlotRequest } from './exact-slot.ts';

/** The request for that id, none for -1, ENOSYS on kernels without the argument. */
export function ipcArgumentRequest(namespace: IpcNamespace, id: number): IpcIdRequest | Refusal | undefined {
  if (id < 0) return undefined;
  const rules = namespace.profile.idRequests.ipcArgument;
  if (rules === undefined) return refuse('ENOSYS', 'this kernel has no id argument in its IPC code');
  return exactSlotRequest(id, rules.taken);
}
