/**
 * Mounts as the image describes them: the trees of all mount namespaces, where they get their sharing from
 * and what each is mounted from (criu/mount.c and criu/mount-v2.c). Making them is in make-mounts.ts.
 */
import type { Location } from '../../../diagnostic.ts';
import { type Entry, placeOf, textOf } from '../../../model/from-criu/image.ts';
import { type CriuRestore, preorder } from './context.ts';
import { MountBinds, parts } from './mount-binds.ts';
import { fileSystems } from './mount-options.ts';
import { groupMounts, type SharingGroup } from './mount-sharing.ts';
import { partialList } from './partial-lists.ts';
import { fails, Stop } from './stop.ts';

export interface Mount {
  readonly id: number;
  readonly parentId: number;
  /** Where it is mounted, and which directory of its file system. */
  readonly point: string;
  readonly root: string;
  readonly source: string;
  readonly options: string;
  readonly fields: Entry<'mnt_entry'>['fields'];
  readonly isExternal: boolean;
  readonly namespace: number;
  readonly at: Location;
  parent: Mount | undefined;
  readonly children: Mount[];
}

export interface MountTrees {
  /** In CRIU's order: the namespace and the entry that were read last come first. */
  readonly mounts: readonly Mount[];
  /** The first of each number. */
  readonly byId: ReadonlyMap<number, Mount>;
  readonly binds: MountBinds;
  readonly roots: readonly Mount[];
  /** The namespace of the root task. */
  readonly mainNamespace: number | undefined;
  /** The first mount at "/" there. */
  readonly mainRoot: Mount | undefined;
  groups: readonly SharingGroup[];
}

/** Before the first task is forked (read_mnt_ns_img). */
// Holds for trees in the mounts of the host, which have no file and need none.
export function readMounts(restore: CriuRestore): MountTrees | undefined {
  if (!restore.ownNamespaces.has('mnt')) return undefined;
  const lists: Mount[][] = [];
  const roots: Mount[] = [];
  for (const namespace of namespacesOf(restore)) {
    const { entries, damage } = partialList(restore, 'MNTS', 'mnt_entry', namespace);
    const named = entries.find(
      ({ fields }) => fields.fsname !== undefined && fields.fstype !== fileSystems.auto,
    );
    if (named !== undefined) {
      const message = 'CRIU: "mnt: fsname can be set only for FSTYPE__AUTO mounts"';
      fails('criu-mount-source', placeOf(named), message);
    }
    const list = entries.map((entry) => mountOf(entry, namespace)).reverse();
    lists.push(list);
    roots.push(buildTree(list, `mountpoints-${namespace}.img`, damage));
  }
  const mounts = lists.reverse().flat();
  const byId = new Map<number, Mount>();
  for (const mount of mounts) if (!byId.has(mount.id)) byId.set(mount.id, mount);
  const mainNamespace = restore.root?.ids?.mnt_ns_id;
  const isMain = (mount: Mount) => isMainRoot({ mainNamespace }, mount);
  const binds = new MountBinds(mounts, roots, isMain);
  const mainRoot = mounts.find(isMain);
  const trees: MountTrees = { mounts, byId, binds, roots, mainNamespace, mainRoot, groups: [] };
  trees.groups = groupMounts(trees);
  return trees;
}

/** Namespaces that tasks have numbers of, the newest first; helpers have none of their own. */
function namespacesOf({ root }: CriuRestore): readonly number[] {
  const ids = new Set<number>();
  for (const { ids: own, state } of preorder(root)) {
    if (state !== 'helper' && own?.mnt_ns_id !== undefined) ids.add(own.mnt_ns_id);
  }
  return [...ids].reverse();
}

function mountOf(entry: Entry<'mnt_entry'>, namespace: number): Mount {
  const { fields } = entry;
  const text = (value: string | Uint8Array | undefined) => (textOf(value) ?? '').split('\0', 1)[0] ?? '';
  return {
    id: fields.mnt_id ?? 0,
    parentId: fields.parent_mnt_id ?? 0,
    fields,
    namespace,
    point: text(fields.mountpoint),
    root: text(fields.root),
    source: text(fields.source),
    options: text(fields.options),
    isExternal: fields.ext_key !== undefined || fields.ext_mount === true,
    at: placeOf(entry),
    parent: undefined,
    children: [],
  };
}

/**
 * The first mount at "/" may be without a parent (mnt_build_ids_tree). Where a record of the list is damaged, what is
 * missing is the mount that it should have held.
 */
function buildTree(list: readonly Mount[], file: string, damage: Stop | undefined): Mount {
  function refused(code: 'criu-mount-parent' | 'criu-mounts', at: Location, message: string): never {
    if (damage === undefined) fails(code, at, message);
    throw new Stop(damage.verdict, {
      ...damage.failure,
      message: `${damage.failure.message}; then ${message}`,
    });
  }
  const byId = new Map<number, Mount>();
  for (const mount of list) if (!byId.has(mount.id)) byId.set(mount.id, mount);
  let root: Mount | undefined;
  for (const mount of list) {
    const parent = mount.id === mount.parentId ? undefined : byId.get(mount.parentId);
    if (parent !== undefined) {
      mount.parent = parent;
      parent.children.push(mount);
    } else if (root === undefined && mount.point === '/') {
      root = mount;
    } else {
      const message = `CRIU: "mnt: No parent found for mountpoint ${mount.id} (@${mount.point})"; ${mount.parentId} is no mount of the namespace`;
      refused('criu-mount-parent', mount.at, message);
    }
  }
  if (root !== undefined) return root;
  const why = list.length === 0 ? `${file} is missing or empty` : 'every mount has a parent';
  return refused('criu-mounts', { file }, `CRIU: "mnt: No root found for tree"; ${why}`);
}

export const isMainRoot = ({ mainNamespace }: Pick<MountTrees, 'mainNamespace'>, mount: Mount): boolean =>
  mount.namespace === mainNamespace && mount.point === '/';

/** Whether the path is that directory or below it; what is below, else undefined (get_relative_path). */
export function pathBelow(path: string, directory: string): readonly string[] | undefined {
  const outer = parts(directory);
  const inner = parts(path);
  return outer.every((part, index) => part === inner[index]) ? inner.slice(outer.length) : undefined;
}

export const isBelow = (path: string, directory: string): boolean => pathBelow(path, directory) !== undefined;
