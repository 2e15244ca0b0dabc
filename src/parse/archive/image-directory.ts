/**
 * A folder of image files, wherever it is: on disk, in an archive or in memory. Everything that reads CRIU
 * images reads them through this interface; names in it are never paths of the host.
 */
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
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

interface TreeNode {
  readonly member: TreeMember;
  /** The folder around it; undefined for the root. */
  readonly parent: TreeNode | undefined;
  /** Of folders only: there may be very many files. */
  readonly children?: Map<string, TreeNode>;
}

const noChildren: ReadonlyMap<string, TreeNode> = new Map();
const childrenOf = ({ children }: TreeNode): ReadonlyMap<string, TreeNode> => children ?? noChildren;

/**
 * A directory made of members. A later member replaces an earlier one of the same path, as tar does; folders
 * that have no member of their own are made. Throws `archive-too-large` for more than `limits.archiveNodes`.
 */
export function treeDirectory(
  name: string,
  members: Iterable<TreeMember>,
  close: () => void = () => {},
): ImageDirectory {
  const root = folderNode('', undefined);
  let count = 0;
  const add = (parent: TreeNode, childName: string, node: TreeNode): TreeNode => {
    count += 1;
    if (count > limits.archiveNodes) {
      const message = `${name} has more than ${limits.archiveNodes} files and folders`;
      throw new ImageError(archiveDiagnostic('archive-too-large', message, { file: name }));
    }
    parent.children?.set(childName, node);
    return node;
  };
  for (const member of members) {
    const parts = member.path.split('/').filter((part) => part !== '');
    const last = parts.pop();
    if (last === undefined) continue;
    let node = root;
    for (const part of parts) {
      const known = childrenOf(node).get(part);
      node = known?.member.kind === 'directory' ? known : add(node, part, folderNode(part, node));
    }
    // A folder met again keeps what it has.
    const known = childrenOf(node).get(last);
    if (member.kind === 'directory' && known?.member.kind === 'directory') continue;
    add(
      node,
      last,
      member.kind === 'directory' ? { member, parent: node, children: new Map() } : { member, parent: node },
    );
  }
  return folderView(name, root, close);
}

function folderNode(path: string, parent: TreeNode | undefined): TreeNode {
  return { member: { path, kind: 'directory', size: 0 }, parent, children: new Map() };
}

function folderView(name: string, folder: TreeNode, close: () => void): ImageDirectory {
  return {
    name,
    list: () =>
      [...childrenOf(folder)]
        .map(([childName, { member }]) => ({
          name: childName,
          kind: member.kind,
          size: member.size,
          ...(member.target !== undefined && { target: member.target }),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    open(childName) {
      const member = childrenOf(folder).get(childName)?.member;
      return member?.kind === 'file' ? member.open?.() : undefined;
    },
    directory(childName) {
      const found = resolve(folder, childName, { links: 0 });
      return found && folderView(`${name}/${childName}`, found, () => {});
    },
    close,
  };
}

/** Never leaves the tree: the root has no folder around it. Links are counted over the whole look-up. */
function resolve(from: TreeNode, path: string, followed: { links: number }): TreeNode | undefined {
  if (path.startsWith('/')) return undefined;
  let at: TreeNode | undefined = from;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') at = at.parent;
    else {
      const next: TreeNode | undefined = childrenOf(at).get(part);
      if (next?.member.kind === 'directory') at = next;
      else if (next?.member.kind === 'link') {
        followed.links += 1;
        at = followed.links > limits.links ? undefined : resolve(at, next.member.target ?? '', followed);
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
