/** One file of an image directory, where the image is needed. */
import { ImageError } from '../diagnostic.ts';
import type { FoundImage } from './opening.ts';

/** Throws ImageError, which says what it is and what helps, for a file that nothing stands around. */
export function refuseAlone({ family, isAlone, startAt, name }: FoundImage): void {
  const said = isAlone ? family.format.aloneAs?.(startAt ?? name) : undefined;
  if (said !== undefined) throw new ImageError(said);
}
