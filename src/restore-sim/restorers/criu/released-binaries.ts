/**
 * What a binary that a distribution ships does otherwise than its release line, seen with that binary. The verdict is
 * that of the line; these are notes beside it.
 */
import { type CriuImage, hasFile } from '../../../model/from-criu/image.ts';

export interface ReleasedBinary {
  /** As `criu --version` and the package name it. */
  readonly name: string;
  /** Whether it meets its fault in this image. */
  readonly meets: (image: CriuImage) => boolean;
  /** What it does then, after its name. */
  readonly does: string;
  readonly file: string;
}

export const releasedBinaries: readonly ReleasedBinary[] = [
  {
    name: 'CRIU 4.2.1 of Debian sid',
    // A file for each kind of open file, as before 3.4, instead of files.img.
    meets: (image) => !hasFile(image, 'FILES') && hasFile(image, 'REG_FILES'),
    does: 'dies on images with a file for each kind of open file; cr-convert --to criu makes them one',
    file: 'reg-files.img',
  },
];
