/** Groups of mounts that share events: who gets them from whom, and how CRIU gives them back (criu/mount-v2.c). */
import { addTo } from '../../../lists.ts';
import type { Asked } from './asked.ts';
import { areBinds } from './mount-binds.ts';
import { isBelow, type Mount, type MountTrees } from './mounts.ts';
import { fails } from './stop.ts';

export interface SharingGroup {
  readonly name: string;
  readonly shared: number;
  readonly master: number;
  /** The one that was read last comes first. */
  readonly mounts: Mount[];
  parent: SharingGroup | undefined;
}

/** Finds the group that is master of each; one that is not in the image must be the host's (resolve_shared_mounts_v2). */
export function groupMounts(trees: MountTrees): readonly SharingGroup[] {
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
  for (const group of groups) findMaster(trees, group, byShared);
  return groups;
}

function findMaster(
  trees: MountTrees,
  group: SharingGroup,
  byShared: ReadonlyMap<number, readonly SharingGroup[]>,
): void {
  const { name, master, mounts } = group;
  const [mount] = mounts;
  if (master === 0 || mount === undefined) return;
  const [parent, other] = byShared.get(master) ?? [];
  if (parent !== undefined && other !== undefined) {
    const message = `CRIU: "mnt-v2: Sharing group ${name} parent collision ${other.name} ${parent.name}"`;
    fails('criu-mount-sharing', mount.at, message);
  }
  group.parent = parent;
  if (parent !== undefined || trees.binds.hasRoot(mount) || trees.binds.hasExternal(mount)) return;
  const message = `CRIU: "mnt-v2: Sharing group ${name} has unreachable sharing. Try --enable-external-masters."; nothing in the image is the master of ${mount.point}`;
  fails('criu-mount-sharing', mount.at, message);
}

/** Members are joined to the group of one that has the whole directory of all (restore_one_sharing_group). */
export function takeSharing(trees: MountTrees, asked: Asked): void {
  const firsts = new Map(trees.groups.map((group) => [group, widest(group)]));
  for (const group of trees.groups) {
    const first = firsts.get(group);
    if (first === undefined) continue;
    const source = group.parent && firsts.get(group.parent);
    takeMaster(group, first, source, asked);
    for (const mount of group.mounts) {
      if (mount === first) continue;
      const isOfHost = group.parent === undefined && group.shared === 0;
      if (!(isOfHost && !isBelow(mount.root, first.root))) copy(first, mount);
    }
  }
}

/** Who wants events from a mount of the host gets them from the directory of --root, if that is shared. */
function takeMaster({ master }: SharingGroup, first: Mount, source: Mount | undefined, asked: Asked): void {
  if (master === 0) return;
  if (source !== undefined) {
    if (source !== first) copy(source, first);
    return;
  }
  asked.masters.push({ master, point: first.point, at: first.at });
}

const widest = ({ mounts }: SharingGroup): Mount | undefined =>
  mounts.reduce<Mount | undefined>(
    (best, mount) => (best === undefined || mount.root.length < best.root.length ? mount : best),
    undefined,
  );

/** The kernel copies between mounts of one file system, from a directory to those below. */
function copy(from: Mount, to: Mount): void {
  if (isBelow(to.root, from.root) && areBinds(from, to)) return;
  const message = `CRIU: "mnt-v2: Failed to copy sharing from ${from.id} to ${to.id}"; ${to.point} is not a part of ${from.point}`;
  fails('criu-mount-sharing', to.at, message, { errno: 'EINVAL' });
}
