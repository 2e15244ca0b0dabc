/** Long output in pieces: neither JSON of many thousand rows nor its text is in memory as a whole. */
import { LazyList } from '../lazy-list.ts';
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
 * The text of `JSON.stringify(document, replacer, indent)`; elements of its own lists come one at a time, and are what
 * `shown` makes of them when they do.
 */
export function* jsonPieces(
  document: object,
  indent: number,
  replacer?: Replacer,
  shown: (value: unknown, name: string) => unknown = (value) => value,
): Generator<string, void, undefined> {
  const pad = ' '.repeat(indent);
  // Line ends inside strings are escaped: all that stand here are between values.
  const textOf = (value: unknown, before: string) =>
    JSON.stringify(value ?? null, replacer, indent).replaceAll('\n', `\n${before}`);
  let opening = '{';
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${opening}\n${pad}${JSON.stringify(name)}: `;
    opening = ',';
    if (!Array.isArray(value) && !(value instanceof LazyList)) {
      yield textOf(shown(value, name), pad);
      continue;
    }
    let bracket = '[';
    for (const element of value) {
      yield `${bracket}\n${pad}${pad}${textOf(shown(element, name), pad + pad)}`;
      bracket = ',';
    }
    yield bracket === '[' ? '[]' : `\n${pad}]`;
  }
  yield opening === '{' ? '{}' : '\n}';
}
