/** Files of one JSON value a line, which are no document: recordings of kernels, plans, tables of many images. */
import { utf8Text } from '../byte-text.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { startsLikeJson } from '../parse/json/looks-like-json.ts';
import { JsonFault, parseStrictJson } from '../parse/json/strict-json.ts';

/** Longer than a line of any recording; a document that is one line has no second one. */
const lineBytesMax = 1024 * 1024;
const lineFeed = 0x0a;

export const jsonLinesHelp = 'recordings of kernels and plans are for cr-restore-sim replay';

/** The first line is a whole value, and another one follows. */
export function isJsonLines(file: ByteSource): boolean {
  const start = file.view(0, Math.min(lineBytesMax, file.size));
  const end = start.indexOf(lineFeed);
  if (end < 0 || !startsLikeJson(start.subarray(end + 1, end + 513))) return false;
  try {
    parseStrictJson(utf8Text(start.subarray(0, end)));
    return true;
  } catch (error) {
    if (error instanceof JsonFault) return false;
    throw error;
  }
}
