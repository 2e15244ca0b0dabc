/** What a document in the record form says it is. */
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { parsed, splitJson } from '../parse/json/split-json.ts';
import { isJsonLines } from './json-lines.ts';

export interface DocumentHead {
  readonly family: string;
  readonly variant: string | undefined;
}

/** Undefined for a document of another kind. Throws `json-malformed` for what is no JSON. */
export function documentHead(document: ByteSource): DocumentHead | undefined {
  if (isJsonLines(document)) return undefined;
  const { frame } = splitJson(document, ['records']);
  const head = parsed(frame);
  if (typeof head !== 'object' || head === null || !Object.hasOwn(head, 'family')) return undefined;
  const { family, variant } = head as { readonly family: unknown; readonly variant?: unknown };
  if (typeof family !== 'string') return undefined;
  return { family, variant: typeof variant === 'string' ? variant : undefined };
}
