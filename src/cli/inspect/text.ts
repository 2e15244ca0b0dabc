/** Tables as text on a terminal or in a pipe: width, and colour as a help. */
import { asciiText } from '../../inspect/ascii-text.ts';
import { tableLines } from '../../inspect/lay-out-table.ts';
import type { LongTable, Tone } from '../../inspect/table.ts';
import type { Terminal } from '../terminal.ts';

/** Select Graphic Rendition: on, off. */
const styles: { readonly [T in Tone]: readonly [string, string] } = {
  plain: ['', ''],
  dim: ['\x1b[2m', '\x1b[22m'],
  good: ['\x1b[32m', '\x1b[39m'],
  bad: ['\x1b[31m', '\x1b[39m'],
  title: ['\x1b[1m', '\x1b[22m'],
};

/** Lines are written in pieces of about this many characters. */
const pieceLength = 64 * 1024;

/** Locales that say of themselves that they know nothing else, see locale(7); without any word, UTF-8 is meant. */
export function drawsAscii(env: Terminal['env']): boolean {
  if (env['TERM'] === 'dumb') return true;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === 'C' || locale === 'POSIX' || (/\./.test(locale) && !/\.utf-?8/i.test(locale));
}

/** Prints tables; a pipe gets them as wide as they are. */
export function printTables(terminal: Terminal, tables: Iterable<LongTable>, hasColor: boolean): void {
  const width = terminal.isOutTty ? terminal.columns : Number.POSITIVE_INFINITY;
  const drawn = drawsAscii(terminal.env) ? asciiText : (text: string) => text;
  printLines(
    terminal,
    (function* () {
      for (const { text: whole, tone } of tableLines(tables, width)) {
        const text = drawn(whole);
        const [on, off] = hasColor && text !== '' ? styles[tone] : styles.plain;
        yield `${on}${text}${off}`;
      }
    })(),
  );
}

/** Prints lines without keeping all of them. */
export function printLines(terminal: Terminal, lines: Iterable<string>): void {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    terminal.out(piece);
    piece = '';
  }
  if (piece !== '') terminal.out(piece);
}
