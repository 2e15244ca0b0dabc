/** What is searched for: bytes, text in one or two encodings, or a regular expression over bytes. */

import { createContext, Script } from 'node:vm';
import { UsageError } from '../usage-error.ts';

/** Where in a text something was found. */
export interface Match {
  readonly at: number;
  readonly length: number;
}

export interface Pattern {
  /** The longest match that is looked for. */
  readonly lengthMax: number;
  /** Whether zeros can be a part of a match. */
  readonly holdsZero: boolean;
  /** Matches that begin in `[from, to)`, ascending; none lies over another of the same needle. */
  matches(text: Buffer, from: number, to: number): Iterable<Match>;
  /** Runs a piece of the search; throws UsageError where the pattern makes it take too long. */
  bounded<Result>(run: () => Result): Result;
}

export function bytePattern(needles: readonly Uint8Array[]): Pattern {
  return {
    lengthMax: Math.max(...needles.map(({ length }) => length)),
    holdsZero: needles.some((needle) => needle.includes(0)),
    *matches(text, from, to) {
      for (const needle of needles) {
        for (let at = text.indexOf(needle, from); at >= 0 && at < to; at = text.indexOf(needle, at + 1))
          yield { at, length: needle.length };
      }
    },
    bounded: (run) => run(),
  };
}

/** A longer match of a regular expression is cut here: it is found, and shown up to this length. */
export const expressionBytesMax = 4096;

/**
 * A regular expression over bytes: each is one character, and what is beyond ASCII in the pattern stands for its
 * bytes in UTF-8. Throws SyntaxError for what is no regular expression.
 */
export function expressionPattern(source: string, ignoreCase: boolean): Pattern {
  const bytes = Buffer.from(source, 'utf8').toString('latin1');
  const expression = new RegExp(bytes, ignoreCase ? 'gi' : 'g');
  return {
    lengthMax: expressionBytesMax,
    holdsZero: true,
    *matches(text, from, to) {
      const characters = text.toString('latin1');
      expression.lastIndex = from;
      for (let found = expression.exec(characters); found !== null; found = expression.exec(characters)) {
        const { index, 0: matched } = found;
        if (index >= to) return;
        if (matched.length === 0) expression.lastIndex++;
        else yield { at: index, length: Math.min(matched.length, expressionBytesMax) };
      }
    },
    bounded,
  };
}

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
