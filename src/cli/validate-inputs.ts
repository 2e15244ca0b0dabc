/**
 * What a call of cr-validate is about: files that are named, and images below directories that are named. A
 * directory with a CRIU image is an input itself.
 */
import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cptSignature } from '../parse/cpt/record.ts';
import { holdsCriuImage } from './validate-criu.ts';

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
    const entries = readdirSync(directory, { withFileTypes: true }).sort(byName);
    if (holdsCriuImage(entries.filter((entry) => entry.isFile()).map(({ name }) => name)))
      paths.push(directory);
    for (const entry of entries) {
      const path = join(directory, entry.name);
      if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') open.push(path);
      else if (entry.isFile() && startsLikeImage(path)) paths.push(path);
    }
  }
}

const byName = (left: Dirent, right: Dirent) => (left.name < right.name ? -1 : 1);

function startsLikeImage(path: string): boolean {
  if (lstatSync(path).size < cptSignature.length) return false;
  const fd = openSync(path, 'r');
  try {
    const start = new Uint8Array(cptSignature.length);
    return readSync(fd, start) === start.length && cptSignature.every((byte, at) => start[at] === byte);
  } finally {
    closeSync(fd);
  }
}
