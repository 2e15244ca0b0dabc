/**
 * An image directory on disk. Opens regular files by their names only: a link in an image directory could
 * point at anything of the host. The one exception is `parent`, which CRIU itself makes and follows.
 */
import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { listedFileSource } from '../bytes/file-source.ts';
import { writtenListName } from '../bytes/output/place.ts';
import type { DirectoryEntry, ImageDirectory } from './image-directory.ts';

/**
 * The directory at `path`. `tree` is what the user named, if that is a directory around it. Throws the original
 * error of the system call if it cannot be read.
 */
export function hostDirectory(path: string, tree = path): ImageDirectory {
  const entries = readdirSync(path)
    .filter((name) => name !== writtenListName)
    .map((name) => entryOf(path, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    name: path,
    list: () => entries,
    open(name) {
      const entry = byName.get(name);
      return entry?.kind === 'file' ? listedFileSource(join(path, name), entry.size) : undefined;
    },
    directory(name) {
      const entry = byName.get(name);
      if (entry?.kind === 'directory') return hostDirectory(join(path, name), tree);
      if (entry?.kind !== 'link' || name !== 'parent' || entry.target === undefined) return undefined;
      const target = parentIn(path, entry.target, tree);
      return target === undefined ? undefined : hostDirectory(target, tree);
    },
    identity: () => realpathSync(path),
    close() {},
  };
}

/**
 * Where a `parent` link leads, as long as that is beside the images or below what the user named: images of a
 * stranger must not open other directories of this machine. criu/image.c writes a relative path, from
 * --prev-images-dir; an absolute one is of another machine.
 */
function parentIn(path: string, target: string, tree: string): string | undefined {
  const parent = join(path, target);
  if (isAbsolute(target) || statSync(parent, { throwIfNoEntry: false })?.isDirectory() !== true)
    return undefined;
  const [real, images, named] = [realpathSync(parent), realpathSync(path), realpathSync(tree)];
  const isBeside = dirname(real) === dirname(images);
  return isBeside || real.startsWith(`${named}${sep}`) ? parent : undefined;
}

/** A name that is no UTF-8, or that is gone by now, cannot be opened: it is there, and that is all. */
function entryOf(folder: string, name: string): DirectoryEntry {
  const path = join(folder, name);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return { name, kind: 'file', size: stat.size };
  if (stat?.isDirectory()) return { name, kind: 'directory', size: 0 };
  if (stat?.isSymbolicLink()) return { name, kind: 'link', size: 0, target: readlinkSync(path) };
  return { name, kind: 'other', size: 0 };
}
