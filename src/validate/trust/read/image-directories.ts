/** Where the images lie that the trust rules look at: directories of every family that says anything of trust. */
import { allFamilies } from '../../../families/index.ts';
import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import type { TrustFamily } from '../family.ts';

export interface TrustedDirectory {
  readonly directory: ImageDirectory;
  readonly trust: TrustFamily;
}

/** Those of one family, best first, before those of the next. */
export async function imageDirectories(root: ImageDirectory): Promise<readonly TrustedDirectory[]> {
  const found: TrustedDirectory[] = [];
  for (const { format, trust: load } of allFamilies) {
    if (load === undefined) continue;
    const trust = await load();
    for (const { directory } of format.findDirectories?.(root) ?? []) found.push({ directory, trust });
  }
  return found;
}
