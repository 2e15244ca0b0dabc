/** Reads from /proc what a restore on this machine would find. Parsing is in `restore-sim/host`. */
import { readdirSync, readFileSync } from 'node:fs';
import { machine } from 'node:os';
import { type Host, hostFromProc, type ProcTexts } from '../../restore-sim/host/index.ts';

const sysctlNames = [
  'pid_max',
  'ns_last_pid',
  'shmmni',
  'shmmax',
  'shmall',
  'msgmni',
  'msgmax',
  'msgmnb',
  'sem',
];

/** Processes that end meanwhile are left out, like files that this user may not read. */
export function captureHost(): Host {
  const processes = list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const stat = read(`/proc/${pid}/stat`);
      return stat === undefined ? [] : [{ stat, tasks: list(`/proc/${pid}/task`) }];
    });
  const texts: ProcTexts = {
    release: read('/proc/sys/kernel/osrelease'),
    machine: machine(),
    sysctls: Object.fromEntries(sysctlNames.map((name) => [name, read(`/proc/sys/kernel/${name}`)])),
    processes,
    sem: read('/proc/sysvipc/sem'),
    msg: read('/proc/sysvipc/msg'),
    shm: read('/proc/sysvipc/shm'),
  };
  // This command is gone before any restore begins.
  const host = hostFromProc(texts);
  return { ...host, processes: (host.processes ?? []).filter(({ pid }) => pid !== process.pid) };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
