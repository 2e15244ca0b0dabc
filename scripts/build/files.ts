/** Files of a folder, whatever the depth. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files below `folder`, in one order on every machine. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
