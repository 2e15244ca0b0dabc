/** What a family says of its images as checkpoints: the seam between bytes and meaning. */
import type { Report } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { Content } from '../parse/format.ts';
import type { Checkpoint, Compactness } from './checkpoint.ts';

export interface ModelFamily {
  /** Reads all records but no contents of memory. Throws an ImageError when there is nothing to read. */
  checkpoint(content: Content, report: Report, options?: Compactness): Checkpoint;
  /** All bytes of an image in one stretch: byte ranges of the checkpoint are ranges of it. The caller closes it. */
  bytes(content: Content): ByteSource;
  /** Which variant it is, as far as it shows; undefined where nothing tells. */
  variant(content: Content): DetectedVariant | undefined;
}

export interface DetectedVariant {
  readonly id: string;
  /** How it was told. */
  readonly evidence: string;
}
