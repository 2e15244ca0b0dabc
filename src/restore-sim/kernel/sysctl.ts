/**
 * The files of /proc/sys/kernel that matter to a restorer, as one table. The simulated kernel has no other
 * files.
 */

import { capable } from './credentials.ts';
import { type Refusal, refuse } from './errno.ts';
import { readIpcNextId, writeIpcNextId } from './id-requests/ipc-next-id-files.ts';
import { readLastPid, writeLastPid } from './id-requests/last-pid-file.ts';
import type { IpcKind } from './ipc-registry.ts';
import { activePidNamespace, type Task } from './process.ts';
import type { IdRequestRules, IpcLimits } from './profile.ts';
import { parseSysctlNumber, parseSysctlNumbers } from './sysctl-number.ts';

interface SysctlFile {
  /** The mechanism that brings the file; files without one exist everywhere. */
  readonly needs?: keyof IdRequestRules;
  readonly read: (task: Task) => number | string;
  readonly write: (task: Task, text: string) => Refusal | undefined;
}

const files: Readonly<Record<string, SysctlFile>> = {
  ns_last_pid: { needs: 'lastPidFile', read: readLastPid, write: writeLastPid },
  pid_max: { read: (task) => activePidNamespace(task).limit.max, write: writePidMax },
  sem_next_id: ipcNextIdFile('sem'),
  msg_next_id: ipcNextIdFile('msg'),
  shm_next_id: ipcNextIdFile('shm'),
  sem: { read: readSem, write: writeSem },
  shmmni: countFile('shmmni', 'slots'),
  msgmni: countFile('msgmni', 'slots'),
  msgmax: countFile('msgmax', 'int'),
  msgmnb: countFile('msgmnb', 'int'),
  shmmax: sizeFile('shmmax'),
  shmall: sizeFile('shmall'),
};

/** Names of the files that this kernel has. */
export function sysctlNames(task: Task): readonly string[] {
  return Object.keys(files).filter((name) => findFile(task, name) !== undefined);
}

/** A read: a number, or the line of a vector or of a 64-bit value. ENOENT where the file does not exist. */
export function readSysctl(task: Task, name: string): number | string | Refusal {
  return findFile(task, name)?.read(task) ?? refuse('ENOENT', `no file /proc/sys/kernel/${name}`);
}

/** A write: ENOENT, then what the file checks: EPERM or EACCES before EINVAL or ERANGE. */
export function writeSysctl(task: Task, name: string, text: string): Refusal | undefined {
  const file = findFile(task, name);
  if (file === undefined) return refuse('ENOENT', `no file /proc/sys/kernel/${name}`);
  return file.write(task, text);
}

function findFile(task: Task, name: string): SysctlFile | undefined {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  const { idRequests } = task.ipcNamespace.profile;
  return file?.needs === undefined || idRequests[file.needs] !== undefined ? file : undefined;
}

function ipcNextIdFile(kind: IpcKind): SysctlFile {
  return {
    needs: 'ipcNextIdFiles',
    read: (task) => readIpcNextId(task, kind),
    write: (task, text) => writeIpcNextId(task, kind, text),
  };
}

function writePidMax(task: Task, text: string): Refusal | undefined {
  const { profile, limit, userNamespace } = activePidNamespace(task);
  const { maxMinimum, maxLimit } = profile.pid;
  if (!capable(task.credentials, userNamespace, 'sys-admin')) {
    return refuse('EACCES', `${task.process.name} may not write pid_max`);
  }
  const number = parseSysctlNumber(text);
  if (number === undefined || number < maxMinimum || number > maxLimit) {
    return refuse('EINVAL', `pid_max takes ${maxMinimum} to ${maxLimit}, not "${text}"`);
  }
  limit.max = number;
  return undefined;
}

/** The limits are files of mode 0644: the owner's uid opens them, not a capability. */
function limitsDenied({ credentials, ipcNamespace, process }: Task): Refusal | undefined {
  const { uid, userNamespace } = credentials;
  if (uid === 0 && userNamespace === ipcNamespace.userNamespace) return undefined;
  return refuse('EACCES', `${process.name} may not change limits of its IPC namespace`);
}

function setLimits(task: Task, limits: Partial<IpcLimits>): void {
  task.ipcNamespace.limits = { ...task.ipcNamespace.limits, ...limits };
}

function countFile(name: 'shmmni' | 'msgmni' | 'msgmax' | 'msgmnb', bound: 'slots' | 'int'): SysctlFile {
  return {
    read: (task) => task.ipcNamespace.limits[name],
    write: (task, text) => {
      const highest = bound === 'slots' ? task.ipcNamespace.profile.ipc.slots : 0x7fffffff;
      const number = parseSysctlNumber(text);
      const denied = limitsDenied(task);
      if (denied !== undefined) return denied;
      if (number === undefined || number < 0 || number > highest) {
        return refuse('EINVAL', `${name} takes 0 to ${highest}, not "${text}"`);
      }
      setLimits(task, { [name]: number });
      return undefined;
    },
  };
}

function sizeFile(name: 'shmmax' | 'shmall'): SysctlFile {
  return {
    read: (task) => String(task.ipcNamespace.limits[name]),
    write: (task, text) => {
      const denied = limitsDenied(task);
      if (denied !== undefined) return denied;
      if (!/^\s*\d{1,20}\s*$/.test(text)) return refuse('EINVAL', `${name} takes a number, not "${text}"`);
      setLimits(task, { [name]: BigInt(text.trim()) });
      return undefined;
    },
  };
}

function readSem(task: Task): string {
  const { semmsl, semmns, semopm, semmni } = task.ipcNamespace.limits;
  return [semmsl, semmns, semopm, semmni].join('\t');
}

/** ipc/ipc_sysctl.c proc_ipc_sem_dointvec: ERANGE for a semmni beyond the number of slots. */
function writeSem(task: Task, text: string): Refusal | undefined {
  const denied = limitsDenied(task);
  if (denied !== undefined) return denied;
  const numbers = parseSysctlNumbers(text);
  if (numbers === undefined || numbers.some((number) => Math.abs(number) > 0x7fffffff)) {
    return refuse('EINVAL', `sem takes up to four numbers, not "${text}"`);
  }
  const { semmsl, semmns, semopm, semmni } = task.ipcNamespace.limits;
  const [newMsl = semmsl, newMns = semmns, newOpm = semopm, newMni = semmni] = numbers;
  const { slots } = task.ipcNamespace.profile.ipc;
  if (newMni < 0 || newMni > slots) return refuse('ERANGE', `semmni ${newMni} is beyond ${slots}`);
  setLimits(task, { semmsl: newMsl, semmns: newMns, semopm: newOpm, semmni: newMni });
  return undefined;
}
