/** What a file is by its name and its first bytes: an image, a file of one, an archive, a document. */
import type { Family } from '../families/family.ts';
import { allFamilies } from '../families/index.ts';
import { detectCompression } from '../parse/archive/detect-compression.ts';
import { isTarHeader } from '../parse/archive/tar.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { startsLikeJson } from '../parse/json/looks-like-json.ts';

/** Bytes that tell it. */
const startBytes = 512;
export const startOf = (source: ByteSource): Uint8Array =>
  source.view(0, Math.min(startBytes, source.size)).slice();

export type WholeLikeness =
  | { readonly form: 'image'; readonly family: Family }
  | { readonly form: 'archive' }
  | { readonly form: 'document' };

export type Likeness =
  | WholeLikeness
  | { readonly form: 'member'; readonly family: Family }
  | { readonly form: 'packed' };

/** What a file is by its name and its first bytes, the surest first; undefined for what is none of it. */
export function likenessOf(name: string, start: Uint8Array): Likeness | undefined {
  const image = byStart(start, 'image');
  if (image !== undefined) return { form: 'image', family: image };
  const named = memberOf(name, start, 'by name');
  if (named !== undefined) return { form: 'member', family: named };
  if (detectCompression(start) !== undefined) return { form: 'packed' };
  if (isTarHeader(start)) return { form: 'archive' };
  if (startsLikeJson(start)) return { form: 'document' };
  const loose = memberOf(name, start, 'by start');
  if (loose !== undefined) return { form: 'member', family: loose };
  const damaged = byStart(start, 'damaged');
  return damaged && { form: 'image', family: damaged };
}

export const byStart = (start: Uint8Array, wanted: 'image' | 'damaged'): Family | undefined =>
  allFamilies.find(({ format }) => format.fileLikeness?.(start) === wanted);

const memberOf = (name: string, start: Uint8Array, wanted: 'by name' | 'by start'): Family | undefined =>
  allFamilies.find(({ format }) => format.memberLikeness?.(name, start) === wanted);
