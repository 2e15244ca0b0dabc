/** mounts: what is mounted where, as a tree for each mount namespace. */
import { traitsOf } from '../../families/traits.ts';
import { addTo } from '../../lists.ts';
import type { Checkpoint, Mount } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import { type Filter, isWantedType } from '../filter.ts';
import type { Image } from '../image.ts';
import { mountName } from '../links.ts';
import { emptyTable, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText } from '../words.ts';
import { flagText, type MountRow, mountRow, seenMounts, titleOf } from './mounts.ts';
import { treePrefixes } from './tree-lines.ts';

export interface MountTreeRow extends MountRow {
  /** Mounts between this one and the root of its tree. */
  readonly depth: number;
  /** Mountpoint of the mount that this one lies on; absent for the root. */
  readonly on?: string | undefined;
}

export interface MountTreeRows {
  readonly namespaces: readonly {
    readonly at: number;
    readonly pids: readonly number[];
    readonly mounts: readonly MountTreeRow[];
  }[];
}

function mountTreeRows({ checkpoint }: Image, filter: Filter): MountTreeRows {
  const traits = traitsOf(checkpoint.image.family);
  return {
    namespaces: seenMounts(checkpoint, filter).map(({ at, pids, mounts }) => ({
      at,
      pids,
      mounts: inTreeOrder(checkpoint, mounts)
        .map(({ mount, depth, on }) => ({ ...mountRow(mount, traits), depth, on: on?.mountpoint }))
        .filter(({ fstype }) => isWantedType(filter, fstype)),
    })),
  };
}

interface Placed {
  readonly mount: Mount;
  readonly depth: number;
  readonly on: Mount | undefined;
}

/** Below each mount those that lie on it. Where no parents are stored, mounts are in an order that paths follow from. */
function inTreeOrder({ image }: Checkpoint, mounts: readonly Mount[]): readonly Placed[] {
  const parentOf = traitsOf(image.family).hasMountinfo ? storedParents(mounts) : pathParents(mounts);
  const children = new Map<Mount, Mount[]>();
  for (const mount of mounts) {
    const parent = parentOf.get(mount);
    if (parent) addTo(children, parent, mount);
  }
  const ordered: Placed[] = [];
  const seen = new Set<Mount>();
  // A damaged image may have circles: what hangs on no root starts a tree of its own.
  for (const root of [...mounts.filter((mount) => !parentOf.has(mount)), ...mounts]) {
    const stack: Placed[] = [{ mount: root, depth: 0, on: undefined }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (seen.has(next.mount)) continue;
      seen.add(next.mount);
      ordered.push(next);
      const { mount: on, depth } = next;
      for (const mount of [...(children.get(on) ?? [])].reverse())
        stack.push({ mount, depth: depth + 1, on });
    }
  }
  return ordered;
}

function storedParents(mounts: readonly Mount[]): ReadonlyMap<Mount, Mount> {
  const byId = new Map(mounts.map((mount) => [mount.id, mount]));
  return new Map(
    mounts.flatMap((mount) => {
      const parent = follow(byId, mount.parent);
      return parent === undefined || parent === mount ? [] : [[mount, parent] as const];
    }),
  );
}

/** Parts of a path that are looked at; PATH_MAX allows for more, nobody mounts so deep. */
const partsMax = 256;

/** The last one before it that was mounted on the longest part of its path. */
function pathParents(mounts: readonly Mount[]): ReadonlyMap<Mount, Mount> {
  const parents = new Map<Mount, Mount>();
  const byPath = new Map<string, Mount>();
  for (const mount of mounts) {
    let path = mount.mountpoint;
    for (let part = 0; part < partsMax; part++, path = path.slice(0, path.lastIndexOf('/'))) {
      const parent = byPath.get(path === '' ? '/' : path);
      if (parent) parents.set(mount, parent);
      if (parent || !path.includes('/')) break;
    }
    byPath.set(mount.mountpoint, mount);
  }
  return parents;
}

const mountTreeTables = ({ namespaces }: MountTreeRows): readonly Table[] =>
  namespaces.length === 0
    ? [emptyTable('no mounts in the image')]
    : namespaces.map(({ pids, mounts }) => {
        const prefixes = treePrefixes(mounts.map(({ depth }) => depth));
        return {
          title: titleOf(pids),
          columns: [
            { title: 'MOUNTPOINT', grows: true },
            { title: 'TYPE' },
            { title: 'DEVICE', drop: 2 },
            { title: 'STORED', align: 'right', drop: 3 },
            { title: 'FLAGS', grows: true },
            { title: 'SUPER BLOCK', grows: true, drop: 4 },
          ],
          rows: mounts.map((mount, index) => ({
            at: mount.at,
            names: [mountName(mount.mountpoint)],
            links:
              mount.on === undefined
                ? []
                : [{ label: `on ${mount.on}`, view: 'mounts', name: mountName(mount.on) }],
            cells: [
              `${prefixes[index]}${mount.mountpoint}`,
              mount.fstype,
              mount.device,
              mount.storedBytes === 0n ? '' : bytesText(mount.storedBytes),
              flagText(mount),
              [...mount.superFlags, mount.options].filter(Boolean).join(' '),
            ],
          })),
          empty: 'none',
        };
      });

export const mountsView: View<MountTreeRows> = {
  rows: mountTreeRows,
  tables: mountTreeTables,
};
