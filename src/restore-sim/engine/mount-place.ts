/** Where a mount of a specification goes in the root of a container. */
import type { RootView } from '../host/index.ts';

/** With links followed as far as there is something; without a slash at the end. */
export function placeIn(root: RootView | undefined, path: string): string {
  const clean = `/${path.split('/').filter(Boolean).join('/')}`;
  for (let above = clean; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const found = root?.stat(above);
    if (found !== undefined) return `${found.path.replace(/\/+$/, '')}${clean.slice(above.length)}`;
  }
  return clean;
}
