/** Long output in pieces: neither JSON of many thousand rows nor its text is in memory as a whole. */
import { isMadeAsWritten } from '../lazy-list.ts';
import type { Terminal } from './terminal.ts';

/** What is written at once, about: a system call for each line would take longer than making the line. */
const pieceCharacters = 64 * 1024;

export function printPieces(terminal: Terminal, pieces: Iterable<string>): void {
  let pending = '';
  for (const piece of pieces) {
    pending += piece;
    if (pending.length < pieceCharacters) continue;
    terminal.out(pending);
    pending = '';
  }
  if (pending !== '') terminal.out(pending);
}

export type Replacer = (key: string, value: unknown) => unknown;

/**
 * The text of `JSON.stringify(document, replacer, indent)`; elements of its own lists, and of lists that are made as they
 * are written, wherever those stand, come one at a time, and are what `shown` makes of them, or of their fields, when they
 * do.
 */
export function* jsonPieces(
  document: object,
  indent: number,
  replacer?: Replacer,
  shown: (value: unknown, name: string) => unknown = (value) => value,
): Generator<string, void, undefined> {
  const pad = ' '.repeat(indent);
  // Line ends inside strings are escaped: all that stand here are between values.
  const textOf = (value: unknown, name: string, before: string) =>
    JSON.stringify(shown(value, name) ?? null, replacer, indent).replaceAll('\n', `\n${before}`);

  // Rows have fields that are one object in all of them, such as limits: its text is made once for those in a row.
  const lastOf = new Map<
    string,
    { readonly value: object; readonly before: string; readonly text: string }
  >();
  const fieldText = (value: unknown, name: string, before: string): string | undefined => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(shown(value, name));
    const last = lastOf.get(name);
    if (last?.value === value && last.before === before) return last.text;
    const text = textOf(value, name, before);
    lastOf.set(name, { value, before, text });
    return text;
  };

  const rowText = (row: object, before: string): string => {
    let text = '{';
    for (const [name, value] of Object.entries(row)) {
      const field = value === undefined ? undefined : fieldText(value, name, before + pad);
      if (field === undefined) continue;
      text += `${text === '{' ? '' : ','}\n${before}${pad}${JSON.stringify(name)}: ${field}`;
    }
    return text === '{' ? '{}' : `${text}\n${before}}`;
  };

  function* ofObject(value: object, before: string): Generator<string, void, undefined> {
    let opening = '{';
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue;
      yield `${opening}\n${before}${pad}${JSON.stringify(name)}: `;
      opening = ',';
      if (Array.isArray(field) || isMadeAsWritten(field)) yield* ofList(field, name, before + pad);
      else yield* ofValue(field, name, before + pad);
    }
    yield opening === '{' ? '{}' : `\n${before}}`;
  }

  function* ofList(
    list: Iterable<unknown>,
    name: string,
    before: string,
  ): Generator<string, void, undefined> {
    let bracket = '[';
    for (const element of list) {
      yield `${bracket}\n${before}${pad}`;
      bracket = ',';
      yield* ofValue(element, name, before + pad);
    }
    yield bracket === '[' ? '[]' : `\n${before}]`;
  }

  const ofValue = (value: unknown, name: string, before: string): Iterable<string> => {
    if (isHolder(value)) return ofObject(value, before);
    // A replacer would be told of a field as of a document.
    const isRow = replacer === undefined && isRecord(value);
    return [isRow ? rowText(value, before) : textOf(value, name, before)];
  };

  yield* ofObject(document, '');
}

/** An object that holds a list made as it is written. */
const isHolder = (value: unknown): value is object =>
  isRecord(value) && Object.values(value).some((field) => isMadeAsWritten(field));

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
