/**
 * A folder of image files, wherever it is: on disk, in an archive or in memory. Everything that reads CRIU
 * images reads them through this interface; names in it are never paths of the host.
 */
import { type ByteSource, memorySource } from '../../bytes/byte-source.ts';

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

interface TreeNode {
  readonly member: TreeMember;
  readonly children: Map<string, TreeNode>;
}

/**
 * A directory made of members. A later member replaces an earlier one of the same path, as tar does; folders
 * that have no member of their own are made.
 */
export function treeDirectory(
  name: string,
  members: Iterable<TreeMember>,
  close: () => void = () => {},
): ImageDirectory {
  const root = emptyFolder('');
  for (const member of members) {
    const parts = member.path.split('/').filter((part) => part !== '');
    const last = parts.pop();
    if (last === undefined) continue;
    let node = root;
    for (const part of parts) {
      let next = node.children.get(part);
      if (next === undefined || next.member.kind !== 'directory') {
        next = emptyFolder(part);
        node.children.set(part, next);
      }
      node = next;
    }
    // A folder met again keeps what it has.
    const known = node.children.get(last);
    if (member.kind === 'directory' && known?.member.kind === 'directory') continue;
    node.children.set(last, { member, children: new Map() });
  }
  return folderView(name, [root], close);
}

function emptyFolder(path: string): TreeNode {
  return { member: { path, kind: 'directory', size: 0 }, children: new Map() };
}

// `trail` leads from the root to the folder, so that ".." in a link never leaves the tree.
function folderView(name: string, trail: readonly TreeNode[], close: () => void): ImageDirectory {
  const folder = trail[trail.length - 1] as TreeNode;
  return {
    name,
    list: () =>
      [...folder.children]
        .map(([childName, { member }]) => ({
          name: childName,
          kind: member.kind,
          size: member.size,
          ...(member.target !== undefined && { target: member.target }),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    open(childName) {
      const member = folder.children.get(childName)?.member;
      return member?.kind === 'file' ? member.open?.() : undefined;
    },
    directory(childName) {
      const found = resolve(trail, childName, 0);
      return found && folderView(`${name}/${childName}`, found, () => {});
    },
    close,
  };
}

// As many as the kernel follows (ELOOP).
const linkLimit = 40;

function resolve(trail: readonly TreeNode[], path: string, links: number): readonly TreeNode[] | undefined {
  if (path.startsWith('/') || links > linkLimit) return undefined;
  let at = trail;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (at.length === 1) return undefined;
      at = at.slice(0, -1);
      continue;
    }
    const next = at[at.length - 1]?.children.get(part);
    if (next === undefined) return undefined;
    if (next.member.kind === 'directory') at = [...at, next];
    else if (next.member.kind === 'link') {
      const target = resolve(at, next.member.target ?? '', links + 1);
      if (target === undefined) return undefined;
      at = target;
    } else return undefined;
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
