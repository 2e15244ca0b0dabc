/** Credentials of a task. */
import type { Credentials } from '../../../model/checkpoint.ts';
import type { CredsEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';
import type { Place } from './losses.ts';

const allCapabilities = (1n << 64n) - 1n;

/**
 * Capability sets are cut by what the restoring side has: capset(2) refuses more than that, and the restore
 * would fail. A task without a bounding set of its own gets that of the container, or
 * all that the restoring side has.
 */
export function credsOf(
  { checkpoint, side, losses }: Conversion,
  credentials: Credentials | undefined,
  place: Place,
): CredsEntry | undefined {
  if (credentials === undefined) return undefined;
  const available = side.capabilities ?? allCapabilities;
  const { capPermitted, capEffective, capInheritable, capBounding } = credentials;
  const lacking = capPermitted & ~available & knownCapabilities;
  if (lacking !== 0n) losses.add('capability', `bits 0x${lacking.toString(16)}`, place);
  // Bits beyond the known ones are set in full sets of kernels that knew fewer.
  const cut = (set: bigint) => set & available & knownCapabilities;
  const bounding = (capBounding ?? checkpoint.container.capBounding ?? allCapabilities) & available;
  return {
    uid: credentials.uid,
    gid: credentials.gid,
    euid: credentials.euid,
    egid: credentials.egid,
    suid: credentials.suid,
    sgid: credentials.sgid,
    fsuid: credentials.fsuid,
    fsgid: credentials.fsgid,
    cap_inh: words(cut(capInheritable)),
    cap_prm: words(cut(capPermitted)),
    cap_eff: words(cut(capEffective)),
    cap_bnd: words(bounding),
    secbits: credentials.securebits,
    groups: credentials.groups,
  };
}

/** CAP_CHECKPOINT_RESTORE is number 40, the last of Linux 6.18. */
const knownCapabilities = (1n << 41n) - 1n;

/** Two words of 32 bits, the low one first. */
const words = (set: bigint): readonly number[] => [Number(set & 0xffffffffn), Number(set >> 32n)];
