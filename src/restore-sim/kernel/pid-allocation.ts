/**
 * Allocation of a pid object: a number at each level, from the innermost namespace outward, requested or
 * ordinary. How a request is worded is the business of `id-requests/`.
 */

import { isRefusal, type Refusal, refuse } from './errno.ts';
import { describeHolder, type Pid } from './pid.ts';
import type { PidNamespace } from './pid-namespace.ts';

/** One way of asking for numbers, already tied to its caller and its values. */
export interface PidRequest {
  /** Checked before any level is touched; `namespace` is the child's innermost one. */
  readonly check?: (namespace: PidNamespace) => Refusal | undefined;
  /** The number wanted at that level (`distance` 0 = innermost), undefined for the kernel's choice. */
  readonly numberAt: (namespace: PidNamespace, distance: number) => number | Refusal | undefined;
  /** The answer to a number that is in use. */
  readonly taken: (namespace: PidNamespace, number: number, holder: string) => Refusal;
  /** A level got its requested number; some mechanisms move the cursor here. */
  readonly onLevelTaken?: (namespace: PidNamespace, number: number) => void;
  /** All levels got their numbers. */
  readonly onSuccess?: () => void;
}

/**
 * Makes a pid object for a child in that namespace. A refused allocation gives the numbers back but leaves
 * the cursors where they are, as kernel/pid.c alloc_pid does: forks that fail use numbers up.
 */
export function allocatePid(namespace: PidNamespace, request?: PidRequest): Pid | Refusal {
  const early = request?.check?.(namespace);
  if (early !== undefined) return early;
  // Levels are filled in place, so that every namespace maps to the one finished object.
  const numbers = new Array<number>(namespace.levels.length);
  const pid = newPid(namespace, numbers);
  const refusal = takeLevels(pid, numbers, request) ?? deadNamespace(namespace);
  if (refusal === undefined) {
    request?.onSuccess?.();
    return pid;
  }
  // `forEach` skips the levels that were not reached.
  numbers.forEach((number, level) => {
    namespace.levels[level]!.release(number);
  });
  // kernel/pid.c: the cursor of a namespace that never had a first process starts again.
  if (namespace.init === undefined && namespace.size === 0) {
    namespace.lastPid = namespace.profile.pid.lastPidWhenFresh;
  }
  return refusal;
}

/**
 * A pid object that holds `number` for `name` without a task; outer levels get ordinary numbers.
 * EINVAL for what is no pid, EEXIST when it is in use.
 */
export function placeholderPid(namespace: PidNamespace, number: number, name: string): Pid | Refusal {
  if (number < 1 || number > 0x7fffffff) return refuse('EINVAL', `${number} is no pid`);
  const pid = allocatePid(namespace, {
    numberAt: (_, distance) => (distance === 0 ? number : undefined),
    taken: (_, wanted, holder) => refuse('EEXIST', `number ${wanted} is in use`, holder),
  });
  if (!isRefusal(pid)) pid.placeholder = name;
  return pid;
}

function newPid(namespace: PidNamespace, numbers: readonly number[]): Pid {
  return {
    namespace,
    numbers,
    task: undefined,
    firstOfGroup: undefined,
    lastOfGroup: undefined,
    firstOfSession: undefined,
    lastOfSession: undefined,
    placeholder: undefined,
  };
}

function takeLevels(pid: Pid, numbers: number[], request: PidRequest | undefined): Refusal | undefined {
  // Virtual numbers derive from the level above, so those levels are filled after the walk.
  const derived: PidNamespace[] = [];
  const take = (namespace: PidNamespace, number: number) => {
    namespace.occupy(number, pid);
    numbers[namespace.level] = number;
  };
  const innermost = pid.namespace;
  for (let level: PidNamespace | undefined = innermost; level !== undefined; level = level.parent) {
    const wanted = request?.numberAt(level, innermost.level - level.level);
    if (isRefusal(wanted)) return wanted;
    if (wanted !== undefined) {
      const holder = level.find(wanted);
      if (holder !== undefined) return request!.taken(level, wanted, describeHolder(holder));
      take(level, wanted);
      request!.onLevelTaken?.(level, wanted);
    } else if (level.isVirtual) {
      derived.push(level);
    } else {
      const number = level.nextFree();
      if (number === undefined) return exhausted(level);
      level.lastPid = number;
      take(level, number);
    }
  }
  for (const level of derived.reverse()) take(level, virtualNumber(level, numbers[level.level - 1]!));
  return undefined;
}

/** OpenVZ: the first process is 1, others are the host's number with the virtual bit, or the next such. */
function virtualNumber(namespace: PidNamespace, hostNumber: number): number {
  if (namespace.init === undefined && namespace.find(1) === undefined) return 1;
  const { bit } = namespace.profile.pid.virtual!;
  let number = hostNumber + bit;
  while (namespace.find(number) !== undefined || (number & bit) === 0) number += 1;
  return number;
}

function exhausted(namespace: PidNamespace): Refusal {
  const { reserved, exhausted: errno } = namespace.profile.pid;
  const reach = `from ${reserved} to ${namespace.limit.max - 1}`;
  return refuse(errno, `no free pid ${reach} at level ${namespace.level}`);
}

/** kernel/pid.c alloc_pid: the answer is ENOMEM for historical reasons, and comes after the numbers. */
function deadNamespace(namespace: PidNamespace): Refusal | undefined {
  if (!namespace.isDead) return undefined;
  return refuse('ENOMEM', `the init of the pid namespace at level ${namespace.level} has died`);
}
