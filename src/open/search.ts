/**
 * Searching directories for images of every form, by the first bytes of files and by names in directories. What cannot
 * be looked at counts: opening it says why, and the others go on.
 */
import { closeSync, constants, type Dirent, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ImageError } from '../diagnostic.ts';
import { allFamilies } from '../families/index.ts';
import { limits } from '../limits.ts';
import { detectCompression } from '../parse/archive/detect-compression.ts';
import { isEngineFolder } from '../parse/archive/engine-folder.ts';
import { gunzipHead } from '../parse/archive/gunzip.ts';
import { isTarHeader } from '../parse/archive/tar.ts';
import { unpack } from '../parse/archive/unpack.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { notePath } from '../parse/bytes/inputs.ts';
import { tellNames } from '../parse/bytes/many-names.ts';
import { isMemberName } from './member-name.ts';

/** In the order of directories, from the outside inwards, then of names. Symbolic links are not followed. */
export async function findImages(root: string): Promise<readonly string[]> {
  const paths = await searched(root);
  // Threads open them, or nobody does before something is written.
  for (const path of paths) notePath(path);
  return paths;
}

async function searched(root: string): Promise<readonly string[]> {
  const paths: string[] = [];
  // A list instead of recursion: depth comes from the outside.
  // `levels`: how far down an image directory above is opened with all image directories below it.
  const open = [{ directory: root, levels: 0 }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { directory } = next;
    const entries = entriesOf(directory);
    if (entries === undefined) {
      paths.push(directory);
      continue;
    }
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const isImage = allFamilies.some(({ format }) => format.holdsMembers?.(files) === true);
    if ((isImage && next.levels === 0) || isBundle(files, folders)) paths.push(directory);
    // What lies in a bundle is of its containers.
    if (isBundle(files, folders)) continue;
    for (const { name } of entries.filter((entry) => entry.isFile() && !isMemberName(entry.name))) {
      const path = join(directory, name);
      if (await isImageFile(path)) paths.push(path);
    }
    const levels = Math.max(0, isImage && next.levels === 0 ? limits.imageDirectoryDepth : next.levels - 1);
    for (const name of folders)
      if (name !== '.git' && name !== 'node_modules') open.push({ directory: join(directory, name), levels });
  }
  return paths;
}

/** A pod's checkpoint, an OCI layout, or what an archive of an engine was unpacked into. */
const isBundle = (files: readonly string[], folders: readonly string[]): boolean =>
  files.includes('checkpoint-manifest.json') ||
  (files.includes('oci-layout') && folders.includes('blobs')) ||
  isEngineFolder(files, folders);

/** Undefined for a directory that cannot be read. */
function entriesOf(directory: string): Dirent[] | undefined {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    tellNames(entries.length);
    return entries.sort(byName);
  } catch {
    return undefined;
  }
}

const byName = (left: Dirent, right: Dirent) => (left.name < right.name ? -1 : 1);

async function isImageFile(path: string): Promise<boolean> {
  // What is named an archive and is none is a damaged one: opening it says what is in its place.
  if (isArchiveName(path)) return true;
  const begin = startOf(path);
  if (begin === undefined || isStart(begin)) return true;
  const compression = detectCompression(begin);
  if (compression === undefined) return false;
  const unpacked = compression === 'gzip' ? gunzipHead(begin, headBytes) : begin.subarray(0, 0);
  return unpacked.length < headBytes ? isPackedImage(path) : isStart(unpacked);
}

const isArchiveName = (path: string): boolean => /\.(tar|tgz|tzst|tar\.gz|tar\.zst)$/.test(path);

const isStart = (start: Uint8Array): boolean =>
  isTarHeader(start) || allFamilies.some(({ format }) => format.fileLikeness?.(start) === 'image');

/** A tar header; the signatures of all else are shorter. */
const headBytes = 512;
/** Packed, it takes less. */
const start = new Uint8Array(1024);

/** Valid until the next call. */
function startOf(path: string): Uint8Array | undefined {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    return start.subarray(0, readSync(fd, start));
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Its first bytes were seen: nobody wants the rest. */
class Seen extends ImageError {
  readonly start: Uint8Array;

  constructor(start: Uint8Array) {
    super({ code: 'seen', severity: 'note', message: 'seen' });
    this.start = start;
  }
}

async function isPackedImage(path: string): Promise<boolean> {
  let file: ByteSource | undefined;
  try {
    file = fileSource(path);
    const see = (start: Uint8Array) => {
      throw new Seen(start.slice());
    };
    (await unpack(file, { report: () => {} }, see)).close();
    return false;
  } catch (error) {
    if (error instanceof Seen) return isStart(error.start);
    // Something packed that is damaged, and not named an archive.
    if (error instanceof ImageError) return false;
    if (!(error instanceof Error && 'code' in error)) throw error;
    // It went away, or its disk fails: opening it says so.
    return true;
  } finally {
    file?.close();
  }
}
