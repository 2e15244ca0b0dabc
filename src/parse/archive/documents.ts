/** JSON documents inside an archive, written by engines or by strangers: bounded, and never trusted to have a form. */

import { utf8Text } from '../../byte-text.ts';
import type { Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { parseBoundedJson } from '../json/bounded-json.ts';
import { archiveDiagnostic } from './codes.ts';
import type { ImageDirectory } from './image-directory.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

export const asRecord = (value: unknown): JsonRecord | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Own members that are text. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(asRecord(value) ?? {}).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(texts) as Record<string, string>;
}

/** The file at a path of names, or undefined. The caller closes it. */
export function openAt(root: ImageDirectory, path: string): ByteSource | undefined {
  const parts = path.split('/');
  const name = parts.pop() as string;
  let at: ImageDirectory | undefined = root;
  for (const part of parts) at = isPlainName(part) ? at?.directory(part) : undefined;
  return isPlainName(name) ? at?.open(name) : undefined;
}

const isPlainName = (name: string): boolean => name !== '' && name !== '.' && name !== '..';

/** Undefined where there is none; an `archive-bad-json` for what is none. */
export function readJson(root: ImageDirectory, path: string, report: Report): unknown {
  const source = openAt(root, path);
  if (source === undefined) return undefined;
  try {
    const most = limits.engineDocumentBytes;
    if (source.size > most)
      throw new Error(`${source.size} bytes, more than the ${most} of any such document`);
    return parseBoundedJson(utf8Text(source.view(0, source.size)));
  } catch (error) {
    // What the system says of a file is no matter of its content.
    if (error instanceof Error && 'code' in error) throw error;
    const message = `${path} is not JSON: ${(error as Error).message.slice(0, limits.shownText)}`;
    report(archiveDiagnostic('archive-bad-json', message, { file: path }));
    return undefined;
  } finally {
    source.close();
  }
}
