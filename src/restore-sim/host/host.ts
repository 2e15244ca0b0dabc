/**
 * What is on a host before a restore, as a document (formats/host.schema.json) and as the world that the
 * simulated kernel starts with. Reading a real host is the business of capture-host.sh.
 */
import type { IpcLimits, OccupiedIpcId, OccupiedPid, World } from '../kernel/index.ts';

export interface HostProcess {
  readonly pid: number;
  readonly comm: string;
  /** Group and session; 0 is outside of the view, absent is not known. */
  readonly pgid?: number;
  readonly sid?: number;
  /** Numbers of further threads. */
  readonly threads?: readonly number[];
}

export interface HostIpcObject {
  readonly id: number;
  /** `0x…`, 32 bits; absent or 0 is private. */
  readonly key?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Octal. */
  readonly mode?: string;
  /** Who uses it, where that is known. */
  readonly name?: string;
}

export interface HostSemaphoreSet extends HostIpcObject {
  readonly nsems?: number;
}

export interface HostSegment extends HostIpcObject {
  /** Bytes, decimal. */
  readonly size?: string;
}

/** Limits under their names in /proc/sys/kernel; 64-bit ones are decimal strings. */
export interface HostLimits {
  readonly pid_max?: number;
  readonly shmmni?: number;
  readonly shmmax?: string;
  readonly shmall?: string;
  readonly msgmni?: number;
  readonly msgmax?: number;
  readonly msgmnb?: number;
  /** SEMMSL, SEMMNS, SEMOPM, SEMMNI. */
  readonly sem?: readonly number[];
}

/** One line of /proc/PID/mountinfo. */
export interface HostMount {
  readonly point: string;
  /** File system type. */
  readonly type: string;
  readonly source?: string;
  /** Of the mount: `ro,noexec,nosuid`. */
  readonly options: string;
  /** Of its file system. */
  readonly superOptions?: string;
  readonly isShared?: boolean;
  /** Bytes and inodes that the restorer may still use; decimal. */
  readonly freeBytes?: string;
  readonly freeInodes?: string;
}

export interface HostInterface {
  readonly name: string;
  readonly index?: number;
  readonly isUp?: boolean;
  readonly isBridge?: boolean;
  /** Whether it is a port of a bridge. */
  readonly isPort?: boolean;
}

export interface HostListener {
  readonly protocol: 'tcp' | 'udp' | 'udplite' | 'sctp';
  /** `0.0.0.0` and `::` stand for all. */
  readonly address: string;
  readonly port: number;
  /** False: bound or connected, and TCP; absent where nobody looked. */
  readonly isListening?: boolean;
  /** A connection that has ended, and whose port is not free yet (TIME_WAIT). */
  readonly isOver?: boolean;
  /** Bound with SO_REUSEPORT, or, but for TCP that listens, SO_REUSEADDR: others may join. Absent: nobody can tell. */
  readonly isShared?: boolean;
  /** Of IPv6: whether it leaves IPv4 alone (IPV6_V6ONLY). */
  readonly isV6Only?: boolean;
}

export interface HostUnixSocket {
  /** A path, or `@` and an abstract name. */
  readonly name: string;
  readonly type: 'stream' | 'datagram' | 'seqpacket';
}

/** One network namespace. */
export interface HostNetwork {
  readonly interfaces?: readonly HostInterface[];
  /** `10.0.0.0/8`: every address of it is of this host, by a route. */
  readonly addresses?: readonly string[];
  /** Everything that is bound to a port, listening or not. */
  readonly listening?: readonly HostListener[];
  /** Whether sockets of TCP that are bound, and neither listen nor are connected, are among them. */
  readonly showsBound?: boolean;
  /** Those that have a name. */
  readonly unixSockets?: readonly HostUnixSocket[];
  /** What becomes of a packet that comes in over `lo` and that no rule is for. */
  readonly inputPolicy?: 'ACCEPT' | 'DROP';
  /** What became of a connection over `lo` that was tried. */
  readonly loopback?: 'open' | 'refused' | 'silent';
}

/** A descriptor that a restorer would inherit. */
export interface HostDescriptor {
  readonly fd: number;
  readonly type: 'file' | 'directory' | 'pipe' | 'socket' | 'terminal' | 'device' | 'namespace' | 'other';
  /** As readlink(1) shows it: `pipe:[4711]`, `net:[4026531840]`, `/dev/pts/3`. */
  readonly name?: string;
  /** Of a pipe: whether somebody has its other end. */
  readonly hasPeer?: boolean;
  /** Of a network namespace. */
  readonly network?: HostNetwork;
}

/** `unlimited` or bytes, seconds, a count; decimal. */
export interface HostLimit {
  readonly soft: string;
  readonly hard: string;
}

/** The process that would start the restorer: what its children inherit. */
export interface Restorer {
  readonly uid?: number;
  readonly gid?: number;
  /** `0x…` sets as in /proc/PID/status. */
  readonly capabilities?: {
    readonly effective: string;
    readonly permitted?: string;
    readonly bounding?: string;
  };
  readonly noNewPrivileges?: boolean;
  /** 0 none, 1 strict, 2 a filter. */
  readonly seccomp?: number;
  /** System calls that a filter was seen to refuse, with its error: `clone3: ENOSYS`. Absent: not tried. */
  readonly deniedCalls?: Readonly<Record<string, string>>;
  /** By name: `RLIMIT_NOFILE`. */
  readonly limits?: Readonly<Record<string, HostLimit>>;
  /** Lines of /proc/self/uid_map, blanks made one. */
  readonly uidMap?: readonly string[];
  readonly nice?: number;
  /** Whether standard input is a terminal. */
  readonly isOnTerminal?: boolean;
  /** Those that are there, of `/dev/null` and `/dev/net/tun`, which restorers open themselves. */
  readonly devices?: readonly string[];
  readonly descriptors?: readonly HostDescriptor[];
}

export interface HostLock {
  /** As /proc/locks has it; leases and locks of descriptors are their own. */
  readonly kind: string;
  readonly access: string;
  readonly inode: string;
}

export interface HostCgroups {
  /** Mounted or not: what the kernel has (/proc/self/cgroup). No controllers: version 2. */
  readonly hierarchies?: readonly { readonly controllers: readonly string[]; readonly path: string }[];
  /** What is left of the limits of the group of the restorer; absent without a limit. */
  readonly memoryBytesLeft?: string;
  readonly tasksLeft?: number;
  /** Directories that are there: `memory:/system.slice`, `:/user.slice` for version 2. */
  readonly directories?: readonly string[];
  /** Of groups wherever they are: what is left in those that have a limit of their own, and what else matters. */
  readonly groups?: readonly HostGroup[];
}

export interface HostGroup {
  readonly directory: string;
  readonly memoryBytesLeft?: string;
  readonly tasksLeft?: number;
  /** Version 1: no processors or memory nodes yet; what is made in it gets what it has. */
  readonly isEmptyCpuset?: boolean;
  readonly clonesChildren?: boolean;
  readonly isFrozen?: boolean;
  /** Version 1: devices that may be used, where not all are: `c 1:3 rwm`. */
  readonly devices?: readonly string[];
}

/** What an engine has, by name. */
export interface HostEngine {
  readonly containers?: readonly { readonly id: string; readonly name: string }[];
  readonly images?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly networks?: readonly string[];
  /** Of containers that run, in its networks. */
  readonly addresses?: readonly string[];
}

export interface Host {
  readonly schemaVersion: 1;
  /** `machine` as uname -m prints it. */
  readonly kernel?: { readonly release: string; readonly machine?: string };
  readonly limits?: HostLimits;
  /** What ns_last_pid reads. */
  readonly lastPid?: number;
  readonly processes?: readonly HostProcess[];
  readonly ipc?: {
    readonly sem?: readonly HostSemaphoreSet[];
    readonly msg?: readonly HostIpcObject[];
    readonly shm?: readonly HostSegment[];
  };
  /** Further settings by name: `vm.max_map_count`. */
  readonly sysctls?: Readonly<Record<string, string>>;
  /** Whether the kernel has it, by the names in `featureNames`. */
  readonly features?: Readonly<Record<string, boolean>>;
  /** Bytes, decimal. */
  readonly memory?: {
    readonly totalBytes?: string;
    readonly swapBytes?: string;
    readonly availableBytes?: string;
    readonly hugePages?: readonly {
      readonly pageBytes: string;
      readonly free: number;
      /** How many more the kernel makes when they are asked for (nr_overcommit_hugepages). */
      readonly spare?: number;
    }[];
  };
  readonly restorer?: Restorer;
  readonly criu?: {
    readonly version?: string;
    readonly plugins?: readonly string[];
    /** It does not start because of what its own configuration files say. */
    readonly refusesConfiguration?: boolean;
    /** Whether /run/criu.kdat is there: what CRIU has tried on the kernel before, and does not try again. */
    readonly hasKernelCache?: boolean;
  };
  /** Where each is found, null where it is not. */
  readonly programs?: Readonly<Record<string, string | null>>;
  readonly mounts?: readonly HostMount[];
  readonly network?: HostNetwork;
  readonly terminals?: {
    /** Numbers in /dev/pts. */
    readonly numbers?: readonly number[];
    /** How many more pairs can be made. */
    readonly left?: number;
  };
  /** Security modules that label tasks, and profiles that are loaded. */
  readonly security?: { readonly modules?: readonly string[]; readonly profiles?: readonly string[] };
  /** Lines of /proc/locks: what is locked, by inode. */
  readonly locks?: readonly HostLock[];
  /** Regular files that somebody has open or mapped, by inode, whatever their file system; and those for writing. */
  readonly openFiles?: { readonly inodes: readonly string[]; readonly written: readonly string[] };
  readonly cpu?: { readonly features?: readonly string[] };
  readonly cgroups?: HostCgroups;
  /** What Podman lists for whoever asked. */
  readonly podman?: HostEngine;
}

/** Words of `features`. */
export const featureNames = [
  ...[
    'proc',
    'own-proc',
    'time-namespaces',
    'user-namespaces',
    'soft-dirty',
    'userfaultfd',
    'seccomp-filter',
  ],
  ...['set-tid', 'vsyscall', 'droppable', 'shadow-stack', 'ia32'],
] as const;

/** The host as the simulated kernel takes it. */
export function worldOf(host: Host): World {
  const { limits = {}, lastPid, processes, ipc = {} } = host;
  const { pid_max: pidMax } = limits;
  return {
    ...(processes !== undefined && { pids: occupiedPids(processes) }),
    ...(pidMax !== undefined && { pidMax }),
    ...(lastPid !== undefined && { lastPid }),
    limits: ipcLimits(limits),
    sem: (ipc.sem ?? []).map(({ nsems, ...object }) => ({
      ...occupied(object),
      ...(nsems !== undefined && { nsems }),
    })),
    msg: (ipc.msg ?? []).map(occupied),
    shm: (ipc.shm ?? []).map(({ size, ...object }) => ({
      ...occupied(object),
      ...(size !== undefined && { sizeBytes: BigInt(size) }),
    })),
  };
}

/** A group or session without a process of its number pins it, too. Each number once. */
function occupiedPids(processes: readonly HostProcess[]): readonly OccupiedPid[] {
  const pids = new Map<number, OccupiedPid>();
  const add = (number: number, name: string, kind: NonNullable<OccupiedPid['kind']>) => {
    if (number > 0 && !pids.has(number)) pids.set(number, { number, name, kind });
  };
  for (const { pid, comm } of processes) add(pid, comm, 'process');
  for (const { comm, threads = [] } of processes) for (const tid of threads) add(tid, comm, 'thread');
  for (const { comm, sid = 0 } of processes) add(sid, comm, 'session');
  for (const { comm, pgid = 0 } of processes) add(pgid, comm, 'group');
  return [...pids.values()].sort((a, b) => a.number - b.number);
}

function ipcLimits(limits: HostLimits): Partial<IpcLimits> {
  const { shmmni, shmmax, shmall, msgmni, msgmax, msgmnb, sem = [] } = limits;
  const [semmsl, semmns, semopm, semmni] = sem;
  const all = {
    shmmni,
    msgmni,
    msgmax,
    msgmnb,
    semmsl,
    semmns,
    semopm,
    semmni,
    shmmax: shmmax === undefined ? undefined : BigInt(shmmax),
    shmall: shmall === undefined ? undefined : BigInt(shmall),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function occupied({ id, key, uid, gid, mode, name }: HostIpcObject): OccupiedIpcId {
  return {
    id,
    // The kernel's keys are signed.
    ...(key !== undefined && { key: Number(BigInt.asIntN(32, BigInt(key))) }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    ...(mode !== undefined && { mode: Number.parseInt(mode, 8) }),
    ...(name !== undefined && { name }),
  };
}
