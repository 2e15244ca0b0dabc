/** Mounts by namespace: rows of the views mounts and namespaces. */

import { mountFlags } from '../../abi/mount-flags.ts';
import { traitsOf } from '../../families/traits.ts';
import type { Checkpoint, Mount } from '../../model/checkpoint.ts';
import type { ImageTraits } from '../../model/traits.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Table } from '../table.ts';
import { bytesText, flagNames, namesOfFlags } from '../words.ts';
import { holders } from './process-names.ts';

export interface MountRow {
  readonly at: number;
  readonly device: string;
  readonly mountpoint: string;
  readonly fstype: string;
  /** Of the mount itself: the sixth field of mountinfo. */
  readonly flags: readonly string[];
  /** Of the file system: the last field of mountinfo. */
  readonly superFlags: readonly string[];
  /** `shared:1`, `master:2`, as mountinfo has them. */
  readonly propagation: readonly string[];
  /** Directory of the file system that is seen here; absent for its root. */
  readonly root?: string | undefined;
  readonly options?: string | undefined;
  readonly bindSource?: string | undefined;
  readonly isExternal: boolean;
  /** What the restore is told it by. */
  readonly externalKey?: string | undefined;
  /** Length of the stored content (tmpfs) or mount data. */
  readonly storedBytes: bigint;
}

export interface MountNamespaceRow {
  readonly at: number;
  readonly pids: readonly number[];
  readonly mounts: readonly MountRow[];
}

export interface SeenMounts {
  readonly at: number;
  readonly pids: readonly number[];
  readonly mounts: readonly Mount[];
}

/** The mount namespaces that the wanted processes are in, with their mounts in stored order. */
export function seenMounts(checkpoint: Checkpoint, filter: Filter): readonly SeenMounts[] {
  const pidsById = holders(checkpoint.tasks, 'mountNamespace');
  const wanted = new Set(wantedProcesses(checkpoint, filter).map(({ pid }) => pid));
  return [...checkpoint.mountNamespaces.values()]
    .map(({ at, id, mounts }) => ({
      at,
      pids: pidsById.get(id) ?? [],
      mounts: mounts.flatMap((mount) => checkpoint.mounts.get(mount) ?? []),
    }))
    .filter(({ pids }) => filter.pids.length === 0 || pids.some((pid) => wanted.has(pid)));
}

export function mountNamespaces(checkpoint: Checkpoint, filter: Filter): readonly MountNamespaceRow[] {
  const traits = traitsOf(checkpoint.image.family);
  return seenMounts(checkpoint, filter).map(({ at, pids, mounts }) => ({
    at,
    pids,
    mounts: mounts.map((mount) => mountRow(mount, traits)),
  }));
}

export function mountRow(mount: Mount, { hasMountinfo }: ImageTraits): MountRow {
  const { at, device, mountpoint, sharedGroup, masterGroup, root, options, bindSource, externalKey } = mount;
  return {
    at,
    device,
    mountpoint,
    fstype: mount.fstype || 'unknown',
    flags: hasMountinfo ? namesOfFlags(mountFlags, mount.mntFlags) : flagNames('mount_flag', mount.mntFlags),
    // Bits that every mounted file system has say nothing.
    superFlags: namesOfFlags(mountFlags, mount.flags).filter(
      (name) => !/MS_(BORN|ACTIVE|POSIXACL|KERNMOUNT|NOUSER)/.test(name),
    ),
    propagation: [
      ...(sharedGroup === undefined ? [] : [`shared:${sharedGroup}`]),
      ...(masterGroup === undefined ? [] : [`master:${masterGroup}`]),
    ],
    root,
    options,
    bindSource,
    isExternal: mount.isExternal,
    externalKey,
    storedBytes: BigInt(mount.content?.length ?? mount.mountData?.length ?? 0),
  };
}

const shownPids = 8;

export function titleOf(pids: readonly number[]): string {
  const names = pids.slice(0, shownPids).join(', ') || 'nobody';
  return `Mounts seen by ${names}${pids.length > shownPids ? ` and ${pids.length - shownPids} more` : ''}`;
}

export const mountTable = ({ pids, mounts }: MountNamespaceRow): Table => ({
  title: titleOf(pids),
  columns: [
    { title: 'MOUNTPOINT', grows: true },
    { title: 'TYPE' },
    { title: 'DEVICE', drop: 1 },
    { title: 'STORED', align: 'right', drop: 2 },
    { title: 'FLAGS', grows: true },
    { title: 'SUPER BLOCK', grows: true, drop: 3 },
  ],
  rows: mounts.map((mount) => ({
    at: mount.at,
    cells: [
      mount.mountpoint,
      mount.fstype,
      mount.device,
      mount.storedBytes === 0n ? '' : bytesText(mount.storedBytes),
      flagText(mount),
      [...mount.superFlags, mount.options].filter(Boolean).join(' '),
    ],
  })),
  empty: 'none',
});

export const flagText = ({
  isExternal,
  externalKey,
  bindSource,
  root,
  flags,
  propagation,
}: MountRow): string =>
  [
    isExternal && `external${externalKey === undefined ? '' : ` mnt[${externalKey}]`}`,
    bindSource && `bind of ${bindSource}`,
    root && `root ${root}`,
    ...flags,
    ...propagation,
  ]
    .filter(Boolean)
    .join(' ');
