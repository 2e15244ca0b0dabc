/** The last part of a path, of this machine or inside of an archive; node:path is not everywhere. */

export const baseName = (path: string): string => /([^/]*)\/*$/.exec(path)?.[1] ?? '';
