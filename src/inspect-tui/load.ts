/** Opening images for the inspector: the one place here that touches files. */
import { type ByteSource, fileSource } from '../parse/bytes/byte-source.ts';
import { readCptRecords } from '../parse/cpt/read.ts';

/** A file, whatever is in it. */
export const openSource = (path: string): ByteSource => fileSource(path);

/** A file that starts like an image; throws an ImageError for anything else. */
export function openImageSource(path: string): ByteSource {
  const source = openSource(path);
  try {
    readCptRecords(source, () => {}).next();
    return source;
  } catch (error) {
    source.close();
    throw error;
  }
}
