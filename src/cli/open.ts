/** Opening the one image that a command is about. */
import { ImageError, type Report } from '../diagnostic.ts';
import { refuseAlone } from '../open/alone.ts';
import { openCodes } from '../open/codes.ts';
import { chosenImage, type FoundImage, type OpenedInput, type OpenOptions, openInput } from '../open/open.ts';
import { boundHeap } from './heap.ts';
import { type Arguments, UsageError } from './options.ts';
import { type Terminal, visible } from './terminal.ts';

export interface OpenedImage {
  readonly image: FoundImage;
  readonly input: OpenedInput;
  close(): void;
}

/**
 * Opens what lies at `path`. Where that is several images, the best is taken, and said. Throws ImageError for what is
 * no image, UsageError where a container has to be named, and the errors of the system.
 */
export async function openOne(
  path: string,
  args: Arguments,
  terminal: Terminal,
  report: Report,
  options: Omit<OpenOptions, 'report'> = {},
): Promise<OpenedImage> {
  const input = await openInput(path, { ...options, report });
  boundHeap(input);
  try {
    const image = chosen(input, args.value('container'));
    const whole = input.images.filter(({ isWhole }) => isWhole).length;
    if (whole > 1 && args.value('container') === undefined && !args.flag('quiet'))
      terminal.err(`${visible(input.name)} holds ${whole} checkpoints; this is ${visible(image.name)}\n`);
    return { image, input, close: () => input.close() };
  } catch (error) {
    input.close();
    throw error;
  }
}

/** The same, for a command that one file of an image directory is not enough for. */
export async function openWhole(...given: Parameters<typeof openOne>): Promise<OpenedImage> {
  const opened = await openOne(...given);
  try {
    refuseAlone(opened.image);
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** Which container is meant is for the user to say. */
function chosen(input: OpenedInput, container: string | undefined): FoundImage {
  try {
    return chosenImage(input, container);
  } catch (error) {
    if (error instanceof ImageError && Object.hasOwn(openCodes, error.diagnostic.code))
      throw new UsageError(`${error.message} (--container NAME)`);
    throw error;
  }
}
