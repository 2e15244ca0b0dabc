/** What is searched for: bytes, text in one or two encodings, or a regular expression over bytes. */

/** Where in a text something was found. */
export interface Match {
  readonly at: number;
  readonly length: number;
}

export interface Pattern {
  /** The longest match that is looked for. */
  readonly lengthMax: number;
  /** Matches that begin in `[from, to)`, ascending; none lies over another of the same needle. */
  matches(text: Buffer, from: number, to: number): Iterable<Match>;
}

export function bytePattern(needles: readonly Uint8Array[]): Pattern {
  return {
    lengthMax: Math.max(...needles.map(({ length }) => length)),
    *matches(text, from, to) {
      for (const needle of needles) {
        for (let at = text.indexOf(needle, from); at >= 0 && at < to; at = text.indexOf(needle, at + 1))
          yield { at, length: needle.length };
      }
    },
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
    *matches(text, from, to) {
      const characters = text.toString('latin1');
      expression.lastIndex = from;
      for (let found = expression.exec(characters); found !== null; found = expression.exec(characters)) {
        const { index, 0: matched } = found;
        if (index >= to) return;
        if (matched.length === 0) {
          expression.lastIndex++;
          continue;
        }
        yield { at: index, length: Math.min(matched.length, expressionBytesMax) };
      }
    },
  };
}
