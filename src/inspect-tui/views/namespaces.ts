/** namespaces: host names, limits, mounts, network devices and addresses, control groups, resource accounting. */
import type { Checkpoint, IpcLimits, Mount, NetDevice } from '../../model/checkpoint.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { properties, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, flagNames, plural } from '../words.ts';
import { type BeancounterRow, beancounterRow, beancounterTable } from './beancounters.ts';
import { holders } from './process-names.ts';

export interface MountRow {
  readonly at: number;
  readonly device: string;
  readonly mountpoint: string;
  readonly fstype: string;
  readonly flags: readonly string[];
  readonly bindSource?: string | undefined;
  readonly isExternal: boolean;
  /** Length of the stored content (tmpfs) or mount data. */
  readonly storedBytes: bigint;
}

export interface NamespaceRows {
  readonly uts: {
    readonly nodename?: string | undefined;
    readonly domainname?: string | undefined;
    readonly release?: string;
  };
  readonly limits: {
    readonly lastPid?: number | undefined;
    readonly pidMax?: number | undefined;
    readonly ipc?: IpcLimits | undefined;
  };
  readonly mountNamespaces: readonly {
    readonly at: number;
    readonly pids: readonly number[];
    readonly mounts: readonly MountRow[];
  }[];
  readonly devices: readonly {
    readonly at: number;
    readonly index: number;
    readonly name: string;
    readonly kind: string;
    readonly flags: readonly string[];
    readonly mtu?: number | undefined;
    readonly hardwareAddress?: string | undefined;
    readonly addresses: readonly string[];
  }[];
  readonly network: {
    readonly routesBytes: bigint;
    readonly packetFilterBytes: bigint;
    readonly connections: number;
    readonly snmpTables: number;
  };
  readonly cgroups: readonly {
    readonly at: number;
    readonly options: string;
    readonly groups: readonly {
      readonly at: number;
      readonly path: string;
      readonly pids: readonly number[];
    }[];
  }[];
  readonly beancounters: readonly BeancounterRow[];
}

function namespaceRows({ checkpoint }: Image, filter: Filter): NamespaceRows {
  const { container, network, beancounters } = checkpoint;
  const is = (type: string) => isWantedType(filter, type);
  return {
    uts: container.uts,
    limits: { lastPid: container.lastPid, pidMax: container.pidMax, ipc: container.ipcLimits },
    mountNamespaces: is('mounts') ? mountNamespaces(checkpoint, filter) : [],
    devices: is('net') ? network.devices.map((device) => deviceRow(checkpoint, device)) : [],
    network: {
      routesBytes: sum(network.routes.map(({ messages }) => messages.length)),
      packetFilterBytes: sum(network.packetFilters.map(({ text }) => text.length)),
      connections: network.connections.length,
      snmpTables: network.snmp.length,
    },
    cgroups: is('cgroups') ? cgroupRows(checkpoint) : [],
    beancounters: is('ubc') ? [...beancounters.values()].map(beancounterRow) : [],
  };
}

const sum = (lengths: readonly number[]): bigint =>
  lengths.reduce((total, length) => total + BigInt(length), 0n);

function mountNamespaces(checkpoint: Checkpoint, filter: Filter): NamespaceRows['mountNamespaces'] {
  const pidsById = holders(checkpoint.tasks, 'mountNamespace');
  const wanted = new Set(wantedProcesses(checkpoint, filter).map(({ pid }) => pid));
  // OpenVZ stores what the kernel keeps of a mount, CRIU what mount(2) takes.
  const ownFlags = checkpoint.image.family === 'criu' ? 'super_flag' : 'mount_flag';
  return [...checkpoint.mountNamespaces.values()]
    .map(({ at, id, mounts }) => ({
      at,
      pids: pidsById.get(id) ?? [],
      mounts: mounts
        .flatMap((mount) => checkpoint.mounts.get(mount) ?? [])
        .map((mount) => mountRow(mount, ownFlags)),
    }))
    .filter(({ pids }) => filter.pids.length === 0 || pids.some((pid) => wanted.has(pid)));
}

function mountRow({ at, device, mountpoint, fstype, ...mount }: Mount, ownFlags: string): MountRow {
  return {
    at,
    device,
    mountpoint,
    fstype,
    flags: [
      ...flagNames(ownFlags, mount.mntFlags),
      // Bits that every mounted file system has say nothing.
      ...flagNames('super_flag', mount.flags).filter(
        (name) => !/MS_(BORN|ACTIVE|POSIXACL|KERNMOUNT|NOUSER)/.test(name),
      ),
    ],
    bindSource: mount.bindSource,
    isExternal: mount.isExternal,
    storedBytes: BigInt(mount.content?.length ?? mount.mountData?.length ?? 0),
  };
}

function deviceRow({ network }: Checkpoint, device: NetDevice): NamespaceRows['devices'][number] {
  const { at, index, name, mtu, hardwareAddress, driver } = device;
  return {
    at,
    index,
    name,
    kind: driver?.kind ?? (name === 'lo' ? 'loopback' : name.startsWith('venet') ? 'venet' : 'device'),
    flags: flagNames('net_device_flag', device.flags),
    mtu,
    hardwareAddress,
    addresses: network.addresses
      .filter((address) => address.index === index)
      .map(({ address, masklen }) => `${address}/${masklen}`),
  };
}

function cgroupRows({ cgroups }: Checkpoint): NamespaceRows['cgroups'] {
  return cgroups.map(({ at, mountOptions = '', groups }) => {
    const byIndex = new Map(groups.map((group) => [group.index, group]));
    const pathOf = (index: number, depth = 0): string => {
      const group = byIndex.get(index);
      // A damaged image may name parents in a circle.
      if (!group || depth > 64) return '';
      return `${pathOf(group.parent, depth + 1)}/${group.name ?? ''}`.replace('//', '/');
    };
    return {
      at,
      options: mountOptions,
      groups: groups.map((group) => ({ at: group.at, path: pathOf(group.index), pids: group.pids })),
    };
  });
}

function namespaceTables(rows: NamespaceRows): readonly Table[] {
  const { uts, limits, network } = rows;
  return [
    properties('Container', [
      ['host name', uts.nodename ?? '—'],
      ['domain name', uts.domainname ?? '—'],
      uts.release === undefined ? undefined : ['kernel release', uts.release],
      limits.lastPid === undefined ? undefined : ['last pid', String(limits.lastPid)],
      limits.pidMax ? ['highest pid', String(limits.pidMax)] : undefined,
      limits.ipc && ['ipc limits', ipcLimitsText(limits.ipc)],
      ['network', networkText(network)],
    ]),
    ...rows.mountNamespaces.map(mountTable),
    deviceTable(rows),
    ...rows.cgroups.map(cgroupTable),
    ...rows.beancounters.map(beancounterTable),
  ];
}

function ipcLimitsText(limits: IpcLimits): string {
  const {
    semMsl,
    semMns,
    semOpm,
    semMni,
    msgMaxBytes,
    msgMnbBytes,
    msgMni,
    shmMaxBytes,
    shmAllPages,
    shmMni,
  } = limits;
  const stale = limits.areShmLimitsReliable ? '' : ' (not set by the writing kernel)';
  return [
    `sem ${semMsl} ${semMns} ${semOpm} ${semMni}`,
    `msgmax ${msgMaxBytes}, msgmnb ${msgMnbBytes}, msgmni ${msgMni}`,
    `shmmax ${shmMaxBytes}, shmall ${shmAllPages}${stale}, shmmni ${shmMni}`,
  ].join('; ');
}

function networkText({
  routesBytes,
  packetFilterBytes,
  connections,
  snmpTables,
}: NamespaceRows['network']): string {
  return [
    `routes ${bytesText(routesBytes)}`,
    packetFilterBytes === 0n ? 'no packet filter' : `packet filter ${bytesText(packetFilterBytes)}`,
    plural(connections, 'tracked connection'),
    plural(snmpTables, 'counter table'),
  ].join(', ');
}

const mountTable = ({ pids, mounts }: NamespaceRows['mountNamespaces'][number]): Table => ({
  title: `Mounts seen by ${pids.length > 8 ? `${pids.slice(0, 8).join(', ')} and ${pids.length - 8} more` : pids.join(', ') || 'nobody'}`,
  columns: [
    { title: 'MOUNTPOINT', grows: true },
    { title: 'TYPE' },
    { title: 'DEVICE', drop: 1 },
    { title: 'STORED', align: 'right', drop: 2 },
    { title: 'FLAGS', grows: true },
  ],
  rows: mounts.map(({ at, mountpoint, fstype, device, storedBytes, flags, bindSource, isExternal }) => ({
    at,
    cells: [
      mountpoint,
      fstype,
      device,
      storedBytes === 0n ? '' : bytesText(storedBytes),
      [isExternal && 'external', bindSource && `bind of ${bindSource}`, ...flags].filter(Boolean).join(' '),
    ],
  })),
  empty: 'none',
});

const deviceTable = ({ devices }: NamespaceRows): Table => ({
  title: 'Network devices',
  columns: [
    { title: 'IDX', align: 'right' },
    { title: 'NAME' },
    { title: 'KIND' },
    { title: 'MTU', align: 'right', drop: 1 },
    { title: 'ADDRESSES', grows: true },
    { title: 'FLAGS', grows: true },
  ],
  rows: devices.map(({ at, index, name, kind, mtu, addresses, flags }) => ({
    at,
    cells: [
      String(index),
      name,
      kind,
      mtu === undefined ? '—' : String(mtu),
      addresses.join(' '),
      flags.join(' '),
    ],
  })),
  empty: 'none',
});

const cgroupTable = ({ options, groups }: NamespaceRows['cgroups'][number]): Table => ({
  title: `Control groups (${options})`,
  columns: [{ title: 'PATH' }, { title: 'PIDS', grows: true }],
  rows: groups.map(({ at, path, pids }) => ({ at, cells: [path, pids.join(' ')] })),
  empty: 'none',
});

export const namespacesView: View<NamespaceRows> = {
  id: 'namespaces',
  summary: 'host name, limits, mounts, network devices, control groups, resource accounting',
  types: 'mounts net cgroups ubc',
  rows: namespaceRows,
  tables: namespaceTables,
};
