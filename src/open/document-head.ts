/** What a document in the record form says it is. */
import { ImageError } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { jsonDiagnostic } from '../parse/json/codes.ts';
import { splitJson } from '../parse/json/split-json.ts';
import { parseStrictJson } from '../parse/json/strict-json.ts';

export interface DocumentHead {
  readonly family: string;
  readonly variant: string | undefined;
}

/** Undefined for a document of another kind. Throws `json-malformed` for what is no JSON. */
export function documentHead(document: ByteSource): DocumentHead | undefined {
  const { frame } = splitJson(document, ['records']);
  const head = parsed(frame, document.name);
  if (typeof head !== 'object' || head === null || !Object.hasOwn(head, 'family')) return undefined;
  const { family, variant } = head as { readonly family: unknown; readonly variant?: unknown };
  if (typeof family !== 'string') return undefined;
  return { family, variant: typeof variant === 'string' ? variant : undefined };
}

function parsed(text: string, file: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    throw new ImageError(jsonDiagnostic('json-malformed', (error as Error).message.slice(0, 200), { file }));
  }
}
