/**
 * Network namespaces: limits of the kernel and devices from records of CRIU's own, addresses, routes, rules
 * and filters from the output of other programs (criu/net.c). Whether devices are there is not judged.
 */
import { type Entry, placeOf, textOf } from '../../../model/from-criu/image.ts';
import type { SysctlEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type CriuRestore, type Item, preorder } from './context.ts';
import { killed } from './fork.ts';
import { checkDumps, type Devices } from './network-dumps.ts';
import { entriesUntil, needEntry } from './read-file.ts';
import { fails } from './stop.ts';

/** A namespace whose description was read; those without one stay as they are made. */
export interface Network {
  readonly id: number;
  readonly entry: Entry<'netns_entry'> | undefined;
}

/** Before the first task is forked (read_net_ns_img). */
// Holds for the network of the host and for those that are handed over: neither has devices here.
export function readNetworks(restore: CriuRestore): readonly Network[] {
  if (!restore.ownNamespaces.has('net')) return [];
  const ids = new Set<number>();
  for (const { ids: own, state } of preorder(restore.root)) {
    if (state !== 'helper' && own?.net_ns_id !== undefined) ids.add(own.net_ns_id);
  }
  const networks: Network[] = [];
  for (const id of [...ids].reverse()) {
    const exists = restore.image.sizes.has(`netns-${id}.img`);
    const entry = exists ? needEntry(restore, 'NETNS', 'netns_entry', id) : undefined;
    networks.push({ id, entry });
  }
  return networks;
}

/** The root task is born into its network before anything else. */
export function enterNetwork({ ownNamespaces }: CriuRestore, { ids, pid }: Item): void {
  if (!ownNamespaces.has('net') || ids?.net_ns_id !== undefined) return;
  killed(pid, { file: `ids-${pid}.img` }, `the ids of ${pid} have no net_ns_id`);
}

/** First the limits of all namespaces, then their devices, then what `ip` and `nft` have said. */
export function makeNetworks(restore: CriuRestore, networks: readonly Network[]): void {
  const own = networks.filter(({ entry }) => entry?.fields.ext_key === undefined);
  const devices = new Map<number, readonly Entry<'net_device_entry'>[]>();
  for (const network of own) {
    const { entries, stop } = entriesUntil(restore, 'NETDEV', 'net_device_entry', network.id);
    devices.set(network.id, entries);
    setLimits(network, networks);
    if (stop !== undefined) throw stop;
  }
  for (const item of devices.values()) checkDevices(item);
  for (const [id, entries] of devices) checkDumps(restore.image, id, indexesOf(entries));
}

const loopback = { type: 1, index: 1 } as const;

/** Place of disable_ipv6 in the list of net/ipv6/conf. */
const disabled6 = 13;

/** Devices by number, and whether they have IPv6: the kernel numbers the loopback device, the image the others. */
const indexesOf = (devices: readonly Entry<'net_device_entry'>[]): Devices =>
  new Map([
    [loopback.index, true],
    ...devices.map(({ fields }): [number, boolean] => [
      fields.type === loopback.type ? loopback.index : (fields.ifindex ?? 0),
      (fields.conf6?.[disabled6]?.iarg ?? 0) === 0,
    ]),
  ]);

function setLimits({ entry }: Network, networks: readonly Network[]): void {
  if (entry === undefined) return;
  const { all_conf6: all, unix_conf: unix, ipv4_sysctl: ipv4, nsids } = entry.fields;
  const at = placeOf(entry);
  // What is wrong with the defaults of IPv6 is forgotten as soon as there are limits of unix sockets.
  setLimits6('all', all, at);
  if (!unix) setLimits6('default', entry.fields.def_conf6, at);
  if (unix !== undefined && unix.length !== 1)
    fails('criu-network', at, `CRIU: "net: unix: Unexpected entries in config (${unix.length} 1)"`);
  if (ipv4 !== undefined && ipv4.length !== 1)
    fails('criu-network', at, `CRIU: "net: ipv4: Unexpected entries in sysctl (${ipv4.length} 1)"`);
  const groups = textOf(ipv4?.[0]?.sarg);
  if (groups !== undefined && !isGroupRange(groups)) {
    const message = `CRIU: "net: ipv4: Failed to write net/ipv4/<sysctls>"; ping_group_range "${groups.slice(0, 40)}" is no pair of groups`;
    fails('criu-network', at, message, { errno: 'EINVAL' });
  }
  const known = new Set(networks.map(({ id }) => id));
  const unknown = nsids?.find(({ target_ns_id: target }) => !known.has(target ?? 0));
  if (unknown === undefined) return;
  fails('criu-network', at, `CRIU: "net: Unknown namespace: ${unknown.target_ns_id}"`);
}

const largestGroup = 0xffff_fffe;

/** One number or two, as the kernel reads them: what follows is not looked at. */
function isGroupRange(text: string): boolean {
  const words = text.trim().split(/\s+/).slice(0, 2);
  return words.every((word) => /^(0x[0-9a-f]+|\d+)$/i.test(word) && Number(word) <= largestGroup);
}

/** Places in the list of net/ipv6/conf whose values the kernel bounds, in the order of writing. */
const bounds6: readonly (readonly [place: number, name: string, min: number, max: number])[] = [
  [19, 'hop_limit', 1, 255],
  [24, 'mldv1_unsolicited_report_interval', 0, 0x7fff_ffff],
  [25, 'mldv2_unsolicited_report_interval', 0, 0x7fff_ffff],
  [26, 'mtu', 1280, 0x7fff_ffff],
  [34, 'router_solicitations', -1, 0x7fff_ffff],
];

function setLimits6(
  device: string,
  conf: readonly SysctlEntry[] | undefined,
  at: ReturnType<typeof placeOf>,
  mtu = 0x7fff_ffff,
): void {
  for (const [place, name, min, max] of bounds6) {
    const { type = number32, iarg } = conf?.[place] ?? {};
    const limit = name === 'mtu' ? mtu : max;
    if (type !== number32 || iarg === undefined || (iarg >= min && iarg <= limit)) continue;
    const message = `CRIU: "Can't write net/ipv6/conf/${device}/${name}: Invalid argument"; ${iarg} is not between ${min} and ${limit}`;
    fails('criu-network', at, message, { errno: 'EINVAL' });
  }
}

/** images/sysctl.proto: CTL_32. */
const number32 = 6;

const nameBytesMax = 15;
/** A device that cannot carry the smallest packet of IPv4 has no settings of it. */
const mtuMin = 68;
const typeMax = 8;

/** The devices of one namespace, the last one first (__restore_links). */
function checkDevices(devices: readonly Entry<'net_device_entry'>[]): void {
  const indexes = new Set(devices.map(({ fields }) => fields.ifindex));
  for (const entry of [...devices].reverse()) {
    const { type = 0, mtu = 0, master, conf4, conf6 } = entry.fields;
    const name = textOf(entry.fields.name) ?? '';
    const at = placeOf(entry);
    if (master !== undefined && !indexes.has(master))
      fails('criu-network', at, `CRIU: "net: Unable to find the ${master} master"; the master of ${name}`);
    if (type < 1 || type > typeMax)
      fails('criu-network', at, `CRIU: "net: Unsupported link type ${type}"; device ${name}`);
    if (name.length === 0 || name.length > nameBytesMax) {
      const message = `CRIU: "net: Can't restore link: -34"; a device has a name of ${name.length} bytes`;
      fails('criu-network', at, message, { errno: 'ERANGE' });
    }
    if (type === loopback.type && name !== 'lo') {
      const message = `CRIU: "net: Can't restore link: -19"; no loopback device is called ${name}`;
      fails('criu-network', at, message, { errno: 'ENODEV' });
    }
    if (mtu < mtuMin && conf4 !== undefined && conf4.length > 0) {
      const message = `CRIU: "Can't open sysctl net/ipv4/conf/${name}/accept_local: No such file or directory"; with an mtu of ${mtu} there is no IPv4`;
      fails('criu-network', at, message, { errno: 'ENOENT' });
    }
    setLimits6(name, conf6, at, mtu);
  }
}
