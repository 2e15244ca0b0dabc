/**
 * What 2.6.32 adds to mounts: references by position to parents, peers, masters and bind sources, several
 * namespaces, and control group mounts. The order of the checks is that of 042stab's
 * kernel/cpt/rst_namespace.c.
 */
import { mountFlag, objectType, sectionType } from '../../../parse/generated/cpt-records.ts';
import { nullPosition, positionOf } from './image-reader.ts';
import {
  hasTar,
  isSkippedRoot,
  type Mount,
  type MountNames,
  mountNames,
  mountOne,
  unpackTar,
} from './mounts.ts';
import { isNull, type Restore, type TaskEntry } from './restore.ts';
import { refuse } from './stop.ts';

export function restoreMountsByReference(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.namespace);
  reader.place = 'NAMESPACE';
  for (const namespace of reader.objects('namespace', start, end)) {
    for (const mount of reader.objects('vfsmount', namespace.body, namespace.end))
      restoreMount(restore, mount);
    if (restore.namespaces.size > 0 && namespace.body >= namespace.end) {
      const message = 'a further mount namespace has no mount to start with';
      refuse('mount-reference', 'ENOLINK', restore.at(namespace.offset), message);
    }
    restore.namespaces.add(namespace.offset);
  }
}

function restoreMount(restore: Restore, mount: Mount): void {
  const names = mountNames(restore, mount, mount.body);
  const dataEnd = delayedData(restore, mount, names.end);
  checkReferences(restore, mount, names);
  const isLegacy = mount.fields.mntParent === undefined;
  if (!(isLegacy && isSkippedRoot(mount, names))) {
    mountOne(restore, mount, names);
    if (hasTar(mount, names) && dataEnd < mount.end) unpackTar(restore, dataEnd);
  }
  restore.mounts.set(mount.offset, names.point);
}

/** CPT_MNT_DELAYFS: the options of a file system that is mounted later, such as NFS. */
function delayedData(restore: Restore, mount: Mount, position: number): number {
  if ((mount.fields.mntflags & mountFlag.delayfs) === 0) return position;
  const header = position < mount.end ? restore.reader.header(position, 'mount data') : undefined;
  const isData = header?.object === objectType.mount_data || header?.object === objectType.name;
  if (!isData) refuse('mount-names', 'EINVAL', restore.at(position), 'a delayed mount has no mount data');
  return header!.end;
}

function checkReferences(restore: Restore, mount: Mount, names: MountNames): void {
  const { mntBind, mntParent, mntShared, mntMaster } = mount.fields;
  if (mntBind !== undefined && !isNull(mntBind)) {
    const isKnown =
      names.type === 'cgroup'
        ? restore.controlGroups.has(positionOf(mntBind))
        : restore.mounts.has(positionOf(mntBind));
    if (!isKnown) referTo(restore, mount, names, 'source', mntBind, 'ENODEV');
  }
  for (const [role, reference] of [
    ['parent', mntParent],
    ['peer', mntShared],
    ['master', mntMaster],
  ] as const) {
    if (reference === undefined || isNull(reference) || restore.mounts.has(positionOf(reference))) continue;
    referTo(restore, mount, names, role, reference, 'ENOLINK');
  }
}

function referTo(
  restore: Restore,
  mount: Mount,
  { point }: MountNames,
  role: string,
  reference: bigint,
  errno: 'ENODEV' | 'ENOLINK',
): never {
  const message = `${point}: no mount restored before it is at position ${reference}, its ${role}`;
  refuse('mount-reference', errno, restore.at(mount.offset), message);
}

/** A task moves to its namespace by position; NULL64 stays. */
export function enterMountNamespace(restore: Restore, entry: TaskEntry): void {
  const { namespace } = entry.image;
  if (namespace === nullPosition || restore.namespaces.has(namespace)) return;
  const message = `the mount namespace at position ${namespace} is not restored`;
  refuse('task-namespace', 'ENOLINK', restore.at(entry.offset), message);
}
