/** Networks: what sockets find in one that is not made by the restore, and what making one takes. */
import type { Location } from '../../../../diagnostic.ts';
import { entriesOf, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import { fieldsAs } from '../../../../model/from-criu/open-files.ts';
import { addressText } from '../../../../parse/criu/index.ts';
import type { InetSkEntry, SkOptsEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { type Condition, type ConditionFacts, condition, pathCondition } from '../../../conditions.ts';
import { plainAddress } from '../../../mapped-address.ts';
import type { Network } from '../network.ts';
import { isConnected } from '../tcp.ts';
import { types } from './device-types.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';
import { clashingPeers } from './veth-peers.ts';

export function* networkConditions(scene: Scene): Generator<Condition> {
  yield* socketConditions(scene);
  // An empty one takes nothing (criu/net.c, prepare_net_ns).
  const isEmpty = scene.options?.values('--empty-ns').at(-1) === 'net';
  if (!isEmpty) for (const network of scene.networks) yield* makingConditions(scene, network);
  yield* deviceConditions(scene);
}

/**
 * Facts of the network of the host, which is that of a tree without its own, and of those that are handed over, under
 * their key: their addresses and ports are not the image's. Undefined for those that the restore makes.
 */
function foreign({ restore, networks, options }: Scene, id: number | undefined): ConditionFacts | undefined {
  if (!restore.ownNamespaces.has('net')) return {};
  // What the joined network has is not known.
  if (options?.values('--join-ns').some((value) => value.startsWith('net:')) === true) return undefined;
  const own = id ?? restore.root?.ids?.net_ns_id;
  const key = textOf(networks.find((network) => network.id === own)?.entry?.fields.ext_key);
  return key === undefined ? undefined : { key };
}

// linux/in.h, linux/net.h.
export const protocols: Readonly<Record<number, string>> = {
  6: 'tcp',
  17: 'udp',
  132: 'sctp',
  136: 'udplite',
};
const tcp = 6;
const inet6 = 10;
const rawType = 3;
const datagramType = 2;
/** linux/in.h: IPPROTO_ICMP, IPPROTO_ICMPV6. */
const pingProtocols: ReadonlySet<number | undefined> = new Set([1, 58]);

function* socketConditions(scene: Scene): Generator<Condition> {
  const told = new Set<string>();
  const once = (text: string): boolean => !told.has(text) && told.add(text) !== undefined;
  for (const file of scene.files.values()) {
    const at = placeOf(file);
    const socket = fieldsAs(file, 'INETSK');
    const where = socket && foreign(scene, socket.ns_id);
    if (socket !== undefined) yield* lowPort(scene, socket, at, once);
    if (socket !== undefined && where !== undefined) yield* inetConditions(socket, at, once, where);
    if (socket?.type === datagramType && pingProtocols.has(socket.proto) && where?.['key'] === undefined) {
      if (where !== undefined && once('ping')) {
        const range = 'net.ipv4.ping_group_range';
        const remedy = `sysctl -w ${range}="0 2147483647"`;
        yield usual(condition('ping-group', `${range} with the group of the restorer`, remedy, at));
      }
    }
    const packet = fieldsAs(file, 'PACKETSK');
    const index = packet?.ifindex ?? 0;
    const network = packet && foreign(scene, packet.ns_id);
    if (network !== undefined && index !== 0 && once(`device ${index}`)) {
      const remedy = 'the device must have that number; its name does not matter';
      yield condition('interface-there', `network device number ${index}`, remedy, at, {
        ifindex: index,
        ...network,
      });
    }
    if ((packet !== undefined || socket?.type === rawType) && once('raw')) {
      const remedy = 'run criu with it';
      yield usual(condition('socket-capability', 'CAP_NET_RAW', remedy, at, { bit: 13 }));
    }
    const { opts, ns_id: id } = file.fields as { opts?: SkOptsEntry; ns_id?: number };
    const device = textOf(opts?.so_bound_dev)?.replace(/\0+$/, '');
    const bound = device === undefined || device === '' ? undefined : foreign(scene, id);
    if (device === undefined || bound === undefined || !once(`device ${device}`)) continue;
    yield condition('interface-there', `network device ${device}`, 'make it, or rename one', at, {
      interface: device,
      ...bound,
    });
  }
}

/** Where everybody may use a port that is lower, a setting of the network tells. */
function* lowPort(
  { restore }: Scene,
  { src_port: port = 0, proto = 0 }: InetSkEntry,
  at: Location,
  once: (text: string) => boolean,
): Generator<Condition> {
  const name = protocols[proto];
  if (name === undefined || port === 0 || port >= usualFreePort || restore.ownNamespaces.has('user')) return;
  if (!once(`low ${port}`)) return;
  const facts = { port, ...(!restore.ownNamespaces.has('net') && { isHere: 1 }) };
  const remedy = 'run criu with it, or lower net.ipv4.ip_unprivileged_port_start';
  yield usual(
    condition('port-capability', `CAP_NET_BIND_SERVICE, for ${name} port ${port}`, remedy, at, facts),
  );
}
/** net.ipv4.ip_unprivileged_port_start of most hosts, and of new networks. */
const usualFreePort = 1024;

function* inetConditions(
  socket: InetSkEntry,
  at: Location,
  once: (text: string) => boolean,
  where: ConditionFacts,
): Generator<Condition> {
  const { family, proto = 0, src_addr: words = [], src_port: port = 0 } = socket;
  const address = addressText(words);
  if (address === undefined) return;
  const name = protocols[proto];
  const shown = family === inet6 ? `[${address}]` : address;
  // Connections are bound in repair mode, which is in nobody's way (SK_FORCE_REUSE).
  if (name !== undefined && port !== 0 && !isConnected(socket) && once(`${name} ${address} ${port}`)) {
    const remedy = 'end who listens there, or restore in a network namespace of its own';
    const { opts, v6only } = socket;
    const isShared = opts?.so_reuseport === true || (proto !== tcp && opts?.reuseaddr === true);
    const facts = {
      protocol: name,
      address,
      port,
      ...where,
      ...(v6only === true && { isV6Only: 1 }),
      ...(isShared && { isShared: 1 }),
      ...(opts?.reuseaddr === true && { isReused: 1 }),
    };
    yield condition('port-free', `${name} ${shown}:${port} free`, remedy, at, facts);
  }
  // Listening to an address of IPv6 that is not there is allowed (IPV6_FREEBIND); those of loopback are everywhere.
  const own = plainAddress(address);
  const isEverywhere = /^(0\.0\.0\.0|127\..*|::1?)$/.test(own);
  if (
    isEverywhere ||
    (family === inet6 && !isConnected(socket)) ||
    !once(`address ${own} ${isConnected(socket)}`)
  )
    return;
  const remedy = 'ip address add it to a device before the restore';
  const facts = { address: own, ...where, ...(isConnected(socket) && { isConnected: 1 }) };
  yield condition('address-there', `address ${own}`, remedy, at, facts);
}

function* makingConditions({ restore: { image } }: Scene, { id, entry }: Network): Generator<Condition> {
  if (entry?.fields.ext_key !== undefined) return;
  const has = (name: string) => image.sizes.has(name);
  const run = (program: string, file: string) => pathCondition('program', program, { file });
  const devices = [...entriesOf(image, 'NETDEV', 'net_device_entry', id)];
  if (devices.length > 0) yield run('sh', `netdev-${id}.img`);
  // criu/net.c, restore_ip_dump: addresses, routes and rules are given back by it.
  const dumped = ['ifaddr', 'route', 'route6', 'rule'].map((name) => `${name}-${id}.img`).find(has);
  if (dumped !== undefined) yield run('ip', dumped);
  for (const name of ['iptables', 'ip6tables']) {
    const file = `${name}-${id}.img`;
    if (!has(file)) continue;
    const one = run(`${name}-restore`, file);
    const remedy = `install ${name}-legacy-restore: rules of the image are of legacy tables, even where there are none`;
    yield { ...one, remedy, facts: { ...one.facts, legacy: `${name}-legacy-restore` } };
  }
  if (has(`nftables-${id}.img`)) yield run('libnftables.so.1', `nftables-${id}.img`);
  const settings = entry === undefined ? 0 : Object.values(entry.fields).flat().filter(isSetting).length;
  if (entry !== undefined && settings > 0) {
    const remedy = 'restore on a kernel with IPv4 and IPv6 like that of the dump, or give --weak-sysctls';
    const { all_conf6 = [], def_conf6 = [] } = entry.fields;
    yield condition('network-sysctls', `${settings} settings under /proc/sys/net`, remedy, placeOf(entry), {
      option: '--weak-sysctls',
      since: 5010,
      ...(all_conf6.length + def_conf6.length > 0 && { isOfIpv6: 1 }),
    });
  }
  const clashing = clashingPeers(devices);
  for (const device of devices) {
    const { type, peer_nsid: peerNetwork } = device.fields;
    const name = textOf(device.fields.name) ?? '';
    const at = placeOf(device);
    if (type === types.veth && peerNetwork === undefined) {
      const code = clashing.has(device) ? 'veth-peer' : 'veth-peer-name';
      const wanted = `--external veth[${name}]:OUTER@BRIDGE`;
      const remedy = `criu restore ${wanted}: else the other end stays inside, and no bridge has it`;
      yield condition(code, wanted, remedy, at, { option: '--external', key: `veth[${name}]` });
    }
    if (type === types.macvlan) {
      const wanted = `--external macvlan[${name}]:DEVICE`;
      const remedy = `criu restore ${wanted}, the device of the host that it lies upon`;
      yield condition('macvlan-parent', wanted, remedy, at, {
        option: '--external',
        key: `macvlan[${name}]`,
      });
      const ifindex = device.fields.ifindex ?? 0;
      const help =
        'start criu in a network namespace that has no device of that number, and the one it lies upon';
      const number = `the number ${ifindex} of ${name} free where criu starts`;
      yield usual(condition('device-number-free', number, help, at, { ifindex }));
    }
    // criu/tun.c, open_tun_dev: made through the node of the host.
    if (type === types.tun)
      yield usual({
        ...pathCondition('device', '/dev/net/tun', at),
        facts: { path: '/dev/net/tun', isOfHost: 1 },
      });
    if (type === types.external)
      yield condition(
        'plugin-needed',
        `one that moves the device ${name}`,
        'install the plugin that dumped it',
        at,
      );
  }
}

const isSetting = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('iarg' in value || 'sarg' in value);

/** Tun files are opened anew (criu/tun.c). */
function* deviceConditions({ files }: Scene): Generator<Condition> {
  for (const file of files.values()) {
    if (file.kind !== 'TUNF') continue;
    yield pathCondition('device', '/dev/net/tun', placeOf(file));
    return;
  }
}
