/** What a release of CRIU can print, by source file: a line of a log is found there by its file and its words. */
import { messages } from './generated/criu-4.2.ts';

/** Format strings of one file; `errno…` ones have the words of an errno behind them. */
export interface MessagesOfFile {
  readonly prefix: string;
  readonly error?: readonly string[];
  readonly errno?: readonly string[];
  readonly warning?: readonly string[];
  readonly warningErrno?: readonly string[];
}

export interface ListedMessage {
  readonly file: string;
  readonly format: string;
  /** `tty: `. */
  readonly prefix: string;
  readonly isError: boolean;
  readonly hasErrno: boolean;
}

/** Every message, once for each file that has it. */
export const listedMessages: readonly ListedMessage[] = Object.entries(messages).flatMap(([file, own]) =>
  [
    ...(own.error ?? []).map((format) => ({ format, isError: true, hasErrno: false })),
    ...(own.errno ?? []).map((format) => ({ format, isError: true, hasErrno: true })),
    ...(own.warning ?? []).map((format) => ({ format, isError: false, hasErrno: false })),
    ...(own.warningErrno ?? []).map((format) => ({ format, isError: false, hasErrno: true })),
  ].map((one) => ({ ...one, file, prefix: own.prefix })),
);

/** printf(3): what stands where a conversion is. */
const conversion = /%[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|j|z|t|L)?([diouxXcsp%m])/g;
/** `%s: %s` and the like are found in any words: nothing is told by them. */
export const isVague = ({ format }: Pick<ListedMessage, 'format'>): boolean =>
  format.replace(conversion, '').replace(/[^A-Za-z]/g, '').length < 3;

const byFile = new Map<string, ListedMessage[]>();
for (const message of listedMessages) {
  if (isVague(message)) continue;
  const known = byFile.get(message.file);
  if (known === undefined) byFile.set(message.file, [message]);
  else known.push(message);
}

const patterns: Readonly<Record<string, string>> = {
  d: '-?\\d+',
  i: '-?\\d+',
  u: '\\d+',
  o: '[0-7]+',
  x: '(?:0x)?[0-9a-f]+',
  X: '(?:0X)?[0-9A-F]+',
  p: '(?:0x[0-9a-f]+|\\(nil\\))',
  c: '.',
  '%': '%',
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any words, in printf's `%s` and `%m`. */
const anyWords = '.*';

/**
 * A line is cut where the log is; formats begin at its start. Between any words and those that follow them no more is
 * tried once they are found (an atomic group, by a look-ahead): `%s %s/%s` would try all pairs of blanks in a long line.
 */
export function patternOf({ format, hasErrno }: Pick<ListedMessage, 'format' | 'hasErrno'>): RegExp {
  const pieces = [''];
  let at = 0;
  const add = (source: string) => pieces.push((pieces.pop() ?? '') + source);
  for (const match of format.matchAll(conversion)) {
    add(escaped(format.slice(at, match.index)));
    const kind = patterns[match[1] ?? 's'] ?? anyWords;
    if (kind === anyWords) pieces.push('');
    else add(kind === '%' || kind === '.' ? kind : ` *${kind}`);
    at = match.index + match[0].length;
  }
  add(escaped(format.slice(at)));
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  const middle = rest.map((piece, index) => `(?=(.*?${piece}))\\${index + 1}`).join('');
  const source = `${first}${middle}${last === undefined ? '' : `${anyWords}${last}`}`;
  return new RegExp(`^\\s*${source}${hasErrno ? '(?:: .*)?' : ''}\\s*$`, 's');
}

const compiled = new Map<ListedMessage, RegExp>();

/** The message of that file that the words are of. Prefixes of the file may stand before them. */
export function findMessage(file: string, words: string): ListedMessage | undefined {
  const list = byFile.get(file) ?? [];
  for (const message of list) {
    const pattern = compiled.get(message) ?? patternOf(message);
    compiled.set(message, pattern);
    const { prefix } = message;
    const own =
      prefix !== '' && words.startsWith(prefix.trimEnd())
        ? words.slice(prefix.trimEnd().length).trim()
        : words;
    if (pattern.test(own) || pattern.test(words)) return message;
  }
  return undefined;
}
