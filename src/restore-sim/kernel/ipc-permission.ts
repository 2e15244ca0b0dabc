/**
 * Permissions of SysV objects (ipc/util.c ipcperms and ipcctl_obtain_check). Supplementary groups are not
 * simulated.
 */

import { type Credentials, capable, type UserNamespace } from './credentials.ts';
import { type Refusal, refuse } from './errno.ts';
import type { IpcObject } from './ipc-registry.ts';

/** Read and write permission bits, in the three places of a mode at once. */
export const readAccess = 0o444;
export const writeAccess = 0o222;

/** Whether the caller has all the permission bits that `flags` names in any of its three places. */
export function mayAccess(
  object: IpcObject,
  credentials: Credentials,
  flags: number,
  userNamespace: UserNamespace,
): boolean {
  const wanted = ((flags >> 6) | (flags >> 3) | flags) & 0o7;
  const { uid, gid } = credentials;
  let granted = object.mode;
  if (uid === object.cuid || uid === object.uid) granted >>= 6;
  else if (gid === object.cgid || gid === object.gid) granted >>= 3;
  return (wanted & ~granted) === 0 || capable(credentials, userNamespace, 'ipc-owner');
}

/** EACCES unless the caller may read (or write) the object. */
export function accessDenied(
  object: IpcObject,
  credentials: Credentials,
  access: number,
  userNamespace: UserNamespace,
): Refusal | undefined {
  if (mayAccess(object, credentials, access, userNamespace)) return undefined;
  const verb = access === readAccess ? 'read' : 'write';
  return refuse('EACCES', `uid ${credentials.uid} may not ${verb} this ${object.kind} object`);
}

/** EPERM unless the caller owns or made the object, or administers the namespace (IPC_RMID, IPC_SET). */
export function controlDenied(
  object: IpcObject,
  credentials: Credentials,
  userNamespace: UserNamespace,
): Refusal | undefined {
  const { uid } = credentials;
  if (uid === object.cuid || uid === object.uid) return undefined;
  if (capable(credentials, userNamespace, 'sys-admin')) return undefined;
  return refuse('EPERM', `uid ${uid} does not own this ${object.kind} object`);
}
