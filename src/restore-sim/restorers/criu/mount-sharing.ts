/** Groups of mounts that share events: who gets them from whom, and how CRIU gives them back (criu/mount-v2.c). */
import { addTo } from '../../../lists.ts';
import type { Asked } from './asked.ts';
import { type Ending, fails, firstEnding } from './ending.ts';
import { areBinds } from './mount-binds.ts';
import { isBelow, type Mount, type MountTrees } from './mounts.ts';

export interface SharingGroup {
  readonly name: string;
  readonly shared: number;
  readonly master: number;
  /** The one that was read last comes first. */
  readonly mounts: Mount[];
  parent: SharingGroup | undefined;
}

/** Finds the group that is master of each; one that is not in the image must be the host's (resolve_shared_mounts_v2). */
export function groupMounts(trees: MountTrees): readonly SharingGroup[] | Ending {
  const byName = new Map<string, SharingGroup>();
  for (const mount of trees.mounts) {
    const { shared_id: shared = 0, master_id: master = 0 } = mount.fields;
    if (shared === 0 && master === 0) continue;
    const name = `(${shared}, ${master})`;
    const group = byName.get(name) ?? { name, shared, master, mounts: [], parent: undefined };
    group.mounts.push(mount);
    byName.set(name, group);
  }
  const groups = [...byName.values()].reverse();
  const byShared = new Map<number, SharingGroup[]>();
  for (const group of groups) {
    group.mounts.reverse();
    addTo(byShared, group.shared, group);
  }
  return firstEnding(groups, (group) => findMaster(trees, group, byShared)) ?? groups;
}

function findMaster(
  trees: MountTrees,
  group: SharingGroup,
  byShared: ReadonlyMap<number, readonly SharingGroup[]>,
): Ending | undefined {
  const { name, master, mounts } = group;
  const [mount] = mounts;
  if (master === 0 || mount === undefined) return undefined;
  const [parent, other] = byShared.get(master) ?? [];
  if (parent !== undefined && other !== undefined) {
    const message = `CRIU: "mnt-v2: Sharing group ${name} parent collision ${other.name} ${parent.name}"`;
    return fails('criu-mount-sharing', mount.at, message);
  }
  group.parent = parent;
  if (parent !== undefined || trees.binds.hasRoot(mount) || trees.binds.hasExternal(mount)) return undefined;
  const message = `CRIU: "mnt-v2: Sharing group ${name} has unreachable sharing. Try --enable-external-masters."; nothing in the image is the master of ${mount.point}`;
  return fails('criu-mount-sharing', mount.at, message);
}

/** Members are joined to the group of one that has the whole directory of all (restore_one_sharing_group). */
export function takeSharing(trees: MountTrees, asked: Asked): Ending | undefined {
  const firsts = new Map(trees.groups.map((group) => [group, widest(group)]));
  return firstEnding(trees.groups, (group) => {
    const first = firsts.get(group);
    if (first === undefined) return undefined;
    const source = group.parent && firsts.get(group.parent);
    return (
      takeMaster(group, first, source, asked) ??
      firstEnding(group.mounts, (mount) => {
        if (mount === first) return undefined;
        const isOfHost = group.parent === undefined && group.shared === 0;
        return isOfHost && !isBelow(mount.root, first.root) ? undefined : copy(first, mount);
      })
    );
  });
}

/** Who wants events from a mount of the host gets them from the directory of --root, if that is shared. */
function takeMaster(
  { master }: SharingGroup,
  first: Mount,
  source: Mount | undefined,
  asked: Asked,
): Ending | undefined {
  if (master === 0) return undefined;
  if (source !== undefined) return source === first ? undefined : copy(source, first);
  asked.masters.push({ master, point: first.point, at: first.at });
  return undefined;
}

const widest = ({ mounts }: SharingGroup): Mount | undefined =>
  mounts.reduce<Mount | undefined>(
    (best, mount) => (best === undefined || mount.root.length < best.root.length ? mount : best),
    undefined,
  );

/** The kernel copies between mounts of one file system, from a directory to those below. */
function copy(from: Mount, to: Mount): Ending | undefined {
  if (isBelow(to.root, from.root) && areBinds(from, to)) return undefined;
  const message = `CRIU: "mnt-v2: Failed to copy sharing from ${from.id} to ${to.id}"; ${to.point} is not a part of ${from.point}`;
  return fails('criu-mount-sharing', to.at, message, { errno: 'EINVAL' });
}
