/**
 * An image directory on disk. Opens regular files by their names only: a link in an image directory could
 * point at anything of the host. The one exception is `parent`, which CRIU itself makes and follows.
 */
import { lstatSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileSource } from '../../bytes/byte-source.ts';
import { writtenListName } from '../../bytes/output/place.ts';
import type { DirectoryEntry, ImageDirectory } from './image-directory.ts';

/** The directory at `path`. Throws the original error of the system call if it cannot be read. */
export function hostDirectory(path: string): ImageDirectory {
  const entries = readdirSync(path)
    .filter((name) => name !== writtenListName)
    .map((name) => entryOf(path, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    name: path,
    list: () => entries,
    open: (name) => (byName.get(name)?.kind === 'file' ? fileSource(join(path, name)) : undefined),
    directory(name) {
      const entry = byName.get(name);
      if (entry?.kind === 'directory') return hostDirectory(join(path, name));
      if (entry?.kind !== 'link' || name !== 'parent') return undefined;
      // criu/image.c writes a relative path, from --prev-images-dir; an absolute one is of another machine.
      if (entry.target === undefined || isAbsolute(entry.target)) return undefined;
      const target = join(path, entry.target);
      return statSync(target, { throwIfNoEntry: false })?.isDirectory() ? hostDirectory(target) : undefined;
    },
    close() {},
  };
}

function entryOf(folder: string, name: string): DirectoryEntry {
  const path = join(folder, name);
  const stat = lstatSync(path);
  if (stat.isFile()) return { name, kind: 'file', size: stat.size };
  if (stat.isDirectory()) return { name, kind: 'directory', size: 0 };
  if (stat.isSymbolicLink()) return { name, kind: 'link', size: 0, target: readlinkSync(path) };
  return { name, kind: 'other', size: 0 };
}
