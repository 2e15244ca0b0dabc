/** How long a match of a regular expression can be, from its source. */

interface Part {
  /** Characters of the longest match, what is looked at ahead of it included. */
  readonly longest: number;
  /** Whether each longer match begins with one that ends anywhere in it: `[a-z]+`, and no `[a-z]+;`. */
  readonly grows: boolean;
}

const nothing: Part = { longest: 0, grows: false };
const oneCharacter: Part = { longest: 1, grows: false };
const noLimit: Part = { longest: Number.POSITIVE_INFINITY, grows: false };

/** Groups may lie in each other, and each takes a part of the stack. */
const groupsMax = 500;

/** Of an expression that the engine takes. */
export function matchLength(source: string): Part {
  if (source.split('(').length > groupsMax) return noLimit;
  const reader = new Reader(source);
  return reader.alternatives();
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Part {
    const all = [this.#sequence()];
    while (this.#take(/\|/y)) all.push(this.#sequence());
    const unlimited = all.filter(({ longest }) => longest === Number.POSITIVE_INFINITY);
    return {
      longest: Math.max(...all.map(({ longest }) => longest)),
      grows: unlimited.length > 0 && unlimited.every(({ grows }) => grows),
    };
  }

  #sequence(): Part {
    let longest = 0;
    let grows = false;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) {
      const part = this.#quantified(this.#atom());
      // Only the last one may grow: what stands behind it is needed, too.
      grows = longest < Number.POSITIVE_INFINITY && part.grows;
      longest += part.longest;
    }
    return { longest, grows };
  }

  #quantified(part: Part): Part {
    const quantifier = this.#take(/[*+?](\??)|\{\d+(?:(,)(\d*))?\}(\??)/y);
    if (quantifier === undefined) return part;
    const [text, lazy = '', comma, limit, lazyBraces = ''] = quantifier;
    const isUnlimited = /^[*+]/.test(text) || (comma !== undefined && limit === '');
    if (part.longest === 0 || text.startsWith('?')) return { ...part, grows: false };
    if (isUnlimited) return { ...noLimit, grows: part.longest === 1 && lazy + lazyBraces === '' };
    return { longest: part.longest * Number(limit ?? text.slice(1).match(/^\d+/)?.[0]), grows: false };
  }

  #atom(): Part {
    // A look ahead counts, since what it asks for has to be there.
    if (this.#take(/\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y)) {
      const inside = this.alternatives();
      this.#at++;
      return inside;
    }
    if (this.#take(/\[(?:\\.|[^\]\\])*\]/sy)) return oneCharacter;
    if (this.#take(/[$^]|\\[bB]/y)) return nothing;
    // What a group matched, once more; `\10` may be an octal number, and is taken for the longer.
    if (this.#take(/\\(?:[1-9]\d*|k<[^>]*>)/y)) return noLimit;
    this.#take(/\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|c[a-z]|0[0-7]{0,2}|.)|./isy);
    return oneCharacter;
  }

  #take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const taken = expression.exec(this.#source) ?? undefined;
    if (taken !== undefined) this.#at = expression.lastIndex;
    return taken;
  }
}
