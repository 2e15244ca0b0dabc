/** Of the types of all sources, those that the library's own name, directly or not. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { filesBelow } from './files.ts';

/** Removes the others: three files of four, and most of what the package would take on a disk. */
export function keepTypesOf(entry: string): void {
  const needed = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (needed.has(path)) continue;
    needed.add(path);
    for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(
      /(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.[^"']+)["']/g,
    )) {
      const target = resolve(dirname(path), from).replace(/\.tsx?$/, '.d.ts');
      if (!existsSync(target)) throw new Error(`${path} names ${from}, which has no types`);
      open.push(target);
    }
  }
  for (const path of filesBelow(dirname(entry))) if (!needed.has(path)) rmSync(path);
}
