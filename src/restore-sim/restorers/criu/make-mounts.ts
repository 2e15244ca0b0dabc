/** Mounting what mounts.ts found, by the root task, before it forks (prepare_mnt_ns_v2). */
import { pushAll } from '../../../lists.ts';
import type { CriuImage } from '../../../model/from-criu/image.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { CriuRestore, Item } from './context.ts';
import { killed } from './fork.ts';
import { fileSystems, foreignOption, isNewMount, isSupported, mountFlags } from './mount-options.ts';
import { takeSharing } from './mount-sharing.ts';
import { isMainRoot, type Mount, type MountTrees, pathBelow } from './mounts.ts';
import { fails } from './stop.ts';

export function makeMounts({ image, asked }: CriuRestore, trees: MountTrees, root: Item): void {
  for (const mount of trees.mounts) checkMount(trees, mount);
  mountAll(image, trees);
  leaveOldRoot(trees);
  takeSharing(trees, asked);
  checkOwnNamespace(trees, root);
}

/** validate_mounts: whether there is something to mount it from. */
// Holds for mounts of engines: what comes from outside has a key, and is a source for its binds.
function checkMount(trees: MountTrees, mount: Mount): void {
  sameChildren(mount);
  const { id, point, root, fields } = mount;
  const { binds } = trees;
  if (binds.hasExternal(mount) || binds.hasRoot(mount) || fields.with_plugin === true) return;
  if (root === '/') {
    if (isSupported(fields.fstype ?? 0)) return;
    const device = (fields.root_dev ?? 0).toString(16);
    const message = `CRIU: "mnt: FS mnt ${point} dev 0x${device} root / unsupported id ${id}"; file system type ${fields.fstype}`;
    fails('criu-mount-source', mount.at, message);
  }
  if (binds.hasSource(mount)) return;
  const message = `CRIU: "mnt: ${id}:${point} doesn't have a proper root mount"; nothing in the image mounts the whole file system of ${root}`;
  fails('criu-mount-source', mount.at, message);
}

function sameChildren({ id, children }: Mount): void {
  const points = new Map<string, Mount>();
  for (const child of children) {
    const other = points.get(child.point);
    if (other !== undefined) {
      const message = `CRIU: "mnt: Mount ${id} has two children with same mountpoint: ${other.id} ${child.id}"`;
      fails('criu-mount-point', child.at, message);
    }
    points.set(child.point, child);
  }
}

/** A mount is made when its parent is; those of deeper paths first (populate_mnt_ns_v2). */
function mountAll(image: CriuImage, trees: MountTrees): void {
  const made = new Set<number>();
  const waiting = [...trees.roots];
  for (let mount = waiting.pop(); mount !== undefined; mount = waiting.pop()) {
    checkPoint(mount, made);
    checkNew(image, trees, mount);
    made.add(mount.id);
    pushAll(
      waiting,
      [...mount.children].sort((a, b) => depth(a) - depth(b)),
    );
  }
}

/** Mounts are made in directories that have their number. */
const padded = (id: number): string => String(id).padStart(10, '0');

const depth = ({ point }: Mount): number => point.split('/').length;

const nameBytesMax = 255;
const pathBytesMax = 4096;

function checkPoint(mount: Mount, made: ReadonlySet<number>): void {
  const { id, point, parent, at } = mount;
  function refused(text: string, why = ''): never {
    fails('criu-mount-point', at, `CRIU: "mnt-v2: ${text}"${why}`);
  }
  if (parent !== undefined) {
    if (id === 0) refused(`Helper ${point} should have is_dir pre-set`, '; 0 is the number of no mount');
    const below = pathBelow(point, parent.point);
    if (below === undefined)
      refused(`Child-parent mountpoint mismatch ${id}:${point} ${parent.id}:${parent.point}`);
    if (below.some((name) => name.length > nameBytesMax) || point.length >= pathBytesMax)
      refused(`Can't stat mountpoint ${point.slice(0, 40)}...`, '; the path is too long');
  }
  if (!made.has(id)) return;
  refused(`Unable to mkdir mountpoint mnt-${padded(id)}: File exists`, `; two mounts have the number ${id}`);
}

/** What mount(2) says to a file system that is not there yet (do_new_mount_v2). */
function checkNew(image: CriuImage, trees: MountTrees, mount: Mount): void {
  const { id, point, fields, at, options } = mount;
  const { fstype = 0, root_dev: device = 0, with_plugin: byPlugin } = fields;
  if (isMainRoot(trees, mount) || mount.isExternal || byPlugin === true || mount.root !== '/') return;
  if (trees.binds.hasOthers(mount)) return;
  if (device >>> 20 !== 0) {
    if (fstype === fileSystems.auto) return;
    const message = `CRIU: "mnt: No device for ${point}(${id}) mount"; the device number ${device} is one of a disk`;
    fails('criu-mount-source', at, message);
  }
  function refused(text: string, errno: string, why: string): never {
    fails(
      'criu-mount-options',
      at,
      `CRIU: "mnt: Unable to mount ${mount.source} mnt-${padded(id)} (id=${id}): ${text}"; ${why}`,
      { errno },
    );
  }
  if (fstype === fileSystems.simfs || fstype === fileSystems.aufs)
    refused('No such device', 'ENODEV', `the kernel has no file system of type ${fstype}`);
  const flags = superFlags(mount);
  if (!isNewMount(flags)) refused('Invalid argument', 'EINVAL', `flags 0x${flags.toString(16)}`);
  const foreign = foreignOption(fstype, options);
  if (foreign === undefined) {
    if (fstype === fileSystems.tmpfs) checkContent(image, mount);
    return;
  }
  refused('Invalid argument', 'EINVAL', `the file system has no option "${foreign.slice(0, 40)}"`);
}

const gzipMagic = [0x1f, 0x8b];

/** What was in memory comes from an archive, which an empty one has, too (tmpfs_restore). */
function checkContent({ directory, sizes }: CriuImage, mount: Mount): void {
  const names = [fileName('TMPFS_DEV', mount.fields.root_dev ?? 0), fileName('TMPFS_IMG', mount.id)];
  const file = names.find((name) => sizes.has(name));
  if (file === undefined) {
    const message = `CRIU gives up without a word: ${names[0]} is missing, the content of ${mount.point}`;
    fails('criu-file-missing', { file: names[0] as string }, message);
  }
  const source = directory.open(file);
  const head = source === undefined || source.size < 2 ? [] : [...source.view(0, 2)];
  source?.close();
  if (gzipMagic.every((byte, index) => head[index] === byte)) return;
  fails('criu-unreadable', { file, offset: 0 }, `CRIU: "Can't restore tmpfs content"; ${file} is no archive`);
}

/** Before 1.8 there is one word for the flags of the mount and of its file system. */
const superFlags = ({ fields }: Mount): number =>
  (fields.sb_flags ?? (fields.flags ?? 0) & ~mountFlags.ofMount) >>> 0;

/** cr_pivot_root puts the old root below the new one for a moment: into "tmp", or a directory that it makes. */
function leaveOldRoot({ roots }: MountTrees): void {
  const special: readonly number[] = [
    fileSystems.proc,
    fileSystems.sysfs,
    fileSystems.devpts,
    fileSystems.mqueue,
  ];
  for (const root of [...roots].reverse()) {
    const above = root.children.find(
      (child) => pathBelow(child.point, '/')?.length === 0 && child.point !== '/',
    );
    if (above !== undefined && special.includes(above.fields.fstype ?? 0)) {
      const message = `CRIU: "mnt: Can't create a temporary directory: Operation not permitted"; ${above.source} is mounted over the root`;
      fails('criu-mount-point', above.at, message, { errno: 'EPERM' });
    }
    if (((root.fields.flags ?? 0) & mountFlags.unbindable) === 0) continue;
    if (root.children.some(({ point }) => point === '/tmp')) continue;
    const message =
      'CRIU: "mnt: Unable to mount tmpfs in tmp: Invalid argument"; the root mount is unbindable';
    fails('criu-mount-options', root.at, message, { errno: 'EINVAL' });
  }
}

/** populate_root_fd_off looks for the namespace of the root task. */
function checkOwnNamespace({ mainNamespace }: MountTrees, { pid }: Item): void {
  if (mainNamespace !== undefined) return;
  killed(pid, { file: `ids-${pid}.img` }, `the ids of ${pid} have no mnt_ns_id`);
}
