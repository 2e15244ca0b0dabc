/**
 * Mount namespaces of 2.6.18: kernel/cpt/rst_namespace.c. Whether mount points and sources exist is up to
 * the container root: they are listed as needs. What 2.6.32 adds, references between mounts, is in mount-
 * references.ts.
 */
import { mountFlag, objectType, sectionType } from '../../../parse/generated/cpt-records.ts';
import type { ReadObject } from './image-reader.ts';
import type { Restore } from './restore.ts';
import { refuse } from './stop.ts';

/** What OpenVZ kernels of 2006 to 2016 mount in containers, or outside for them. */
const fileSystems: ReadonlySet<string> = new Set(
  [
    'autofs binfmt_misc bdev cgroup configfs debugfs devpts devtmpfs ecryptfs ext2 ext3 ext4 fuse fuseblk',
    'fusectl hugetlbfs iso9660 jfs mqueue nfs nfs4 nfsd ocfs2 gfs2 pipefs proc ramfs reiserfs rootfs',
    'rpc_pipefs securityfs simfs sockfs squashfs sysfs tmpfs udf unionfs usbfs vfat vzdq vzfs xfs',
  ].flatMap((line) => line.split(' ')),
);

/** Part of every kernel that has containers; others may be modules that are not loaded. */
const builtIn: ReadonlySet<string> = new Set(
  'devpts pipefs proc ramfs rootfs simfs sockfs sysfs tmpfs'.split(' '),
);

/** The kernel's own first mount: it is the root and nothing else. */
const rootOnly = 'rootfs';

/** NUL-terminated strings of one mount. */
export interface MountNames {
  readonly device: string;
  readonly point: string;
  readonly type: string;
  readonly source: string | undefined;
  readonly end: number;
}

export type Mount = ReadObject<'vfsmount'>;

/** One namespace for all; a second one is reported and ignored. */
export function restoreMounts(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.namespace);
  reader.place = 'NAMESPACE';
  let isFirst = true;
  for (const namespace of reader.objects('namespace', start, end)) {
    if (!isFirst) {
      restore.say('section-ignored', namespace.offset, 'only the first mount namespace is restored');
      return;
    }
    isFirst = false;
    restore.namespaces.add(namespace.offset);
    for (const mount of reader.objects('vfsmount', namespace.body, namespace.end))
      restoreMount(restore, mount);
  }
}

function restoreMount(restore: Restore, mount: Mount): void {
  // The names of one mount are read until the object ends: what is left over is taken for another mount.
  for (let position = mount.body; position < mount.end; ) {
    const names = mountNames(restore, mount, position);
    position = names.end;
    if (isSkippedRoot(mount, names)) continue;
    mountOne(restore, mount, names);
    if (hasTar(mount, names) && position < mount.end) position = unpackTar(restore, position);
  }
}

/** EINVAL unless device, mount point and type can be read, and the source of a bind mount. */
export function mountNames(restore: Restore, mount: Mount, start: number): MountNames {
  const { reader } = restore;
  let end = start;
  const read = (what: string): string => {
    const name = reader.name(end);
    if (name === undefined) {
      refuse('mount-names', 'EINVAL', restore.at(end), `the ${what} of a mount cannot be read`);
    }
    end = name.end;
    return name.text;
  };
  const device = read('device');
  const point = read('mount point');
  const type = read('file system');
  const source = (mount.fields.mntflags & mountFlag.bind) !== 0 ? read('source') : undefined;
  return { device, point, type, source, end };
}

const isExternal = ({ fields }: Mount): boolean => (fields.mntflags & mountFlag.ext) !== 0;

/** The root of the container is made by whoever starts the restore. */
export function isSkippedRoot(mount: Mount, { point, source }: MountNames): boolean {
  const isBind = source !== undefined && source !== '' && source !== '/';
  return point === '/' && !isExternal(mount) && !isBind;
}

export function mountOne(restore: Restore, mount: Mount, names: MountNames): void {
  const { device, point, type, source } = names;
  if (!fileSystems.has(type)) {
    const errno = isExternal(mount) ? restore.line.externalTypeErrno : 'ENODEV';
    const message = `${point}: the kernel has no file system "${type}"`;
    refuse('mount-type', errno, restore.at(mount.offset), message);
  }
  if (isExternal(mount)) {
    if (type === rootOnly && point !== '/') {
      const message = `${point} is said to be mounted from outside as ${type}, which is only ever the root`;
      refuse('mount-reference', 'ENOENT', restore.at(mount.offset), message);
    }
    restore.needed('mount', `${point} (${type})`, mount.offset);
  } else {
    restore.needed('mount-point', point, mount.offset);
    if (source === undefined && !builtIn.has(type)) {
      restore.wants('file-system-needed', type, 'load its module before the restore', mount.offset);
    }
    if (source !== undefined) restore.needed('file', source, mount.offset);
    restore.did('mount', restore.first, mount.offset, { device, point, type });
  }
}

export function hasTar(mount: Mount, { type, source }: MountNames): boolean {
  return type === 'tmpfs' && source === undefined && !isExternal(mount);
}

/** rst_restore_tmpfs runs tar in the container root; a failure is EINVAL. */
export function unpackTar(restore: Restore, position: number): number {
  const { object, end } = restore.reader.header(position, 'the content of a tmpfs');
  if (object !== objectType.name) {
    const message = `the content of a tmpfs is an object of type ${object}, expected name`;
    refuse('wrong-object', 'EINVAL', restore.at(position), message);
  }
  restore.reader.checkRange(position, end - position, 'the content of a tmpfs');
  restore.needed('program', 'tar', position);
  return end;
}
