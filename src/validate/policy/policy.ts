/**
 * Policies: rules of the user's own about what may be persisted at all. As data, from the configuration;
 * this file says what they are and judges processes and sockets. Memory is searched in search-memory.ts.
 */
import type { Severity } from '../../diagnostic.ts';
import { capabilityNumber } from '../../model/capabilities.ts';
import type { Checkpoint, Socket, Task } from '../../model/checkpoint.ts';
import { headOf } from '../../model/look-up.ts';
import { environment } from '../../model/read-memory.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { defaultLength, type Finding } from '../finding.ts';
import { globPattern } from './glob.ts';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface MemoryPattern {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Policy {
  readonly name: string;
  readonly severity: Severity;
  /** Added to every message: why, or whom to ask. */
  readonly message?: string | undefined;
  /** Globs over the name of a process, which is at most 15 characters long. */
  readonly processes: readonly string[];
  readonly uids: readonly number[];
  /** `CAP_SYS_ADMIN`. */
  readonly capabilities: readonly string[];
  /** Undefined: listening is allowed. */
  readonly listening?: readonly PortRange[] | undefined;
  readonly memory: readonly MemoryPattern[];
  /** Globs over the paths of open and mapped files. */
  readonly files: readonly string[];
  /** Globs over the names of variables of the environment. */
  readonly environment: readonly string[];
  readonly areas: readonly AreaMark[];
  /** Globs over the name of the base image, and over labels and annotations of the container as `NAME=VALUE`. */
  readonly images: readonly string[];
  readonly labels: readonly string[];
  readonly require: PolicyDemands;
}

/** How a program marks an area: madvise(2), mlock(2). */
export type AreaMark = 'dontdump' | 'wipeonfork' | 'locked';

/** What every image must have. */
export interface PolicyDemands {
  readonly noNewPrivileges: boolean;
  readonly seccomp: boolean;
  readonly nonRoot: boolean;
  readonly images: readonly string[];
  readonly labels: readonly string[];
  /** Globs over codes: their findings are errors, and nothing silences them. */
  readonly rules: readonly string[];
}

/** TCP_LISTEN of the kernel's net/tcp_states.h. */
const tcpListen = 10;

export type PolicyCode =
  | 'policy-process'
  | 'policy-user'
  | 'policy-capability'
  | 'policy-listening'
  | 'policy-file'
  | 'policy-environment'
  | 'policy-environment-unread'
  | 'policy-area'
  | 'policy-image'
  | 'policy-label'
  | 'policy-rights';

export function judgeCheckpoint(
  checkpoint: Checkpoint,
  source: ByteSource,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
): void {
  for (const policy of policies) {
    const patterns = policy.processes.map(globPattern);
    const numbers = policy.capabilities.map((name) => [name, capabilityNumber(name)] as const);
    const uids = new Set(policy.uids);
    for (const process of checkpoint.processes) {
      const task = headOf(process);
      if (!task) continue;
      const say = (code: PolicyCode, what: string) =>
        add(
          finding(
            policy,
            code,
            `process ${task.pid} (${task.comm}) ${what}`,
            task.at,
            task.file ?? taskPath(task),
          ),
        );
      if (patterns.some((pattern) => pattern.test(task.comm))) say('policy-process', 'may not be persisted');
      const { credentials } = task;
      if (credentials === undefined) continue;
      const { uid, euid, suid, fsuid, capPermitted } = credentials;
      const denied = [uid, euid, suid, fsuid].find((id) => uids.has(id));
      if (denied !== undefined) say('policy-user', `runs as uid ${denied}`);
      for (const [name, number] of numbers) {
        if (number !== undefined && ((capPermitted >> BigInt(number)) & 1n) === 1n)
          say('policy-capability', `holds ${name}`);
      }
    }
    judgeFiles(checkpoint, policy, add);
    judgeEnvironment(checkpoint, source, policy, add);
    if (policy.listening) judgeSockets(checkpoint, policy, policy.listening, add);
  }
}

/** Open files and those that memory maps, deleted ones by the name that they had. */
function judgeFiles(checkpoint: Checkpoint, policy: Policy, add: (finding: Finding) => void): void {
  const patterns = policy.files.map(globPattern);
  if (patterns.length === 0) return;
  for (const { path, at, file } of checkpoint.files.values()) {
    if (path === undefined || !patterns.some((pattern) => pattern.test(path))) continue;
    add(finding(policy, 'policy-file', `${path} is open or mapped`, at, file ?? 'FILES/file'));
  }
}

/** Values are never shown: they are what the policy keeps. */
function judgeEnvironment(
  checkpoint: Checkpoint,
  source: ByteSource,
  policy: Policy,
  add: (finding: Finding) => void,
): void {
  const patterns = policy.environment.map(globPattern);
  if (patterns.length === 0) return;
  for (const process of checkpoint.processes) {
    const task = headOf(process);
    if (task?.memory === undefined) continue;
    const place = task.file ?? taskPath(task);
    const strings = environment(checkpoint, source, task);
    if (strings === undefined) {
      const what = `the environment of process ${task.pid} (${task.comm}) is not in the image, so that it was not judged`;
      add({ ...finding(policy, 'policy-environment-unread', what, task.at, place), severity: 'warning' });
      continue;
    }
    const names = strings.map((text) => text.split('=', 1)[0] ?? '');
    const found = names.filter((name) => patterns.some((pattern) => pattern.test(name)));
    if (found.length > 0)
      add(
        finding(
          policy,
          'policy-environment',
          `process ${task.pid} (${task.comm}) has ${found.slice(0, 8).join(', ')} in its environment`,
          task.at,
          place,
        ),
      );
  }
}

const taskPath = (task: Task) => `TASKS/task ${task.pid}`;

function judgeSockets(
  checkpoint: Checkpoint,
  policy: Policy,
  ranges: readonly PortRange[],
  add: (finding: Finding) => void,
): void {
  for (const socket of checkpoint.sockets.values()) {
    if (socket.state !== tcpListen) continue;
    const port = portOf(socket);
    if (port === undefined || !ranges.some(({ from, to }) => port >= from && port <= to)) continue;
    const path = socket.file ?? 'SOCKET/socket';
    add(finding(policy, 'policy-listening', `a socket listens on port ${port}`, socket.at, path));
  }
}

const portOf = ({ local }: Socket): number | undefined =>
  local?.family === 'inet' || local?.family === 'inet6' ? local.port : undefined;

export function finding(
  policy: Policy,
  code: PolicyCode | 'policy-memory',
  what: string,
  offset: number,
  path: string,
): Finding {
  const why = policy.message === undefined ? '' : `; ${policy.message}`;
  return {
    code,
    severity: policy.severity,
    message: `policy "${policy.name}": ${what}${why}`,
    layer: 'policy',
    length: defaultLength,
    at: { offset, path },
  };
}
