/** Opening what a rehearsal is given. */
import type { FoundImage } from '../../open/open.ts';
import type { RestoreImage } from '../../restore-sim/family.ts';
import { openWhole } from '../open.ts';
import type { Arguments } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface OpenedImage {
  readonly image: RestoreImage;
  readonly found: FoundImage;
  close(): void;
}

/** What is wrong with an archive is for cr-validate to say. */
export async function openRestoreImage(
  path: string,
  args: Arguments,
  terminal: Terminal,
): Promise<OpenedImage> {
  const { image, close } = await openWhole(path, args, terminal, () => {});
  const { family, content } = image;
  const [model, restore] = [await family.model(), await family.restore()];
  return { image: { content, model, restore }, found: image, close };
}
