/** Files that share their blocks until one of them is written to, on file systems that can: Btrfs, XFS, bcachefs. */
import { chmodSync, constants, copyFileSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ByteSource } from '../byte-source.ts';
import { temporaryPath } from './temporary.ts';

/** Smaller files are copied as soon as asked for. */
const leastBytes = 1024 * 1024;

/** Directories in which it was tried without success. */
const without = new Set<string>();

/**
 * Puts a clone of `source` in the place of the empty file `path`, with its mode; its descriptor, for reading and
 * writing. Undefined where that cannot be: then nothing has changed.
 */
export function clone(source: ByteSource, path: string): number | undefined {
  const file = source.onDisk?.();
  const directory = dirname(path);
  if (file === undefined || source.size < leastBytes || without.has(directory)) return undefined;
  const made = temporaryPath(directory);
  try {
    // By its descriptor: another file may stand at its path by now.
    copyFileSync(`/proc/self/fd/${file.descriptor}`, made, constants.COPYFILE_FICLONE_FORCE);
  } catch {
    // Another file system, one that cannot, or no /proc: the bytes are copied.
    without.add(directory);
    return undefined;
  }
  chmodSync(made, statSync(path).mode & 0o7777);
  renameSync(made, path);
  return openSync(path, 'r+');
}
