/** Capabilities and resource limits that the restoring side must be able to give. */
import { capabilityNames } from '../../../../model/capabilities.ts';
import type { Checkpoint } from '../../../../model/checkpoint.ts';
import { headOf } from '../../../../model/look-up.ts';
import { limitsOf, unlimited } from '../../../../model/resource-limits.ts';
import { largest } from './extremes.ts';
import type { NeededLimit } from './types.ts';

/** Everything that a task may use or regain. */
export function heldCapabilities({ tasks }: Checkpoint): readonly string[] {
  let held = 0n;
  for (const { credentials } of tasks) {
    if (credentials === undefined) continue;
    held |= credentials.capPermitted | credentials.capEffective | credentials.capInheritable;
  }
  return capabilityNames(held);
}

/**
 * asm-generic/resource.h: limits by number, with the hard limit that the kernel gives the first process.
 * Numbers of processes and signals follow from the size of the machine.
 */
const limits: readonly (readonly [resource: string, usual: bigint | 'unlimited' | 'of the machine'])[] = [
  ['RLIMIT_CPU', 'unlimited'],
  ['RLIMIT_FSIZE', 'unlimited'],
  ['RLIMIT_DATA', 'unlimited'],
  ['RLIMIT_STACK', 'unlimited'],
  ['RLIMIT_CORE', 'unlimited'],
  ['RLIMIT_RSS', 'unlimited'],
  ['RLIMIT_NPROC', 'of the machine'],
  ['RLIMIT_NOFILE', 4096n],
  ['RLIMIT_MEMLOCK', 65536n],
  ['RLIMIT_AS', 'unlimited'],
  ['RLIMIT_LOCKS', 'unlimited'],
  ['RLIMIT_SIGPENDING', 'of the machine'],
  ['RLIMIT_MSGQUEUE', 819200n],
  ['RLIMIT_NICE', 0n],
  ['RLIMIT_RTPRIO', 0n],
  ['RLIMIT_RTTIME', 'unlimited'],
];

/** Hard limits above the usual ones, the highest for each resource: only CAP_SYS_RESOURCE can give them. */
export function unusualLimits(checkpoint: Checkpoint): readonly NeededLimit[] {
  return limits.flatMap(([resource, usual], number): NeededLimit[] => {
    if (usual === 'unlimited') return [];
    const usualNumber = usual === 'of the machine' ? unlimited - 1n : usual;
    const above = checkpoint.processes.flatMap((process) => {
      const hard = limitsOf(checkpoint, headOf(process))[number]?.max;
      return hard !== undefined && hard > usualNumber ? [{ pid: process.pid, hard }] : [];
    });
    if (above.length === 0) return [];
    const highest = largest(above.map(({ hard }) => hard));
    const hard = highest >= unlimited ? 'unlimited' : highest;
    return [{ resource, hard, usual, pids: above.map(({ pid }) => pid) }];
  });
}
