/** The facts of this machine: what capture-host.sh prints, which does the same on hosts without Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '../../parse/bytes/document.ts';
import { checkHost, type Host, type HostDescriptor, type Restorer } from '../../restore-sim/host/index.ts';
import { packageFile } from '../version.ts';

const script = fileURLToPath(packageFile('capture-host.sh'));

/** A hundred thousand processes take some ten million bytes. */
const outputBytesMax = 256 * 1024 * 1024;

/** Descriptors and standard input are those of this command. Throws where no shell can be run. */
export function captureHost(): Host {
  if (!existsSync(script)) throw new DocumentError('capture-host.sh is not where it was installed');
  const { status, stdout, error } = spawnSync('sh', [script], {
    stdio: ['inherit', 'pipe', 'ignore'],
    maxBuffer: outputBytesMax,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  const host = status === 0 ? checkHost(documentOf(stdout)) : { problem: `it ended with ${status}` };
  if ('problem' in host) throw new DocumentError(`capture-host.sh: ${host.problem}`);
  // This command is gone before any restore begins, and what it changed of itself is its own.
  const processes = (host.processes ?? []).filter(({ pid }) => pid !== process.pid);
  return { ...host, processes, ...(host.restorer && { restorer: ofCaller(host.restorer) }) };
}

/** Programs that the script runs may be missing, or be killed where a limit is low. */
function documentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DocumentError(
      'capture-host.sh: what it prints is cut: a program that it starts cannot run here',
    );
  }
}

/**
 * Node closes descriptors that it inherited when it starts a program, and raises its limit of open files: those of
 * this process, and the limit of whoever started it.
 */
function ofCaller(restorer: Restorer): Restorer {
  const soft = /^Max open files +(\d+|unlimited) /m.exec(readOr(`/proc/${process.ppid}/limits`))?.[1];
  const { RLIMIT_NOFILE: own, ...others } = restorer.limits ?? {};
  // Whoever started it may have started it under a lower limit (prlimit COMMAND).
  const isLower = soft !== undefined && own !== undefined && numberOf(soft) < numberOf(own.hard);
  const limits = own && { ...others, RLIMIT_NOFILE: { ...own, soft: isLower ? soft : own.hard } };
  return { ...restorer, descriptors: openDescriptors(), ...(limits && { limits }) };
}

const numberOf = (limit: string): number =>
  limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit);

function openDescriptors(): readonly HostDescriptor[] {
  const all = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const name = readlinkSync(`/proc/self/fd/${fd}`);
      return [{ fd: Number(fd), name, type: typeOf(name) }];
    } catch {
      return [];
    }
  });
  return inherited(all);
}

/** Without those of libuv: what it waits with, and pipes from itself to itself. */
export const inherited = (all: readonly HostDescriptor[]): readonly HostDescriptor[] =>
  all.filter((one) => !isOfNode(one, all)).sort((a, b) => a.fd - b.fd);

function isOfNode({ fd, name = '' }: HostDescriptor, all: readonly HostDescriptor[]): boolean {
  if (fd <= 2) return false;
  const isPair =
    name.startsWith('pipe:') && all.filter((one) => one.fd > 2 && one.name === name).length === 2;
  return isPair || /^anon_inode:\[(eventpoll|eventfd|io_uring|timerfd|signalfd)\]$/.test(name);
}

const types: readonly (readonly [name: RegExp, type: HostDescriptor['type']])[] = [
  [/^pipe:/, 'pipe'],
  [/^socket:/, 'socket'],
  [/^(net|pid|mnt|ipc|uts|user|time|cgroup):\[/, 'namespace'],
  [/^\/dev\/(pts\/|tty|console)/, 'terminal'],
  [/^\/dev\//, 'device'],
  [/^\//, 'file'],
];

const typeOf = (name: string): HostDescriptor['type'] =>
  types.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
