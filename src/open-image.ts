/** Opening an image of any family, and what the library does with it: the four verbs take what this returns. */
import type { Report } from './diagnostic.ts';
import type { FamilyId } from './family-id.ts';
import type { Checkpoint } from './model/checkpoint.ts';
import type { DetectedVariant } from './model/family.ts';
import { chosenImage, type FoundImage, openInput } from './open/open.ts';
import type { ContainerInfo } from './parse/archive/container-info.ts';
import type { ByteSource } from './parse/bytes/byte-source.ts';
import type { RestoreImage } from './restore-sim/family.ts';
import type { JudgeOptions, ValidateFamily } from './validate/family.ts';
import type { ImageReport } from './validate/validate.ts';

/** An image, opened. Close it when nothing is read from it any more. */
export interface OpenedImage extends RestoreImage {
  readonly family: FamilyId;
  /** Its path, with the place inside an archive. */
  readonly name: string;
  /** All its bytes in one stretch: what the byte ranges of the checkpoint refer to. */
  readonly source: ByteSource;
  readonly validate: ValidateFamily;
  /** Reads the family-neutral checkpoint; what is wrong with the image goes to `report`. */
  checkpoint(report?: Report): Checkpoint;
  /** Which variant it is, and how that was told; undefined where nothing tells. */
  variant(): DetectedVariant | undefined;
  /** What a container engine wrote beside it; undefined where none did. */
  container(report?: Report): ContainerInfo | undefined;
  close(): void;
}

export interface OpenImageOptions {
  /** Hears what is wrong on the way to the image, as with an archive. */
  readonly report?: Report;
  /** Which one, where there are images of several containers: a name, a place inside, or an id. */
  readonly container?: string;
}

/**
 * Opens what lies at `path` (`-` is standard input): an image file, a directory or one file of it, an archive, an OCI
 * layout, a pod's checkpoint, a document in the record form. Throws ImageError for anything else, with the name of what
 * it is, and where a container has to be named; and the errors of the file system.
 */
export async function openImage(path: string, options: OpenImageOptions | Report = {}): Promise<OpenedImage> {
  const { report = () => {}, container } = typeof options === 'function' ? { report: options } : options;
  const input = await openInput(path, { report });
  try {
    return await imageOf(chosenImage(input, container), () => input.close());
  } catch (error) {
    input.close();
    throw error;
  }
}

/** All images at `path`, the best first; closing the last of them closes the file. */
export async function openImages(path: string, report: Report = () => {}): Promise<readonly OpenedImage[]> {
  const input = await openInput(path, { report });
  let open = input.images.length;
  const close = () => {
    open -= 1;
    if (open === 0) input.close();
  };
  return Promise.all(input.images.map((image) => imageOf(image, close)));
}

/** What was found, for the four verbs; `close` is called with it. */
export async function imageOf(
  { family, content, name, containerInfo }: FoundImage,
  close: () => void,
): Promise<OpenedImage> {
  const [model, restore, validate] = await Promise.all([family.model(), family.restore(), family.validate()]);
  const source = model.bytes(content);
  return {
    family: family.id,
    name,
    content,
    model,
    restore,
    validate,
    source,
    checkpoint: (report = () => {}) => model.checkpoint(content, report),
    variant: () => model.variant(content),
    container: (report = () => {}) => containerInfo(report),
    close() {
      source.close();
      close();
    },
  };
}

/** Judges an image, layer by layer. Throws only the errors of the file system. */
export const validateImage = (image: OpenedImage, options: JudgeOptions = {}): ImageReport => ({
  ...image.validate.judge(image.content, options),
  path: image.name,
});
