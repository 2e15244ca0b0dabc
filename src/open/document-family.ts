/** Which family a document in the record form says it is of. */
import { ImageError } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { jsonDiagnostic } from '../parse/json/codes.ts';
import { splitJson } from '../parse/json/split-json.ts';
import { parseStrictJson } from '../parse/json/strict-json.ts';

/** Undefined for a document of another kind. Throws `json-malformed` for what is no JSON. */
export function documentFamily(document: ByteSource): string | undefined {
  const { frame } = splitJson(document, ['records']);
  const head = parsed(frame, document.name);
  if (typeof head !== 'object' || head === null || !Object.hasOwn(head, 'family')) return undefined;
  const { family } = head as { readonly family: unknown };
  return typeof family === 'string' ? family : undefined;
}

function parsed(text: string, file: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    throw new ImageError(jsonDiagnostic('json-malformed', (error as Error).message.slice(0, 200), { file }));
  }
}
