/**
 * Reads the part of the proto2 language that our own `.proto` files use: messages, enums, options, reserved
 * numbers. It knows no groups, maps, oneofs, services or extension ranges, and refuses them.
 */

export type OptionValue = string | number | boolean;

export interface ProtoField {
  readonly label: 'required' | 'optional' | 'repeated';
  /** A scalar name, or the name of a message or enum as written. */
  readonly type: string;
  readonly name: string;
  readonly number: number;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly comment: string;
}

export interface ProtoEnumValue {
  readonly name: string;
  readonly number: number;
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface ProtoEnum {
  readonly name: string;
  readonly values: readonly ProtoEnumValue[];
}

export interface ProtoMessage {
  readonly name: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly fields: readonly ProtoField[];
  readonly enums: readonly ProtoEnum[];
  readonly reserved: readonly number[];
  readonly comment: string;
}

export interface ProtoFile {
  readonly name: string;
  readonly imports: readonly string[];
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly ProtoEnum[];
}

interface Token {
  readonly text: string;
  readonly line: number;
  /** The comment lines right before the token. */
  readonly comment: string;
}

const tokenPattern = /\/\/[^\n]*|\n|"(?:[^"\\]|\\.)*"|-?\d+|[A-Za-z_][\w.]*|[{}[\]()=;,]/g;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let comment: string[] = [];
  for (const [found] of text.matchAll(tokenPattern)) {
    if (found === '\n') line += 1;
    else if (found.startsWith('//')) comment.push(found.slice(2).trim());
    else {
      tokens.push({ text: found, line, comment: comment.join(' ') });
      comment = [];
    }
  }
  return tokens;
}

/** A position in the tokens of one file; the only state of the parser. */
class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #file: string;
  #next = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#tokens = tokenize(text);
  }

  get atEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  peek(): string {
    return this.#tokens[this.#next]?.text ?? '';
  }

  comment(): string {
    return this.#tokens[this.#next]?.comment ?? '';
  }

  take(): string {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw new Error(`${this.#file}: ends too early`);
    return token.text;
  }

  expect(text: string): void {
    const line = this.#tokens[this.#next]?.line;
    const found = this.take();
    if (found !== text) throw new Error(`${this.#file}:${line}: expected ${text}, found ${found}`);
  }

  fail(why: string): never {
    throw new Error(`${this.#file}:${this.#tokens[this.#next]?.line}: ${why}`);
  }
}

/** Parses one file; `extend` blocks are skipped, they only declare our own options. */
export function parseProto(name: string, text: string): ProtoFile {
  const reader = new TokenReader(name, text);
  const imports: string[] = [];
  const messages: ProtoMessage[] = [];
  const enums: ProtoEnum[] = [];
  while (!reader.atEnd) {
    const comment = reader.comment();
    const word = reader.take();
    if (word === 'message') messages.push(parseMessage(reader, comment));
    else if (word === 'enum') enums.push(parseEnum(reader));
    else if (word === 'import') imports.push(String(parseValue(reader.take())));
    else if (word === 'extend') skipBlock(reader);
    if (word === 'import' || word === 'syntax' || word === 'package') skipStatement(reader);
    else if (!['message', 'enum', 'extend'].includes(word)) reader.fail(`unexpected ${word}`);
  }
  return { name, imports, messages, enums };
}

function parseMessage(reader: TokenReader, comment: string): ProtoMessage {
  const name = reader.take();
  const fields: ProtoField[] = [];
  const enums: ProtoEnum[] = [];
  const reserved: number[] = [];
  const options: Record<string, OptionValue> = {};
  reader.expect('{');
  while (reader.peek() !== '}') {
    const fieldComment = reader.comment();
    const word = reader.take();
    if (word === 'required' || word === 'optional' || word === 'repeated') {
      fields.push(parseField(reader, word, fieldComment));
    } else if (word === 'enum') enums.push(parseEnum(reader));
    else if (word === 'reserved') reserved.push(...parseNumbers(reader));
    else if (word === 'option') {
      Object.assign(options, parseOption(reader));
      reader.expect(';');
    } else reader.fail(`unexpected ${word} in message ${name}`);
  }
  reader.expect('}');
  return { name, options, fields, enums, reserved, comment };
}

function parseField(reader: TokenReader, label: ProtoField['label'], comment: string): ProtoField {
  const type = reader.take();
  const name = reader.take();
  reader.expect('=');
  const number = Number(reader.take());
  const options = parseOptions(reader);
  reader.expect(';');
  return { label, type, name, number, options, comment };
}

/** The options in brackets after a field or a value, if there are any. */
function parseOptions(reader: TokenReader): Record<string, OptionValue> {
  const options: Record<string, OptionValue> = {};
  if (reader.peek() !== '[') return options;
  do {
    reader.take();
    Object.assign(options, parseOption(reader));
  } while (reader.peek() === ',');
  reader.expect(']');
  return options;
}

function parseOption(reader: TokenReader): Record<string, OptionValue> {
  let name = reader.take();
  if (name === '(') {
    name = reader.take();
    reader.expect(')');
  }
  reader.expect('=');
  return { [name]: parseValue(reader.take()) };
}

function parseEnum(reader: TokenReader): ProtoEnum {
  const name = reader.take();
  const values: ProtoEnumValue[] = [];
  reader.expect('{');
  while (reader.peek() !== '}') {
    const value = reader.take();
    reader.expect('=');
    const number = Number(reader.take());
    values.push({ name: value, number, options: parseOptions(reader) });
    reader.expect(';');
  }
  reader.expect('}');
  return { name, values };
}

function parseNumbers(reader: TokenReader): number[] {
  const numbers = [Number(reader.take())];
  while (reader.peek() === ',') {
    reader.take();
    numbers.push(Number(reader.take()));
  }
  reader.expect(';');
  return numbers;
}

function parseValue(text: string): OptionValue {
  if (text.startsWith('"')) return JSON.parse(text) as string;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function skipStatement(reader: TokenReader): void {
  while (reader.take() !== ';');
}

function skipBlock(reader: TokenReader): void {
  while (reader.take() !== '}');
}
