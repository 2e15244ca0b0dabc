/**
 * How a script of the shell ends, as far as that can be told without running it: of commands only those are known that
 * always end the same, and tests of words and of variables that are given. What is not understood is no answer.
 */

/** 0 is true. `unknown`: a command that is not known here; it has ended somehow. */
type Status = number | 'unknown';
type Variables = Readonly<Record<string, string>>;

/** Thrown where the script may end here or go on: nobody knows. */
class NotUnderstood extends Error {}
class Ended extends Error {
  readonly status: Status;
  constructor(status: Status) {
    super();
    this.status = status;
  }
}

export function endOfScript(text: string, variables: Variables): number | undefined {
  try {
    const shell = new Shell(tokensOf(text), variables);
    shell.list([]);
    return typeof shell.status === 'number' ? shell.status : undefined;
  } catch (error) {
    if (error instanceof Ended) return typeof error.status === 'number' ? error.status : undefined;
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

interface Token {
  readonly text: string;
  /** An operator, or a reserved word that is not quoted. */
  readonly isWord: boolean;
  readonly isQuoted: boolean;
}

/** Substitutions, redirections, patterns and assignments of arrays are not understood, but for output thrown away. */
const tokenPattern =
  /[ \t\r]+|#[^\n]*|\\\n|\d?>(?:>)?\s*(?:&\d|[\w./$-]+)|(&&|\|\||;;|[;\n()|&])|((?:'[^']*'|"(?:[^"`\\]|\\.)*"|[^\s'"`;()|&<>#]|(?<=\S)#)+)/y;

const tokensMax = 10_000;
/** Commands in each other; scripts of people have a handful. */
const depthMax = 100;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (match === null || tokens.length > tokensMax) throw new NotUnderstood();
    const [, operator, word] = match;
    if (operator !== undefined) tokens.push({ text: operator, isWord: false, isQuoted: false });
    if (word !== undefined) tokens.push({ text: word, isWord: true, isQuoted: /['"\\]/.test(word) });
  }
  return tokens;
}

/** Words that begin or end something where a command is expected. */
const notUnderstood: ReadonlySet<string> = new Set([
  ...['while', 'until', 'for', 'function', 'select', '{', '}', '!', 'trap', 'exec', 'eval', '.', 'source'],
  ...['return', 'shift', 'kill', 'break', 'continue', 'alias', 'time', 'coproc'],
]);

class Shell {
  status: Status = 0;
  #at = 0;
  #depth = 0;
  #isEager = false;
  readonly #tokens: readonly Token[];
  readonly #variables: Map<string, string | undefined>;

  constructor(tokens: readonly Token[], variables: Variables) {
    this.#tokens = tokens;
    this.#variables = new Map(Object.entries(variables));
  }

  /** Commands up to one of these words or operators. */
  list(ends: readonly string[]): void {
    for (;;) {
      while (this.#isNext(';') || this.#isNext('\n')) this.#at++;
      if (this.#peek() === undefined || ends.some((end) => this.#isNext(end))) return;
      this.#chain();
    }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #isNext(text: string): boolean {
    const token = this.#peek();
    return token !== undefined && !token.isQuoted && token.text === text;
  }

  #expect(text: string): void {
    while (text !== '\n' && this.#isNext('\n')) this.#at++;
    if (!this.#isNext(text)) throw new NotUnderstood();
    this.#at++;
  }

  /** a && b || c: with set -e the last that runs decides, and only that. */
  #chain(): void {
    this.#depth += 1;
    if (this.#depth > depthMax) throw new NotUnderstood();
    try {
      this.#links();
    } finally {
      this.#depth -= 1;
    }
  }

  #links(): void {
    this.#command(true);
    let isLast = true;
    while (this.#isNext('&&') || this.#isNext('||')) {
      const isAnd = this.#isNext('&&');
      this.#at++;
      while (this.#isNext('\n')) this.#at++;
      const isRun = this.status === 'unknown' ? undefined : (this.status === 0) === isAnd;
      const before = this.status;
      if (isRun === true) {
        this.#command(true);
        isLast = true;
      } else {
        isLast = false;
        this.#command(false);
        // Whether it ran nobody knows: an exit would have ended the script.
        this.status = isRun === undefined ? 'unknown' : before;
      }
    }
    if (this.#isNext('|') || this.#isNext('&')) throw new NotUnderstood();
    if (!this.#isEager || this.status === 0 || !isLast) return;
    throw this.status === 'unknown' ? new NotUnderstood() : new Ended(this.status);
  }

  /** What does not run is read; where it may run, it must not end the script. */
  #command(isRun: boolean): void {
    if (this.#isNext('if')) {
      this.#if(isRun);
      return;
    }
    if (this.#isNext('case')) {
      this.#case(isRun);
      return;
    }
    const words: string[] = [];
    for (let token = this.#peek(); token?.isWord === true; token = this.#peek()) {
      words.push(token.text);
      this.#at++;
    }
    const [name] = words;
    if (name === undefined || this.#isNext('(') || notUnderstood.has(name)) throw new NotUnderstood();
    if (isRun) this.#run(words);
    else if (this.status === 'unknown' && /^(exit|set|[A-Za-z_]\w*=.*)$/s.test(name))
      throw new NotUnderstood();
  }

  #run([name = '', ...words]: readonly string[]): void {
    if (name === 'export' || /^[A-Za-z_]\w*=/.test(name)) {
      const all = name === 'export' ? words : [name, ...words];
      for (const word of all) this.#assign(word);
      // Words behind an assignment are a command with that variable.
      this.status = name !== 'export' && all.some((word) => !word.includes('=')) ? 'unknown' : 0;
      return;
    }
    if (name === 'exit') throw new Ended(words[0] === undefined ? this.status : this.#number(words[0]));
    if (name === 'set') {
      if (words.some((word) => !/^([-+][aefuxo]+|pipefail|nounset)$/.test(word))) throw new NotUnderstood();
      for (const word of words) if (word.includes('e')) this.#isEager = word.startsWith('-');
      this.status = 0;
    } else if (name === 'true' || name === ':' || name === 'echo' || name === 'printf') this.status = 0;
    else if (name === 'false') this.status = 1;
    else if (name === '[' || name === '[[' || name === 'test') this.status = this.#test(name, words);
    else this.status = 'unknown';
  }

  #assign(word: string): void {
    const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    if (name !== undefined) this.#variables.set(name, this.#valueOf(value));
  }

  #number(word: string): Status {
    const value = this.#valueOf(word);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) % 256 : 'unknown';
  }

  #test(name: string, words: readonly string[]): Status {
    const end = { '[': ']', '[[': ']]' }[name];
    if (end !== undefined && words.at(-1) !== end) throw new NotUnderstood();
    const [first = '', operator = '', second = '', ...more] = end === undefined ? words : words.slice(0, -1);
    const isTrue = (value: boolean | undefined): Status => (value === undefined ? 'unknown' : value ? 0 : 1);
    if (first === '-n' || first === '-z') {
      const value = second === '' ? this.#valueOf(operator) : undefined;
      return isTrue(value === undefined ? undefined : (value !== '') === (first === '-n'));
    }
    if (more.length > 0 || !['=', '==', '!='].includes(operator)) return 'unknown';
    const [left, right] = [this.#valueOf(first), this.#valueOf(second)];
    // Patterns, where they are not quoted.
    if (left === undefined || right === undefined || (name === '[[' && /[*?[]/.test(second)))
      return 'unknown';
    return isTrue((left === right) === (operator !== '!='));
  }

  #if(isRun: boolean): void {
    this.#at++;
    let isDone = !isRun;
    let isChosen = false;
    for (let word = 'if'; ; ) {
      if (word !== 'else') {
        const isEager = this.#isEager;
        this.#isEager = false;
        this.#block(!isDone, ['then']);
        this.#isEager = isEager;
        this.#expect('then');
        if (!isDone && this.status === 'unknown') throw new NotUnderstood();
        isChosen = !isDone && this.status === 0;
      } else isChosen = !isDone;
      this.#block(isChosen, ['elif', 'else', 'fi']);
      isDone ||= isChosen;
      word = this.#peek()?.text ?? '';
      this.#at++;
      if (word === 'fi') break;
      if (word !== 'elif' && word !== 'else') throw new NotUnderstood();
    }
    if (isRun && !isDone) this.status = 0;
  }

  #case(isRun: boolean): void {
    this.#at++;
    const value = this.#valueOf(this.#peek()?.text ?? '');
    this.#at++;
    this.#expect('in');
    if (isRun && value === undefined) throw new NotUnderstood();
    let isDone = !isRun;
    if (isRun) this.status = 0;
    while (!this.#isNext('esac')) {
      if (this.#isNext('\n')) {
        this.#at++;
        continue;
      }
      if (this.#isNext('(')) this.#at++;
      let isChosen = false;
      for (; ; this.#at++) {
        const token = this.#peek();
        if (token?.isWord !== true) throw new NotUnderstood();
        isChosen ||= !isDone && matches(this.#valueOf(token.text), token, value ?? '');
        this.#at++;
        if (!this.#isNext('|')) break;
      }
      this.#expect(')');
      this.#block(isChosen, [';;', 'esac']);
      isDone ||= isChosen;
      if (this.#isNext(';;')) this.#at++;
    }
    this.#at++;
  }

  /** What does not run does not change anything. */
  #block(isRun: boolean, ends: readonly string[]): void {
    if (isRun) {
      this.list(ends);
      return;
    }
    const before = this.status;
    this.status = 0;
    for (let depth = 0; ; this.#at++) {
      const token = this.#peek();
      if (token === undefined) throw new NotUnderstood();
      if (depth === 0 && ends.some((end) => this.#isNext(end))) break;
      if (this.#isNext('if') || this.#isNext('case')) depth++;
      if (this.#isNext('fi') || this.#isNext('esac')) depth--;
    }
    this.status = before;
  }

  /** Without quotes; undefined where something in it is not known. */
  #valueOf(word: string): string | undefined {
    let isKnown = true;
    const value = word.replace(
      /'([^']*)'|"|\\(.)|\$(?:\{([^}]*)\}|([A-Za-z_]\w*))|\$/gs,
      (all, single?: string, escaped?: string, braced?: string, plain?: string) => {
        if (single !== undefined) return single;
        if (escaped !== undefined) return escaped;
        const name = braced ?? plain;
        if (name === undefined) {
          if (all === '$') isKnown = false;
          return '';
        }
        const known = this.#variables.get(name);
        if (known === undefined) isKnown = false;
        return known ?? '';
      },
    );
    return isKnown ? value : undefined;
  }
}

/** A pattern of case; only a star by itself is understood. */
function matches(pattern: string | undefined, { text }: Token, value: string): boolean {
  if (text === '*') return true;
  if (pattern === undefined || /[*?[]/.test(text)) throw new NotUnderstood();
  return pattern === value;
}
