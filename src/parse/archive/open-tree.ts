/** A directory, a tar archive (plain, gzip, zstd) or a single file as one tree. Reads no files in it. */

import { ImageError, type Report } from '../../diagnostic.ts';
import { archiveDiagnostic } from './codes.ts';
import { detectCompression } from './detect-compression.ts';
import { openPlace } from './open-place.ts';
import { isTarHeader } from './tar.ts';
import { headOf, type OpenedTree, singleFile, treeOf } from './tree.ts';
import { type Unpacking, unpack } from './unpack.ts';

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

/** Looked at before the rest is unpacked: a bomb must not fill the disk first. */
function refuseOther(path: string, start: Uint8Array): void {
  if (isTarHeader(start)) return;
  const message = `${path} holds no tar archive`;
  throw new ImageError(archiveDiagnostic('archive-bad-header', message, { file: path, offset: 0 }));
}
