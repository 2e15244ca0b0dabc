/** Seen with CRIU 4.2.1 on Linux 6.18, without --external: which images are restored, and which are refused. */
import { expect, test } from 'vitest';
import { types } from './device-types.ts';
import { clashingPeers } from './veth-peers.ts';

const lo = { fields: { type: types.loopback, ifindex: 1, peer_ifindex: 1, peer_nsid: 9 } };
const veth = (ifindex: number, more = {}) => ({ fields: { type: types.veth, ifindex, ...more } });

test.each([
  // "-16 reported by netlink: Device or resource busy": the other end is number 2 already.
  ['the first of a container', [lo, veth(2, { peer_ifindex: 5 })], [2]],
  ['a higher number', [lo, veth(7, { peer_ifindex: 90 })], []],
  // "-95 reported by netlink: Operation not supported"
  ['one that comes later', [lo, veth(3), veth(2)], [3]],
  ['both ends inside', [lo, veth(3, { peer_nsid: 9 }), veth(2, { peer_nsid: 9 })], []],
])('%s', (_, devices, numbers) =>
  expect([...clashingPeers(devices)].map(({ fields }) => fields.ifindex)).toEqual(numbers),
);
