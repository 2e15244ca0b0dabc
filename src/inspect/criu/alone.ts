/** One file of an image without the others. */
import { ImageError } from '../../diagnostic.ts';
import { criuCodes } from '../../parse/criu/index.ts';

/** What is said of a file that stands alone where the whole checkpoint is needed. */
export function aloneError(name: string): ImageError {
  const { severity } = criuCodes['criu-no-inventory'];
  const message = `${name} stands alone: this needs the checkpoint around it; records, record and bytes do not`;
  return new ImageError({ code: 'criu-no-inventory', severity, message, at: { file: name } });
}
