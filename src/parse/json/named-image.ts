/** The image that the payloads of a document refer to. */
import { ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { sha256Of } from '../bytes/sha256.ts';
import type { OpenBeside } from '../format.ts';
import { jsonDiagnostic } from './codes.ts';
import type { NamedImage } from './record-document.ts';

/** The one file that is opened because another file names it. */
export function openNamed(
  document: ByteSource,
  { name, sha256 }: NamedImage,
  beside: OpenBeside | undefined,
): ByteSource {
  const refuse = (message: string) =>
    new ImageError(jsonDiagnostic('json-payload', message, { file: document.name, path: 'image' }));
  if (beside === undefined)
    throw refuse(`the JSON from ${document.name} refers to an image; name the JSON by its path`);
  const found = beside(name);
  if (found?.form !== 'file') throw refuse(`the JSON refers to ${name}, which is not a file beside it`);
  const { source } = found;
  const digest = sha256Of(source);
  if (digest === sha256) return source;
  source.close();
  throw refuse(`the JSON was made from an image with the SHA-256 ${sha256}; ${name} has ${digest}`);
}
