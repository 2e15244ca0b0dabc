/** What inotify and fanotify watch, and what becomes of it (criu/fsnotify.c). */
import { firstOf, placeOf, textOf } from '../../../model/from-criu/image.ts';
import { idsOfType } from '../../../model/from-criu/ipc.ts';
import { type CriuOpenFile, fieldsAs } from '../../../model/from-criu/open-files.ts';
import type { FhEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { CriuRestore } from './context.ts';
import { fails } from './stop.ts';

interface Watched {
  /** `watch 3 of inotify file 4` */
  readonly what: string;
  readonly inode: bigint;
  readonly handle: FhEntry | undefined;
}

/** Marks of whole mounts have a path or a mount, and no inode. */
function watchedBy(file: CriuOpenFile): readonly Watched[] {
  const watches = (fieldsAs(file, 'INOTIFY')?.wd ?? []).map(({ wd, i_ino = 0n, f_handle: handle }) => ({
    what: `watch ${wd} of inotify file ${file.id}`,
    inode: i_ino,
    handle,
  }));
  const marks = (fieldsAs(file, 'FANOTIFY')?.mark ?? []).flatMap(({ ie }) =>
    ie === undefined
      ? []
      : [{ what: `a mark of fanotify file ${file.id}`, inode: ie.i_ino ?? 0n, handle: ie.f_handle }],
  );
  return [...watches, ...marks];
}

/**
 * Without a path the inode is looked for on the mounts of the image (open_handle), and there are none where the
 * tree has no mount namespace of its own. The dump finds no path where that of the inode leads elsewhere: a symbolic
 * link that is watched itself, a name that is covered.
 */
export function checkWatched(restore: CriuRestore, file: CriuOpenFile): void {
  if (restore.ownNamespaces.has('mnt')) return;
  for (const { what, inode, handle } of watchedBy(file)) {
    if (textOf(handle?.path) !== undefined || ghostsOf(restore).has(BigInt.asUintN(32, inode))) continue;
    const message = `CRIU: "Unable to open (null)"; ${what} has no path, and no mount of the image can have its inode ${inode}`;
    fails('criu-watched-file', placeOf(file), message);
  }
}

/** lookup_ghost_remap takes 32 bits of the number. */
function ghostsOf({ image }: CriuRestore): ReadonlySet<bigint> {
  const inodes = idsOfType(image, 'GHOST_FILE').map(
    (id) => firstOf(image, 'GHOST_FILE', 'ghost_file_entry', id)?.fields.ino ?? 0n,
  );
  return new Set(inodes.map((inode) => BigInt.asUintN(32, inode)));
}

/** inotify(7): how a watch behaves, of which a mask in an image holds these two. */
const behaviour = [
  ['IN_EXCL_UNLINK', 0x0400_0000],
  ['IN_ONESHOT', 0x8000_0000],
] as const;

/** A watch is made anew with its events alone (restore_one_inotify). */
export function lostOfWatches(file: CriuOpenFile): readonly string[] {
  return (fieldsAs(file, 'INOTIFY')?.wd ?? []).flatMap(({ wd, mask = 0 }) => {
    const lost = behaviour.flatMap(([name, bit]) => ((mask & bit) === 0 ? [] : [name]));
    return lost.length === 0 ? [] : [`watch ${wd} of an inotify file loses ${lost.join(' and ')}`];
  });
}
