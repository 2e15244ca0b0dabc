/** A regular expression over bytes as what is searched for. */
import { createContext, Script } from 'node:vm';
import { latin1Text, utf8Bytes } from '../byte-text.ts';
import { UsageError } from '../usage-error.ts';
import type { Match, Pattern } from './pattern.ts';

/** A longer match of a regular expression is cut here: it is found, and shown up to this length. */
export const expressionBytesMax = 4096;

/**
 * A regular expression over bytes: each is one character, and what is beyond ASCII in the pattern stands for its
 * bytes in UTF-8. Throws SyntaxError for what is no regular expression.
 */
export function expressionPattern(source: string, ignoreCase: boolean): Pattern {
  const bytes = latin1Text(utf8Bytes(source));
  const expression = new RegExp(bytes, ignoreCase ? 'gi' : 'g');
  return {
    lengthMax: expressionBytesMax,
    holdsZero: true,
    *matches(text, from, to) {
      const characters = latin1Text(text);
      expression.lastIndex = from;
      for (let found = expression.exec(characters); found !== null; found = expression.exec(characters)) {
        const { index, 0: matched } = found;
        if (index >= to) return;
        if (matched.length === 0) expression.lastIndex++;
        else yield matchOf(index, matched.length, characters.length);
      }
    },
    bounded,
  };
}

const matchOf = (at: number, length: number, end: number): Match => ({
  at,
  length: Math.min(length, expressionBytesMax),
  isOpen: at + length === end,
});

/**
 * A regular expression over text of two bytes to a character, little-endian, which may begin at any address. Throws
 * SyntaxError for what is no regular expression.
 */
export function wideExpressionPattern(source: string, ignoreCase: boolean): Pattern {
  const expression = new RegExp(source, ignoreCase ? 'gi' : 'g');
  function* ofParity(text: Uint8Array, from: number, to: number): Generator<Match> {
    const characters = wideText(text, from);
    expression.lastIndex = 0;
    for (let found = expression.exec(characters); found !== null; found = expression.exec(characters)) {
      const at = from + 2 * found.index;
      if (at >= to) return;
      const length = 2 * found[0].length;
      if (length === 0) expression.lastIndex++;
      else yield matchOf(at, length, from + 2 * characters.length);
    }
  }
  return {
    lengthMax: expressionBytesMax,
    holdsZero: true,
    // Both kinds of addresses, then in order.
    *matches(text, from, to) {
      yield* [...ofParity(text, from, to), ...ofParity(text, from + 1, to)].sort((a, b) => a.at - b.at);
    },
    bounded,
  };
}

const wideDecoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const wideText = (text: Uint8Array, from: number): string => {
  const part = text.subarray(from);
  return wideDecoder.decode(part.subarray(0, part.length & ~1));
};

/** Text as an expression that matches it, and nothing else. */
export const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A sane expression needs milliseconds for a piece of memory, on a slow machine a second. */
const expressionMsMax = 5_000;
const callRun = new Script('run()');
/** One for all calls: to make one takes longer than most of them. */
let context: { run?: () => unknown } | undefined;

/** The engine tries alternatives for as long as it takes, which may be for ever; only `vm` can stop it. */
function bounded<Result>(run: () => Result): Result {
  try {
    context ??= createContext({}) as { run?: () => unknown };
    context.run = run;
    return callRun.runInContext(context, { timeout: expressionMsMax });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new UsageError(
      `the expression took more than ${expressionMsMax / 1000} s for one piece of memory: repeated groups inside of each other cost exponential time`,
    );
  }
}
