/** A regular expression over bytes as what is searched for. */
import { createContext, Script } from 'node:vm';
import { latin1Text, utf8Bytes } from '../byte-text.ts';
import { UsageError } from '../usage-error.ts';
import type { Match, Pattern } from './pattern.ts';

/** So much text is looked at over borders; what matches to its end is looked at again with more. */
const expressionBytes = 4096;
/** The engine takes strings that its young generation has room for, and those of 256 KiB at a quarter of the speed. */
const chunkBytes = 60 * 1024;

/**
 * A regular expression over bytes: each is one character, and what is beyond ASCII in the pattern stands for its
 * bytes in UTF-8. Throws SyntaxError for what is no regular expression.
 */
export function expressionPattern(source: string, ignoreCase: boolean): Pattern {
  const bytes = latin1Text(utf8Bytes(source));
  const expression = new RegExp(bytes, ignoreCase ? 'gi' : 'g');
  return {
    lengthMax: expressionBytes,
    chunkBytes,
    expressionUnit: 1,
    holdsZero: true,
    *matches(text, from, to) {
      const characters = latin1Text(text);
      for (const { index, 0: matched } of foundIn(expression, characters, from)) {
        if (index >= to) return;
        if (matched.length > 0) yield matchOf(index, matched.length, characters.length);
      }
    },
    bounded,
  };
}

/** Keeps its own place, since between two matches others may be looked for. */
function* foundIn(expression: RegExp, characters: string, from: number): Generator<RegExpExecArray> {
  for (let next = from; ; ) {
    expression.lastIndex = next;
    const found = expression.exec(characters);
    if (found === null) return;
    next = found.index + Math.max(found[0].length, 1);
    yield found;
  }
}

const matchOf = (at: number, length: number, end: number): Match => ({
  at,
  length,
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
    for (const { index, 0: matched } of foundIn(expression, characters, 0)) {
      const at = from + 2 * index;
      if (at >= to) return;
      if (matched.length > 0) yield matchOf(at, 2 * matched.length, from + 2 * characters.length);
    }
  }
  return {
    lengthMax: expressionBytes,
    chunkBytes,
    expressionUnit: 2,
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
