/**
 * What is on a host before a restore, as a document (formats/host.schema.json) and as the world that the
 * simulated kernel starts with. Reading a real host is the business of `parse-proc.ts` and the command.
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
}

/** The host as the simulated kernel takes it. */
export function worldOf(host: Host): World {
  const { limits = {}, lastPid, processes = [], ipc = {} } = host;
  const { pid_max: pidMax } = limits;
  return {
    pids: occupiedPids(processes),
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
    ...{ shmmni, msgmni, msgmax, msgmnb, semmsl, semmns, semopm, semmni },
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
