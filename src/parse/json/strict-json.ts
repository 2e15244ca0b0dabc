/**
 * JSON.parse for documents from outside: a member that stands twice is refused, since only one of the two could
 * be kept, and so is `__proto__`, a number that would be infinite, and nesting beyond any real document.
 */
import { limits } from '../../limits.ts';

/** One sentence, and where in the text, in characters, if that is known. */
export class JsonFault extends Error {
  readonly position: number | undefined;

  constructor(message: string, position?: number) {
    super(message);
    this.position = position;
  }
}

/** Throws a `JsonFault`. */
export function parseStrictJson(text: string): unknown {
  refuseOddValues(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw asFault(error as Error);
  }
}

/** The engine tells the position in its sentence, where it does. */
function asFault({ message }: Error): JsonFault {
  const [place, position] =
    / (?:in|after) JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message) ?? [];
  if (place === undefined) return new JsonFault(message);
  return new JsonFault(message.slice(0, -place.length), Number(position));
}

// " , 0 9 : [ \ ] { }
const [quote, comma, digit0, digit9, colon, openList, backslash, closeList, open, close] = [
  0x22, 0x2c, 0x30, 0x39, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
] as const;

/** Looks at names, brackets and numbers only: whether the text is JSON at all is for the parser to say. */
function refuseOddValues(text: string): void {
  // Names of the objects around the place, undefined for a list.
  const around: (Set<string> | undefined)[] = [];
  const allNames = new DifferentNames();
  let isName = false;
  let values = 0;
  const count = (at: number): void => {
    values += 1;
    if (values > limits.jsonValues) throw new JsonFault(`more than ${limits.jsonValues} values`, at);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) {
      const end = endOfString(text, at);
      const names = around.at(-1);
      if (isName && names !== undefined) allNames.add(addName(names, text.slice(at, end + 1), at), at);
      at = end;
    } else if (character === open || character === openList) {
      if (around.length === limits.jsonDepth)
        throw new JsonFault(`more than ${limits.jsonDepth} levels of nesting`, at);
      count(at);
      around.push(character === open ? new Set() : undefined);
      isName = character === open;
    } else if (character === close || character === closeList) {
      around.pop();
      isName = false;
    } else if (character === comma) {
      count(at);
      isName = around.at(-1) !== undefined;
    } else if (character === colon) isName = false;
    else if (character >= digit0 && character <= digit9) at = endOfNumber(text, at) - 1;
  }
}

const numberPattern = /[\d.eE+-]+/y;

function endOfNumber(text: string, start: number): number {
  numberPattern.lastIndex = start;
  const [number = ''] = numberPattern.exec(text) ?? [];
  if (Number(number) === Number.POSITIVE_INFINITY)
    throw new JsonFault('a number that is too large to be kept', start);
  return start + number.length;
}

/** Of the string that begins at `start`: where its closing quote is, or the text ends. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; ) {
    const end = text.indexOf('"', at);
    if (end === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
    at = end + 1;
  }
}

/** Counts them, over all objects of a document. */
export class DifferentNames {
  readonly #known = new Set<string>();

  /** Throws a `JsonFault` for one too many. */
  add(name: string, at: number): void {
    if (this.#known.size === limits.jsonNames && !this.#known.has(name))
      throw new JsonFault(`more than ${limits.jsonNames} different member names`, at);
    this.#known.add(name);
  }
}

function addName(names: Set<string>, literal: string, at: number): string {
  if (literal.length > limits.jsonNameLength)
    throw new JsonFault(`a member name of ${literal.length} characters`, at);
  const name = literal.includes('\\') ? unescaped(literal) : literal.slice(1, -1);
  if (name === '__proto__') throw new JsonFault('a member is called __proto__', at);
  if (names.has(name)) throw new JsonFault(`the member ${JSON.stringify(name)} stands twice`, at);
  names.add(name);
  return name;
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal);
  } catch {
    return literal;
  }
}
