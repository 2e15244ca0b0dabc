/** Open files against the mounts that they are on: what is found out when the first of them is opened. */
import { placeOf, textOf } from '../../../model/from-criu/image.ts';
import { type CriuOpenFile, fieldsAs, fileKey } from '../../../model/from-criu/open-files.ts';
import type { CriuRestore } from './context.ts';
import { fileSystems, mountFlags } from './mount-options.ts';
import { isMainRoot, type Mount, type MountTrees } from './mounts.ts';
import type { OpenFiles } from './shared-files.ts';
import { fails } from './stop.ts';

export function checkMountUse({ used }: CriuRestore, trees: MountTrees, files: OpenFiles): void {
  const { byId, mainRoot } = trees;
  const hasPairs = trees.mounts.some(
    ({ fields, isExternal }) => fields.fstype === fileSystems.devpts || isExternal,
  );
  const mountOf = (file: CriuOpenFile): Mount | undefined => {
    const id = (fieldsAs(file, 'REG')?.mnt_id ?? noMount) | 0;
    return id === noMount ? mainRoot : byId.get(id);
  };
  for (const [key, file] of files) {
    const mount = mountOf(file);
    if (file.kind === 'REG' && mount === undefined && used.files.has(key)) notThere(file);
    checkWritten(trees, file, mount);
    checkSpecial({ trees, files, mountOf, hasPairs }, file);
  }
}

/** criu/mount.c, mntns_get_root_by_mnt_id. */
function notThere(file: CriuOpenFile): never {
  const { mnt_id: id, name } = fieldsAs(file, 'REG') ?? {};
  const message = `CRIU: "mnt: BUG", and a task is killed; ${textOf(name)} is on mount ${id}, which is not in the image`;
  fails('criu-file-mount', placeOf(file), message);
}

/** Before Linux 3.15 nobody could tell. */
const noMount = -1;

const fileType = { mask: 0o170_000, regular: 0o100_000 } as const;
/** O_ACCMODE of open(2); O_RDONLY is 0. */
const accessMode = 3;

// Holds for the root of engines, whose flags are those of the directory of --root.
function checkWritten(trees: MountTrees, file: CriuOpenFile, mount: Mount | undefined): void {
  const opened = fieldsAs(file, 'REG');
  if (opened === undefined || mount === undefined || opened.ext === true) return;
  if (((opened.mode ?? 0) & fileType.mask) !== fileType.regular) return;
  if (((opened.flags ?? 0) & accessMode) === 0 || !isReadOnly(trees, mount)) return;
  const name = textOf(opened.name);
  const message = `CRIU: "Can't open file ${name} on restore: Read-only file system"; ${mount.point} is mounted read-only`;
  fails('criu-mount-options', mount.at, message, { errno: 'EROFS' });
}

/** The directory of --root keeps the flags of its own file system. */
const isReadOnly = (trees: MountTrees, mount: Mount): boolean =>
  ((mount.fields.flags ?? 0) & mountFlags.readOnly) !== 0 ||
  (((mount.fields.sb_flags ?? 0) & mountFlags.readOnly) !== 0 && !isMainRoot(trees, mount));

interface MountLookUp {
  readonly trees: MountTrees;
  readonly files: OpenFiles;
  readonly mountOf: (file: CriuOpenFile) => Mount | undefined;
  /** Whether a mount can hold pseudo terminals. */
  readonly hasPairs: boolean;
}

/** Pairs and named pipes are opened by a path, too; CRIU gives slaves their owner, and makes pairs with a devpts. */
function checkSpecial({ trees, files, mountOf, hasPairs }: MountLookUp, file: CriuOpenFile): void {
  const special = fieldsAs(file, 'TTY') ?? fieldsAs(file, 'FIFO');
  const opened = special && files.get(fileKey('REG', special.regf_id ?? special.id ?? 0));
  if (opened === undefined) return;
  const name = textOf(fieldsAs(opened, 'REG')?.name) ?? '';
  if (file.kind === 'TTY' && !hasPairs && /(^|\/)dev\/ptmx$/.test(name)) {
    const message = `CRIU: "Can't open file ${name} on restore: No such device"; no mount of the image is a devpts`;
    fails('criu-mounts', placeOf(opened), message, { errno: 'ENODEV' });
  }
  const mount = mountOf(opened);
  if (mount === undefined) notThere(opened);
  if (mount.fields.fstype !== fileSystems.devpts || !isReadOnly(trees, mount)) return;
  const message = `CRIU: "tty: Can't setup uid and gid on ${file.id}: Read-only file system"; ${mount.point} is mounted read-only`;
  fails('criu-mount-options', mount.at, message, { errno: 'EROFS' });
}
