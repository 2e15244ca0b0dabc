/**
 * What a call of cr-validate is about: files that are named, and images below directories that are named. A
 * directory with a CRIU image is an input itself.
 */
import { closeSync, constants, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cptSignature } from '../../parse/cpt/record.ts';
import { holdsCriuImage } from './criu.ts';

/** What is named and does not exist stays in the list: opening it says so. */
export function findInputs(names: readonly string[]): readonly string[] {
  const paths: string[] = [];
  for (const name of names) {
    if (name === '-' || !isDirectory(name)) paths.push(name);
    else walk(name, paths);
  }
  return paths;
}

const isDirectory = (name: string): boolean =>
  statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;

/** A list instead of recursion: depth comes from the outside. Symbolic links are not followed. */
function walk(root: string, paths: string[]): void {
  const open = [root];
  for (let directory = open.shift(); directory !== undefined; directory = open.shift()) {
    const entries = entriesOf(directory);
    if (entries === undefined) {
      paths.push(directory);
      continue;
    }
    if (holdsCriuImage(entries.filter((entry) => entry.isFile()).map(({ name }) => name)))
      paths.push(directory);
    for (const entry of entries) {
      const path = join(directory, entry.name);
      if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') open.push(path);
      else if (entry.isFile() && startsLikeImage(path)) paths.push(path);
    }
  }
}

/** Undefined for a directory that cannot be read: it is an input, and opening it says why; the others go on. */
function entriesOf(directory: string): Dirent[] | undefined {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort(byName);
  } catch {
    return undefined;
  }
}

const byName = (left: Dirent, right: Dirent) => (left.name < right.name ? -1 : 1);

/** What cannot be opened counts as an image, for the same reason. */
function startsLikeImage(path: string): boolean {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const start = new Uint8Array(cptSignature.length);
    return readSync(fd, start) === start.length && cptSignature.every((byte, at) => start[at] === byte);
  } catch {
    return true;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
