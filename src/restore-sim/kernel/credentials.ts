/**
 * Who a task is: user namespaces and the capabilities that open id requests. Groups, securebits and
 * capability bounding are not simulated.
 */

import type { KernelProfile } from './profile.ts';

/** The capabilities that this kernel looks at. */
export type Capability = 'sys-admin' | 'checkpoint-restore' | 'ipc-owner';

const everyCapability: ReadonlySet<Capability> = new Set(['sys-admin', 'checkpoint-restore', 'ipc-owner']);

export interface UserNamespace {
  readonly level: number;
  readonly parent: UserNamespace | undefined;
  /** The user that created it; has every capability in it from the parent namespace. */
  readonly ownerUid: number;
}

export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly userNamespace: UserNamespace;
  readonly capabilities: ReadonlySet<Capability>;
}

export function initialUserNamespace(): UserNamespace {
  return { level: 0, parent: undefined, ownerUid: 0 };
}

/** Root with every capability in that user namespace. */
export function rootCredentials(userNamespace: UserNamespace): Credentials {
  return { uid: 0, gid: 0, userNamespace, capabilities: everyCapability };
}

/** What a child gets with CLONE_NEWUSER: a namespace owned by its creator, and full power inside. */
export function credentialsInNewUserNamespace(creator: Credentials): Credentials {
  const parent = creator.userNamespace;
  const userNamespace = { level: parent.level + 1, parent, ownerUid: creator.uid };
  return { ...creator, userNamespace, capabilities: everyCapability };
}

/** setuid(2): leaving uid 0 loses every capability (security/commoncap.c, cap_emulate_setxuid). */
export function withUid(credentials: Credentials, uid: number): Credentials {
  const capabilities = uid === 0 ? credentials.capabilities : new Set<Capability>();
  return { ...credentials, uid, capabilities };
}

export function withoutCapabilities(credentials: Credentials, dropped: readonly Capability[]): Credentials {
  const kept = [...credentials.capabilities].filter((capability) => !dropped.includes(capability));
  return { ...credentials, capabilities: new Set(kept) };
}

/** security/commoncap.c cap_capable: the own namespace by capability, descendants by ownership. */
export function capable(credentials: Credentials, target: UserNamespace, capability: Capability): boolean {
  const own = credentials.userNamespace;
  for (let namespace = target; ; ) {
    if (namespace === own) return credentials.capabilities.has(capability);
    const { parent } = namespace;
    if (parent === undefined || namespace.level <= own.level) return false;
    if (parent === own && namespace.ownerUid === credentials.uid) return true;
    namespace = parent;
  }
}

/** include/linux/capability.h checkpoint_restore_ns_capable; before 5.9 only CAP_SYS_ADMIN counts. */
export function mayRequestIds(
  credentials: Credentials,
  target: UserNamespace,
  profile: KernelProfile,
): boolean {
  return (
    capable(credentials, target, 'sys-admin') ||
    (profile.checkpointRestoreCapability && capable(credentials, target, 'checkpoint-restore'))
  );
}
