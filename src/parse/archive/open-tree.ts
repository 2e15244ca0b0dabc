/** A directory, a tar archive (plain, gzip, zstd) or a single file as one tree. Reads no files in it. */

import { ImageError, type Report } from '../../diagnostic.ts';
import { baseName } from '../../path-name.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { archiveDiagnostic } from './codes.ts';
import { detectCompression } from './detect-compression.ts';
import { type ImageDirectory, treeDirectory } from './image-directory.ts';
import { openPlace } from './open-place.ts';
import { isTarHeader, tarMembers } from './tar.ts';
import { type Unpacking, unpack } from './unpack.ts';
import { rangeSource } from './windowed-source.ts';

/** `archive`: its unpacked bytes, where it is one. */
export type OpenedTree = ImageDirectory & { readonly archive?: ByteSource };

/**
 * Opens `path` (`-` is standard input); the caller closes the tree. Throws `ImageError` for a compressed file that is no archive, and errors
 * of the system as they are.
 */
export async function openTree(
  path: string,
  report: Report,
  options: Omit<Unpacking, 'report'> = {},
): Promise<OpenedTree> {
  const place = await openPlace(path, report, options.spools);
  if (place.form === 'directory') return place.tree;
  const file = place.source;
  try {
    if (detectCompression(headOf(file)) === undefined) return treeOf(file, report) ?? singleFile(file);
    const archive = await unpack(file, { ...options, report }, (start) => refuseOther(path, start));
    file.close();
    return treeOf(archive, report) ?? singleFile(archive);
  } catch (error) {
    file.close();
    throw error;
  }
}

const headOf = (source: ByteSource): Uint8Array => source.view(0, Math.min(512, source.size));

/** The members of a tar archive, which is closed with the tree; undefined for anything else. */
export function treeOf(archive: ByteSource, report: Report): OpenedTree | undefined {
  if (!isTarHeader(headOf(archive))) return undefined;
  return { ...treeDirectory(archive.name, tarMembers(archive, report), () => archive.close()), archive };
}

/** Looked at before the rest is unpacked: a bomb must not fill the disk first. */
function refuseOther(path: string, start: Uint8Array): void {
  if (isTarHeader(start)) return;
  const message = `${path} holds no tar archive`;
  throw new ImageError(archiveDiagnostic('archive-bad-header', message, { file: path, offset: 0 }));
}

/** A tree of nothing but that file. */
export function singleFile(source: ByteSource, name = baseName(source.name)): ImageDirectory {
  const open = (): ByteSource => rangeSource(source, 0, source.size, name);
  const member = { path: name, kind: 'file', size: source.size, open } as const;
  return treeDirectory(source.name, [member], () => source.close());
}
