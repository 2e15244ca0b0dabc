/**
 * A pid namespace: a map between numbers and pid objects, and the cursor of ordinary allocation. Whoever is
 * visible here is visible in every ancestor, because a pid object has a number at each level. It does not
 * choose levels or undo half-made allocations; `pid-allocation.ts` does.
 */

import type { UserNamespace } from './credentials.ts';
import { NumberMap } from './number-map.ts';
import { NumberSet, numberSetLimit } from './number-set.ts';
import type { Pid } from './pid.ts';
import type { Process } from './process.ts';
import type { KernelProfile } from './profile.ts';

/** One per kernel or one per namespace, as the profile says; namespaces may share it. */
export interface PidLimit {
  max: number;
}

export interface PidNamespaceOptions {
  readonly profile: KernelProfile;
  readonly userNamespace: UserNamespace;
  readonly parent?: PidNamespace;
  readonly limit: PidLimit;
}

export class PidNamespace {
  readonly profile: KernelProfile;
  readonly parent: PidNamespace | undefined;
  /** Its ancestors by level, itself last. */
  readonly levels: readonly PidNamespace[];
  /** 0 for the namespace that the kernel booted with. */
  readonly level: number;
  readonly userNamespace: UserNamespace;
  readonly limit: PidLimit;
  /** True for OpenVZ containers: ordinary numbers are derived from the level above. */
  readonly isVirtual: boolean;
  /** The first process. It stays named here after its death, when `isDead` forbids new numbers. */
  init: Process | undefined;
  isDead = false;
  /** Called once, when the init's own number is the last one left: a dying init waits for this. */
  onAlone: (() => void) | undefined;

  // Both change together, in `occupy` and `release`; `#used` finds gaps, `#pids` finds objects.
  readonly #pids = new NumberMap<Pid>();
  readonly #used = new NumberSet();
  #cursor: number;

  constructor({ profile, userNamespace, parent, limit }: PidNamespaceOptions) {
    this.profile = profile;
    this.parent = parent;
    this.levels = [...(parent?.levels ?? []), this];
    this.level = this.levels.length - 1;
    this.userNamespace = userNamespace;
    this.limit = limit;
    this.isVirtual = parent !== undefined && profile.pid.virtual !== undefined;
    this.#cursor = profile.pid.lastPidWhenFresh + 1;
  }

  /** How many numbers are in use, by tasks, groups, sessions or placeholders. */
  get size(): number {
    return this.#pids.size;
  }

  /** What ns_last_pid reads: the cursor is always one further. */
  get lastPid(): number {
    return this.#cursor - 1;
  }

  set lastPid(number: number) {
    this.#cursor = number + 1;
  }

  find(number: number): Pid | undefined {
    return this.#pids.get(number);
  }

  /** All pid objects, by number. */
  inNumberOrder(): readonly Pid[] {
    return [...this.#pids.values()];
  }

  /** The next number of ordinary allocation, or undefined when every number in reach is used. */
  nextFree(): number | undefined {
    const { reserved, wrapsToReserved } = this.profile.pid;
    const first = Math.max(this.#cursor, 1);
    // kernel/pid.c alloc_pid: pid_min is RESERVED_PIDS once the cursor has gone beyond it. The bitmap scan of
    // older kernels comes back to RESERVED_PIDS wherever it started.
    const low = wrapsToReserved === 'always' || first > reserved ? reserved : 1;
    return this.#firstFree(first) ?? (first > low ? this.#firstFree(low) : undefined);
  }

  /** Takes a number that is free. `lastPid` is moved by whoever allocates in order. */
  occupy(number: number, pid: Pid): void {
    this.#pids.set(number, pid);
    if (number < numberSetLimit) this.#used.add(number);
  }

  release(number: number): void {
    this.#pids.delete(number);
    if (number < numberSetLimit) this.#used.delete(number);
  }

  /** After numbers were released: lets a dying init go on when nobody else is left. */
  settle(): void {
    const { onAlone } = this;
    if (onAlone === undefined || this.size > 1) return;
    this.onAlone = undefined;
    onAlone();
  }

  #firstFree(from: number): number | undefined {
    const last = this.limit.max - 1;
    const bit = this.isVirtual ? undefined : this.profile.pid.virtual?.bit;
    let number = this.#used.firstFree(from, last);
    // OpenVZ keeps host numbers free of the virtual bit, so that host number + bit is always virtual.
    while (bit !== undefined && number !== undefined && (number & bit) !== 0) {
      number = this.#used.firstFree((number | (bit - 1)) + 1, last);
    }
    return number;
  }
}
