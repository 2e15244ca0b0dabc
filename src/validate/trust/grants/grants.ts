/** What a container was granted, whoever said so: the form in which images are compared with it. */
import type { CapabilitySets } from '../image-facts.ts';

export interface MountGrant {
  readonly destination: string;
  readonly type: string;
  readonly source: string;
  readonly options: readonly string[];
}

export interface DeviceGrant {
  readonly path: string;
  readonly type: string;
  readonly major: number;
  readonly minor: number;
}

export interface IdMapping {
  readonly first: number;
  readonly host: number;
  readonly count: number;
}

export interface SeccompRule {
  readonly names: readonly string[];
  readonly action: string;
  /** Depends on arguments, so that the number alone decides nothing. */
  readonly isConditional: boolean;
}

export interface SeccompProfile {
  /** Undefined where only its presence is known, as in a pod. */
  readonly defaultAction?: string;
  readonly architectures: readonly string[];
  readonly rules: readonly SeccompRule[];
}

/** An absent member says nothing: there is nothing to compare with. */
export interface Grants {
  /** As it is named in a message: `spec.dump`, or the file that the user gave. */
  readonly source: string;
  readonly origin: 'archive' | 'user';
  readonly uid?: number;
  readonly gid?: number;
  readonly groups?: readonly number[];
  /** Some user, but not root. */
  readonly isNonRoot?: boolean;
  readonly capabilities?: CapabilitySets;
  readonly noNewPrivileges?: boolean;
  /** `none`: unconfined. */
  readonly seccomp?: SeccompProfile | 'none';
  readonly apparmor?: string;
  readonly selinux?: string;
  /** Types of its own, with the path that is joined. A type that is not there is the host's. */
  readonly namespaces?: ReadonlyMap<string, string | undefined>;
  readonly uidMappings?: readonly IdMapping[];
  readonly gidMappings?: readonly IdMapping[];
  readonly mounts?: readonly MountGrant[];
  readonly maskedPaths?: readonly string[];
  readonly readonlyPaths?: readonly string[];
  readonly isRootReadonly?: boolean;
  readonly propagation?: string;
  readonly devices?: readonly DeviceGrant[];
  /** All devices, as privileged containers have. */
  readonly hasAllDevices?: boolean;
  /** A terminal of its own, which the runtime binds at /dev/console. */
  readonly hasTerminal?: boolean;
  /** Hard limits by number. */
  readonly hardLimits?: ReadonlyMap<number, bigint>;
  readonly oomScoreAdj?: number;
  readonly sysctls?: ReadonlyMap<string, string>;
  /** `8080/tcp`: ports of the host that lead to the container. */
  readonly hostPorts?: ReadonlySet<string>;
  readonly cgroupsPath?: string;
  readonly limits?: { readonly memoryBytes?: bigint; readonly pids?: bigint; readonly hasCpuQuota?: boolean };
  /** Names, where they are known. */
  readonly annotations?: ReadonlySet<string>;
  readonly isPrivileged: boolean;
}

/** Whether a capability is in the bounding set that was granted; true where no sets are known. */
export const grantsCapability = ({ capabilities }: Grants, bit: number): boolean =>
  capabilities === undefined || ((capabilities.bounding >> BigInt(bit)) & 1n) === 1n;
