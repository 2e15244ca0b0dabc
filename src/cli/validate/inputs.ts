/**
 * What a call of cr-validate is about: what is named, and the images below directories that are named. A directory
 * that is an image itself is one input.
 */
import { statSync } from 'node:fs';
import { findImages } from '../../open/search.ts';

export interface Inputs {
  readonly paths: readonly string[];
  /** Those of them that were not named. */
  readonly found: ReadonlySet<string>;
}

/** What is named and does not exist stays in the list: opening it says so. */
export async function findInputs(names: readonly string[]): Promise<Inputs> {
  const paths: string[] = [];
  const found = new Set<string>();
  for (const name of names) {
    if (name === '-' || !isDirectory(name)) {
      paths.push(name);
      continue;
    }
    for (const path of await findImages(name)) {
      paths.push(path);
      if (path !== name) found.add(path);
    }
  }
  return { paths, found };
}

const isDirectory = (name: string): boolean =>
  statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
