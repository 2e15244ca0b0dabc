/** namespaces: host names, limits, mounts, network devices and addresses, control groups, resource accounting. */

import type { Checkpoint, IpcLimits, TaskNamespaces } from '../../model/checkpoint.ts';
import { type Filter, isWantedType } from '../filter.ts';
import type { Image } from '../image.ts';
import { toPids } from '../links.ts';
import { properties, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { type BeancounterRow, beancounterRow, beancounterTable } from './beancounters.ts';
import { type CgroupRows, cgroupRows, cgroupTable } from './cgroups.ts';
import { type MountNamespaceRow, mountNamespaces, mountTable } from './mounts.ts';
import {
  type DeviceRow,
  deviceRow,
  type NetworkRow,
  type NetworkTotals,
  networkRows,
  networkTables,
  networkTotals,
  totalsText,
} from './networks.ts';

export interface NamespaceRows {
  /** By the names of /proc/PID/ns: what tasks share with whoever dumped them, and the image therefore does not hold. */
  readonly ofHost: readonly {
    readonly namespace: string;
    readonly pids: readonly number[];
  }[];
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
  readonly mountNamespaces: readonly MountNamespaceRow[];
  readonly devices: readonly DeviceRow[];
  /** All namespaces together. */
  readonly network: NetworkTotals;
  readonly networks: readonly NetworkRow[];
  readonly cgroups: CgroupRows['hierarchies'];
  readonly beancounters: readonly BeancounterRow[];
}

function namespaceRows({ checkpoint, source }: Image, filter: Filter): NamespaceRows {
  const { container, network, beancounters } = checkpoint;
  const is = (type: string) => isWantedType(filter, type);
  return {
    ofHost: ofHost(checkpoint),
    uts: container.uts,
    limits: { lastPid: container.lastPid, pidMax: container.pidMax, ipc: container.ipcLimits },
    mountNamespaces: is('mounts') ? mountNamespaces(checkpoint, filter) : [],
    devices: is('net') ? network.devices.map((device) => deviceRow(checkpoint, device)) : [],
    network: networkTotals(checkpoint),
    networks: is('net') ? networkRows(checkpoint, source) : [],
    cgroups: is('cgroups') ? cgroupRows(checkpoint) : [],
    beancounters: is('ubc') ? [...beancounters.values()].map(beancounterRow) : [],
  };
}

/**
 * CRIU writes files of these only where they are not its own (criu/namespaces.c dump_namespaces, root_ns_mask);
 * control groups are written of the host's namespace, too.
 */
const hostKinds = [
  ...(['pid', 'mnt', 'net', 'uts', 'ipc', 'user'] as const),
] satisfies (keyof TaskNamespaces)[];

function ofHost({ container, tasks }: Checkpoint): NamespaceRows['ofHost'] {
  return hostKinds.flatMap((namespace) => {
    const host = container.hostNamespaces?.[namespace];
    const sharing = tasks.filter(({ namespaces }) => host !== undefined && namespaces?.[namespace] === host);
    const pids = [...new Set(sharing.map(({ tgid }) => tgid))].sort((a, b) => a - b);
    return pids.length === 0 ? [] : [{ namespace, pids }];
  });
}

function namespaceTables(rows: NamespaceRows): readonly Table[] {
  const { uts, limits } = rows;
  const shared = new Set(rows.ofHost.map(({ namespace }) => namespace));
  const isNamed = uts.nodename !== undefined || !shared.has('uts');
  const facts = properties(shared.has('mnt') ? 'Namespaces' : 'Container', [
    ...rows.ofHost.map(
      ({ namespace, pids }) =>
        [`${namespace} namespace`, `of the host, not in the image: ${pidsText(pids)}`] as const,
    ),
    isNamed ? ['host name', uts.nodename ?? '—'] : undefined,
    isNamed ? ['domain name', uts.domainname ?? '—'] : undefined,
    uts.release === undefined ? undefined : ['kernel release', uts.release],
    limits.lastPid === undefined ? undefined : ['last pid', String(limits.lastPid)],
    limits.pidMax ? ['highest pid', String(limits.pidMax)] : undefined,
    limits.ipc && ['ipc limits', ipcLimitsText(limits.ipc)],
    ...networkLine(rows, shared.has('net')),
  ]);
  // The first rows are those of the host's.
  const withProcesses = facts.rows.map((row, index) => ({
    ...row,
    links: toPids(rows.ofHost[index]?.pids ?? []),
  }));
  return [
    { ...facts, rows: withProcesses },
    ...rows.mountNamespaces.map(mountTable),
    ...networkTables(rows.networks, rows.devices),
    ...rows.cgroups.map(cgroupTable),
    ...rows.beancounters.map(beancounterTable),
  ];
}

function networkLine({ network, networks, ofHost }: NamespaceRows, isOfHost: boolean) {
  if (networks.length > 0) return [['network', totalsText(network, networks)] as const];
  if (isOfHost || ofHost.length === 0) return [];
  return [
    ['net namespace', 'not in the image, as after criu dump --empty-ns net: an engine makes it'] as const,
  ];
}

const pidsShown = 12;
const pidsText = (pids: readonly number[]): string =>
  `${pids.slice(0, pidsShown).join(' ')}${pids.length > pidsShown ? ` and ${pids.length - pidsShown} more` : ''}`;

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

export const namespacesView: View<NamespaceRows> = {
  typeWords: ['mounts', 'net', 'cgroups', 'ubc'],
  rows: namespaceRows,
  tables: namespaceTables,
};
