/** Opening an image of any family by its path, and its checkpoint: the door of the library. */
import { ImageError, type Report } from './diagnostic.ts';
import type { Checkpoint } from './model/checkpoint.ts';
import { checkpointFromCpt } from './model/from-cpt/checkpoint-from-cpt.ts';
import { checkpointFromCriu, criuByteSource } from './model/from-criu/checkpoint-from-criu.ts';
import { type ByteSource, fileSource } from './parse/bytes/byte-source.ts';
import { cptSignature } from './parse/cpt/record.ts';
import { criuCodes, findImageDirectories, type ImageDirectory, openTree } from './parse/criu/index.ts';

interface Opened {
  /** What the byte ranges of the checkpoint refer to. */
  readonly source: ByteSource;
  /** Reads the family-neutral checkpoint; what is wrong with the image goes to `report`. */
  checkpoint(report: Report): Checkpoint;
  close(): void;
}

/** Can be handed to `simulateRestore` as it is. */
export type OpenedImage =
  | (Opened & { readonly family: 'cpt' })
  | (Opened & { readonly family: 'criu'; readonly directory: ImageDirectory });

/**
 * Opens a CPT image, or a directory or archive with CRIU images. Throws ImageError for anything else, and the
 * errors of the file system.
 */
export async function openImage(path: string, report: Report = () => {}): Promise<OpenedImage> {
  const source = fileOf(path);
  if (source !== undefined && startsLikeCpt(source)) {
    const checkpoint = (to: Report) => checkpointFromCpt(source, to);
    return { family: 'cpt', source, checkpoint, close: () => source.close() };
  }
  source?.close();
  const root = await openTree(path, report);
  const [directory] = findImageDirectories(root, report);
  if (directory === undefined) {
    root.close();
    const { severity } = criuCodes['criu-no-inventory'];
    const message = 'neither a CPT image nor CRIU images';
    throw new ImageError({ code: 'criu-no-inventory', severity, message, at: { file: path } });
  }
  const checkpoint = (to: Report) => checkpointFromCriu(directory, to);
  return {
    family: 'criu',
    directory,
    source: criuByteSource(directory),
    checkpoint,
    close: () => root.close(),
  };
}

/** Undefined for a directory. */
function fileOf(path: string): ByteSource | undefined {
  try {
    return fileSource(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return undefined;
    throw error;
  }
}

const startsLikeCpt = (source: ByteSource): boolean =>
  source.size >= cptSignature.length &&
  cptSignature.every((byte, at) => source.view(0, cptSignature.length)[at] === byte);
