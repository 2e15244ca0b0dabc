/**
 * Which files a call of cr-validate is about: those that are named, and images below directories that are
 * named.
 */
import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cptSignature } from '../parse/cpt/record.ts';

export interface Inputs {
  readonly paths: readonly string[];
  /** Directories that hold an image of a family which is not judged yet. */
  readonly passedOver: readonly string[];
}

/** What is named and does not exist stays in the list: opening it says so. */
export function findInputs(names: readonly string[]): Inputs {
  const paths: string[] = [];
  const passedOver: string[] = [];
  for (const name of names) {
    if (name === '-' || !isDirectory(name)) paths.push(name);
    else walk(name, paths, passedOver);
  }
  return { paths, passedOver };
}

const isDirectory = (name: string): boolean =>
  statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;

/** CRIU puts this file into every image directory. */
const criuInventory = 'inventory.img';

/** A list instead of recursion: depth comes from the outside. Symbolic links are not followed. */
function walk(root: string, paths: string[], passedOver: string[]): void {
  const open = [root];
  for (let directory = open.shift(); directory !== undefined; directory = open.shift()) {
    const entries = readdirSync(directory, { withFileTypes: true }).sort(byName);
    if (entries.some(({ name }) => name === criuInventory)) passedOver.push(directory);
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
