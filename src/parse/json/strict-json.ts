/**
 * JSON.parse for documents from outside: a member that stands twice is refused, since only one of the two could
 * be kept, and so is `__proto__`, and nesting beyond any real document.
 */
import { limits } from '../../limits.ts';

/** Throws an Error with one sentence. */
export function parseStrictJson(text: string): unknown {
  refuseOddMembers(text);
  return JSON.parse(text);
}

// " , : [ \ ] { }
const [quote, comma, colon, openList, backslash, closeList, open, close] = [
  0x22, 0x2c, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
] as const;

/** Looks at names and brackets only: whether the text is JSON at all is for the parser to say. */
function refuseOddMembers(text: string): void {
  // Names of the objects around the place, undefined for a list.
  const around: (Set<string> | undefined)[] = [];
  let isName = false;
  let values = 0;
  const count = (): void => {
    values += 1;
    if (values > limits.jsonValues) throw new Error(`more than ${limits.jsonValues} values`);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) {
      const end = endOfString(text, at);
      const names = around.at(-1);
      if (isName && names !== undefined) addName(names, text.slice(at, end + 1));
      at = end;
    } else if (character === open || character === openList) {
      if (around.length === limits.jsonDepth)
        throw new Error(`more than ${limits.jsonDepth} levels of nesting`);
      count();
      around.push(character === open ? new Set() : undefined);
      isName = character === open;
    } else if (character === close || character === closeList) {
      around.pop();
      isName = false;
    } else if (character === comma) {
      count();
      isName = around.at(-1) !== undefined;
    } else if (character === colon) isName = false;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; ) {
    const end = text.indexOf('"', at);
    if (end === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
    at = end + 1;
  }
}

function addName(names: Set<string>, literal: string): void {
  if (literal.length > limits.jsonNameLength)
    throw new Error(`a member name of ${literal.length} characters`);
  const name = literal.includes('\\') ? unescaped(literal) : literal.slice(1, -1);
  if (name === '__proto__') throw new Error('a member is called __proto__');
  if (names.has(name)) throw new Error(`the member ${JSON.stringify(name)} stands twice`);
  names.add(name);
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal);
  } catch {
    return literal;
  }
}
