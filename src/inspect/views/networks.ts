/** Network namespaces with their devices, addresses, routes, rules and packet filters; a part of the namespaces view. */

import { traitsOf } from '../../families/traits.ts';
import { addTo } from '../../lists.ts';
import type {
  Checkpoint,
  ConnTrack,
  NetDevice,
  Network,
  Route,
  RoutingRule,
} from '../../model/checkpoint.ts';
import type { ImageTraits } from '../../model/traits.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { properties, type Table } from '../table.ts';
import { bytesText, flagNames, hex, plural } from '../words.ts';
import { filterRow, filtersText } from './packet-filters.ts';
import { internetProtocols } from './socket-words.ts';

export interface DeviceRow {
  readonly at: number;
  readonly index: number;
  readonly name: string;
  /** `loopback`, `veth`, `bridge`, `tun`, `macvlan`, `external` … */
  readonly kind: string;
  /** `up`, `down`, or `no carrier`. */
  readonly state: string;
  readonly flags: readonly string[];
  readonly mtu?: number | undefined;
  readonly hardwareAddress?: string | undefined;
  readonly addresses: readonly string[];
  /** Name of the bridge or bond that it is a port of. */
  readonly master?: string | undefined;
  /** The other end of a veth, or what a macvlan lies on. */
  readonly peer?: string | undefined;
  readonly namespace?: number | undefined;
}

export interface NetworkRow {
  /** Absent where the image has but one and no number for it. */
  readonly number?: number | undefined;
  readonly pids: readonly number[];
  readonly externalKey?: string | undefined;
  /** As ip-route(8) and ip-rule(8) print them. */
  readonly routes: readonly string[];
  readonly rules: readonly string[];
  readonly packetFilters: readonly {
    readonly at: number;
    readonly tool: string;
    readonly rules: number | null;
    readonly bytes: bigint;
    readonly hasDumpLock: boolean;
    /** What iptables-save(8) or nft(8) wrote, without comments and empty lines. */
    readonly lines: readonly string[];
  }[];
  readonly connections: number;
  /** Tracked connections in words. */
  readonly tracked: readonly string[];
}

export interface NetworkTotals {
  readonly routesBytes: bigint;
  readonly packetFilterBytes: bigint;
  readonly connections: number;
  readonly snmpTables: number;
}

export const networkTotals = ({ network }: Checkpoint): NetworkTotals => ({
  routesBytes: sum(network.routes.map(({ messages }) => messages.length)),
  packetFilterBytes: sum(network.packetFilters.map(({ text }) => text.length)),
  connections: network.connections.length + network.namespaces.reduce((all, one) => all + one.connections, 0),
  snmpTables: network.snmp.length,
});

const sum = (lengths: readonly number[]): bigint =>
  lengths.reduce((total, length) => total + BigInt(length), 0n);

export function deviceRow({ network, image }: Checkpoint, device: NetDevice): DeviceRow {
  const { at, index, name, mtu, hardwareAddress, driver, namespace } = device;
  const venet = name.startsWith('venet') ? 'venet' : undefined;
  return {
    at,
    index,
    name,
    state: stateOf(device, traitsOf(image.family)),
    mtu,
    hardwareAddress,
    namespace,
    kind: device.kind ?? driver?.kind ?? (name === 'lo' ? 'loopback' : (venet ?? 'device')),
    flags: flagNames('net_device_flag', device.flags),
    addresses: indexOf(network).addresses.get(deviceKey(namespace, index)) ?? [],
    master: device.master === undefined ? undefined : nameOfDevice(network, namespace, device.master),
    peer: peerOf(network, device),
  };
}

/** linux/if.h: IFF_UP, IFF_RUNNING. */
const deviceFlag = { up: 0x1, running: 0x40 } as const;

function stateOf({ flags }: NetDevice, { hasCarrier }: ImageTraits): string {
  if ((flags & deviceFlag.up) === 0) return 'down';
  return hasCarrier && (flags & deviceFlag.running) === 0 ? 'no carrier' : 'up';
}

interface NetworkIndex {
  readonly devices: ReadonlyMap<string, NetDevice>;
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

const deviceKey = (namespace: number | undefined, index: number): string => `${namespace} ${index}`;

const indexes = new WeakMap<Network, NetworkIndex>();

/** Devices and addresses are looked up for each device and route: they are indexed once. */
function indexOf(network: Network): NetworkIndex {
  const known = indexes.get(network);
  if (known !== undefined) return known;
  const devices = new Map<string, NetDevice>();
  for (const device of network.devices) {
    const key = deviceKey(device.namespace, device.index);
    if (!devices.has(key)) devices.set(key, device);
  }
  const addresses = new Map<string, string[]>();
  for (const { index, namespace, address, masklen } of network.addresses)
    addTo(addresses, deviceKey(namespace, index), `${address}/${masklen}`);
  const index = { devices, addresses };
  indexes.set(network, index);
  return index;
}

const nameOfDevice = (network: Network, namespace: number | undefined, index: number): string =>
  indexOf(network).devices.get(deviceKey(namespace, index))?.name ?? `device ${index}`;

/** Only these are one of two: CRIU stores the number of most devices itself there. */
const pairedKinds: ReadonlySet<string> = new Set(['veth', 'macvlan']);

function peerOf(network: Network, device: NetDevice): string | undefined {
  const { namespace, peerIndex, peerNamespace, kind = '' } = device;
  if (peerIndex === undefined || !pairedKinds.has(kind)) return undefined;
  if (peerNamespace === undefined) return `device ${peerIndex} outside of the dump`;
  const name = nameOfDevice(network, peerNamespace, peerIndex);
  return peerNamespace === namespace ? name : `${name} of network namespace ${peerNamespace}`;
}

export function networkRows(checkpoint: Checkpoint, source: ByteSource): readonly NetworkRow[] {
  const { network, tasks } = checkpoint;
  const numbers = network.namespaces.map(({ number }) => number);
  // An image of a container is of one namespace without a number; another one without any is of tasks in that of the host.
  const isOfOne = traitsOf(checkpoint.image.family).isContainer || network.devices.length > 0;
  const spaces = numbers.length === 0 && isOfOne ? [undefined] : numbers;
  return spaces.map((number) => {
    const own = <T extends { readonly namespace?: number | undefined }>(list: readonly T[]): readonly T[] =>
      list.filter(({ namespace }) => namespace === number);
    const space = network.namespaces.find((candidate) => candidate.number === number);
    const holding = tasks.filter(({ namespaces }) => number === undefined || namespaces?.net === number);
    return {
      number,
      pids: [...new Set(holding.map(({ tgid }) => tgid))].sort((a, b) => a - b),
      externalKey: space?.externalKey,
      routes: own(network.routes).flatMap(({ entries }) =>
        entries.map((route) => routeText(network, number, route)),
      ),
      rules: own(network.rules).map(ruleText),
      packetFilters: own(network.packetFilters).map((filter) => filterRow(filter, source)),
      connections: space?.connections ?? network.connections.length,
      tracked: (space?.tracked ?? (number === undefined ? network.connections : [])).map(connectionText),
    };
  });
}

/** As conntrack(8) lists them: the way there, and how answers come back. */
function connectionText({ tuples }: Pick<ConnTrack, 'tuples'>): string {
  const [original, reply] = tuples.map(
    ({ source, sourcePort, destination, destinationPort }) =>
      `${source}:${sourcePort} → ${destination}:${destinationPort}`,
  );
  const protocol =
    tuples[0] === undefined
      ? ''
      : (internetProtocols[tuples[0].protocol] ?? `protocol ${tuples[0].protocol}`);
  return `${protocol} ${original}${reply === undefined ? '' : `, answers ${reply}`}`;
}

// linux/rtnetlink.h, with the words of ip-route(8): RTN_*, RT_SCOPE_*, RTPROT_*, RT_TABLE_*, RTNH_F_*.
const routeTypes = [
  ...['unspec', '', 'local', 'broadcast', 'anycast', 'multicast', 'blackhole', 'unreachable', 'prohibit'],
  ...['throw', 'nat', 'xresolve'],
];
const scopes: Readonly<Record<number, string>> = { 200: 'site', 253: 'link', 254: 'host', 255: 'nowhere' };
const protocols: Readonly<Record<number, string>> = {
  0: 'unspec',
  1: 'redirect',
  2: 'kernel',
  3: 'boot',
  4: 'static',
  8: 'gated',
  9: 'ra',
  10: 'mrt',
  11: 'zebra',
  12: 'bird',
  13: 'dnrouted',
  14: 'xorp',
  15: 'ntk',
  16: 'dhcp',
  17: 'mrouted',
  18: 'keepalived',
  42: 'babel',
  186: 'bgp',
  187: 'isis',
  188: 'ospf',
  189: 'rip',
  192: 'eigrp',
};
const tables: Readonly<Record<number, string>> = { 253: 'default', 254: 'main', 255: 'local' };
const nextHopFlags: readonly (readonly [number, string])[] = [
  ...([
    [1, 'dead'],
    [2, 'pervasive'],
    [4, 'onlink'],
    [16, 'linkdown'],
    [32, 'unresolved'],
  ] as const),
];
const mainTable = 254;
const bootProtocol = 3;

function routeText(network: Network, namespace: number | undefined, route: Route): string {
  const via = (device: number | undefined, gateway: string | undefined): string =>
    [
      gateway !== undefined && gateway !== '::' && `via ${gateway}`,
      device !== undefined && `dev ${nameOfDevice(network, namespace, device)}`,
      device !== undefined && isDown(network, namespace, device) && '(down)',
    ]
      .filter(Boolean)
      .join(' ');
  return [
    routeTypes[route.type] ?? `type ${route.type}`,
    route.destination === undefined
      ? 'default'
      : route.destination.replace(/^([\d.]+)\/32$|^(\S+)\/128$/, '$1$2'),
    via(route.device, route.gateway),
    route.table === mainTable ? '' : `table ${tables[route.table] ?? route.table}`,
    route.protocol === bootProtocol || route.protocol === 0
      ? ''
      : `proto ${protocols[route.protocol] ?? route.protocol}`,
    route.scope === 0 ? '' : `scope ${scopes[route.scope] ?? route.scope}`,
    route.source === undefined ? '' : `src ${route.source}`,
    route.metric === undefined ? '' : `metric ${route.metric}`,
    ...nextHopFlags.filter(([bit]) => (route.flags & bit) !== 0).map(([, name]) => name),
    ...route.hops.map(({ device, gateway }) => `nexthop ${via(device, gateway)}`),
  ]
    .filter(Boolean)
    .join(' ');
}

function isDown(network: Network, namespace: number | undefined, index: number): boolean {
  const device = indexOf(network).devices.get(deviceKey(namespace, index));
  return device !== undefined && (device.flags & deviceFlag.up) === 0;
}

/** linux/fib_rules.h: FR_ACT_*; the first looks up a table. */
const ruleActions = ['', 'lookup', 'goto', 'nop', '', '', 'blackhole', 'unreachable', 'prohibit'];

function ruleText({
  priority,
  from,
  to,
  inputDevice,
  outputDevice,
  mark,
  table,
  action,
}: RoutingRule): string {
  return [
    `${priority}: from ${from ?? 'all'}`,
    to !== undefined && `to ${to}`,
    mark !== undefined && mark !== 0 && `fwmark ${hex(mark)}`,
    inputDevice !== undefined && `iif ${inputDevice}`,
    outputDevice !== undefined && `oif ${outputDevice}`,
    action === 1 ? `lookup ${tables[table] ?? table}` : (ruleActions[action] ?? '') || `action ${action}`,
  ]
    .filter(Boolean)
    .join(' ');
}

export function totalsText(totals: NetworkTotals, networks: readonly NetworkRow[]): string {
  const filters = networks.flatMap(({ packetFilters }) => packetFilters);
  return [
    `routes ${bytesText(totals.routesBytes)}`,
    filtersText(filters),
    plural(totals.connections, 'tracked connection'),
    plural(totals.snmpTables, 'counter table'),
  ].join(', ');
}

/** One table of devices for each namespace, and what leads out of it. */
export function networkTables(
  networks: readonly NetworkRow[],
  devices: readonly DeviceRow[],
): readonly Table[] {
  const isOnly = networks.length < 2;
  return networks.flatMap((network) => {
    const name = isOnly ? '' : ` of network namespace ${network.number} (${holdersText(network.pids)})`;
    const own = devices.filter(({ namespace }) => isOnly || namespace === network.number);
    return [
      deviceTable(`Network devices${name}`, own),
      ...listTable(`Routes${name}`, network.routes),
      ...listTable(`Routing rules${name}`, isUsual(network.rules) ? [] : network.rules),
      ...surroundings(network, name),
    ];
  });
}

const holdersText = (pids: readonly number[]): string =>
  pids.length === 0
    ? 'of no process'
    : `${plural(pids.length, 'process', 'processes')}: ${pids.slice(0, 8).join(' ')}${pids.length > 8 ? ' …' : ''}`;

/** What every namespace has: the three tables, for IPv4 and IPv6. */
const usualRules = /^(0: from all lookup local|3276[67]: from all lookup (main|default))$/;
const isUsual = (rules: readonly string[]): boolean => rules.every((rule) => usualRules.test(rule));

const listTable = (title: string, lines: readonly string[]): readonly Table[] =>
  lines.length === 0
    ? []
    : [{ title, columns: [{ title: '', grows: true }], rows: lines.map((line) => ({ cells: [line] })) }];

function surroundings(
  { externalKey, packetFilters, connections, tracked }: NetworkRow,
  name: string,
): readonly Table[] {
  const lines = [
    externalKey === undefined ? undefined : (['external', `net[…]:${externalKey}`] as const),
    ...packetFilters.map(
      ({ tool, rules, bytes, hasDumpLock }) =>
        [
          tool,
          `${bytesText(bytes)}${rules === null ? '' : `, ${plural(rules, 'rule')}`}${hasDumpLock ? ' beside those by which CRIU kept packets out at the dump' : ''}`,
        ] as const,
    ),
    connections === 0 ? undefined : (['tracked connections', String(connections)] as const),
  ];
  return [
    ...(lines.every((line) => line === undefined) ? [] : [properties(`Packets${name}`, lines)]),
    ...packetFilters
      .filter(({ rules, lines: text }) => rules !== 0 && text.length > 0)
      .flatMap(({ tool, lines: text }) => listTable(`${tool}${name}`, text.map(withoutTabs))),
    ...listTable(`Tracked connections${name}`, tracked),
  ];
}

const withoutTabs = (line: string): string => line.replaceAll('\t', '    ');

const deviceTable = (title: string, devices: readonly DeviceRow[]): Table => ({
  title,
  columns: [
    { title: 'IDX', align: 'right' },
    { title: 'NAME' },
    { title: 'KIND' },
    { title: 'STATE' },
    { title: 'MTU', align: 'right', drop: 1 },
    { title: 'ADDRESSES', grows: true },
    { title: 'FLAGS', grows: true },
  ],
  rows: devices.map(({ at, index, name, kind, state, mtu, addresses, flags, master, peer }) => ({
    at,
    cells: [
      String(index),
      name,
      [kind, peer && `${kind === 'veth' ? 'to' : 'on'} ${peer}`, master && `port of ${master}`]
        .filter(Boolean)
        .join(' '),
      state,
      mtu === undefined ? '—' : String(mtu),
      addresses.join(' '),
      flags.join(' '),
    ],
  })),
  empty: 'none',
});
