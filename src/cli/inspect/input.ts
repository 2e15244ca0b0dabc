/** Opening what the inspector is given, for views over the checkpoint. */
import type { InspectFamily } from '../../inspect/family.ts';
import { type Image, ProblemList } from '../../inspect/image.ts';
import { stdinName } from '../../parse/archive/open-bytes.ts';
import { type OpenedImage as OpenedAny, openOne } from '../open.ts';
import type { Job } from './job.ts';

export interface OpenedInput extends OpenedAny {
  readonly family: InspectFamily;
  /** What is wrong with the archive; goes on with the image. */
  readonly problems: ProblemList;
}

/** Throws an ImageError when there is no image. */
export async function openAny({ args, terminal }: Job, path: string): Promise<OpenedInput> {
  const problems = new ProblemList(path === '-' ? stdinName : path);
  const opened = await openOne(path, args, terminal, problems.report);
  return { ...opened, problems, family: await opened.image.family.inspect() };
}

export interface OpenedImage {
  readonly image: Image;
  close(): void;
}

/** For views over the checkpoint. Throws an ImageError when there is nothing to show. */
export async function openImage(job: Job, path: string): Promise<OpenedImage> {
  const { family, image: found, problems, close } = await openAny(job, path);
  try {
    const image = family.image(found, problems);
    const closeBoth = () => {
      image.source.close();
      close();
    };
    // Read when a view asks: an index of a large change of the root file system takes its time.
    return { image: { ...image, engine: () => found.containerInfo(problems.report) }, close: closeBoth };
  } catch (error) {
    close();
    throw error;
  }
}
