/** What the trust layer looks at: everything at a place, also where no image in it can be opened. */
import { ImageError } from '../../diagnostic.ts';
import { type ImageDirectory, treeDirectory } from '../../parse/archive/image-directory.ts';
import type { OpenedPlace } from '../../parse/archive/place.ts';
import { isTarHeader, tarMembers } from '../../parse/archive/tar.ts';
import { type Spools, unpack } from '../../parse/archive/unpack.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';

export interface TrustInput {
  readonly root: ImageDirectory;
  /** The unpacked archive; absent for a directory. */
  readonly archive?: ByteSource | undefined;
}

/**
 * Gives `use` the tree at a place, and closes it; undefined for a single file. What was unpacked for others is not
 * unpacked again. An archive that cannot be read is said by those who open its images.
 */
export async function withTrustPlace<Result>(
  place: OpenedPlace,
  spools: Spools,
  use: (input: TrustInput) => Promise<Result>,
): Promise<Result | undefined> {
  if (place.form === 'directory') {
    try {
      return await use({ root: place.tree });
    } finally {
      place.tree.close();
    }
  }
  const { source } = place;
  try {
    const archive = await unpack(source, { report: () => {}, spools });
    const isTar = isTarHeader(archive.view(0, Math.min(512, archive.size)));
    return isTar
      ? await use({
          root: treeDirectory(
            source.name,
            tarMembers(archive, () => {}),
          ),
          archive,
        })
      : undefined;
  } catch (error) {
    if (error instanceof ImageError) return undefined;
    throw error;
  } finally {
    source.close();
  }
}
