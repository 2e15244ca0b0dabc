/**
 * What a call of cr-validate is about: what is named, and the images below directories that are named. A directory
 * that is an image itself is one input.
 */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { allFamilies } from '../../families/index.ts';
import { isMemberName } from '../../open/member-name.ts';
import { findImages } from '../../open/search.ts';

export interface Inputs {
  readonly paths: readonly string[];
  /** Those of them that were not named. */
  readonly found: ReadonlySet<string>;
  /** Directories that were named, with what was found in each. */
  readonly searched: ReadonlyMap<string, readonly string[]>;
}

/** What is named and does not exist stays in the list: opening it says so. */
export async function findInputs(names: readonly string[]): Promise<Inputs> {
  const paths: string[] = [];
  const found = new Set<string>();
  const searched = new Map<string, readonly string[]>();
  for (const name of namedOnce(names)) {
    if (name === '-' || !isDirectory(name)) {
      paths.push(name);
      continue;
    }
    const images = await findImages(name);
    searched.set(name, images);
    for (const path of images) {
      paths.push(path);
      if (path !== name) found.add(path);
    }
  }
  return { paths, found, searched };
}

/**
 * Files of one image directory stand for it, and several of them for it once: so they come from a change that touched
 * them, or from a shell that expanded a star.
 */
function namedOnce(names: readonly string[]): ReadonlySet<string> {
  const files = new Map<string, string[]>();
  for (const name of names) {
    const folder = name === '-' ? undefined : dirname(name);
    const beside = folder === undefined ? undefined : files.get(folder);
    if (beside) beside.push(basename(name));
    else if (folder !== undefined) files.set(folder, [basename(name)]);
  }
  const images = new Set(
    [...files].flatMap(([folder, some]) => (some.length > 1 && isImage(folder) ? folder : [])),
  );
  return new Set(
    names.map((name) => (images.has(dirname(name)) && isMemberName(basename(name)) ? dirname(name) : name)),
  );
}

function isImage(folder: string): boolean {
  const isOne = (list: readonly string[]) =>
    allFamilies.some(({ format }) => format.holdsMembers?.(list) === true);
  try {
    return isOne(readdirSync(folder));
  } catch {
    // What cannot be listed is said where it is opened.
    return false;
  }
}

const isDirectory = (name: string): boolean =>
  statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
