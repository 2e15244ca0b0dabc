/** The file of `--spec`: JSON, or YAML with one or more documents. */
import { isAlias, Lexer, Parser, parseAllDocuments, visit } from 'yaml';
import { limits } from '../../limits.ts';
import { readDocument } from '../../parse/bytes/document.ts';
import { parseStrictJson } from '../../parse/json/strict-json.ts';
import type { Json } from '../../validate/trust/subject.ts';
import { UsageError } from '../options.ts';

/** More than any manifest of pods has; each is read whole. */
const documentsMax = 1000;

export interface SpecDocument {
  /** As it is named in messages. */
  readonly source: string;
  readonly document: Json;
}

/** Throws a usage error for what is neither. */
export function readSpecDocuments(path: string): readonly SpecDocument[] {
  const text = readDocument(path);
  const source = path.split('/').at(-1) ?? path;
  try {
    if (/^\s*[[{]/.test(text)) return [{ source, document: parseStrictJson(text) as Json }];
    return parseYaml(text).map((document) => ({ source, document }));
  } catch (error) {
    throw new UsageError(
      `--spec ${path}: ${error instanceof Error ? firstLine(error.message) : 'unreadable'}`,
    );
  }
}

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;

/** Before anything is made of them. */
function refuseMany(text: string): void {
  let count = 0;
  // It puts nodes into each other on a stack of its own; what is made of them calls itself for each level.
  const parser = new Parser();
  for (const word of new Lexer().lex(text)) {
    count += 1;
    if (count > limits.yamlTokens) throw new Error(`more than ${limits.yamlTokens} words of YAML`);
    for (const _ of parser.next(word));
    if (parser.stack.length > limits.yamlDepth)
      throw new Error(`more than ${limits.yamlDepth} levels of nesting`);
  }
}

/** Of a file with several documents, those that are about pods; a service or a config map has nothing to grant. */
function parseYaml(text: string): readonly Json[] {
  refuseMany(text);
  // Warnings of the package would go to the terminal as they are, with words of the document in them.
  const documents = parseAllDocuments(text, { logLevel: 'error' });
  if (!Array.isArray(documents) || documents.length === 0) throw new Error('there is no document in it');
  if (documents.length > documentsMax) throw new Error(`more than ${documentsMax} documents`);
  const values = documents.map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    let aliases = 0;
    visit(document, (_key, node) => {
      if (isAlias(node)) aliases += 1;
    });
    if (aliases > aliasesMax) throw new Error(`more than ${aliasesMax} aliases`);
    return document.toJS({ maxAliasCount: aliasesMax }) as Json;
  });
  const grants = values.filter((value) => isAboutPods(value));
  return grants.length > 0 ? grants : values.slice(0, 1);
}

const aliasesMax = 100;

const isAboutPods = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  ('spec' in value || 'process' in value || 'securityContext' in value);
