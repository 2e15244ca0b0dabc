/** The container as a whole: names, limits, mounts, control groups and resource accounting. */
import type { ByteRange, Id, Placed } from './base.ts';
import type { TaskNamespaces } from './task.ts';

/** See sysvipc(7) and the sysctls `kernel.shm*`, `kernel.msg*`, `kernel.sem`. */
export interface IpcLimits {
  /** 64 bits: 2^64 - 2^24 - 1 is how Linux says no limit. */
  readonly shmMaxBytes: bigint;
  readonly shmAllPages: bigint;
  readonly shmMni: number;
  readonly msgMaxBytes: number;
  readonly msgMni: number;
  readonly msgMnbBytes: number;
  readonly semMsl: number;
  readonly semMns: number;
  readonly semOpm: number;
  readonly semMni: number;
  /** False when the writing kernel left the first two unset, so that they are stale bytes. */
  readonly areShmLimitsReliable: boolean;
}

/** One line of `/proc/PID/uid_map` or `gid_map`. */
export interface IdMapping {
  readonly first: number;
  /** In the parent namespace. */
  readonly lowerFirst: number;
  readonly count: number;
}

export interface Container {
  /** Where the container's own record lies; absent when the image has none. */
  readonly at?: number | undefined;
  /** OpenVZ feature bits. */
  readonly features?: bigint | undefined;
  /** Netfilter modules in use. */
  readonly iptablesMask?: bigint | undefined;
  /** Age on the monotonic clock; start times of tasks count from the same moment. */
  readonly ageNs?: bigint | undefined;
  readonly ageTicks?: bigint | undefined;
  /** Age on the boot-based clock, which counts time spent suspended. */
  readonly bootAgeNs?: bigint | undefined;
  readonly lastPid?: number | undefined;
  readonly pidMax?: number | undefined;
  /** `kernel.randomize_va_space`; absent keeps the default. */
  readonly randomizeVaSpace?: number | undefined;
  readonly aioMaxNr?: bigint | undefined;
  readonly capBounding?: bigint | undefined;
  readonly ipcLimits?: IpcLimits | undefined;
  readonly uts: {
    readonly nodename?: string | undefined;
    readonly domainname?: string | undefined;
    readonly release?: string;
  };
  /** Namespaces of whoever made the image: a task in one of these is in no namespace of its own. */
  readonly hostNamespaces?: TaskNamespaces | undefined;
  readonly uidMap?: readonly IdMapping[] | undefined;
  readonly gidMap?: readonly IdMapping[] | undefined;
  /** The page that 32-bit tasks enter the kernel through. */
  readonly vsyscallPage?: ByteRange | undefined;
}

export interface Mount extends Placed {
  readonly id: Id<'mount'>;
  readonly namespace: Id<'mountNamespace'>;
  readonly device: string;
  readonly mountpoint: string;
  readonly fstype: string;
  readonly bindSource?: string | undefined;
  /** Of the mount itself: `MNT_*` and the bits that the next four name (CPT), `MS_*` of mount(2) (CRIU). */
  readonly mntFlags: number;
  /** `MS_*` of the super block. */
  readonly flags: number;
  readonly isBind: boolean;
  /** Made by the host: must be there before a restore. */
  readonly isExternal: boolean;
  readonly isDelayed: boolean;
  readonly isPloop: boolean;
  readonly bind?: Id<'mount'> | undefined;
  /** For mounts of type cgroup: index of the control group that is the root of the mount. */
  readonly cgroupIndex?: number | undefined;
  readonly parent?: Id<'mount'> | undefined;
  readonly shared?: Id<'mount'> | undefined;
  readonly master?: Id<'mount'> | undefined;
  /** Peer groups of mount_namespaces(7), as mountinfo has them behind `shared:` and `master:`. */
  readonly sharedGroup?: number | undefined;
  readonly masterGroup?: number | undefined;
  /** Name by which the restore is told what to put there. */
  readonly externalKey?: string | undefined;
  /** Directory of the file system that is seen here; absent for its root. */
  readonly root?: string | undefined;
  /** Of the file system, as mount(8) takes them. */
  readonly options?: string | undefined;
  /** A tar stream, for tmpfs. */
  readonly content?: ByteRange | undefined;
  /** The stream is in gzip. */
  readonly contentIsPacked?: boolean;
  /** Binary mount data of NFS and autofs. */
  readonly mountData?: ByteRange | undefined;
}

export interface MountNamespace extends Placed {
  readonly id: Id<'mountNamespace'>;
  /** In the order in which they have to be mounted. */
  readonly mounts: readonly Id<'mount'>[];
}

export interface Cgroup extends Placed {
  readonly index: number;
  /** Index of the parent; -1 for the root. */
  readonly parent: number;
  readonly flags: number;
  readonly name?: string | undefined;
  readonly pids: readonly number[];
}

export interface CgroupHierarchy extends Placed {
  /** Names of the controllers, or of the hierarchy; `cgroup2` for the unified one. */
  readonly mountOptions?: string | undefined;
  readonly groups: readonly Cgroup[];
}

/** See `/proc/user_beancounters`. 2^64-1 and 2^63-1 are no limit. */
export interface BeancounterValues {
  readonly barrier: bigint;
  readonly limit: bigint;
  readonly held: bigint;
  readonly maxheld: bigint;
  readonly minheld: bigint;
  readonly failcnt: bigint;
}

export interface BeancounterResource {
  readonly name: string;
  readonly current: BeancounterValues;
  /** Limits to be put back at resume; the current ones are lifted for the dump. */
  readonly stored?: BeancounterValues | undefined;
}

export interface Beancounter extends Placed {
  readonly id: Id<'beancounter'>;
  readonly uid: number;
  readonly parent?: Id<'beancounter'> | undefined;
  readonly flags: number;
  readonly resources: readonly BeancounterResource[];
}
