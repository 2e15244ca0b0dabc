/**
 * A folder of image files, wherever it is: on disk, in an archive or in memory. Everything that reads CRIU
 * images reads them through this interface; names in it are never paths of the host.
 */
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { writtenListName } from '../bytes/written-list.ts';
import { archiveDiagnostic } from './codes.ts';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  /** Bytes, of files. */
  readonly size: number;
  /** Of links: where to, as written. */
  readonly target?: string;
}

export interface ImageDirectory {
  /** Shown to users: the path of a directory, or the path inside its archive. */
  readonly name: string;
  /** Sorted by name. */
  list(): readonly DirectoryEntry[];
  /**
   * The bytes of a regular file, or undefined if there is none of that name: links are not followed. The
   * caller closes it.
   */
  open(name: string): ByteSource | undefined;
  /** A folder inside, or the one that a link leads to, as far as it stays inside what was opened. */
  directory(name: string): ImageDirectory | undefined;
  /**
   * Whoever reads the files several times says so: those up to a size may then be kept in memory, within a bound, and
   * opened once: the largest size that somebody says counts, until one says 0. Absent where opening costs nothing.
   */
  keepSmallFiles?(bytesMax: number): void;
  /** The same for the same folder, whatever links lead there. */
  identity?(): unknown;
  /** Closes what the root holds open; of other directories it does nothing. */
  close(): void;
}

/** One thing in a tree; `path` has no empty, `.` or `..` parts. */
export interface TreeMember {
  readonly path: string;
  readonly kind: DirectoryEntry['kind'];
  readonly size: number;
  readonly target?: string;
  readonly open?: () => ByteSource;
}

/** The same thing at another place. */
export function memberAt(path: string, member: TreeMember): TreeMember {
  const { kind, size, target } = member;
  // Some are objects with methods, which a copy would not have.
  const open = member.open?.bind(member);
  return { path, kind, size, ...(target !== undefined && { target }), ...(open !== undefined && { open }) };
}

interface Folder {
  readonly kind: 'directory';
  readonly size: 0;
  /** The folder around it; undefined for the root. */
  readonly parent: Folder | undefined;
  /** Members that are no folders stand for themselves: an archive may have hundreds of thousands. */
  readonly children: Map<string, Folder | TreeMember>;
  /** Sorted once, since the tree is complete before anybody looks. */
  listed: readonly DirectoryEntry[] | undefined;
}

const newFolder = (parent: Folder | undefined): Folder => ({
  kind: 'directory',
  size: 0,
  parent,
  children: new Map(),
  listed: undefined,
});

const asFolder = (child: Folder | TreeMember | undefined): Folder | undefined =>
  child !== undefined && 'children' in child ? child : undefined;

/**
 * A directory made of members. A later member replaces an earlier one of the same path, as tar does; folders
 * that have no member of their own are made. Throws `archive-too-large` for more than `limits.archiveNodes`.
 */
export function treeDirectory(
  name: string,
  members: Iterable<TreeMember>,
  close: () => void = () => {},
): ImageDirectory {
  const root = newFolder(undefined);
  let count = 0;
  const add = <Child extends Folder | TreeMember>(parent: Folder, childName: string, child: Child): Child => {
    count += 1;
    if (count > limits.archiveNodes) {
      const message = `${name} has more than ${limits.archiveNodes} files and folders`;
      throw new ImageError(archiveDiagnostic('archive-too-large', message, { file: name }));
    }
    parent.children.set(childName, child);
    return child;
  };
  for (const member of members) {
    const parts = member.path.split('/').filter((part) => part !== '');
    const last = parts.pop();
    // What this program notes in directories that it makes is no part of an image, packed or not.
    if (last === undefined || last === writtenListName) continue;
    let folder = root;
    for (const part of parts)
      folder = asFolder(folder.children.get(part)) ?? add(folder, part, newFolder(folder));
    if (member.kind !== 'directory') add(folder, last, member);
    // A folder met again keeps what it has.
    else if (asFolder(folder.children.get(last)) === undefined) add(folder, last, newFolder(folder));
  }
  return folderView(name, root, close);
}

function folderView(name: string, folder: Folder, close: () => void): ImageDirectory {
  return {
    name,
    list: () => {
      folder.listed ??= entriesOf(folder);
      return folder.listed;
    },
    open(childName) {
      const child = folder.children.get(childName);
      return child?.kind === 'file' ? child.open?.() : undefined;
    },
    directory(childName) {
      const found = resolve(folder, childName, { links: 0 });
      return found && folderView(`${name}/${childName}`, found, () => {});
    },
    identity: () => folder,
    close,
  };
}

const entriesOf = ({ children }: Folder): readonly DirectoryEntry[] =>
  [...children]
    .map(([name, child]) => {
      const { kind, size } = child;
      const target = 'children' in child ? undefined : child.target;
      return target === undefined ? { name, kind, size } : { name, kind, size, target };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Never leaves the tree: the root has no folder around it. Links are counted over the whole look-up. */
function resolve(from: Folder, path: string, followed: { links: number }): Folder | undefined {
  if (path.startsWith('/')) return undefined;
  let at: Folder | undefined = from;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') at = at.parent;
    else {
      const next: Folder | TreeMember | undefined = at.children.get(part);
      if (next === undefined) return undefined;
      if ('children' in next) at = next;
      else if (next.kind === 'link') {
        followed.links += 1;
        at = followed.links > limits.links ? undefined : resolve(at, next.target ?? '', followed);
      } else return undefined;
    }
    if (at === undefined) return undefined;
  }
  return at;
}

/** A directory in memory; keys are paths, so that folders inside are possible. */
export function memoryDirectory(
  files: Readonly<Record<string, Uint8Array>>,
  name = 'memory',
): ImageDirectory {
  return treeDirectory(
    name,
    Object.entries(files).map(([path, bytes]) => ({
      path,
      kind: 'file',
      size: bytes.length,
      open: () => memorySource(bytes, path),
    })),
  );
}
