/** Opening what a rehearsal is given. */

import { type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import type { FoundImage } from '../../open/open.ts';
import type { RestoreImage } from '../../restore-sim/family.ts';
import { openWhole } from '../open.ts';
import type { Arguments } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';

export interface OpenedImage {
  readonly image: RestoreImage;
  readonly found: FoundImage;
  close(): void;
}

/** Why files may be missing: an archive that cannot be read to its end. All else is for cr-validate to say. */
export async function openRestoreImage(
  path: string,
  args: Arguments,
  terminal: Terminal,
): Promise<OpenedImage> {
  // Where nothing can be opened, the error of that says it.
  const said: Diagnostic[] = [];
  const { image, close } = await openWhole(path, args, terminal, (found) => {
    if (found.severity === 'error') said.push(found);
  });
  for (const found of said) terminal.err(`${visible(formatDiagnostic(found))}\n`);
  const { family, content } = image;
  const [model, restore] = [await family.model(), await family.restore()];
  return { image: { content, model, restore }, found: image, close };
}
