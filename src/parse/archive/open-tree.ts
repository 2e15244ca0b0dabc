/**
 * What a user names on the command line, as one tree: a directory, a tar archive (plain, gzip, zstd), or a
 * single image file. Finds the image directories in it; reads none of their files but to see what they are.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ImageError, type Report } from '../../diagnostic.ts';
import { type ByteSource, fileSource } from '../bytes/byte-source.ts';
import { criuDiagnostic } from '../criu/codes.ts';
import { identifyFile } from '../criu/image-types.ts';
import { whatInstead } from '../criu/no-image.ts';
import { type Compression, detectCompression } from './detect-compression.ts';
import { hostDirectory } from './host-directory.ts';
import { type ImageDirectory, treeDirectory } from './image-directory.ts';
import type { SpoolHandle } from './spool.ts';
import { isTarHeader, tarMembers } from './tar.ts';
import { rangeSource } from './windowed-source.ts';

export interface OpenTreeOptions {
  /** What a compressed archive may unpack to. */
  readonly limitBytes?: number;
  /** What it was unpacked to before, by another thread. */
  readonly unpacked?: SpoolHandle | undefined;
  /** Hears what a compressed archive was unpacked to. */
  readonly onUnpacked?: (spool: SpoolHandle) => void;
}

/** `archive`: its unpacked bytes, where it is one. */
export type OpenedTree = ImageDirectory & { readonly archive?: ByteSource };

/**
 * Opens `path`; the caller closes the tree. Throws `ImageError` for a file that is no archive, and errors of
 * the system as they are.
 */
export async function openTree(
  path: string,
  report: Report,
  options: OpenTreeOptions = {},
): Promise<OpenedTree> {
  if (statSync(path).isDirectory()) return hostDirectory(path);
  const head = readHead(path);
  const compression = detectCompression(head);
  const unpack = async (kind: Compression): Promise<ByteSource> => {
    // Loaded for archives only: most images are directories, and the decoders are large.
    if (options.unpacked !== undefined) return (await import('./spool.ts')).spooled(options.unpacked);
    const { decompressFile } = await import('./decompress.ts');
    const { limitBytes } = options;
    const accepts = (start: Uint8Array) => refuseOther(path, start);
    const unpacked = await decompressFile(path, kind, report, { limitBytes, accepts });
    options.onUnpacked?.(unpacked.spool);
    return unpacked;
  };
  const archive = compression === undefined ? fileSource(path) : await unpack(compression);
  try {
    if (isTarHeader(archive.view(0, Math.min(512, archive.size)))) {
      return { ...treeDirectory(path, tarMembers(archive, report), () => archive.close()), archive };
    }
    return singleFile(path, archive);
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** Looked at before the rest is unpacked: a bomb must not fill the disk first. */
function refuseOther(path: string, start: Uint8Array): void {
  if (isTarHeader(start)) return;
  const message = `${path} holds no tar archive`;
  throw new ImageError(criuDiagnostic('archive-bad-header', message, { file: path, offset: 0 }));
}

function readHead(path: string): Uint8Array {
  const fd = openSync(path, 'r');
  try {
    const head = new Uint8Array(4);
    return head.subarray(0, readSync(fd, head, 0, head.length, 0));
  } finally {
    closeSync(fd);
  }
}

function singleFile(path: string, source: ByteSource): ImageDirectory {
  const name = basename(path);
  const open = (): ByteSource => rangeSource(source, 0, source.size, name);
  return treeDirectory(path, [{ path: name, kind: 'file', size: source.size, open }], () => source.close());
}

// Podman nests one level, the sample archives two; deeper is not an archive of checkpoints.
const depthLimit = 4;

/**
 * The directories that hold a checkpoint, best first: with a process tree before pre-dumps, shallow before
 * deep, by name. An empty list comes after a `criu-no-inventory`.
 */
export function findImageDirectories(root: ImageDirectory, report: Report): readonly ImageDirectory[] {
  const found: { directory: ImageDirectory; rank: number }[] = [];
  const visit = (directory: ImageDirectory, depth: number): void => {
    const entries = directory.list();
    const names = new Set(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name));
    if (names.has('pstree.img')) found.push({ directory, rank: depth });
    else if (names.has('inventory.img') || [...names].some(isTaskFile))
      found.push({ directory, rank: depth + 10 });
    if (depth >= depthLimit) return;
    for (const { name, kind } of entries) {
      const child = kind === 'directory' ? directory.directory(name) : undefined;
      if (child !== undefined) visit(child, depth + 1);
    }
  };
  visit(root, 0);
  if (found.length === 0) {
    const message = `${root.name} holds no CRIU images: ${whatInstead(root)}`;
    report(criuDiagnostic('criu-no-inventory', message, { file: root.name }));
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ directory }) => directory);
}

function isTaskFile(name: string): boolean {
  const type = identifyFile(name)?.type;
  return type === 'CORE' || type === 'PAGEMAP';
}

/** The older directory that a `parent` link leads to, of images made by pre-dumps. */
export function parentDirectory(directory: ImageDirectory, report: Report): ImageDirectory | undefined {
  const entry = directory.list().find(({ name }) => name === 'parent');
  if (entry === undefined || entry.kind === 'file' || entry.kind === 'other') return undefined;
  const parent = directory.directory('parent');
  if (parent === undefined) {
    const message = `${directory.name}/parent leads to ${entry.target}, which is not a directory here`;
    report(criuDiagnostic('criu-bad-parent', message, { file: `${directory.name}/parent` }));
  }
  return parent;
}
