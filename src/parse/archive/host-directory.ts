/**
 * An image directory on disk. Opens regular files by their names only: a link in an image directory could
 * point at anything of the host. The one exception is `parent`, which CRIU itself makes and follows.
 */
import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { ImageError } from '../../diagnostic.ts';
import { listedFileSource } from '../bytes/file-source.ts';
import { type IsPart, noteDirectory, notePath } from '../bytes/inputs.ts';
import { type Keeping, KeptFiles } from '../bytes/kept-files.ts';
import { tellNames } from '../bytes/many-names.ts';
import { writtenListName } from '../bytes/written-list.ts';
import { archiveDiagnostic } from './codes.ts';
import type { DirectoryEntry, ImageDirectory } from './image-directory.ts';
import { LinkBudget } from './list-budget.ts';

interface HostDirectoryOptions {
  /** What the user named, if that is a directory around this one. */
  readonly tree?: string;
  /** Which of its files are of the input as soon as one of them is read. Default: all that lies in it. */
  readonly isPart?: IsPart | undefined;
}

/** The directory at `path`. Throws the original error of the system call if it cannot be read. */
export function hostDirectory(path: string, options: HostDirectoryOptions = {}): ImageDirectory {
  const { tree = path, isPart } = options;
  // Once for all: names of tens of thousands of files have no parts to be tidied.
  const prefix = join(path, 'x').slice(0, -1);
  const names = readdirSync(path);
  tellNames(names.length);
  const entries = names
    .filter((name) => name !== writtenListName)
    .map((name) => entryOf(prefix, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  checkLinks(path, entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let isNoted = false;
  /** To look at the names alone makes no input of it. */
  const note = (): void => {
    if (!isNoted) noteDirectory(path, isPart);
    isNoted = true;
  };
  let kept: KeptFiles | undefined;
  return {
    name: path,
    list: () => entries,
    open(name) {
      const entry = byName.get(name);
      if (entry?.kind !== 'file') return undefined;
      const file = prefix + name;
      if (isPart?.(name) === false) notePath(file);
      else note();
      return kept?.open(file, entry.size, entry) ?? listedFileSource(file, entry.size);
    },
    keepSmallFiles(bytesMax) {
      if (bytesMax > 0) {
        kept ??= new KeptFiles();
        kept.raise(bytesMax);
        return;
      }
      if (kept !== undefined) for (const entry of entries) entry.place = undefined;
      kept = undefined;
    },
    directory(name) {
      const entry = byName.get(name);
      if (entry?.kind === 'directory') return hostDirectory(join(path, name), { tree, isPart });
      if (entry?.kind !== 'link' || name !== 'parent' || entry.target === undefined) return undefined;
      const target = parentIn(path, entry.target, tree);
      if (target === undefined) return undefined;
      // The image builds on what is there, whether its pages are asked for or not.
      noteDirectory(target, isPart);
      return hostDirectory(target, { tree, isPart });
    },
    identity: () => realpathSync(path),
    close() {},
  };
}

interface HostEntry extends DirectoryEntry, Keeping {
  /** Of files that have other names. */
  readonly inode?: string;
}

/** Throws `archive-too-large` where names of the same files make a small directory a large one. */
function checkLinks(path: string, entries: readonly HostEntry[]): void {
  const again: HostEntry[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.inode === undefined) continue;
    if (seen.has(entry.inode)) again.push(entry);
    seen.add(entry.inode);
  }
  if (again.length === 0) return;
  const sum = (of: readonly HostEntry[]) => of.reduce((bytes, { size }) => bytes + size, 0);
  const ownBytes = sum(entries) - sum(again);
  const links = new LinkBudget();
  for (const { name, size } of again) {
    const tooMuch = links.exceededBy(name, size, ownBytes);
    if (tooMuch === undefined) continue;
    const at = { file: path, path: name };
    throw new ImageError(archiveDiagnostic('archive-too-large', `${path} has ${tooMuch}`, at));
  }
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

/** The same; those of a stat are doubles, of which the engine makes an object each, and some more of each sum. */
const plainNumber = (value: number): number => (value < 2 ** 31 ? value | 0 : value);

/** A name that is no UTF-8, or that is gone by now, cannot be opened: it is there, and that is all. */
function entryOf(prefix: string, name: string): HostEntry {
  const path = prefix + name;
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) {
    const { nlink, dev, ino } = stat;
    const size = plainNumber(stat.size);
    const entry: HostEntry = { name, kind: 'file', size, place: undefined, isSound: undefined };
    return nlink > 1 ? { ...entry, inode: `${dev}:${ino}` } : entry;
  }
  if (stat?.isDirectory()) return { name, kind: 'directory', size: 0 };
  if (stat?.isSymbolicLink()) return { name, kind: 'link', size: 0, target: readlinkSync(path) };
  return { name, kind: 'other', size: 0 };
}
