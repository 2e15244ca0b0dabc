/**
 * What a binary that a distribution ships does otherwise than its release line, seen with that binary. The verdict is
 * that of the line; these are notes beside it.
 */
import { type CriuImage, hasFile } from '../../../model/from-criu/image.ts';

export interface ReleasedBinary {
  /** As `criu --version` and the package name it. */
  readonly name: string;
  /** As a host document has it. */
  readonly release: string;
  /** Whether it meets its fault in this image. */
  readonly meets: (image: CriuImage) => boolean;
  /** What it does then, after its name. */
  readonly does: string;
  readonly file: string;
}

export const releasedBinaries: readonly ReleasedBinary[] = [
  {
    name: 'CRIU 4.2.1 of Debian sid',
    release: '4.2.1',
    // Before 3.4 there was a file for each kind of open file instead.
    meets: (image) => !hasFile(image, 'FILES'),
    does: 'dies on images without files.img; cr-convert --to criu makes it of a file for each kind of open file',
    file: 'files.img',
  },
];
