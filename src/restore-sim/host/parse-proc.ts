/** Texts of /proc as data: stat lines, the tables of /proc/sysvipc, numbers of /proc/sys. Reads no files. */
import type { Host, HostIpcObject, HostLimits, HostProcess, HostSegment, HostSemaphoreSet } from './host.ts';

/** What was read; a file that could not be read is absent. */
export interface ProcTexts {
  /** /proc/sys/kernel/osrelease. */
  readonly release?: string | undefined;
  /** As uname -m prints it. */
  readonly machine?: string | undefined;
  /** /proc/sys/kernel/NAME. */
  readonly sysctls: Readonly<Record<string, string | undefined>>;
  readonly processes: readonly {
    readonly stat: string;
    /** Names in /proc/PID/task. */
    readonly tasks: readonly string[];
  }[];
  /** /proc/sysvipc/sem, msg, shm. */
  readonly sem?: string | undefined;
  readonly msg?: string | undefined;
  readonly shm?: string | undefined;
}

/** The host document. Names of IPC objects are those of processes that made them and still live. */
export function hostFromProc(texts: ProcTexts): Host {
  const { release, machine, sysctls, sem, msg, shm } = texts;
  const processes = texts.processes
    .flatMap(({ stat, tasks }) => processOf(stat, tasks) ?? [])
    .sort((a, b) => a.pid - b.pid);
  const names = new Map(processes.map(({ pid, comm }) => [pid, comm]));
  const lastPid = numberOf(sysctls['ns_last_pid']);
  return {
    schemaVersion: 1,
    ...(release !== undefined && {
      kernel: { release: release.trim(), ...(machine !== undefined && { machine }) },
    }),
    limits: limitsOf(sysctls),
    ...(lastPid !== undefined && { lastPid }),
    processes,
    ipc: {
      sem: table(sem).map(
        (row): HostSemaphoreSet => ({ ...objectOf(row, 'semid'), nsems: Number(row['nsems']) }),
      ),
      msg: table(msg).map((row) => objectOf(row, 'msqid', names.get(Number(row['lspid'])))),
      shm: table(shm).map(
        (row): HostSegment => ({
          ...objectOf(row, 'shmid', names.get(Number(row['cpid']))),
          size: row['size'] ?? '0',
        }),
      ),
    },
  };
}

/** proc(5), /proc/PID/stat: the name is in parentheses and may itself hold any character. */
function processOf(stat: string, tasks: readonly string[]): HostProcess | undefined {
  const match = /^(\d+) \((.*)\) \S -?\d+ (-?\d+) (-?\d+) /s.exec(stat);
  if (match === null) return undefined;
  const pid = Number(match[1]);
  const threads = tasks.map(Number).filter((tid) => Number.isInteger(tid) && tid !== pid);
  return {
    pid,
    comm: match[2] ?? '',
    pgid: Math.max(Number(match[3]), 0),
    sid: Math.max(Number(match[4]), 0),
    ...(threads.length > 0 && { threads: threads.sort((a, b) => a - b) }),
  };
}

/** A heading with column names, then one line for each object. */
function table(text: string | undefined): readonly Readonly<Record<string, string>>[] {
  const [heading = '', ...lines] = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  const names = heading.trim().split(/\s+/);
  return lines.map((line) => {
    const cells = line.trim().split(/\s+/);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '0']));
  });
}

/** Keys are printed signed, modes in octal. */
function objectOf(row: Readonly<Record<string, string>>, idName: string, name?: string): HostIpcObject {
  const key = Number(row['key']) >>> 0;
  return {
    id: Number(row[idName]),
    key: `0x${key.toString(16)}`,
    uid: Number(row['uid']),
    gid: Number(row['gid']),
    mode: (row['perms'] ?? '0').padStart(4, '0'),
    ...(name !== undefined && { name }),
  };
}

function limitsOf(sysctls: ProcTexts['sysctls']): HostLimits {
  const limits: Record<string, number | string | readonly number[]> = {};
  for (const name of ['pid_max', 'shmmni', 'msgmni', 'msgmax', 'msgmnb']) {
    const number = numberOf(sysctls[name]);
    if (number !== undefined) limits[name] = number;
  }
  // 2^64 - 2^24 does not fit a JSON number.
  for (const name of ['shmmax', 'shmall']) {
    const text = sysctls[name]?.trim();
    if (text !== undefined && /^\d+$/.test(text)) limits[name] = text;
  }
  const sem = sysctls['sem']?.trim().split(/\s+/).map(Number);
  if (sem?.every(Number.isInteger)) limits['sem'] = sem;
  return limits;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+\s*$/.test(text) ? Number(text) : undefined;
}
