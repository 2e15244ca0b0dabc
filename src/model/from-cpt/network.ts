/**
 * Network devices, addresses, routes, packet filters and counters. Connection tracking is in
 * conntrack.ts.
 */
import type { AnyObject, ObjectRecord } from '../../parse/cpt/record.ts';
import type { NetAddress, PacketFilter } from '../checkpoint.ts';
import { routesOf } from '../rtnetlink.ts';
import {
  type Collect,
  type Collectors,
  type Context,
  isTopLevel,
  open,
  parentOf,
  rangeOf,
  refer,
} from './context.ts';
import type { Drafts } from './drafts.ts';
import { family } from './socket-address.ts';
import { bytesOf32, hex, inet, inet6, pick, text } from './values.ts';

/** More is damage: a message has a few hundred bytes. */
const routeBytesMax = 1 << 20;

const collectDevice: Collect<'net_device'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { index, flags, name, mtu } = record.fields;
  const device: Drafts['net_device'] = {
    at: record.offset,
    index,
    name: text(name),
    flags,
    mtu,
    hardwareAddress: undefined,
    stats: undefined,
    ipv4Config: undefined,
    driver: undefined,
  };
  context.model.network.devices.push(device);
  open(context, record, device);
};

const withDevice = (
  context: Context,
  record: AnyObject,
  change: (device: Drafts['net_device']) => void,
): void => {
  const device = parentOf(context, record, 'net_device');
  if (device) change(device);
};

const collectTun: Collect<'net_tuntap'> = (context, record) =>
  withDevice(context, record, (device) => {
    const { fields } = record;
    const tun: Drafts['net_tuntap'] = {
      kind: 'tun',
      fields: pick(fields, ['owner', 'flags', 'ifFlags', 'chrFilter', 'netFilter']),
      address: hex(fields.devAddr),
      opened: undefined,
      filter: undefined,
    };
    // Zero, not CPT_NULL, is no file here.
    const position = fields.bindfile === 0n ? undefined : fields.bindfile;
    refer(context, record, { target: 'file', field: 'bindfile', position }, (id) => {
      tun.opened = id;
    });
    device.driver = tun;
    open(context, record, tun);
  });

const collectTapFilter: Collect<'net_tap_filter'> = (context, record) => {
  const { count, mask, addr } = record.fields;
  const filter = { count, mask: [...mask], addresses: hex(addr) };
  // 2.6.32 writes it behind the tun object, not into it.
  const tun =
    record.parent?.kind === 'net_device' ? parentOf(context, record, 'net_device')?.driver : undefined;
  const inside = tun === undefined ? parentOf(context, record, 'net_tuntap') : undefined;
  if (inside) inside.filter = filter;
  else if (tun?.kind === 'tun') Object.assign(tun, { filter });
};

const collectBridge: Collect<'net_br'> = (context, record) =>
  withDevice(context, record, (device) => {
    const ports: string[] = [];
    device.driver = { kind: 'bridge', fields: pick(record.fields, bridgeNames), ports };
    open(context, record, { ports });
  });

const bridgeNames = [
  ...(['designatedRoot', 'bridgeId', 'rootPathCost', 'maxAge', 'helloTime', 'forwardDelay'] as const),
  ...(['bridgeMaxAge', 'bridgeHelloTime', 'bridgeForwardDelay', 'ageingTime', 'rootPort'] as const),
  ...(['stpEnabled', 'viaPhysDev'] as const),
];

const tunnelNames = [
  ...(['tnlFlags', 'iFlags', 'oFlags', 'iKey', 'oKey', 'iphdr', 'iSeqno', 'oSeqno'] as const),
];

const collectAddress: Collect<'net_ifaddr'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset } = record;
  const isIp6 = fields.family === family.inet6;
  const address = (words: readonly number[]) => (isIp6 ? inet6(bytesOf32(words)) : inet(bytesOf32(words)));
  context.model.network.addresses.push({
    at: offset,
    index: fields.index,
    family: familyNames.get(fields.family) ?? 'other',
    address: address(fields.address),
    masklen: fields.masklen,
    flags: fields.flags,
    scope: fields.scope,
    peer: address(fields.peer),
    broadcast: address(fields.broadcast),
    label: text(fields.label),
    // Stale for IPv4: the kernel does not write them.
    validLft: isIp6 ? fields.validLft : undefined,
    preferedLft: isIp6 ? fields.preferedLft : undefined,
  });
};

const familyNames: ReadonlyMap<number, NetAddress['family']> = new Map([
  [family.inet, 'inet'],
  [family.inet6, 'inet6'],
]);

/**
 * Content code of the ip6tables text: no code, but the low half of CPT_NULL (2.6.32-042stab090 and
 * later).
 */
const contentIp6Tables = 0xffff;

/** A NAME of the iptables section. */
export function addPacketFilter(context: Context, record: ObjectRecord<'name'>): void {
  const filters: PacketFilter[] = context.model.network.packetFilters;
  const isIp6 = record.content === contentIp6Tables;
  filters.push({ at: record.offset, family: isIp6 ? 'inet6' : 'inet', text: rangeOf(record) });
}

/** cpt_net.c writes the tables in this order and leaves off at the first that the kernel lacks. */
const snmpNames = ['net', 'ip', 'tcp', 'udp', 'icmp', 'icmpmsg', 'ipv6', 'udp6', 'icmpv6'];

/** A BITS of the SNMP section. */
export function addSnmp(context: Context, record: ObjectRecord<'bits'>): void {
  const { snmp } = context.model.network;
  const name = snmpNames[snmp.length] ?? `table-${snmp.length}`;
  snmp.push({ at: record.offset, name, counters: rangeOf(record) });
}

export const networkCollectors = {
  net_device: collectDevice,
  net_hwaddr: (context, record) =>
    withDevice(context, record, (device) => {
      device.hardwareAddress = hex(record.fields.devAddr);
    }),
  net_stats: (context, record) =>
    withDevice(context, record, (device) => {
      const { pad: _pad, ...stats } = record.fields;
      device.stats = stats;
    }),
  net_idev_cnf: (context, record) =>
    withDevice(context, record, (device) => {
      device.ipv4Config = [...record.fields.data];
    }),
  net_tuntap: collectTun,
  net_tap_filter: collectTapFilter,
  net_veth: (context, record) =>
    withDevice(context, record, (device) => {
      device.driver = { kind: 'veth', fields: pick(record.fields, ['allowMacChange']) };
    }),
  net_ipip_tunnel: (context, record) =>
    withDevice(context, record, (device) => {
      const link = record.fields.link;
      const fields = { ...pick(record.fields, tunnelNames), ...(link !== undefined && { link }) };
      device.driver = { kind: 'tunnel', fields };
    }),
  net_br: collectBridge,
  net_br_dev: (context, record) => {
    parentOf(context, record, 'net_br')?.ports.push(text(record.fields.name));
  },
  net_ifaddr: collectAddress,
  net_route: (context, record) => {
    if (!isTopLevel(context, record)) return;
    const messages = rangeOf(record);
    const bytes = context.source.view(messages.offset, Math.min(messages.length, routeBytesMax));
    const entries = routesOf(bytes, 0, messages.offset, { isLittleEndian: true });
    context.model.network.routes.push({ at: record.offset, messages, entries });
  },
} satisfies Collectors;
