/** A regular expression over bytes as what is searched for. */
import { createContext, Script } from 'node:vm';
import { latin1Text } from '../byte-text.ts';
import { UsageError } from '../usage-error.ts';
import { matchLength } from './expression-length.ts';
import { checkExpression, overBytes, refersBack } from './expression-source.ts';
import type { Match } from './match.ts';
import type { Pattern } from './pattern.ts';

/** So much text is looked at over borders at least; what matches to its end is looked at again with more. */
const overlapBytesMin = 4096;
/** For an expression with a longest match, so much: each border of scattered pages costs twice that. */
const overlapBytesMax = 64 * 1024;
/** The engine takes strings that its young generation has room for, and those of 256 KiB at a quarter of the speed. */
const chunkBytes = 60 * 1024;

/**
 * A regular expression over bytes: each is one character, and what is beyond ASCII in the pattern stands for its
 * bytes in UTF-8. Throws SyntaxError for what is no regular expression.
 */
export function expressionPattern(source: string, ignoreCase: boolean, watch = processorWatch): Pattern {
  checkExpression(source);
  const bytes = overBytes(source, ignoreCase);
  const expression = new RegExp(bytes, ignoreCase && refersBack(source) ? 'gi' : 'g');
  return {
    ...sizes(bytes, 1),
    expressionUnit: 1,
    holdsZero: true,
    *matches(text, from, to) {
      const characters = latin1Text(text);
      for (const { index, 0: matched } of foundIn(expression, characters, from)) {
        if (index >= to) return;
        if (matched.length > 0) yield matchOf(index, matched.length, characters.length);
      }
    },
    bounded: (run, patience) => bounded(run, patience, watch),
  };
}

/** How much is looked at in one go and over borders, and up to which length nothing is missed. */
function sizes(source: string, unit: number): Pick<Pattern, 'lengthMax' | 'chunkBytes' | 'sureBytes'> {
  const { longest, grows } = matchLength(source);
  const bytes = longest * unit;
  const lengthMax =
    bytes === Number.POSITIVE_INFINITY
      ? overlapBytesMin
      : Math.min(Math.max(bytes, overlapBytesMin), overlapBytesMax);
  const isSure = grows || bytes <= lengthMax;
  return { lengthMax, chunkBytes: Math.max(chunkBytes, lengthMax), ...(!isSure && { sureBytes: lengthMax }) };
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
export function wideExpressionPattern(source: string, ignoreCase: boolean, watch = processorWatch): Pattern {
  checkExpression(source);
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
    ...sizes(source, 2),
    expressionUnit: 2,
    holdsZero: true,
    // Both kinds of addresses, then in order.
    *matches(text, from, to) {
      yield* [...ofParity(text, from, to), ...ofParity(text, from + 1, to)].sort((a, b) => a.at - b.at);
    },
    bounded: (run, patience) => bounded(run, patience, watch),
  };
}

const wideDecoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const wideText = (text: Uint8Array, from: number): string => {
  const part = text.subarray(from);
  return wideDecoder.decode(part.subarray(0, part.length & ~1));
};

/** Text as an expression that matches it, and nothing else. */
export const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What says that an expression takes too long. */
interface Watch {
  /** A sane expression needs milliseconds for a piece of memory, on a slow machine a second. */
  readonly msMax: number;
  /** Time that this program had a processor for. */
  usedMs(): number;
}

const processorWatch: Watch = {
  msMax: 5_000,
  usedMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

const callRun = new Script('run()');
/** One for all calls: to make one takes longer than most of them. */
let context: { run?: () => unknown } | undefined;

/**
 * The engine tries alternatives for as long as it takes, which may be for ever; only `vm` can stop it, by a clock that
 * goes on while others have the processor.
 */
function bounded<Result>(run: () => Result, patience: number, { msMax, usedMs }: Watch): Result | undefined {
  const before = usedMs();
  try {
    context ??= createContext({}) as { run?: () => unknown };
    context.run = run;
    return callRun.runInContext(context, { timeout: msMax * patience });
  } catch (error) {
    // The engine translates an expression when it is used first, and then finds that it is too large for it.
    if (error instanceof SyntaxError)
      throw new UsageError(
        'the expression has too many groups or repeats too much for the engine: make it shorter',
      );
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    if (usedMs() - before < msMax / 2) return undefined;
    throw new UsageError(
      `the expression took seconds for one piece of memory: bound what repeats, as in ".{0,80}", and repeat no groups inside of each other`,
    );
  }
}
