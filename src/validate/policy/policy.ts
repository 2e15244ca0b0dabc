/**
 * Policies: rules of the user's own about what may be persisted at all. As data, from the configuration;
 * this file says what they are and judges processes and sockets. Memory is searched elsewhere.
 */
import type { Severity } from '../../diagnostic.ts';
import type { Checkpoint, Socket, Task } from '../../model/checkpoint.ts';
import { capability, tcpState } from '../../parse/generated/cpt-records.ts';
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
}

/** `CAP_SYS_ADMIN` → 21; undefined for a name that no known kernel has. */
export function capabilityNumber(name: string): number | undefined {
  const key = name.toLowerCase().replace(/^cap_/, '');
  return Object.hasOwn(capability, key) ? capability[key as keyof typeof capability] : undefined;
}

type PolicyCode = 'policy-process' | 'policy-user' | 'policy-capability' | 'policy-listening';

export function judgeCheckpoint(
  checkpoint: Checkpoint,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
): void {
  for (const policy of policies) {
    const patterns = policy.processes.map(globPattern);
    const numbers = policy.capabilities.map((name) => [name, capabilityNumber(name)] as const);
    const uids = new Set(policy.uids);
    for (const { leader, tasks } of checkpoint.processes) {
      const task = leader ?? tasks[0];
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
      const { uid, euid, suid, fsuid, capPermitted } = task.credentials;
      const denied = [uid, euid, suid, fsuid].find((id) => uids.has(id));
      if (denied !== undefined) say('policy-user', `runs as uid ${denied}`);
      for (const [name, number] of numbers) {
        if (number !== undefined && ((capPermitted >> BigInt(number)) & 1n) === 1n)
          say('policy-capability', `holds ${name}`);
      }
    }
    if (policy.listening) judgeSockets(checkpoint, policy, policy.listening, add);
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
    if (socket.state !== tcpState.listen) continue;
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
