/** The last part of a path, of this machine or inside of an archive; node:path is not everywhere. */

export function baseName(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}
