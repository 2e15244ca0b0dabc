/** What a family says of trusting its images, where it says anything: most are nothing that engines put into archives. */
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import type { ImageFacts } from './image-facts.ts';

export interface TrustFamily {
  /** What the images of a directory restore; `prefix` is put before the names of files. */
  facts(directory: ImageDirectory, prefix: string): ImageFacts;
  /** Whether a file of that name is a tar archive that a restore gives to tar, for the contents of a tmpfs. */
  isTmpfsArchive(name: string): boolean;
}
