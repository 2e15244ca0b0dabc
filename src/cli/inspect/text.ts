/** Tables as text on a terminal or in a pipe: width, and colour as a help. */
import { tableLines } from '../../inspect/lay-out-table.ts';
import type { Table, Tone } from '../../inspect/table.ts';
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

/** Prints tables; a pipe gets them as wide as they are. */
export function printTables(terminal: Terminal, tables: readonly Table[], hasColor: boolean): void {
  const width = terminal.isOutTty ? terminal.columns : Number.POSITIVE_INFINITY;
  printLines(
    terminal,
    (function* () {
      for (const { text, tone } of tableLines(tables, width)) {
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
