/** Names that say what they are: files of an image directory belong to it, packed or not. */
import { allFamilies } from '../families/index.ts';

export const isMemberName = (name: string): boolean =>
  allFamilies.some(({ format }) => format.memberLikeness?.(name, new Uint8Array(0)) === 'by name');
