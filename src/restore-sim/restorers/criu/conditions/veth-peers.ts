/** Numbers of the ends of veth pairs that lie outside, where no option says where they go. */
import type { NetDeviceEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { types } from './device-types.ts';

interface Device {
  readonly fields: NetDeviceEntry;
}

/**
 * Devices whose other end takes a number inside that the image has for a device. CRIU asks for the number of its own
 * end only (criu/net.c); the kernel makes the other one first (drivers/net/veth.c), under the lowest number that is
 * free, and refuses a number that is taken. Seen on 6.18: a container whose eth0 is number 2, as most are.
 */
export function clashingPeers<T extends Device>(devices: readonly T[]): ReadonlySet<T> {
  const takenBy = new Map<number, T | undefined>([[loopback, undefined]]);
  const clashing = new Set<T>();
  for (const device of devices) {
    const { type, ifindex = 0, peer_nsid: peerNetwork } = device.fields;
    if (type === types.loopback) continue;
    if (type === types.veth && peerNetwork === undefined) takenBy.set(firstFree(takenBy), device);
    const owner = takenBy.get(ifindex);
    if (owner !== undefined) clashing.add(owner);
    takenBy.set(ifindex, owner);
  }
  return clashing;
}

const loopback = 1;

function firstFree(taken: ReadonlyMap<number, unknown>): number {
  let number = loopback + 1;
  while (taken.has(number)) number++;
  return number;
}
