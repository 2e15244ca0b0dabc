/** One file of an image without the others. */
import { ImageError } from '../../diagnostic.ts';
import { oneFileAlone } from '../../parse/criu/index.ts';

/** What is said of a file that stands alone where the whole checkpoint is needed. */
export const aloneError = (name: string): ImageError => new ImageError(oneFileAlone(name));
