/** cgroups: control groups by hierarchy with their members, a part of the namespaces view and a view of its own. */
import type { Checkpoint } from '../../model/checkpoint.ts';
import { type Filter, isWantedType } from '../filter.ts';
import type { Image } from '../image.ts';
import { toPids } from '../links.ts';
import { emptyTable, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { commsOf, pidNames } from './process-names.ts';

export interface CgroupRows {
  readonly hierarchies: readonly {
    readonly at: number;
    /** Names of the controllers, or of the hierarchy; `cgroup2` for the unified one. */
    readonly options: string;
    readonly groups: readonly {
      readonly at: number;
      readonly path: string;
      readonly pids: readonly number[];
      /** With their command names, where the view is asked for alone. */
      readonly names?: string;
    }[];
  }[];
}

export function cgroupRows({ cgroups }: Checkpoint): CgroupRows['hierarchies'] {
  return cgroups.map(({ at, mountOptions = '', groups }) => {
    const byIndex = new Map(groups.map((group) => [group.index, group]));
    const pathOf = (index: number, depth = 0): string => {
      const group = byIndex.get(index);
      // A damaged image may name parents in a circle.
      if (!group || depth > 64) return '';
      return `${pathOf(group.parent, depth + 1)}/${group.name ?? ''}`.replace(/\/+/g, '/');
    };
    return {
      at,
      options: mountOptions,
      groups: groups.map((group) => ({ at: group.at, path: pathOf(group.index), pids: group.pids })),
    };
  });
}

export const cgroupTable = ({ options, groups }: CgroupRows['hierarchies'][number]): Table => ({
  title: `Control groups (${options === 'cgroup2' ? 'cgroup2, the unified hierarchy' : options})`,
  columns: [
    { title: 'PATH', grows: true },
    { title: 'PROCESSES', grows: true },
  ],
  rows: groups.map(({ at, path, pids, names }) => ({
    at,
    links: toPids(pids),
    cells: [path, names ?? pids.join(' ')],
  })),
  empty: 'none',
});

/** `--pid` keeps the groups that its processes are in. */
function rowsOf({ checkpoint }: Image, filter: Filter): CgroupRows {
  const comms = commsOf(checkpoint);
  const hierarchies = cgroupRows(checkpoint)
    .filter(({ options }) => isWantedType(filter, ...options.split(',')))
    .map((hierarchy) => ({
      ...hierarchy,
      groups: hierarchy.groups
        .filter(({ pids }) => filter.pids.length === 0 || pids.some((pid) => filter.pids.includes(pid)))
        .map((group) => ({ ...group, names: pidNames(comms, group.pids) })),
    }));
  return { hierarchies };
}

export const cgroupsView: View<CgroupRows> = {
  rows: rowsOf,
  tables: ({ hierarchies }) =>
    hierarchies.length === 0 ? [emptyTable('no control groups in the image')] : hierarchies.map(cgroupTable),
};
