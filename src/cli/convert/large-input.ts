/** Whether so much will be copied that a thread writes it: asked before anything is loaded that can read images. */
import { opendirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { leastAsideBytes } from '../../parse/bytes/output/written-aside.ts';

/** Of a directory: more would take longer than what is gained. */
const lookedAtMax = 1000;

/** A guess: what cannot be looked at is told by whoever opens it. */
export function isLargeInput(path: string): boolean {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? holdsLargeFile(path) : stat.isFile() && stat.size >= leastAsideBytes;
  } catch {
    return false;
  }
}

function holdsLargeFile(path: string): boolean {
  const entries = opendirSync(path);
  try {
    for (let count = 0; count < lookedAtMax; count++) {
      const entry = entries.readSync();
      if (entry === null) return false;
      if (entry.isFile() && statSync(join(path, entry.name)).size >= leastAsideBytes) return true;
    }
    return false;
  } finally {
    entries.closeSync();
  }
}
