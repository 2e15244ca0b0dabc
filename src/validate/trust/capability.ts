/** Numbers of capabilities (linux/capability.h), and sets of them by name. */
import { capabilityCount, capabilityNames } from '../../model/capabilities.ts';

export const cap = {
  dacReadSearch: 2,
  setgid: 6,
  setuid: 7,
  netBindService: 10,
  netAdmin: 12,
  netRaw: 13,
  sysModule: 16,
  sysRawio: 17,
  sysPtrace: 19,
  sysAdmin: 21,
  sysNice: 23,
  sysResource: 24,
  mknod: 27,
  bpf: 39,
} as const;

export const allCapabilities = (1n << BigInt(capabilityCount)) - 1n;

const numbers = new Map(capabilityNames(allCapabilities).map((name, bit) => [name, bit]));

/** `CAP_CHOWN`, `chown` → bit 0; undefined for a name that no kernel has. */
export const capabilityBit = (name: string): number | undefined =>
  numbers.get(name.toUpperCase().startsWith('CAP_') ? name.toUpperCase() : `CAP_${name.toUpperCase()}`);

/** A set of names; `ALL` is all of them. */
export function capabilitySet(names: readonly string[]): bigint {
  let set = 0n;
  for (const name of names) {
    if (/^(cap_)?all$/i.test(name)) return allCapabilities;
    const bit = capabilityBit(name);
    if (bit !== undefined) set |= 1n << BigInt(bit);
  }
  return set;
}

/** `CAP_SYS_ADMIN, CAP_NET_RAW`, at most six of them. */
export function capabilityText(set: bigint): string {
  if ((set & allCapabilities) === allCapabilities) return 'all capabilities';
  const names = capabilityNames(set);
  const odd = set & ~allCapabilities;
  const all = odd === 0n ? names : [...names, `unknown bits 0x${odd.toString(16)}`];
  return all.length > 6 ? `${all.slice(0, 6).join(', ')} and ${all.length - 6} more` : all.join(', ');
}

/** What engines grant when nothing is said: containerd pkg/oci/spec.go and Docker, Podman, CRI-O. */
export const defaultCapabilities = {
  containerd: 0xa80425fbn,
  podman: 0x800405fbn,
  'cri-o': 0x5fbn,
  unknown: 0xa80425fbn,
} as const;
