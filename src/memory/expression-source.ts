/** A regular expression as people write it, as one that the engine takes over bytes. */
import { latin1Text, utf8Bytes } from '../byte-text.ts';

/** One escape, the beginning of a group, or one character. */
const token =
  /\\(?:c[A-Za-z]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|k<[^<>]{1,99}>|[\s\S])|\(\?<[^<>=!]{1,99}>|[\s\S]/guy;

/**
 * Throws SyntaxError for what the engine takes for plain characters and other tools for something else, and for ends
 * of text: which bytes are the first of a text follows from how an image stores them.
 */
export function checkExpression(source: string): void {
  for (const { text, isInClass } of tokensOf(source)) {
    const isOfOthers = /^\\[a-zA-Z]$/.test(text) && !/^\\[dDwWsSbBfnrtv]$/.test(text);
    const isOfNoGroup = text.startsWith('\\k') && !source.includes('(?<');
    if (isOfOthers || isOfNoGroup)
      throw new SyntaxError(`${text} has no meaning here: expressions are those of JavaScript`);
    if (!isInClass && (text === '^' || text === '$'))
      throw new SyntaxError(
        `memory has no lines for ${text}: write (?<=\\n), (?=\\0) and the like, or \\${text}`,
      );
  }
  const [named] = /\[:[a-z]{1,9}:\]/.exec(source) ?? [];
  if (named !== undefined) throw new SyntaxError(`${named} has no meaning here: write a range, as in [a-z]`);
}

/**
 * What is beyond ASCII is all of its bytes, also where it repeats; a class is of single bytes. The engine knows the case
 * of characters, and over bytes would take those of a letter in UTF-8 for letters themselves: both cases are written out.
 */
export function overBytes(source: string, ignoreCase: boolean): string {
  let expression = '';
  let inClass: string[] = [];
  for (const { text, isInClass } of tokensOf(source)) {
    const code = codeOf(text);
    const isWide = code !== undefined && code > 0x7f && !/^\\[xu]/.test(text);
    if (isWide && isInClass)
      throw new SyntaxError(
        `${letterOf(text)} is more than one byte, and no part of a class: write (?:${letterOf(text)}|…)`,
      );
    if (isInClass && text !== ']') inClass.push(text);
    else if (isInClass) {
      expression += ignoreCase ? eitherCase(inClass) : inClass.join('');
      expression += ']';
      inClass = [];
    } else if (isWide) expression += `(?:${formsOf(letterOf(text), ignoreCase).map(inUtf8).join('|')})`;
    else {
      const other = ignoreCase && code !== undefined ? otherCase(code) : undefined;
      expression += other === undefined ? text : `[${text}${other}]`;
    }
  }
  return expression + inClass.join('');
}

/** What a group holds is compared with itself, in either case only by the engine. */
export const refersBack = (source: string): boolean => /\\[1-9k]/.test(source);

/** A bracket that opens a class is none of its own. */
function* tokensOf(source: string): Generator<{ readonly text: string; readonly isInClass: boolean }> {
  let isInClass = false;
  for (const [text] of source.matchAll(token)) {
    yield { text, isInClass };
    if (text === '[') isInClass = true;
    else if (text === ']') isInClass = false;
  }
}

const letterOf = (text: string): string => (text.startsWith('\\') ? text.slice(1) : text);
const inUtf8 = (letter: string): string => latin1Text(utf8Bytes(letter));

function formsOf(letter: string, ignoreCase: boolean): readonly string[] {
  return ignoreCase ? [...new Set([letter, letter.toLowerCase(), letter.toUpperCase()])] : [letter];
}

const controls: Readonly<Record<string, number>> = { 0: 0, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Of what stands for one character. */
function codeOf(text: string): number | undefined {
  if (!text.startsWith('\\')) return text.startsWith('(?') ? undefined : text.codePointAt(0);
  const letter = text.slice(1);
  if (/^[xu]./.test(letter)) return Number.parseInt(letter.slice(1), 16);
  if (/^c./.test(letter)) return letter.charCodeAt(1) % 32;
  if (Object.hasOwn(controls, letter)) return controls[letter];
  return /^[a-zA-Z\d]/.test(letter) ? undefined : letter.codePointAt(0);
}

function otherCase(code: number): string | undefined {
  const letter = String.fromCharCode(code);
  if (/[a-z]/.test(letter)) return letter.toUpperCase();
  return /[A-Z]/.test(letter) ? letter.toLowerCase() : undefined;
}

/** Ranges of the other case go first: what stands there cannot become one with them. */
function eitherCase(inClass: readonly string[]): string {
  const negation = inClass[0] === '^' ? 1 : 0;
  let others = '';
  for (let at = negation; at < inClass.length; at++) {
    const first = codeOf(inClass[at]!);
    const end = inClass[at + 1] === '-' && at + 2 < inClass.length ? codeOf(inClass[at + 2]!) : undefined;
    if (first === undefined) continue;
    const last = end ?? first;
    if (end !== undefined) at += 2;
    for (const [a, z] of ['az', 'AZ']) {
      const from = Math.max(first, a!.charCodeAt(0));
      const to = Math.min(last, z!.charCodeAt(0));
      if (from <= to) others += `${otherCase(from)}-${otherCase(to)}`;
    }
  }
  return inClass.slice(0, negation).join('') + others + inClass.slice(negation).join('');
}
